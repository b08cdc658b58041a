import { hasErrors, type Staged } from '../base/problem.js';
import type { Translator } from '../content/translate.js';
import type { Templates } from './compile.js';
import { STATE, type RenderState } from './render-state.js';

/** What a template is rendered with. */
export type RenderContext = Readonly<{
  /** The template's variables, an object; a property that is undefined may be tested but not printed. */
  data: unknown;
  translator: Translator;
  /** The namespace in which `t` looks before `common`: the series' id. */
  namespace: string;
  /** The namespaces in which `t` looks for a key that is neither there nor in `common`: other treatments of one visit. */
  furtherNamespaces?: readonly string[];
  /** Told the full name of each text that is asked for, as often as it is. */
  onText?: (name: string) => void;
}>;

/**
 * Renders a template as HTML.
 * @returns the HTML, in which every opening tag that a template wrote has `data-at`; empty when the template has errors of
 *   its own. Reports those, and what is missing in the data or in the translations at the helper that needed it
 */
export function renderTemplate(templates: Templates, name: string, context: RenderContext): Staged<string> {
  const prepared = templates.prepare(name);
  if (!prepared.value || hasErrors(prepared.problems)) return { value: '', problems: prepared.problems };
  const { render, partials } = prepared.value;
  const state: RenderState = {
    translator: context.translator,
    namespace: context.namespace,
    furtherNamespaces: context.furtherNamespaces ?? [],
    onText: context.onText,
    root: Object(context.data) as object,
    missing: templates.missing,
    problems: new Map(),
  };
  const html = render(context.data, { partials: { ...partials }, data: { [STATE]: state } });
  return { value: html, problems: [...prepared.problems, ...state.problems.values()] };
}

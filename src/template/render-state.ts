import type { Problem, Report } from '../base/problem.js';
import { formatRange } from '../base/source.js';
import type { Translator } from '../content/translate.js';
import type { HelperOptions, SafeString } from './handlebars.js';

/** What the helpers share during one rendering. */
export type RenderState = Readonly<{
  translator: Translator;
  /** The namespace in which `t` looks first. */
  namespace: string;
  /** The namespaces in which `t` looks last. */
  furtherNamespaces: readonly string[];
  /** Told the full name of each text that is asked for. */
  onText: ((name: string) => void) | undefined;
  /** The template's data. */
  root: object;
  /** Stands for a value that was missing and has been reported: it prints nothing and is never reported again. */
  missing: SafeString;
  /** What was found, each problem once however often a loop meets it; by place and message. */
  problems: Map<string, Problem>;
}>;

/** Under this name Handlebars hands the state to helpers; templates can't name it. */
export const STATE = '$state';

/** The state of the rendering that a helper was called in. */
export function stateOf(call: HelperOptions): RenderState {
  return call.data[STATE] as RenderState;
}

/** Makes a report whose problems have the place of a helper's call, unless they have their own. */
export function reportFrom(call: HelperOptions): Report {
  return (problem) => {
    const { source: file, start } = call.loc;
    const at = problem.at ?? { file, line: start.line, column: start.column + 1 };
    const identity = `${problem.code} ${formatRange(at)} ${problem.message}`;
    const { problems } = stateOf(call);
    if (!problems.has(identity)) problems.set(identity, { ...problem, at });
  };
}

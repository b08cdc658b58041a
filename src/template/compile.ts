import { nearestName } from '../base/nearest.js';
import type { Problem, Staged } from '../base/problem.js';
import { formatRange, type Source, type SourceRange } from '../base/source.js';
import type { KeyUse } from '../content/usage.js';
import { createHandlebars, type Handlebars, type SafeString } from './handlebars.js';
import { HELPER_RULES, INTERNAL_HELPERS } from './helper-rules.js';
import { registerHelpers } from './helpers.js';
import { rewriteTemplate, type Rewritten } from './rewrite.js';
import { registerStrictHelpers } from './strict-helpers.js';
import { parseTemplate } from './syntax.js';

/** Templates, each read and compiled when it is first needed, and kept. */
export type Templates = Readonly<{
  /** The names of the files, in the order in which `data-at` counts them. */
  files: readonly string[];
  names: readonly string[];
  /** What printing a missing value gives. */
  missing: SafeString;
  /** Prepares a template with all the partials that it reaches. */
  prepare(name: string): Staged<Prepared | undefined>;
  /** What is wrong in one template by itself, and which texts it uses. */
  inspect(name: string): Pick<Rewritten, 'problems' | 'uses' | 'partials'>;
}>;

/** A template that can be rendered, with the partials that it reaches. */
export type Prepared = Readonly<{ render: Delegate; partials: Readonly<Record<string, Delegate>> }>;

/** A template as Handlebars compiled it. */
export type Delegate = ReturnType<Handlebars['compile']>;

const NAME = /^[A-Za-z0-9_-]+(?:\/[A-Za-z0-9_-]+)*$/;

/**
 * Takes templates to be rendered.
 * @param sources by name, such as `layouts/handout`, the name by which other templates call it
 * @returns the templates; reports `template/bad-name`. What is wrong inside a template is reported when it is prepared,
 *   since most commands need few of them
 */
export function compileTemplates(sources: ReadonlyMap<string, Source>): Staged<Templates> {
  const problems: Problem[] = [];
  for (const [name, { file }] of sources) {
    if (NAME.test(name)) continue;
    const hint = 'Use letters, digits, - and _, and / between folders.';
    const message = `A template can't be called "${name}".`;
    problems.push({
      code: 'template/bad-name',
      severity: 'error',
      message,
      at: { file, line: 1, column: 1 },
      hint,
    });
  }
  return { value: new LazyTemplates(sources), problems };
}

/** Everything that is wrong in the templates by themselves, without rendering them. */
export function checkTemplates(templates: Templates): readonly Problem[] {
  return templates.names.flatMap((name) => templates.prepare(name).problems).filter(isFirst);
}

/** The texts that the templates use, as far as their sources tell. */
export function keysUsed(templates: Templates): readonly KeyUse[] {
  return templates.names.flatMap((name) => templates.inspect(name).uses);
}

type Loaded = Rewritten & Readonly<{ delegate: Delegate | undefined }>;

class LazyTemplates implements Templates {
  readonly files: readonly string[];
  readonly names: readonly string[];
  readonly #sources: ReadonlyMap<string, Source>;
  readonly #loaded = new Map<string, Loaded>();
  readonly #prepared = new Map<string, Staged<Prepared | undefined>>();
  #instance: Handlebars | undefined;
  #missing: SafeString | undefined;

  constructor(sources: ReadonlyMap<string, Source>) {
    this.#sources = sources;
    this.names = [...sources.keys()];
    this.files = [...sources.values()].map((source) => source.file);
  }

  get missing(): SafeString {
    return (this.#missing ??= new this.#handlebars.SafeString(''));
  }

  inspect(name: string): Loaded {
    let loaded = this.#loaded.get(name);
    if (!loaded) this.#loaded.set(name, (loaded = this.#load(name)));
    return loaded;
  }

  prepare(name: string): Staged<Prepared | undefined> {
    let prepared = this.#prepared.get(name);
    if (!prepared) this.#prepared.set(name, (prepared = this.#prepare(name)));
    return prepared;
  }

  #prepare(name: string): Staged<Prepared | undefined> {
    if (!this.#sources.has(name)) return { value: undefined, problems: [unknownTemplate(name, this.names)] };
    const problems: Problem[] = [];
    const partials: Record<string, Delegate> = {};
    const seen = new Set<string>();
    const visit = (visited: string, path: readonly string[]): void => {
      seen.add(visited);
      const loaded = this.inspect(visited);
      problems.push(...loaded.problems);
      if (loaded.delegate) partials[visited] = loaded.delegate;
      for (const [partial, at] of loaded.partials) {
        if (partial === visited || path.includes(partial))
          problems.push(recursion([...path, visited, partial], at));
        else if (!seen.has(partial)) visit(partial, [...path, visited]);
      }
    };
    visit(name, []);
    const found = problems.filter(isFirst);
    const render = partials[name];
    return { value: render && found.length === 0 ? { render, partials } : undefined, problems: found };
  }

  #load(name: string): Loaded {
    const source = this.#sources.get(name)!;
    const parsed = parseTemplate(this.#handlebars, source);
    if ('problem' in parsed)
      return { problems: [parsed.problem], uses: [], partials: new Map(), delegate: undefined };
    const input = { source, fileIndex: this.names.indexOf(name), names: this.names };
    const rewritten = rewriteTemplate(parsed.program, input);
    if (rewritten.problems.length > 0) return { ...pick(rewritten), delegate: undefined };
    const helpers = [...Object.keys(HELPER_RULES), ...Object.values(INTERNAL_HELPERS)];
    const delegate = this.#handlebars.compile(parsed.program, {
      strict: true,
      knownHelpersOnly: true,
      knownHelpers: Object.fromEntries(helpers.map((helper) => [helper, true])) as KnownHelpers,
      preventIndent: true,
    });
    return { ...pick(rewritten), delegate };
  }

  get #handlebars(): Handlebars {
    if (!this.#instance) {
      this.#instance = createHandlebars();
      this.#instance.unregisterHelper('lookup');
      this.#instance.unregisterHelper('log');
      registerHelpers(this.#instance);
      registerStrictHelpers(this.#instance);
    }
    return this.#instance;
  }
}

function pick({ problems, uses, partials }: Rewritten): Rewritten {
  return { problems, uses, partials };
}

function unknownTemplate(name: string, names: readonly string[]): Problem {
  const near = nearestName(name, names);
  const hint = near === undefined ? {} : { hint: `Did you mean "${near}"?` };
  return {
    code: 'template/unknown-template',
    severity: 'error',
    message: `There is no template "${name}".`,
    ...hint,
  };
}

function recursion(path: readonly string[], at: SourceRange): Problem {
  const circle = path.slice(path.indexOf(path.at(-1)!));
  const message = `The template calls itself: ${circle.join(' → ')}.`;
  return { code: 'template/recursive-partial', severity: 'error', message, at };
}

/** A partial that many templates call tells its problems once. */
function isFirst(problem: Problem, index: number, problems: readonly Problem[]): boolean {
  return problems.findIndex((other) => isSame(other, problem)) === index;
}

function isSame(one: Problem, other: Problem): boolean {
  const placeOf = ({ at }: Problem): string => (at ? formatRange(at) : '');
  return one.code === other.code && one.message === other.message && placeOf(one) === placeOf(other);
}

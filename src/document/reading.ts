import type { Direction } from '../base/direction.js';
import type { Problem, ProblemCode, Report } from '../base/problem.js';
import type { SourceRange } from '../base/source.js';
import type { HtmlElement } from './html.js';
import type { NodeId } from './node.js';

/** What is kept while one document is read. */
export type Reading = {
  readonly report: Report;
  nextId: NodeId;
  /** Level of the heading last read; 0 before the first. */
  headingLevel: number;
};

/** What every node of the tree has. */
export type NodeFields = Readonly<{ id: NodeId; at?: SourceRange; lang?: string; dir?: Direction }>;

/** Gives an element the next number in reading order, so call it before the element's children are read. */
export function nodeFields(element: HtmlElement, reading: Reading): NodeFields {
  const lang = languageOf(element);
  const dir = element.attributes.get('dir');
  return {
    id: reading.nextId++,
    ...(element.at ? { at: element.at } : {}),
    ...(lang !== undefined && lang !== inherited(element.parent, 'lang') ? { lang } : {}),
    ...(isDirection(dir) && dir !== inherited(element.parent, 'dir') ? { dir } : {}),
  };
}

/** The language that an element says it is in; undefined where it says none, or nothing that could be one, which is reported. */
export function languageOf({ attributes }: HtmlElement): string | undefined {
  const lang = attributes.get('lang');
  return lang !== undefined && isLanguageTag(lang) ? lang : undefined;
}

/** Tells whether an attribute's value is a well-formed BCP 47 tag. */
export function isLanguageTag(value: string): boolean {
  try {
    return Intl.getCanonicalLocales(value).length === 1;
  } catch {
    return false;
  }
}

/** Numbers a node that no element stands for; it has the place of the element around it. */
export function anonymousFields(around: HtmlElement, reading: Reading): NodeFields {
  return { id: reading.nextId++, ...(around.at ? { at: around.at } : {}) };
}

/** Reports an error at the place where a template wrote an element. */
export function reportAt(
  reading: Reading,
  { at }: HtmlElement,
  { code, message, hint }: Readonly<{ code: ProblemCode; message: string; hint?: string | undefined }>,
): void {
  const problem: Problem = { code, severity: 'error', message };
  reading.report({ ...problem, ...(at ? { at } : {}), ...(hint === undefined ? {} : { hint }) });
}

/** Tells whether an attribute's value is a direction. */
export function isDirection(value: string | undefined): value is Direction {
  return value === 'ltr' || value === 'rtl';
}

function inherited(element: HtmlElement | undefined, name: string): string | undefined {
  for (let around = element; around; around = around.parent) {
    const value = around.attributes.get(name);
    if (value !== undefined) return value;
  }
  return undefined;
}

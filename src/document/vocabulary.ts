import { nearestName } from '../base/nearest.js';
import type { HtmlElement } from './html.js';
import { isLanguageTag, reportAt, type Reading } from './reading.js';

/** What an element may carry besides `lang` and `dir`. */
type ElementRule = Readonly<{ attributes?: readonly string[]; classes?: readonly string[] }>;

/** Every element that a template may write. */
const VOCABULARY: Readonly<Record<string, ElementRule>> = {
  html: {},
  head: {},
  title: {},
  body: {},
  header: { classes: ['letterhead', 'running'] },
  main: {},
  footer: {},
  h1: {},
  h2: {},
  h3: {},
  p: { classes: ['lead', 'kicker', 'note', 'draft-notice', 'contact', 'phone', 'write-on'] },
  ul: { classes: ['check', 'cross', 'plain', 'cards', 'icons'] },
  ol: { classes: ['timeline'] },
  li: { attributes: ['data-label'] },
  table: {},
  caption: {},
  thead: {},
  tbody: {},
  tr: {},
  th: { attributes: ['scope', 'colspan'] },
  td: { attributes: ['colspan'] },
  figure: { classes: ['labelled', 'icon'] },
  img: { attributes: ['src', 'alt', 'data-width-mm'] },
  figcaption: {},
  aside: { classes: ['call', 'urgent', 'info', 'today'] },
  section: { classes: ['keep-together', 'cut-off'] },
  div: { attributes: ['data-span'], classes: ['columns', 'do-dont'] },
  hr: {},
  strong: {},
  em: {},
  a: { attributes: ['href'] },
  bdi: { classes: ['no-break'] },
  time: { attributes: ['datetime'] },
  span: { classes: ['page-number', 'page-count', 'start', 'end'] },
  br: {},
};

const INLINE_ELEMENTS: ReadonlySet<string> = new Set(['strong', 'em', 'a', 'bdi', 'time', 'span', 'br']);

const BLOCK_ELEMENTS: ReadonlySet<string> = new Set([
  ...['h1', 'h2', 'h3', 'p', 'ul', 'ol', 'table', 'figure', 'aside', 'section', 'div', 'hr'],
]);

/** Tells whether an element flows along a line. */
export function isInline(name: string): boolean {
  return INLINE_ELEMENTS.has(name);
}

/** Tells whether an element stacks down the page. */
export function isBlock(name: string): boolean {
  return BLOCK_ELEMENTS.has(name);
}

/**
 * Checks an element and its attributes against the vocabulary. Reports `document/unknown-element`,
 * `document/unknown-attribute`, `document/unknown-class` and `document/bad-attribute` (for `lang` and `dir`).
 * @returns whether the element is one of the vocabulary
 */
export function checkElement(element: HtmlElement, reading: Reading): boolean {
  const rule = Object.hasOwn(VOCABULARY, element.name) ? VOCABULARY[element.name] : undefined;
  if (!rule) {
    const message = `<${element.name}> isn't an element of handouts.`;
    const hint = didYouMean(nearestName(element.name, Object.keys(VOCABULARY)), (near) => `<${near}>`);
    reportAt(reading, element, { code: 'document/unknown-element', message, hint });
    return false;
  }
  for (const [name, value] of element.attributes) {
    if (name === 'lang' || name === 'dir') checkLanguage(element, name, reading);
    else if (name === 'class' && rule.classes) checkClass(element, { value, classes: rule.classes }, reading);
    else if (!rule.attributes?.includes(name)) reportAttribute(element, { name, rule }, reading);
  }
  return true;
}

function checkLanguage(element: HtmlElement, name: 'lang' | 'dir', reading: Reading): void {
  const value = element.attributes.get(name)!;
  const isGood = name === 'dir' ? value === 'ltr' || value === 'rtl' : isLanguageTag(value);
  if (isGood) return;
  const hint = name === 'dir' ? 'Write dir="ltr" or dir="rtl".' : 'Write a BCP 47 tag, such as lang="es".';
  const message = `${name}="${value}" isn't a ${name === 'dir' ? 'direction' : 'language'}.`;
  reportAt(reading, element, { code: 'document/bad-attribute', message, hint });
}

function checkClass(
  element: HtmlElement,
  { value, classes }: Readonly<{ value: string; classes: readonly string[] }>,
  reading: Reading,
): void {
  if (value === '' || classes.includes(value)) return;
  const near = nearestName(value, classes);
  const hint = near === undefined ? `It can be ${classes.join(', ')}.` : `Did you mean "${near}"?`;
  const message = `<${element.name}> has no class "${value}".`;
  reportAt(reading, element, { code: 'document/unknown-class', message, hint });
}

function reportAttribute(
  element: HtmlElement,
  { name, rule }: Readonly<{ name: string; rule: ElementRule }>,
  reading: Reading,
): void {
  const known = [...(rule.attributes ?? []), ...(rule.classes ? ['class'] : []), 'lang', 'dir'];
  const message = `<${element.name}> can't have the attribute ${name}.`;
  const hint = didYouMean(nearestName(name, known), (near) => near);
  reportAt(reading, element, { code: 'document/unknown-attribute', message, hint });
}

function didYouMean(near: string | undefined, write: (near: string) => string): string | undefined {
  return near === undefined ? undefined : `Did you mean ${write(near)}?`;
}

import type { HtmlElement, HtmlNode } from './html.js';
import type { Inline } from './node.js';
import { anonymousFields, nodeFields, reportAt, type NodeFields, type Reading } from './reading.js';
import { checkElement, isInline } from './vocabulary.js';
import { collapseWhiteSpace } from './white-space.js';

/** Where inlines stand: page numbers exist only in the lines that are repeated on every page. */
export type InlinePlace = 'text' | 'running';

const LINK = /^(?:https:\/\/[^\s]+|mailto:[^\s@]+@[^\s@]+|tel:\+?[\d().-]*\d[\d().-]*(?:;[^\s]+)?)$/;

/** Reads the children of an element as the inlines of one paragraph. */
export function readInlines(
  element: HtmlElement,
  reading: Reading,
  place: InlinePlace = 'text',
): readonly Inline[] {
  return readParagraph(element.children, { around: element, place }, reading);
}

/**
 * Reads nodes as the inlines of one paragraph. Reports `document/misplaced-element` for a block among them,
 * `document/bad-link`, `document/missing-attribute` and `document/empty-element`.
 * @param context `around` is the element that holds the nodes
 */
export function readParagraph(
  nodes: readonly HtmlNode[],
  context: InlineContext,
  reading: Reading,
): readonly Inline[] {
  collapseWhiteSpace(nodes);
  return readNodes(nodes, context, reading);
}

type InlineContext = Readonly<{ around: HtmlElement; place: InlinePlace }>;

function readNodes(nodes: readonly HtmlNode[], context: InlineContext, reading: Reading): readonly Inline[] {
  const inlines: Inline[] = [];
  for (const node of nodes) {
    if (node.kind === 'element') {
      const inline = readElement(node, context, reading);
      if (inline) inlines.push(inline);
    } else if (node.text !== '') {
      inlines.push({ kind: 'text', text: node.text, ...anonymousFields(context.around, reading) });
    }
  }
  return inlines;
}

function readElement(element: HtmlElement, { place }: InlineContext, reading: Reading): Inline | undefined {
  if (!checkElement(element, reading)) return undefined;
  if (!isInline(element.name)) {
    const message = `<${element.name}> can't stand inside a line of text.`;
    const hint = `Close <${element.parent?.name}> before it.`;
    reportAt(reading, element, { code: 'document/misplaced-element', message, hint });
    return undefined;
  }
  const fields = nodeFields(element, reading);
  if (element.name === 'br') return { kind: 'line-break', ...fields };
  if (element.name === 'span') return readSpan(element, { fields, place }, reading);
  const children = readNodes(element.children, { around: element, place }, reading);
  switch (element.name) {
    case 'strong':
      return { kind: 'strong', ...fields, children };
    case 'em':
      return { kind: 'emphasis', ...fields, children };
    case 'a':
      return { kind: 'link', ...fields, href: readHref(element, children, reading), children };
    default:
      return {
        kind: 'isolate',
        ...fields,
        noBreak: element.attributes.get('class') === 'no-break',
        children,
      };
  }
}

type SpanContext = Readonly<{ fields: NodeFields; place: InlinePlace }>;

function readSpan(
  element: HtmlElement,
  { fields, place }: SpanContext,
  reading: Reading,
): Inline | undefined {
  const role = element.attributes.get('class');
  if (role === 'page-number' || role === 'page-count') {
    if (place === 'running') return { kind: role, ...fields };
    const message = `<span class="${role}"> belongs in the running header or the footer.`;
    reportAt(reading, element, { code: 'document/misplaced-element', message });
    return undefined;
  }
  if (role === 'start' || role === 'end') {
    const message = `<span class="${role}"> belongs in a line of the footer.`;
    reportAt(reading, element, { code: 'document/misplaced-element', message });
  } else if (!element.attributes.has('lang') && !element.attributes.has('dir')) {
    const message = '<span> needs the attribute lang or dir.';
    const hint = 'To stress words use <strong> or <em>.';
    reportAt(reading, element, { code: 'document/missing-attribute', message, hint });
  }
  return {
    kind: 'span',
    ...fields,
    children: readNodes(element.children, { around: element, place }, reading),
  };
}

function readHref(element: HtmlElement, children: readonly Inline[], reading: Reading): string {
  const href = element.attributes.get('href') ?? '';
  if (!LINK.test(href)) {
    const message =
      href === '' ? '<a> needs the attribute href.' : `"${href}" isn't a link that a handout can have.`;
    const hint = 'Start it with https://, mailto: and an address, or tel: and a number, without spaces.';
    reportAt(reading, element, { code: 'document/bad-link', message, hint });
  }
  if (children.length === 0) {
    reportAt(reading, element, { code: 'document/empty-element', message: '<a> has no text to click.' });
  }
  return href;
}

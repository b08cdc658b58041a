import { parse, type DefaultTreeAdapterTypes } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** An element of a page as a browser reads it. */
export type PageElement = Readonly<{ name: string; attributes: ReadonlyMap<string, string>; text: string }>;

/** Reads a page as browsers do, and gives every element in order; fails on whatever a browser would have to mend. */
export function elementsOf(html: string): readonly PageElement[] {
  const elements: PageElement[] = [];
  const document = parse(html, {
    onParseError: ({ code, startLine }) => {
      if (!harmless.includes(code)) throw new Error(`${code} in line ${startLine}`);
    },
  });
  const visit = (node: Node): void => {
    if ('tagName' in node) elements.push(pageElement(node));
    if ('childNodes' in node) node.childNodes.forEach(visit);
  };
  visit(document);
  return elements;
}

/** Characters that no text of ours has, but that any text might have. */
const harmless = [
  ...['control-character-in-input-stream', 'noncharacter-in-input-stream', 'control-character-reference'],
];

function pageElement(element: Element): PageElement {
  const attributes = new Map(element.attrs.map(({ name, value }) => [name, value]));
  return { name: element.tagName, attributes, text: textOf(element) };
}

function textOf(node: Node): string {
  if (node.nodeName === '#text' && 'value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

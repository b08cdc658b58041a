import { parseXml, XmlElement, XmlError, XmlText } from '@rgrove/parse-xml';
import type { Problem, Staged } from '../base/problem.js';
import { rangeAt, type Source } from '../base/source.js';

/** An element of a file, or words between its tags. `offset` is where it starts in the text of the file. */
export type XmlNode = Element | Readonly<{ kind: 'words'; text: string; offset: number }>;

/** An element. Its name is without prefix, as those of its attributes but `xml:lang` and the like. */
export type Element = Readonly<{
  kind: 'element';
  name: string;
  attributes: ReadonlyMap<string, string>;
  children: readonly XmlNode[];
  offset: number;
}>;

/**
 * Reads an XML file. A document type is refused before anything is parsed, since entities are declared there; nothing is ever
 * fetched. Comments and processing instructions are left out.
 * @returns the outermost element; reports `exchange/bad-xml`
 */
export function readXml(source: Source): Staged<Element | undefined> {
  const doctype = source.text.indexOf('<!DOCTYPE');
  if (doctype !== -1) return refuse(source, doctype, 'The file has a document type, which XLIFF never needs');
  try {
    const root = parseXml(source.text, { includeOffsets: true }).root;
    if (root) return { value: elementOf(root), problems: [] };
    return refuse(source, 0, 'The file has no element');
  } catch (error) {
    if (error instanceof RangeError) return refuse(source, 0, 'Its elements are nested too deeply');
    if (!(error instanceof XmlError)) throw error;
    // The parser's message goes on with its own place and an excerpt; the problem has a place of its own.
    const reason = error.message.split(' (line ')[0]!.replaceAll('`', '');
    return refuse(source, error.pos, `The file is not well-formed XML: ${reason.replace(/\.$/, '')}`);
  }
}

/** The elements of a name directly inside another. */
export function childrenOf(parent: Element, ...names: readonly string[]): readonly Element[] {
  return parent.children.filter(
    (node): node is Element => node.kind === 'element' && names.includes(node.name),
  );
}

/** All words inside an element. */
export function wordsOf(node: XmlNode): string {
  return node.kind === 'words' ? node.text : node.children.map(wordsOf).join('');
}

/** Writes a text as XML, fit for content and for a quoted attribute. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => REFERENCES[character]!);
}

const REFERENCES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** Writes a start tag or, with `isEmpty`, an empty one; attributes without a value are left out. */
export function tag(
  name: string,
  attributes: Readonly<Record<string, string | undefined>> = {},
  isEmpty = false,
): string {
  const written = Object.entries(attributes).map(([attribute, value]) =>
    value === undefined ? '' : ` ${attribute}="${escapeXml(value)}"`,
  );
  return `<${name}${written.join('')}${isEmpty ? '/' : ''}>`;
}

function elementOf(element: XmlElement): Element {
  return {
    kind: 'element',
    name: withoutPrefix(element.name),
    attributes: new Map(
      Object.entries(element.attributes).map(([name, value]) => [
        name.startsWith('xml:') ? name : withoutPrefix(name),
        value,
      ]),
    ),
    children: element.children.flatMap((node): readonly XmlNode[] => {
      if (node instanceof XmlElement) return [elementOf(node)];
      return node instanceof XmlText ? [{ kind: 'words', text: node.text, offset: node.start }] : [];
    }),
    offset: element.start,
  };
}

function withoutPrefix(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function refuse(source: Source, offset: number, message: string): Staged<undefined> {
  const problem: Problem = {
    code: 'exchange/bad-xml',
    severity: 'error',
    message: `${message}.`,
    at: rangeAt(source, offset),
    hint: 'Export it again from the translation tool.',
  };
  return { value: undefined, problems: [problem] };
}

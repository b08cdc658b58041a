import type { Report } from '../base/problem.js';
import { rangeAt, type Source, type SourceRange } from '../base/source.js';
import { wordsOf, type Element, type XmlNode } from './xml.js';

/** The text that an inline element stands for: what opens it and what closes it. */
export type Code = Readonly<{ open: string; close: string }>;

/** How the inline codes of one unit are read. */
export type CodeReader = Readonly<{
  source: Source;
  /** What an element stands for by its own attributes and words; undefined where they don't tell. */
  codeOf(element: Element): Code | undefined;
  /** Elements that only mark words, and words whose element is the code itself. */
  isTransparent(element: Element): boolean;
  /** Whether the words inside an element are its code instead of text. */
  isNative(element: Element): boolean;
}>;

/** The codes of a unit's source, by the id that its translation repeats. */
export type KnownCodes = Map<string, Code>;

/**
 * Reads the text of a `source` or `target` element, with its inline codes as they are written in a locale file.
 * Reports `exchange/unknown-code` for one that stands for nothing known.
 */
export function readInline(
  element: Element,
  { reader, known }: Readonly<{ reader: CodeReader; known: KnownCodes }>,
  report: Report,
): string {
  const readNode = (node: XmlNode): string => {
    if (node.kind === 'words') return node.text;
    if (reader.isTransparent(node)) return node.children.map(readNode).join('');
    const id = node.attributes.get('id') ?? node.attributes.get('startRef') ?? '';
    const code = reader.codeOf(node) ?? known.get(id);
    if (code === undefined) {
      report({
        code: 'exchange/unknown-code',
        severity: 'error',
        message: `Nothing tells what <${node.name} id="${id}"> stands for.`,
        at: rangeAt(reader.source, node.offset),
        hint: 'Copy the code from the source text in the translation tool.',
      });
      return '';
    }
    if (!known.has(id)) known.set(id, code);
    return reader.isNative(node) ? code.open : code.open + node.children.map(readNode).join('') + code.close;
  };
  return element.children.map(readNode).join('');
}

/** The place of an element's words, counted as if a quote stood before them as in a locale file. */
export function wordsAt(source: Source, element: Element): SourceRange {
  const [first] = element.children;
  const at = rangeAt(source, first?.kind === 'words' ? first.offset : element.offset);
  return first?.kind === 'words' ? { ...at, column: Math.max(1, at.column - 1) } : at;
}

/** The words of a code element whose words are what it stands for. */
export function nativeCode(element: Element): Code | undefined {
  const text = wordsOf(element);
  return text === '' ? undefined : { open: text, close: '' };
}

/** The name of a text: as it is, or put behind the namespace that the file is named after. */
export function qualifiedName(name: string, original: string): string {
  if (name.includes(':')) return name;
  const file = original.split(/[\\/]/).at(-1) ?? '';
  return `${file.split('.')[0]!}:${name}`;
}

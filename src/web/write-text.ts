import type { Block, DocumentNode } from '../document/node.js';
import { markRightToLeft } from './isolation.js';
import { pagelessParts } from './running-lines.js';
import { blockLines, ruleLine } from './text-blocks.js';
import { paragraphLines, type TextContext } from './text-context.js';

/** What letters and most mail programs show without wrapping again. */
const lineWidth = 78;

/**
 * Writes a document as plain text that a terminal, a message or a braille display can show: lines of at most 78 columns
 * that end with a line feed, and nothing but words to say what a part is. Pictures are their alternative texts. The running
 * header is left out, and the running footer stands once at the end, without page numbers.
 */
export function writeText(document: DocumentNode): string {
  const { lang, dir, letterhead, children } = document;
  const context: TextContext = { width: lineWidth, lang, dir, documentDir: dir };
  const footer = pagelessParts(document).flatMap((part) => paragraphLines(part, context));
  const parts = [blockLines(withoutLogo(letterhead), context), blockLines(children, context)];
  if (footer.length > 0) parts.push([ruleLine], footer);
  const lines = parts.filter((part) => part.length > 0).flatMap((part) => [...part, '']);
  const marked = lines
    .map((line) => line.trimEnd())
    .map((line) => (dir === 'rtl' ? markRightToLeft(line) : line));
  return `${marked.join('\n').trimEnd()}\n`;
}

/** A logo says the name that stands beside it. */
function withoutLogo(letterhead: readonly Block[]): readonly Block[] {
  const words = letterhead.filter(({ kind }) => kind !== 'figure');
  return words.length === 0 ? letterhead : words;
}

import type { Direction } from '../base/direction.js';
import type { Inline } from '../document/node.js';
import { inlineText } from './text-inlines.js';
import { isolate } from './isolation.js';
import { wrapText } from './wrap-text.js';

/** Where a block stands in a plain text. */
export type TextContext = Readonly<{
  /** Columns that its lines may take. */
  width: number;
  /** BCP 47 tag. */
  lang: string;
  dir: Direction;
  /** The direction of the whole text, which every line has. */
  documentDir: Direction;
}>;

/** The context inside a node that may have its own language and direction. */
export function enterPassage(
  context: TextContext,
  { lang = context.lang, dir = context.dir }: Readonly<{ lang?: string; dir?: Direction }>,
): TextContext {
  return { ...context, lang, dir };
}

/** The lines of a paragraph. */
export function paragraphLines(inlines: readonly Inline[], context: TextContext): readonly string[] {
  const { dir, documentDir } = context;
  const text = inlineText(inlines, dir).trim();
  return wrapText(dir === documentDir ? text : isolate(text, documentDir, dir), context);
}

/** Sets lines behind a mark, which stands before the first of them only. */
export function hang(
  { mark, columns }: Readonly<{ mark: string; columns: number }>,
  context: TextContext,
  makeLines: (inner: TextContext) => readonly string[],
): readonly string[] {
  const indent = ' '.repeat(columns);
  return makeLines({ ...context, width: context.width - columns }).map((line, index) =>
    index === 0 ? mark.padEnd(columns) + line : line === '' ? '' : indent + line,
  );
}

/** A text read from somewhere, with the name a person knows it by (a path relative to its workspace). */
export type Source = Readonly<{ file: string; text: string }>;

/** A place in a source. Lines and columns count from 1; columns count UTF-16 code units. */
export type SourceRange = Readonly<{
  file: string;
  line: number;
  column: number;
  endLine?: number;
  endColumn?: number;
}>;

/**
 * Finds the line and column of an offset.
 * @param offset index into `source.text`, in UTF-16 code units
 */
export function rangeAt(source: Source, offset: number): SourceRange {
  let line = 1;
  let lineStart = 0;
  for (;;) {
    const newline = source.text.indexOf('\n', lineStart);
    if (newline === -1 || newline >= offset) break;
    line += 1;
    lineStart = newline + 1;
  }
  return { file: source.file, line, column: offset - lineStart + 1 };
}

/** Writes a place as `file:line:column`, the form that terminals and editors make clickable. */
export function formatRange(range: SourceRange): string {
  return `${range.file}:${range.line}:${range.column}`;
}

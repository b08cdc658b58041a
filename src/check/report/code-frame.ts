import type { Problem } from '../../base/problem.js';
import type { SourceText } from '../found.js';

const CONTEXT_CHARACTERS = 160;

/** A line of a source, divided where the problem is; a long line is cut so that the place is still in view. */
export type CodeFrame = Readonly<{ line: number; before: string; marked: string; after: string }>;

/** Takes the line that a problem points to out of its source. */
export function codeFrameOf({ at }: Problem, sourceText: SourceText): CodeFrame | undefined {
  const line = at && sourceText(at.file)?.split(/\r\n|\r|\n/)[at.line - 1];
  if (at === undefined || line === undefined) return undefined;
  const start = at.column - 1;
  const isOnLine = at.endColumn !== undefined && (at.endLine ?? at.line) === at.line;
  const end = isOnLine ? Math.max(start + 1, at.endColumn! - 1) : start + 1;
  return {
    line: at.line,
    before: line.slice(Math.max(0, start - CONTEXT_CHARACTERS / 2), start),
    marked: line.slice(start, end),
    after: line.slice(end, start + CONTEXT_CHARACTERS),
  };
}

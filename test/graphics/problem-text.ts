import type { Problem } from '../../src/base/problem.js';
import { formatRange } from '../../src/base/source.js';

/** Writes problems in full: severity, code, place, message and hint, one line each. */
export function problemText(problems: readonly Problem[]): string {
  return problems
    .map(({ severity, code, message, at, hint }) =>
      [`${at ? formatRange(at) : '-'} ${severity} ${code}: ${message}`, ...(hint ? [`→ ${hint}`] : [])].join(
        ' ',
      ),
    )
    .join('\n');
}

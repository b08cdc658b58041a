import { groupBy, type FoundProblem, type SourceText } from '../check/found.js';
import { formatProblem } from './report.js';
import type { Channel } from './terminal.js';

/**
 * Writes what a check found for a person: file by file, in it rule by rule, and after each rule how to learn more of it.
 * @param found merged and sorted
 */
export function formatCheck(
  found: readonly FoundProblem[],
  sourceText: SourceText,
  paint: Channel['paint'],
): string {
  const files = groupBy(found, ({ problem }) => problem.at?.file ?? '');
  return [...files]
    .flatMap(([, ofFile]) => [...groupBy(ofFile, ({ problem }) => problem.code)])
    .map(([code, ofRule]) => {
      const problems = ofRule.map((each) => formatProblem(each, sourceText, paint));
      return `${problems.join('\n')}${paint('dim', `  Why: handout explain ${code}`)}\n\n`;
    })
    .join('');
}

import { nearestName } from '../base/nearest.js';
import type { Problem } from '../base/problem.js';

type UnknownName =
  | 'workspace/unknown-handout'
  | 'workspace/unknown-language'
  | 'workspace/unknown-brand'
  | 'workspace/unknown-series';

/** Reports a name in a request that nothing has, with the nearest one that there is. */
export function unknownName(code: UnknownName, name: string, known: readonly string[]): Problem {
  const near = nearestName(name, known);
  return {
    code,
    severity: 'error',
    message: `There is no ${code.slice('workspace/unknown-'.length)} "${name}".`,
    hint: near === undefined ? `There are: ${known.join(', ')}.` : `Did you mean "${near}"?`,
  };
}

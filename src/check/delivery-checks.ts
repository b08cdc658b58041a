import type { Problem } from '../base/problem.js';
import type { Workspace } from '../workspace/workspace.js';
import type { CheckOptions } from './check-handout.js';
import { openPolicy } from './policy.js';
import { checkTranslations } from './translations.js';

/** How to check what is to leave for patients. */
export type DeliveryChecks = Required<CheckOptions> & Readonly<{ today: string }>;

/**
 * Makes the checks of what leaves on a day: reviews are held against it, and an error in any text of a language, such as another number than
 * the source has, stands in the way of every handout in that language. Each language is looked at once.
 * @param today `YYYY-MM-DD`
 */
export function deliveryChecks(workspace: Workspace, today: string): DeliveryChecks {
  const policy = openPolicy(workspace);
  const known = new Map<string, readonly Problem[]>();
  const refusalsOf = (lang: string): readonly Problem[] => {
    let refusals = known.get(lang);
    if (refusals === undefined) {
      const problems = policy.apply(checkTranslations(workspace, [lang]));
      known.set(lang, (refusals = problems.filter(({ severity }) => severity === 'error')));
    }
    return refusals;
  };
  return { policy, today, refusalsOf };
}

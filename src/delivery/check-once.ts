import type { checkHandout, HandoutVerdict } from '../check/check-handout.js';

/**
 * Makes and checks each general handout once, however many patients get it; copies of patients' own are made anew each.
 * What is kept belongs to one workspace and one policy.
 */
export function checkOnce(check: typeof checkHandout): typeof checkHandout {
  const verdicts = new Map<string, Promise<HandoutVerdict>>();
  return (workspace, request, options) => {
    if (request.personal !== undefined) return check(workspace, request, options);
    const name = JSON.stringify(request);
    let verdict = verdicts.get(name);
    if (verdict === undefined) verdicts.set(name, (verdict = check(workspace, request, options)));
    return verdict;
  };
}

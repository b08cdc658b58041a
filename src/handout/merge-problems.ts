import type { Problem } from '../base/problem.js';
import { formatRange } from '../base/source.js';
import type { OwnedRule } from './treatment.js';

/** Reports that two series ask for opposite things at the same time. */
export function contradiction(one: OwnedRule, other: OwnedRule): Problem {
  const [todo, avoid] = one.rule.action === 'do' ? [one, other] : [other, one];
  return {
    code: 'workspace/contradicting-rules',
    severity: 'error',
    message:
      `The rules for "${one.rule.subject}" contradict each other: ` +
      `${nameOf(todo)} says to do it, and ${nameOf(avoid)} says to avoid it at the same time.`,
    ...(todo.at && { at: todo.at }),
    hint: 'Change from or until in one of them, so that they hold at different times, or give these treatments no common sheet.',
  };
}

/** Reports that the strictest times of some rules have bounds that no rule's words mention. */
export function unsayable(group: readonly OwnedRule[]): Problem {
  const [first] = group;
  return {
    code: 'workspace/unsayable-rule',
    severity: 'error',
    message:
      `The rules for "${first!.rule.subject}" cannot be said as one: ` +
      `${group.map(nameOf).join(' and ')} do not give the same of from and until.`,
    ...(first!.at && { at: first!.at }),
    hint: 'Give from and until in all of them, or leave the same one out.',
  };
}

function nameOf({ series, rule, at }: OwnedRule): string {
  const place = at === undefined ? '' : ` (${formatRange(at)})`;
  return `"${rule.id}" of ${series}${place}`;
}

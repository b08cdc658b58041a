import { nearestName } from '../base/nearest.js';
import type { Problem } from '../base/problem.js';
import type { RuleLevel } from '../base/rule-level.js';
import { findRule, listRules, ruleAreas, whyFixed } from './rules/catalogue.js';

/** What is asked of one rule, or of an area's rules: `content/unused-key` or `content/*`. */
export type RuleSetting = Readonly<{ id: string; level: RuleLevel }>;

/** What is wrong with a setting: its code as a problem, a full sentence, and how to put it right. */
export type SettingFault = Readonly<{
  code: 'check/unknown-rule' | 'check/fixed-rule';
  message: string;
  hint: string;
}>;

/**
 * Judges a setting.
 * @returns what is wrong with it: there is no such rule, or its errors may not be switched off
 */
export function judgeSetting({ id, level }: RuleSetting): SettingFault | undefined {
  if (!isRuleName(id)) return unknownRule(id);
  const reason = id.endsWith('/*') || level === 'error' ? undefined : whyFixed(id);
  if (reason === undefined) return undefined;
  return { code: 'check/fixed-rule', message: `The errors of “${id}” can't be switched off.`, hint: reason };
}

/**
 * Makes the fault of naming a rule that doesn't exist.
 * @param known what may be named there; all rules, and all of an area, without it
 */
export function unknownRule(
  id: string,
  known: readonly Readonly<{ id: string }>[] = [...listRules(), ...wildcards()],
): SettingFault {
  const nearest = nearestName(
    id,
    known.map((rule) => rule.id),
  );
  const hint =
    nearest === undefined ? 'See all of them with “handout explain”.' : `Did you mean “${nearest}”?`;
  return { code: 'check/unknown-rule', message: `There is no rule “${id}”.`, hint };
}

function wildcards(): readonly Readonly<{ id: string }>[] {
  return Object.keys(ruleAreas).map((area) => ({ id: `${area}/*` }));
}

/**
 * Gives a problem the severity that settings ask for; errors that may not be switched off keep theirs.
 * @param settings the weightier first: those of the command line before those of `handout.yaml`
 * @returns undefined for a problem that is switched off
 */
export function settle(problem: Problem, settings: readonly (readonly RuleSetting[])[]): Problem | undefined {
  const level = levelOf(problem.code, settings);
  if (level === undefined || level === 'error') return level ? { ...problem, severity: 'error' } : problem;
  if (isFixed(problem)) return problem;
  return level === 'off' ? undefined : { ...problem, severity: 'warning' };
}

/** Tells whether a problem is an error that nobody may switch off. */
export function isFixed({ code, severity }: Problem): boolean {
  return severity === 'error' && whyFixed(code) !== undefined;
}

/** A rule's own setting counts for more than its area's, and a later one for more than an earlier one. */
function levelOf(code: string, settings: readonly (readonly RuleSetting[])[]): RuleLevel | undefined {
  const area = `${code.split('/')[0]!}/*`;
  for (const source of settings) {
    const own = source.findLast(({ id }) => id === code) ?? source.findLast(({ id }) => id === area);
    if (own !== undefined) return own.level;
  }
  return undefined;
}

function isRuleName(id: string): boolean {
  return id.endsWith('/*') ? Object.hasOwn(ruleAreas, id.slice(0, -2)) : findRule(id) !== undefined;
}

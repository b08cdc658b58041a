import type { Problem, ProblemCode } from '../base/problem.js';
import { isReason } from '../content/lint/suppressions.js';
import { readSourceText } from '../workspace/source-text.js';
import type { Workspace } from '../workspace/workspace.js';
import { findRule, listRules, whyFixed } from './rules/catalogue.js';
import { isFixed, judgeSetting, settle, unknownRule, type RuleSetting } from './rule-settings.js';
import { findSuppressions, type Suppression } from './suppressions.js';

/** What a workspace, and whoever checks it, has decided about rules. */
export type Policy = Readonly<{
  /** What is wrong with the decisions themselves: `check/unknown-rule`, `check/fixed-rule` and `check/unexplained-suppression`. */
  problems: readonly Problem[];
  /** Leaves out what a comment lets pass or a setting switches off, and gives the rest its severity. */
  apply(problems: readonly Problem[]): readonly Problem[];
  /** Whether all that a rule reports is switched off, so that whoever looks for it may save the time. */
  isOff(rule: ProblemCode): boolean;
  /**
   * The comments that have let nothing pass so far, as `check/unused-suppression`; worth asking only when everything has
   * been checked.
   */
  unused(): readonly Problem[];
}>;

/**
 * Reads what was decided about rules: comments in templates, series, brands and `handout.yaml`, and the settings under
 * `rules:`, for which those of the command line are given as `overrides`.
 */
export function openPolicy(workspace: Workspace, overrides: readonly RuleSetting[] = []): Policy {
  const configured = Object.entries(workspace.config.rules).map(([id, level]) => ({ id, level }));
  const suppressions = readSuppressions(workspace);
  const good = suppressions.filter((suppression) => faultOf(suppression) === undefined);
  const used = new Set<Suppression>();
  const isLetPass = (problem: Problem): boolean => {
    const { at, code } = problem;
    if (at === undefined || isFixed(problem)) return false;
    const covering = good.find(
      ({ at: { file }, line, rule }) => file === at.file && line === at.line && rule === code,
    );
    if (covering !== undefined) used.add(covering);
    return covering !== undefined;
  };
  const ofPolicy = (problems: readonly Problem[]): readonly Problem[] =>
    problems.flatMap((problem) => settle(problem, [overrides, configured]) ?? []);
  return {
    problems: ofPolicy([
      ...configured.flatMap((setting) => settingProblem(setting, workspace) ?? []),
      ...suppressions.flatMap((suppression) => faultOf(suppression) ?? []),
    ]),
    apply: (problems) => ofPolicy(problems.filter((problem) => !isLetPass(problem))),
    isOff: (rule) => ofPolicy([{ code: rule, severity: 'error', message: '' }]).length === 0,
    unused: () => ofPolicy(good.filter((each) => !used.has(each)).map(unusedSuppression)),
  };
}

function settingProblem(setting: RuleSetting, workspace: Workspace): Problem | undefined {
  const fault = judgeSetting(setting);
  if (fault === undefined) return undefined;
  const at = workspace.placeOf('settings', '', ['rules', setting.id]);
  return { ...fault, severity: 'warning', ...(at && { at }) };
}

function readSuppressions(workspace: Workspace): readonly Suppression[] {
  const templates = [...workspace.templates.values()];
  const placed = [
    workspace.placeOf('settings', '', []),
    ...[...workspace.series.keys()].map((id) => workspace.placeOf('series', id, [])),
    ...[...workspace.brands.keys()].map((id) => workspace.placeOf('brand', id, [])),
  ];
  const files = new Set(placed.flatMap((at) => at?.file ?? []));
  return [
    ...templates.flatMap(({ file, text }) => findSuppressions(file, text)),
    ...[...files].flatMap((file) => findSuppressions(file, readSourceText(workspace, file) ?? '')),
  ];
}

function faultOf({ rule, reason, at }: Suppression): Problem | undefined {
  const fault = { severity: 'warning', at } as const;
  if (rule !== '' && findRule(rule) === undefined) return { ...fault, ...unknownRule(rule, listRules()) };
  if (rule !== '' && isReason(reason)) return undefined;
  return {
    ...fault,
    code: 'check/unexplained-suppression',
    message:
      rule === ''
        ? 'This comment names no rule, so it lets nothing pass.'
        : `This comment gives no reason, so “${rule}” is still reported.`,
    hint: 'Write check-off, the rule, a colon and the reason.',
  };
}

function unusedSuppression({ rule, at }: Suppression): Problem {
  return {
    code: 'check/unused-suppression',
    severity: 'warning',
    message: `This comment lets nothing pass: its line has no problem “${rule}” that may be let pass.`,
    at,
    hint: whyFixed(rule) ?? 'Remove the comment.',
  };
}

/**
 * The library: opens a workspace and makes handouts from it.
 *
 * ```ts
 * import { buildHandout, openWorkspace } from 'handout';
 *
 * const { value: workspace, problems } = openWorkspace({ dir: 'our-clinic' });
 * const built = await buildHandout(workspace, { handout: 'microneedling/aftercare', lang: 'es' });
 * if (built.value !== undefined) send(built.value.pdf);
 * ```
 *
 * What is wrong with an author's work is returned as problems and never thrown. Nothing should be built from a workspace
 * whose problems hold an error in `handout.yaml`. Neither function writes a file.
 */
export { checkHandout, type CheckedHandout, type CheckOptions } from './check/check-handout.js';
export { deliveryChecks, type DeliveryChecks } from './check/delivery-checks.js';
export { openPolicy, type Policy } from './check/policy.js';
export type { RuleSetting } from './check/rule-settings.js';
export { buildHandout, type Handout, type HandoutFile } from './handout/build.js';
export { refusalOf, type Intent } from './handout/policy.js';
export type { HandoutState } from './handout/standing.js';
export { handoutNames } from './handout/names.js';
export type { HandoutRequest, PersonalDetails } from './handout/request.js';
export { openWorkspace, type Workspace, type WorkspaceOptions } from './workspace/workspace.js';
export { formatNames, type FormatName } from './base/format.js';
export { isAtLeast, type ReviewPolicy, type ReviewState } from './base/review-state.js';
export { paperNames, type PaperName } from './base/paper.js';
export { hasErrors, type Problem, type ProblemCode, type Staged } from './base/problem.js';
export { formatRange, type SourceRange } from './base/source.js';

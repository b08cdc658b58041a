import type { Problem, Staged } from '../base/problem.js';
import type { Series, SeriesHandout } from '../workspace/series.js';
import type { Workspace } from '../workspace/workspace.js';
import { mergeTreatments } from './merge-rules.js';
import { chosenSeries, otherTreatments } from './names.js';
import type { HandoutRequest } from './request.js';
import type { Treatment } from './treatment.js';
import { unknownName } from './unknown-name.js';

/**
 * Merges the treatments that a request names with the one of its handout.
 * @returns nothing where the request names no other treatment, or on an error; reports `workspace/unknown-series`,
 *   `workspace/not-a-sheet` and what `mergeTreatments` does
 */
export function findTreatment(
  workspace: Workspace,
  request: HandoutRequest,
  { series, topic }: Readonly<{ series: Series; topic: SeriesHandout }>,
): Staged<Treatment | undefined> {
  const known = chosenSeries(workspace);
  const ids = known.map(({ id }) => id);
  const unknown = (request.treatments ?? []).filter((id) => !ids.includes(id));
  const problems: Problem[] = unknown.map((id) => unknownName('workspace/unknown-series', id, ids));
  const others = otherTreatments(workspace, request);
  if (others.length > 0 && !series.sheets.includes(topic)) problems.push(notASheet(request.handout, series));
  if (others.length === 0 || problems.length > 0) return { value: undefined, problems };
  const merged = [series, ...known.filter(({ id }) => others.includes(id))];
  return mergeTreatments(merged, (id, index) => workspace.placeOf('series', id, ['rules', index]));
}

function notASheet(handout: string, { id, sheets }: Series): Problem {
  const names = sheets.map((sheet) => `${id}/${sheet.id}`).join(', ');
  return {
    code: 'workspace/not-a-sheet',
    severity: 'error',
    message: `"${handout}" is about one treatment; only a sheet can hold several.`,
    ...(names !== '' && { hint: `Sheets of ${id}: ${names}.` }),
  };
}

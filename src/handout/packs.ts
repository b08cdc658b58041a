import type { PackSettings } from '../workspace/packs-config.js';
import type { Workspace } from '../workspace/workspace.js';
import { chosenSeries } from './names.js';

/**
 * The packs of a workspace, by name. Where its settings name none there is one, `new-patient`: all that the chosen series
 * tell before a treatment, and the sheets to take home.
 */
export function packsOf(workspace: Pick<Workspace, 'series' | 'config'>): ReadonlyMap<string, PackSettings> {
  const { packs } = workspace.config;
  if (packs !== undefined) return new Map(Object.entries(packs));
  const series = chosenSeries(workspace);
  const information = series.flatMap(({ id, topics }) =>
    topics.filter(({ kind }) => kind === 'information').map((topic) => `${id}/${topic.id}`),
  );
  const sheets = series.flatMap(({ id, sheets: own }) => own.map((sheet) => `${id}/${sheet.id}`));
  return new Map([['new-patient', { handouts: [...information, ...sheets] }]]);
}

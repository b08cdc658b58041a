import type { Series } from '../workspace/series.js';
import type { Workspace } from '../workspace/workspace.js';
import type { HandoutRequest } from './request.js';

/** Names every handout that a workspace's settings choose as `<series>/<topic>`, in the order the series give. */
export function handoutNames(workspace: Pick<Workspace, 'series' | 'config'>): readonly string[] {
  return chosenSeries(workspace).flatMap((series) =>
    [...series.topics, ...series.sheets].map((handout) => `${series.id}/${handout.id}`),
  );
}

/** The series that the workspace's settings choose. */
export function chosenSeries({ series, config }: Pick<Workspace, 'series' | 'config'>): readonly Series[] {
  return config.series.flatMap((id) => series.get(id) ?? []);
}

/**
 * Names what a request makes for people, files and the manifest: its handout, and the treatments merged into it, as in
 * `microneedling/combined-aftercare+laser`.
 */
export function visitName({
  handout,
  treatments = [],
}: Pick<HandoutRequest, 'handout' | 'treatments'>): string {
  return [handout, ...treatments].join('+');
}

/** Names a request for a person, as in `microneedling/aftercare (es)`. */
export function nameOf(request: HandoutRequest): string {
  return `${visitName(request)} (${request.lang})`;
}

/** The treatments that a request merges into its handout's own, each once, in the order of the workspace's settings. */
export function otherTreatments(
  workspace: Pick<Workspace, 'series' | 'config'>,
  { handout, treatments = [] }: Pick<HandoutRequest, 'handout' | 'treatments'>,
): readonly string[] {
  const [own] = handout.split('/');
  const ids = chosenSeries(workspace).map(({ id }) => id);
  return ids.filter((id) => id !== own && treatments.includes(id));
}

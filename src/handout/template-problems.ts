import { hasErrors } from '../base/problem.js';
import type { Problem } from '../base/problem.js';
import type { SourceRange } from '../base/source.js';
import type { Series, SeriesHandout } from '../workspace/series.js';
import type { Workspace } from '../workspace/workspace.js';

/** What a template can't find because the strings aren't right; the strings say it better, and once. */
const FOLLOW_UPS: ReadonlySet<string> = new Set(['content/missing-text', 'content/missing-variable']);

/** Leaves out of a template's problems those that follow from faults of the strings, which are reported themselves. */
export function withoutFollowUps(
  ofTemplate: readonly Problem[],
  ofStrings: readonly Problem[],
): readonly Problem[] {
  if (!hasErrors(ofStrings)) return ofTemplate;
  return ofTemplate.filter(({ code }) => !FOLLOW_UPS.has(code));
}

/** Gives problems that have no place one. */
export function placed(problems: readonly Problem[], at: SourceRange | undefined): readonly Problem[] {
  return at === undefined ? problems : problems.map((problem) => ({ at, ...problem }));
}

/** Finds where a series names the template of one of its handouts. */
export function templatePlace(
  workspace: Workspace,
  series: Series,
  handout: SeriesHandout,
): SourceRange | undefined {
  const list = series.topics.includes(handout) ? 'topics' : 'sheets';
  const index = series[list].indexOf(handout);
  return workspace.placeOf('series', series.id, [list, index, 'template']);
}

/** The beginning of a template's file. */
export function templateStart(workspace: Workspace, name: string): SourceRange | undefined {
  const source = workspace.templates.get(name);
  return source && { file: source.file, line: 1, column: 1 };
}

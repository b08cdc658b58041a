import type { Rectangle } from '../base/geometry.js';
import type { Points } from '../base/units.js';
import type { NodeId } from '../document/node.js';
import type { GlyphRun } from '../text/paragraph.js';

/** Runs next to each other on a line that belong to the same node. */
export type TagGroup = Readonly<{ tag: NodeId; runs: readonly GlyphRun[]; start: number; end: number }>;

/** Groups the runs of a line by the node they belong to, the groups in reading order. */
export function groupByTag(runs: readonly GlyphRun[]): readonly TagGroup[] {
  const groups: { tag: NodeId; runs: GlyphRun[]; start: number; end: number }[] = [];
  for (const run of runs) {
    const last = groups.at(-1);
    if (last?.tag === run.tag) {
      last.runs.push(run);
      last.start = Math.min(last.start, run.start);
      last.end = Math.max(last.end, run.end);
    } else groups.push({ tag: run.tag, runs: [run], start: run.start, end: run.end });
  }
  return groups.sort((one, other) => one.start - other.start);
}

/** Where a group stands: the room that a link has for a finger or a pointer. */
export function groupArea(
  { runs }: Pick<TagGroup, 'runs'>,
  { x, baseline }: Readonly<{ x: Points; baseline: Points }>,
): Rectangle {
  const first = runs[0]!;
  const last = runs.at(-1)!;
  const size = Math.max(...runs.map((run) => run.style.size));
  return {
    x: x + first.x,
    y: baseline - size,
    width: last.x + last.width - first.x,
    height: size * 1.3,
  };
}

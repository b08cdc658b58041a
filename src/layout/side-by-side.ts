import type { Points } from '../base/units.js';
import { flowHeight, type Flow, type Ground, type Keep, type Turned } from './flow.js';
import { addParallel, addSpace, createFlowBuilder, finishFlow, type FlowBuilder } from './flow-builder.js';
import { indentBeside, type FlowContext } from './flow-context.js';

/** One of the things side by side. */
export type SideBySide = Readonly<{
  context: FlowContext;
  grounds: readonly Ground[];
  build: (builder: FlowBuilder, context: FlowContext) => void;
  /** Given where an author should hear that it is divided. */
  keep?: Keep | undefined;
  /** Given where it runs the other way than what is around it. */
  turned?: Turned | undefined;
}>;

/** Adds flows side by side, each built in its own track. The space that one wishes for above or below is wished for by all. */
export function addSideBySide(builder: FlowBuilder, sides: readonly SideBySide[]): void {
  let linesToKeep = 0;
  let [above, below] = [0, 0];
  const columns = sides.map(({ context, grounds, build, turned }) => {
    const column = { ...createFlowBuilder(), atTop: false };
    build(column, context);
    linesToKeep = Math.max(linesToKeep, column.linesToKeep);
    above = Math.max(above, column.items[0]?.before ?? 0);
    below = Math.max(below, column.space);
    return { flow: finishFlow(column), grounds, ...(turned && { turned }) };
  });
  const height = Math.max(...columns.map(({ flow }) => flowHeight(flow)));
  const keep = sides.find((side) => side.keep)?.keep;
  addSpace(builder, above);
  addParallel(builder, { columns, height, ...(keep && { keep }) });
  addSpace(builder, below);
  // Columns that end with headings stay with what comes below them.
  builder.linesToKeep = linesToKeep;
}

/** Builds a flow of its own. */
export function buildFlow(build: SideBySide['build'], context: FlowContext): Flow {
  const builder = createFlowBuilder();
  build(builder, context);
  return finishFlow(builder);
}

/** Divides a width by shares, less the gaps. */
export function shareWidth(shares: readonly number[], width: Points, gap: Points): readonly Points[] {
  const total = shares.reduce((sum, share) => sum + share, 0);
  const available = width - gap * (shares.length - 1);
  return shares.map((share) => (available * share) / total);
}

/** The places of columns of these widths. */
export function tracksOf(
  widths: readonly Points[],
  gap: Points,
  context: FlowContext,
): readonly FlowContext[] {
  let offset = 0;
  return widths.map((width) => {
    const track = { ...indentBeside(context, { width: offset, gap }), measure: width };
    offset += width + gap;
    return track;
  });
}

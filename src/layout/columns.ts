import type { Points } from '../base/units.js';
import type { Columns } from '../document/node.js';
import { flowHeight, type Flow, type Ground } from './flow.js';
import { addParallel, addSpace, createFlowBuilder, finishFlow, type FlowBuilder } from './flow-builder.js';
import { enter, indent, type FlowContext } from './flow-context.js';

/** Adds columns side by side, or one above the other where they would be too narrow to read. */
export function addColumns(builder: FlowBuilder, columns: Columns, context: FlowContext): void {
  const style = context.theme.columns;
  const widths = shareWidth(
    columns.columns.map((column) => column.span),
    context.measure,
    style.gap,
  );
  addSpace(builder, style.before);
  if (widths.some((width) => width < style.minimumWidth)) {
    for (const column of columns.columns) {
      context.addBlocks(builder, column.children, enter(context, column));
      addSpace(builder, style.before);
    }
  } else {
    const tracks = tracksOf(widths, style.gap, context);
    addSideBySide(
      builder,
      columns.columns.map((column, index) => ({
        context: enter(tracks[index]!, column),
        grounds: [],
        build: (flow, track) => track.addBlocks(flow, column.children, track),
      })),
    );
  }
  addSpace(builder, style.after);
}

/** One of the things side by side. */
export type SideBySide = Readonly<{
  context: FlowContext;
  grounds: readonly Ground[];
  build: (builder: FlowBuilder, context: FlowContext) => void;
}>;

/** Adds flows side by side, each built in its own track. */
export function addSideBySide(builder: FlowBuilder, sides: readonly SideBySide[]): void {
  const columns = sides.map(({ context, grounds, build }) => ({ flow: buildFlow(build, context), grounds }));
  addParallel(builder, { columns, height: Math.max(...columns.map((column) => flowHeight(column.flow))) });
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
    const track = { ...indent(context, offset), measure: width };
    offset += width + gap;
    return track;
  });
}

import type { Column, Columns } from '../document/node.js';
import { calloutSide } from './callout.js';
import { addSpace, type FlowBuilder } from './flow-builder.js';
import { enter, type FlowContext } from './flow-context.js';
import { addSideBySide, shareWidth, tracksOf, type SideBySide } from './side-by-side.js';
import { hasBlankBeside } from './write-on.js';

/** Adds columns side by side, or one above the other where they would be too narrow to read or to write in. */
export function addColumns(builder: FlowBuilder, columns: Columns, context: FlowContext): void {
  const style = context.theme.columns;
  const gap = columns.columns.every(isBox) ? style.boxGap : style.gap;
  const shares = columns.columns.map((column) => column.span);
  const widths = shareWidth(shares, context.measure, gap);
  addSpace(builder, style.before);
  const tracks = tracksOf(widths, gap, context);
  if (columns.columns.some((column, index) => isTooNarrow(column, tracks[index]!))) {
    for (const column of columns.columns) {
      context.addBlocks(builder, column.children, enter(context, column));
      addSpace(builder, style.before);
    }
  } else {
    addSideBySide(
      builder,
      columns.columns.map((column, index) => turnedSide(column, tracks[index]!)),
    );
  }
  addSpace(builder, style.after);
}

/** A column in a language that runs the other way is mirrored: its bars and bullets stand at its own start. */
function turnedSide(column: Column, track: FlowContext): SideBySide {
  const { dir = track.documentDir } = column;
  const context = enter(track, column);
  if (dir === track.documentDir) return columnSide(column, context);
  const { start, measure: width } = track;
  return {
    ...columnSide(column, { ...context, documentDir: dir }),
    turned: { start, width, dir },
  };
}

function isBox({ children }: Column): boolean {
  return children.length === 1 && children[0]?.kind === 'callout';
}

function isTooNarrow(column: Column, track: FlowContext): boolean {
  if (holdsText(column) && track.measure < track.theme.columns.minimumWidth) return true;
  const inner = enter(track, column);
  return column.children.some(
    (block) => block.kind === 'paragraph' && block.role === 'write-on' && !hasBlankBeside(block, inner),
  );
}

/** A picture can be seen in a column that is too narrow to read. */
function holdsText({ children }: Column): boolean {
  return children.some(({ kind }) => kind !== 'figure');
}

/** Callouts that are all of their columns make boxes of one height. */
function columnSide({ children }: Column, context: FlowContext): SideBySide {
  const [first] = children;
  if (children.length === 1 && first?.kind === 'callout') return calloutSide(first, context);
  return { context, grounds: [], build: (builder, inner) => inner.addBlocks(builder, children, inner) };
}

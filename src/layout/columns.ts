import type { Column, Columns } from '../document/node.js';
import type { BoxStyle } from '../style/block-style.js';
import { calloutSide } from './callout.js';
import { cardSide } from './cards.js';
import { doDontSide, isStacked } from './do-dont.js';
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
  const tracks = tracksOf(widths, gap, context);
  const { before, after } = spacesAround(columns, context);
  addSpace(builder, before);
  if (columns.columns.some((column, index) => isTooNarrow(column, tracks[index]!))) {
    for (const column of columns.columns) {
      context.addBlocks(builder, column.children, enter(context, column));
      addSpace(builder, before);
    }
  } else addRows(builder, columns, tracks);
  addSpace(builder, after);
}

/**
 * Columns are set off from what is around them. One block in two languages isn't: headings stand as close to their text as they do in one
 * language, and boxes as far apart.
 */
function spacesAround({ columns }: Columns, { theme }: FlowContext): Pick<BoxStyle, 'before' | 'after'> {
  if (!columns.every(({ lang }) => lang !== undefined)) return theme.columns;
  const [first] = columns[0]!.children;
  switch (first?.kind) {
    case 'callout':
      return theme.callouts[first.role];
    case 'do-dont':
      return theme.do;
    case 'cards':
      return { before: theme.cards.gap, after: theme.cards.gap };
    default:
      return { before: 0, after: 0 };
  }
}

/** Do-don't blocks that all divide into two boxes make two rows: what to do, and what to avoid. */
function addRows(builder: FlowBuilder, { columns }: Columns, tracks: readonly FlowContext[]): void {
  const halves = columns.map((column, index) => {
    const [first] = column.children;
    const stands = column.children.length === 1 && first?.kind === 'do-dont' && isStacked(tracks[index]!);
    return stands ? first : undefined;
  });
  if (halves.some((half) => half === undefined)) {
    addSideBySide(
      builder,
      columns.map((column, index) => turnedSide(column, tracks[index]!, columnSide)),
    );
    return;
  }
  for (const side of ['do', 'dont'] as const) {
    addSpace(builder, tracks[0]!.theme[side].before);
    addSideBySide(
      builder,
      columns.map((column, index) =>
        turnedSide(column, tracks[index]!, (_, inner) => doDontSide(halves[index]!, side, inner)),
      ),
    );
  }
}

/** A column in a language that runs the other way is mirrored: its bars and bullets stand at its own start. */
function turnedSide(
  column: Column,
  track: FlowContext,
  sideOf: (column: Column, context: FlowContext) => SideBySide,
): SideBySide {
  const { dir = track.documentDir } = column;
  const context = enter(track, column);
  if (dir === track.documentDir) return sideOf(column, context);
  const { start, measure: width } = track;
  return { ...sideOf(column, { ...context, documentDir: dir }), turned: { start, width, dir } };
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

/** Boxes that are all of their columns are of one height. */
function columnSide({ children }: Column, context: FlowContext): SideBySide {
  const [first] = children;
  if (children.length === 1 && first?.kind === 'callout') return calloutSide(first, context);
  if (children.length === 1 && first?.kind === 'cards' && first.items.length === 1) {
    return cardSide(first.items[0]!, context);
  }
  return { context, grounds: [], build: (builder, inner) => inner.addBlocks(builder, children, inner) };
}

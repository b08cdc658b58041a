import type { TableCell } from '../document/node.js';
import type { BlockStyles } from '../style/block-style.js';
import { buildFlow } from './side-by-side.js';
import type { Ground, ParallelColumn } from './flow.js';
import { addPadding, addTrailer } from './flow-builder.js';
import { indent, type FlowContext } from './flow-context.js';

/** Builds a cell: its padding and text, and behind a head cell its tint. */
export function cellColumn(cell: TableCell, isHead: boolean, context: FlowContext): ParallelColumn {
  const { padding, head } = context.theme.table;
  const { start, measure: width } = context;
  const ground: Ground = { start, width, fill: head.fill, radius: 0, topInset: 0, bottomInset: 0 };
  const inner = {
    ...indent(context, padding.start, padding.end),
    blocks: cellBlocks(cell, isHead, context),
  };
  const flow = buildFlow((builder) => {
    addPadding(builder, padding.top);
    inner.addBlocks(builder, cell.children, inner);
    addTrailer(builder, padding.bottom, []);
  }, inner);
  return { flow, grounds: isHead ? [ground] : [] };
}

/** The styles of a cell's text, by what the cell heads. */
export function cellBlocks(
  cell: TableCell,
  isHead: boolean,
  { theme, blocks }: Pick<FlowContext, 'theme' | 'blocks'>,
): BlockStyles {
  if (isHead) return theme.table.head.blocks;
  return cell.header === undefined ? blocks : theme.table.rowHead;
}

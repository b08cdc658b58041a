import type { Block, DocumentNode, Section } from '../document/node.js';
import { addOutermost, type FlowPart, type LayoutSharing } from './block-flow.js';
import { addCallout } from './callout.js';
import { addCards } from './cards.js';
import { addColumns } from './columns.js';
import { addCutLine } from './cut-line.js';
import { addDoDont } from './do-dont.js';
import { addFigure } from './figure.js';
import type { Flow } from './flow.js';
import {
  addRange,
  addSpace,
  addStrip,
  createFlowBuilder,
  finishFlow,
  type FlowBuilder,
} from './flow-builder.js';
import { enter, type FlowContext } from './flow-context.js';
import { addLetterhead } from './letterhead.js';
import { addList } from './list.js';
import { addTable } from './table.js';
import { addTextBlock, textBlockOf } from './text-block.js';
import { addTimeline } from './timeline.js';
import { addWriteOn } from './write-on.js';

/** The flow of a whole document, and which outermost block each part of it comes from. */
export type DocumentFlow = Flow & Readonly<{ parts: readonly FlowPart[] }>;

/** Measures a document: sets its text and turns every block into items of one endless column. */
export function buildDocumentFlow(
  { letterhead, children }: DocumentNode,
  context: FlowContext,
  sharing?: LayoutSharing,
): DocumentFlow {
  const builder = createFlowBuilder();
  const outer = { ...context, sharing };
  const head = {
    blocks: letterhead,
    build: (inner: FlowContext) => addLetterhead(builder, letterhead, inner),
  };
  const parts = [addOutermost(builder, head, outer)];
  for (const block of children) {
    const build = (inner: FlowContext): void => addBlock(builder, block, inner);
    parts.push(addOutermost(builder, { blocks: [block], build }, outer));
  }
  return { ...finishFlow(builder), parts };
}

/** Adds blocks of any kind, one below the other. */
export function addBlocks(builder: FlowBuilder, blocks: readonly Block[], context: FlowContext): void {
  for (const block of blocks) addBlock(builder, block, context);
}

function addBlock(builder: FlowBuilder, block: Block, outer: FlowContext): void {
  const context = enter(outer, block);
  switch (block.kind) {
    case 'paragraph':
      if (block.role === 'write-on') return addWriteOn(builder, block, context);
      return addTextBlock(builder, textBlockOf(block, context), context);
    case 'heading':
      return addTextBlock(builder, textBlockOf(block, context), context);
    case 'list':
      return addList(builder, block, context);
    case 'table':
      return addTable(builder, block, context);
    case 'figure':
      return addFigure(builder, block, context);
    case 'callout':
      return addCallout(builder, block, context);
    case 'section':
      return addSection(builder, block, context);
    case 'columns':
      return addColumns(builder, block, context);
    case 'do-dont':
      return addDoDont(builder, block, context);
    case 'timeline':
      return addTimeline(builder, block, context);
    case 'cards':
      return addCards(builder, block, context);
    case 'rule':
      return addRule(builder, context);
  }
}

function addSection(builder: FlowBuilder, section: Section, context: FlowContext): void {
  const build = (): void => addBlocks(builder, section.children, context);
  const { role, at } = section;
  if (role === undefined) return build();
  const keep = { name: `section of class "${role}"`, ...(at && { at }) };
  addRange(builder, { grounds: [], head: [], foot: 0, keep }, () => {
    if (role === 'cut-off') addCutLine(builder, context);
    build();
  });
}

function addRule(builder: FlowBuilder, { theme, start, measure }: FlowContext): void {
  const { thickness, colour, before, after } = theme.rule;
  const box = { start, top: 0, width: measure, height: thickness };
  addSpace(builder, before);
  addStrip(builder, {
    height: thickness,
    marks: [{ kind: 'shape', box, radius: 0, fill: colour }],
    joined: false,
  });
  addSpace(builder, after);
}

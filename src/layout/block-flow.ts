import type { Problem } from '../base/problem.js';
import type { Block, DocumentNode } from '../document/node.js';
import type { Flow, FlowRange } from './flow.js';
import type { FlowBuilder } from './flow-builder.js';
import type { FlowContext } from './flow-context.js';
import type { PlacedBlock } from './page.js';

/**
 * What was laid out of a general handout, block by block. Its personalised copies hold the same blocks, which needn't be
 * measured and placed again. Everything in one memory was laid out with the same theme, paper and pictures.
 */
export type LayoutMemory = Readonly<{
  /** By the first of the blocks. */
  flows: WeakMap<Block, BlockFlow>;
  /** By the flow, and which of its items stand on a page. */
  placed: WeakMap<Flow, Map<string, PlacedBlock>>;
  /** Running lines by page, by what the document repeats. */
  running: WeakMap<DocumentNode['runningFooter'], Map<string, PlacedBlock>>;
}>;

/** A memory, and whether it is the general handout that fills it. */
export type LayoutSharing = Readonly<{ memory: LayoutMemory; isGeneral: boolean }>;

/** Starts a memory for a general handout and its copies. */
export function createLayoutMemory(): LayoutMemory {
  return { flows: new WeakMap(), placed: new WeakMap(), running: new WeakMap() };
}

/** What outermost blocks add to a document's flow, with indices counted from their first item and range. */
export type BlockFlow = Readonly<{
  blocks: readonly Block[];
  flow: Flow;
  problems: readonly Problem[];
  /** How the builder stood before and after. */
  before: BuilderState;
  after: BuilderState;
}>;

/** A block's flow within the flow of its document. */
export type FlowPart = Readonly<{
  flow: Flow;
  /** Indices of its first item and range. */
  item: number;
  range: number;
  /** It is a block of the general handout. */
  isShared: boolean;
}>;

type BuilderState = Readonly<Pick<FlowBuilder, 'space' | 'atTop' | 'linesToKeep'>>;

/** Adds outermost blocks: what `build` adds, or what it added when they were laid out before. */
export function addOutermost(
  builder: FlowBuilder,
  { blocks, build }: Readonly<{ blocks: readonly Block[]; build: (context: FlowContext) => void }>,
  { sharing, ...context }: FlowContext & { sharing?: LayoutSharing | undefined },
): FlowPart {
  const flows = sharing?.memory.flows;
  const [first] = blocks;
  const known = first && flows?.get(first);
  const isSame = known !== undefined && isSameList(known.blocks, blocks);
  const isShared = isSame || (sharing?.isGeneral ?? false);
  const part = { item: builder.items.length, range: builder.ranges.length, isShared };
  if (isSame && isSameState(known.before, builder)) {
    repeat(builder, known);
    for (const problem of known.problems) context.report(problem);
    return { ...part, flow: known.flow };
  }
  const before = stateOf(builder);
  const problems: Problem[] = [];
  build({ ...context, report: (problem) => problems.push(problem) });
  for (const problem of problems) context.report(problem);
  const flow = {
    items: builder.items.slice(part.item),
    ranges: builder.ranges.slice(part.range).map((range) => shifted(range, -part.item)),
  };
  if (first && isShared) flows?.set(first, { blocks, flow, problems, before, after: stateOf(builder) });
  return { ...part, flow };
}

function repeat(builder: FlowBuilder, { flow, after }: BlockFlow): void {
  const from = builder.items.length;
  for (const item of flow.items) builder.items.push(item);
  for (const range of flow.ranges) builder.ranges.push(shifted(range, from));
  Object.assign(builder, after);
}

function shifted(range: FlowRange, by: number): FlowRange {
  return { ...range, from: range.from + by, to: range.to + by };
}

function stateOf({ space, atTop, linesToKeep }: FlowBuilder): BuilderState {
  return { space, atTop, linesToKeep };
}

function isSameState(one: BuilderState, other: BuilderState): boolean {
  return one.space === other.space && one.atTop === other.atTop && one.linesToKeep === other.linesToKeep;
}

function isSameList(blocks: readonly Block[], others: readonly Block[]): boolean {
  return blocks.length === others.length && blocks.every((block, index) => block === others[index]);
}

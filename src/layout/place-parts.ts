import type { Points } from '../base/units.js';
import type { FlowPart, LayoutMemory } from './block-flow.js';
import { stackFlow, type Entry, type FlowPage } from './break-pages.js';
import type { Page, PlacedBlock } from './page.js';
import { placePage, type Frame, type Placement } from './place.js';

/** Where blocks are placed, and what was placed before. */
export type PartsPlace = Readonly<{ frame: Frame; placed?: LayoutMemory['placed'] | undefined }>;

/** Places what each part of a document's flow has on a page. */
export function placeParts(page: FlowPage, parts: readonly FlowPart[], place: PartsPlace): Page['blocks'] {
  const blocks: { block: PlacedBlock; y: Points }[] = [];
  let next = 0;
  for (const part of parts) {
    const from = next;
    const end = part.item + part.flow.items.length;
    while (next < page.entries.length && page.entries[next]!.index < end) next++;
    if (next === from) continue;
    const entries = page.entries.slice(from, next);
    const block = placePart(part, { ...page, entries }, place);
    blocks.push({ block, y: place.frame.top + entries[0]!.top });
  }
  return blocks;
}

/** Places the entries of one part, from the top of the first. */
function placePart(part: FlowPart, page: FlowPage, { frame, placed }: PartsPlace): PlacedBlock {
  const { flow, isShared } = part;
  const { entries, tightness } = page;
  const ownFrame = { ...frame, top: 0 };
  if (!placed || !isShared || entries.some(isUnusual)) {
    return placeBlock(partialPage(part, page), ownFrame, isShared);
  }
  const from = entries[0]!.index - part.item;
  const to = from + entries.length;
  let known = placed.get(flow);
  if (!known) placed.set(flow, (known = new Map()));
  const key = `${from} ${to} ${tightness}`;
  let block = known.get(key);
  if (!block)
    known.set(key, (block = placeBlock(stackFlow(flow, { from, to, tightness }), ownFrame, isShared)));
  return block;
}

/** An entry that doesn't follow from the flow alone, but from where the page ends too. */
function isUnusual({ slice, repeatedFor }: Entry): boolean {
  return slice !== undefined || repeatedFor !== undefined;
}

/** The page as if there were only this part, with indices and tops counted from its own beginning. */
function partialPage(part: FlowPart, { entries, bottom, tightness }: FlowPage): FlowPage {
  const { top } = entries[0]!;
  const own = entries.map((entry) => ({
    ...entry,
    index: entry.index - part.item,
    top: entry.top - top,
    ...(entry.repeatedFor !== undefined && { repeatedFor: entry.repeatedFor - part.range }),
  }));
  return { flow: part.flow, entries: own, bottom: bottom - top, tightness };
}

function placeBlock(page: FlowPage, frame: Frame, isShared: boolean): PlacedBlock {
  const placement: Placement = { items: [], headings: [] };
  placePage(placement, page, frame);
  return { ...placement, isShared };
}

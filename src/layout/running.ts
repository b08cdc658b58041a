import type { Size } from '../base/geometry.js';
import type { Problem } from '../base/problem.js';
import type { Points } from '../base/units.js';
import type { DocumentNode, Inline, RunningLine } from '../document/node.js';
import type { LayoutSharing } from './block-flow.js';
import type { FlowContext } from './flow-context.js';
import { formatCount } from './format-count.js';
import { spansOf } from './inline.js';
import type { Meaning, PlacedBlock, PlacedItem } from './page.js';
import { leftOf, type Frame } from './place.js';
import { baselineOf, endlessMeasure, setText } from './text-block.js';

/** Which page of how many; pages count from 1. */
export type PageOrdinal = Readonly<{ number: number; count: number }>;

/** The page that running lines are placed on. */
export type RunningPage = Readonly<{
  context: FlowContext;
  frame: Frame;
  size: Size;
  sharing?: LayoutSharing | undefined;
}>;

/**
 * Places the running header (on every page but the first) and footer of a page, as a block that begins at the page's
 * top. Both have a fixed place outside the text area, so the page count can be written into them once it is known.
 */
export function placeRunning(document: DocumentNode, ordinal: PageOrdinal, page: RunningPage): PlacedBlock {
  const { sharing, context } = page;
  const { runningFooter } = document;
  const running = sharing?.memory.running;
  if (sharing?.isGeneral && !running?.has(runningFooter)) running?.set(runningFooter, new Map());
  const known = running?.get(runningFooter);
  const key = `${ordinal.number} ${ordinal.count}`;
  const block = known?.get(key);
  if (block) return block;
  const problems: Problem[] = [];
  const own = { ...context, report: (problem: Problem) => void problems.push(problem) };
  const items = placeItems(document, ordinal, { ...page, context: own });
  problems.forEach(context.report);
  const placed = { items, headings: [], isShared: known !== undefined && problems.length === 0 };
  if (placed.isShared) known?.set(key, placed);
  return placed;
}

function placeItems(document: DocumentNode, ordinal: PageOrdinal, page: RunningPage): readonly PlacedItem[] {
  const { context, frame, size } = page;
  const { page: style, running } = context.theme;
  const items: PlacedItem[] = [];
  if (ordinal.number > 1 && document.runningHeader.length > 0) {
    const line = { start: document.runningHeader, end: [] };
    items.push(
      ...placeRunningLine(line, 'header', { context, ordinal, frame: { ...frame, top: style.headerTop } }),
    );
  }
  if (document.runningFooter.length === 0) return items;
  const footerTop = size.height - style.insets.bottom + style.footerGap;
  items.push(footerRule(context, frame, footerTop));
  const place = { context, ordinal, frame };
  footerRows(document.runningFooter, place).forEach((line, index) => {
    const top = footerTop + footerRuleGap + index * running.leading;
    items.push(...placeRunningLine(line, 'footer', { context, ordinal, frame: { ...frame, top } }));
  });
  return items;
}

const footerRuleGap: Points = 6;
/** What most printers can't reach at the page's edge. */
const edge: Points = 12;

/** Parts too long to share a line stand on lines of their own, where the page has room for these. */
function footerRows(lines: readonly RunningLine[], place: RunningPlace): readonly RunningLine[] {
  const { page, running } = place.context.theme;
  const room = page.insets.bottom - page.footerGap - footerRuleGap - edge;
  const rows = lines.flatMap((line) => {
    const { start, end } = line;
    if (start.length === 0 || end.length === 0) return [line];
    const widths = [start, end].map((part) => setRunningPart(part, place)?.width ?? 0);
    const isTooLong = widths[0]! + partGap + widths[1]! > place.frame.width;
    return isTooLong ? [start, end].map((part) => ({ start: part, end: [] })) : [line];
  });
  return rows.length * running.leading <= room ? rows : lines;
}

function footerRule({ theme }: FlowContext, frame: Frame, footerTop: Points): PlacedItem {
  const { thickness, colour } = theme.page.footerLine;
  return {
    kind: 'shape',
    meaning: { kind: 'artifact', type: 'footer' },
    shape: {
      box: { x: frame.left, y: footerTop, width: frame.width, height: thickness },
      radius: 0,
      fill: colour,
    },
  };
}

type RunningPlace = Readonly<{ context: FlowContext; ordinal: PageOrdinal; frame: Frame }>;

function placeRunningLine(
  line: RunningLine,
  type: 'header' | 'footer',
  place: RunningPlace,
): readonly PlacedItem[] {
  const { context, frame } = place;
  const baseline = frame.top + baselineOf(context.theme.running, context.theme.running.leading);
  const meaning: Meaning = { kind: 'artifact', type };
  const items: PlacedItem[] = [];
  let endWidth = 0;
  for (const part of ['end', 'start'] as const) {
    if (line[part].length === 0) continue;
    const measure = frame.width - endWidth;
    const set = setRunningPart(line[part], place);
    if (set === undefined) continue;
    if (set.width > measure) reportTooLong(set.width, measure, context);
    const start = part === 'start' ? 0 : frame.width - set.width;
    items.push({ kind: 'line', meaning, line: set, x: leftOf(start, set.width, frame), baseline });
    if (part === 'end') endWidth = set.width + partGap;
  }
  return items;
}

const partGap: Points = 16;

/** Sets one part on one line; it has no room for a second. */
function setRunningPart(
  inlines: readonly Inline[],
  { context, ordinal }: RunningPlace,
): ReturnType<typeof setText>['lines'][number] | undefined {
  const spans = spansOf(inlines, {
    style: context.theme.running,
    lang: context.lang,
    tag: 0,
    pageNumber: formatCount(ordinal.number, context.lang),
    pageCount: formatCount(ordinal.count, context.lang),
  });
  const { lang, dir } = context;
  const unbounded = { ...context, measure: endlessMeasure };
  return setText({ spans, lang, dir, purpose: 'body' }, {}, unbounded).lines[0];
}

function reportTooLong(width: Points, measure: Points, { report }: FlowContext): void {
  report({
    code: 'layout/overflow',
    severity: 'error',
    message:
      `A running line at the page’s edge is ${Math.ceil(width)} pt long and has room for ` +
      `${Math.floor(measure)} pt.`,
    hint: 'Shorten it, or move a part of it to a second line.',
  });
}

import type { Size } from '../base/geometry.js';
import type { Problem } from '../base/problem.js';
import type { Points } from '../base/units.js';
import type { DocumentNode, Inline, RunningLine } from '../document/node.js';
import type { Line } from '../text/paragraph.js';
import type { LayoutSharing } from './block-flow.js';
import type { FlowContext } from './flow-context.js';
import { formatCount } from './format-count.js';
import { spansOf } from './inline.js';
import type { Meaning, PlacedBlock, PlacedItem } from './page.js';
import { leftOf, type Frame } from './place.js';
import { baselineOf, setText } from './text-block.js';

/** How much room running lines take away from the text, beyond the margins they stand in. */
export type RunningRoom = Readonly<{ above: Points; below: Points }>;

/** Which page of how many; pages count from 1. */
export type PageOrdinal = Readonly<{ number: number; count: number }>;

/** The page that running lines are placed on. */
export type RunningPage = Readonly<{
  context: FlowContext;
  frame: Frame;
  size: Size;
  /** Between the text area's end and the page's. */
  bottom: Points;
  sharing?: LayoutSharing | undefined;
}>;

/**
 * Measures running lines before there are pages: what is too long for one line takes more, and then the text gets less room.
 */
export function runningRoom(document: DocumentNode, context: FlowContext, width: Points): RunningRoom {
  const { page, running } = context.theme;
  const place = { context: { ...context, report: () => undefined }, ordinal: manyPages, width };
  const room = page.insets.bottom - page.footerGap - footerRuleGap - edge;
  const more = (lines: readonly RunningLine[], free: Points): Points =>
    Math.max(0, rowsOf(lines, place).length * running.leading - free);
  return {
    above: more(
      headerLines(document),
      Math.min(running.leading, page.insets.top - page.headerTop - page.headerGap),
    ),
    below: more(document.runningFooter, room),
  };
}

/** Page numbers are hardly ever longer. */
const manyPages: PageOrdinal = { number: 88, count: 88 };

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
  const { context, frame, size, bottom } = page;
  const { page: style } = context.theme;
  const place = { context, ordinal, width: frame.width };
  const header = ordinal.number > 1 ? rowsOf(headerLines(document), place) : [];
  const footer = rowsOf(document.runningFooter, place);
  const footerTop = size.height - bottom + style.footerGap;
  return [
    ...placeRows(header, 'header', { context, frame: { ...frame, top: style.headerTop } }),
    ...(footer.length > 0 ? [footerRule(context, frame, footerTop)] : []),
    ...placeRows(footer, 'footer', { context, frame: { ...frame, top: footerTop + footerRuleGap } }),
  ];
}

function headerLines({ runningHeader }: DocumentNode): readonly RunningLine[] {
  return runningHeader.length > 0 ? [{ start: runningHeader, end: [] }] : [];
}

const footerRuleGap: Points = 6;
/** What most printers can't reach at the page's edge. */
const edge: Points = 12;

type RunningPlace = Readonly<{ context: FlowContext; ordinal: PageOrdinal; width: Points }>;

/** One line of type at the page's edge: words at its start, at its end, or both. */
type Row = Readonly<{ start?: Line; end?: Line }>;

/** Parts too long to share a line stand on lines of their own. */
function rowsOf(lines: readonly RunningLine[], place: RunningPlace): readonly Row[] {
  return lines.flatMap(({ start, end }): readonly Row[] => {
    const parts = [start, end].map((part) => (part.length > 0 ? setPart(part, place) : []));
    const [first, last] = parts as [readonly Line[], readonly Line[]];
    const isOneRow = first.length <= 1 && last.length <= 1;
    const width = (first[0]?.width ?? 0) + partGap + (last[0]?.width ?? 0);
    if (isOneRow && (first.length + last.length < 2 || width <= place.width)) {
      return [{ ...(first[0] && { start: first[0] }), ...(last[0] && { end: last[0] }) }];
    }
    return [...first, ...last].map((line) => ({ start: line }));
  });
}

const partGap: Points = 16;

function setPart(inlines: readonly Inline[], { context, ordinal, width }: RunningPlace): readonly Line[] {
  const { lang, dir } = context;
  const spans = spansOf(inlines, {
    style: context.theme.running,
    lang,
    tag: 0,
    pageNumber: formatCount(ordinal.number, lang),
    pageCount: formatCount(ordinal.count, lang),
  });
  return setText({ spans, lang, dir, purpose: 'body' }, {}, { ...context, measure: width }).lines;
}

function placeRows(
  rows: readonly Row[],
  type: 'header' | 'footer',
  { context, frame }: Readonly<{ context: FlowContext; frame: Frame }>,
): readonly PlacedItem[] {
  const { running } = context.theme;
  const meaning: Meaning = { kind: 'artifact', type };
  return rows.flatMap(({ start, end }, index) => {
    const baseline = frame.top + index * running.leading + baselineOf(running, running.leading, context.lang);
    const place = (line: Line, offset: Points): PlacedItem => {
      return { kind: 'line', meaning, line, x: leftOf(offset, line.width, frame), baseline };
    };
    return [...(end ? [place(end, frame.width - end.width)] : []), ...(start ? [place(start, 0)] : [])];
  });
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

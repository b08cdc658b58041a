import type { Size } from '../base/geometry.js';
import type { Problem, Report, Staged } from '../base/problem.js';
import type { Points } from '../base/units.js';
import type { DocumentNode, NodeId } from '../document/node.js';
import type { RasterImage } from '../graphics/raster.js';
import type { VectorImage } from '../graphics/vector.js';
import type { Theme } from '../style/theme.js';
import type { Typesetter } from '../text/typesetter.js';
import type { LayoutSharing } from './block-flow.js';
import { breakPages, countDivided, type FlowPage, type PageRoom } from './break-pages.js';
import { addBlocks, buildDocumentFlow } from './build-flow.js';
import type { Flow } from './flow.js';
import type { FlowContext } from './flow-context.js';
import type { HeadingPlace, LaidOutDocument, Page } from './page.js';
import { placeParts } from './place-parts.js';
import type { Frame } from './place.js';
import { placeRunning, runningRoom, type RunningRoom } from './running.js';

/** What a document is laid out with. */
export type LayoutContext = Readonly<{
  theme: Theme;
  /** Of a page. */
  size: Size;
  typesetter: Typesetter;
  /** By the source that a figure names, `qr:` and its text included. */
  images: ReadonlyMap<string, VectorImage | RasterImage>;
  /** What a general handout and its copies share. */
  sharing?: LayoutSharing;
}>;

/**
 * Lays a document out: measures it into one endless column, divides that into pages, places what is on each page, and
 * adds the running lines. Reports `layout/overflow`, `layout/overfull-page` and what the typesetter reports.
 */
export function layOut(document: DocumentNode, context: LayoutContext): Staged<LaidOutDocument> {
  const problems: Problem[] = [];
  const report: Report = (problem) => problems.push(problem);
  const page = textArea(document, context);
  const measuring = flowContextOf(document, context, { area: page, report });
  const area = within(page, runningRoom(document, measuring, page.frame.width));
  const flowContext = { ...measuring, pageHeight: area.height };
  const { sharing } = context;
  const flow = buildDocumentFlow(document, flowContext, sharing);
  const { tightest, isTightest } = context.theme.page;
  const room = { first: area.height, rest: area.height, tightness: tightest, partsTogether: isTightest };
  const flowPages = divide(flow, room, report);
  const headings = new Map<NodeId, HeadingPlace>();
  const pages = flowPages.map((flowPage, index): Page => {
    const blocks = placeParts(flowPage, flow.parts, { frame: area.frame, placed: sharing?.memory.placed });
    for (const { block, y } of blocks) {
      for (const { node, y: below } of block.headings) headings.set(node, { page: index, y: y + below });
    }
    const ordinal = { number: index + 1, count: flowPages.length };
    const { frame, bottom } = area;
    const onPage = { context: flowContext, frame, bottom, size: context.size, sharing };
    const running = { block: placeRunning(document, ordinal, onPage), y: 0 };
    return { size: context.size, blocks: [...blocks, running] };
  });
  return { value: { document, pages, headings }, problems };
}

/** Where the text of a page stands; `bottom` is what is left below it. */
type TextArea = Readonly<{ frame: Frame; height: Points; bottom: Points }>;

function textArea({ dir }: DocumentNode, { theme, size }: LayoutContext): TextArea {
  const { insets } = theme.page;
  const left = dir === 'rtl' ? insets.end : insets.start;
  return {
    frame: { left, top: insets.top, width: size.width - insets.start - insets.end, dir },
    height: size.height - insets.top - insets.bottom,
    bottom: insets.bottom,
  };
}

function within({ frame, height, bottom }: TextArea, { above, below }: RunningRoom): TextArea {
  return {
    frame: { ...frame, top: frame.top + above },
    height: height - above - below,
    bottom: bottom + below,
  };
}

function flowContextOf(
  { lang, dir }: DocumentNode,
  { theme, typesetter, images }: LayoutContext,
  { area, report }: Readonly<{ area: TextArea; report: Report }>,
): FlowContext {
  return {
    theme,
    typesetter,
    images,
    report,
    addBlocks,
    pageHeight: area.height,
    lang,
    dir,
    documentDir: dir,
    leadingFactor: 1,
    blocks: theme.blocks,
    start: 0,
    measure: area.frame.width,
    spacing: 1,
    hang: theme.page.insets.start / 2,
    align: 'start',
  };
}

/**
 * Divides a flow into pages. Spaces are tightened where that saves a page, keeps whole what reads better whole, or fills a page
 * that would be left half empty, and no more than it takes. What should stay together is divided at last, if that saves a
 * page and the room allows it.
 */
function divide(flow: Flow, tightest: PageRoom, report: Report): readonly FlowPage[] {
  const usual = { ...tightest, tightness: 1, partsTogether: false };
  let best = breakPages(flow, usual, report);
  if (best.length === 1) return best;
  const tryAnother = (room: PageRoom): void => {
    const pages = breakPages(flow, room, () => undefined);
    if (isBetterDivided(pages, best, { flow, height: usual.rest })) best = pages;
  };
  for (let step = 1; step <= tighteningSteps; step++) {
    tryAnother({ ...usual, tightness: 1 - ((1 - tightest.tightness) * step) / tighteningSteps });
  }
  if (tightest.partsTogether) tryAnother(tightest);
  return best;
}

const tighteningSteps = 5;

function isBetterDivided(
  one: readonly FlowPage[],
  other: readonly FlowPage[],
  { flow, height }: Readonly<{ flow: Flow; height: Points }>,
): boolean {
  if (one.length !== other.length) return one.length < other.length;
  const [divided, otherDivided] = [countDivided(one, flow), countDivided(other, flow)];
  if (divided !== otherDivided) return divided < otherDivided;
  return hollowness(one, height) < hollowness(other, height);
}

/**
 * Measures how much the pages before the last look emptier than they are meant to: one that is left a third empty counts, and up to twice
 * as much the earlier it comes, since a reader may believe that this is all.
 */
function hollowness(pages: readonly FlowPage[], height: Points): number {
  const before = pages.slice(0, -1);
  return before.reduce((sum, { bottom }, index) => {
    return bottom < height * leastFilled ? sum + 2 - index / before.length : sum;
  }, 0);
}

const leastFilled = 2 / 3;

import type { Size } from '../base/geometry.js';
import type { Problem, Report, Staged } from '../base/problem.js';
import type { Points } from '../base/units.js';
import type { DocumentNode, NodeId } from '../document/node.js';
import type { RasterImage } from '../graphics/raster.js';
import type { VectorImage } from '../graphics/vector.js';
import type { Theme } from '../style/theme.js';
import type { Typesetter } from '../text/typesetter.js';
import type { LayoutSharing } from './block-flow.js';
import { breakPages, type FlowPage, type PageRoom } from './break-pages.js';
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
  const { tightest } = context.theme.page;
  const flowPages = divide(flow, { first: area.height, rest: area.height, tightness: tightest }, report);
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

/** Divides a flow into pages; spaces are tightened a little where that saves a page. */
function divide(flow: Flow, tightest: PageRoom, report: Report): readonly FlowPage[] {
  const pages = breakPages(flow, { ...tightest, tightness: 1 }, report);
  if (pages.length === 1) return pages;
  const tighter = breakPages(flow, tightest, () => undefined);
  return tighter.length < pages.length ? tighter : pages;
}

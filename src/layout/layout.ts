import type { Size } from '../base/geometry.js';
import type { Problem, Report, Staged } from '../base/problem.js';
import type { Points } from '../base/units.js';
import type { DocumentNode, NodeId } from '../document/node.js';
import type { RasterImage } from '../graphics/raster.js';
import type { VectorImage } from '../graphics/vector.js';
import type { Theme } from '../style/theme.js';
import type { Typesetter } from '../text/typesetter.js';
import type { LayoutSharing } from './block-flow.js';
import { breakPages, type FlowPage } from './break-pages.js';
import { addBlocks, buildDocumentFlow } from './build-flow.js';
import type { Flow } from './flow.js';
import type { FlowContext } from './flow-context.js';
import type { HeadingPlace, LaidOutDocument, Page } from './page.js';
import { placeParts } from './place-parts.js';
import type { Frame } from './place.js';
import { placeRunning } from './running.js';

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
  const area = textArea(document, context);
  const flowContext = flowContextOf(document, context, { area, report });
  const { sharing } = context;
  const flow = buildDocumentFlow(document, flowContext, sharing);
  const flowPages = divide(flow, area.height, report);
  const headings = new Map<NodeId, HeadingPlace>();
  const pages = flowPages.map((flowPage, index): Page => {
    const blocks = placeParts(flowPage, flow.parts, { frame: area.frame, placed: sharing?.memory.placed });
    for (const { block, y } of blocks) {
      for (const { node, y: below } of block.headings) headings.set(node, { page: index, y: y + below });
    }
    const ordinal = { number: index + 1, count: flowPages.length };
    const page = { context: flowContext, frame: area.frame, size: context.size, sharing };
    const running = { block: placeRunning(document, ordinal, page), y: 0 };
    return { size: context.size, blocks: [...blocks, running] };
  });
  return { value: { document, pages, headings }, problems };
}

type TextArea = Readonly<{ frame: Frame; height: Points }>;

function textArea({ dir }: DocumentNode, { theme, size }: LayoutContext): TextArea {
  const { insets } = theme.page;
  const left = dir === 'rtl' ? insets.end : insets.start;
  return {
    frame: { left, top: insets.top, width: size.width - insets.start - insets.end, dir },
    height: size.height - insets.top - insets.bottom,
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
function divide(flow: Flow, height: Points, report: Report): readonly FlowPage[] {
  const room = { first: height, rest: height, tightness: 1 };
  const pages = breakPages(flow, room, report);
  if (pages.length === 1) return pages;
  const tighter = breakPages(flow, { ...room, tightness: mostTightness }, () => undefined);
  return tighter.length < pages.length ? tighter : pages;
}

const mostTightness = 0.75;

import type { NodeId } from '../document/node.js';
import type { Page, PlacedBlock } from '../layout/page.js';
import type { NamedFont } from './font-book.js';
import { paintBlock } from './paint-block.js';
import type { BlockArea, BlockMark, PaintedBlock, Painters } from './paint-block.js';
import type { NamedPicture } from './picture.js';
import { pdfNumber } from './syntax.js';

/** A stretch of a page's content that belongs to one document node. */
export type MarkedContent = BlockMark &
  Readonly<{
    /** Number of the page, from 0. */
    page: number;
    /** Marked-content identifier, unique on its page. */
    mcid: number;
    /** The page that it is read on, which is another one in a booklet. */
    leaf: number;
  }>;

/** Such an area on a page. */
export type PaintedArea = BlockArea & Readonly<{ node: NodeId; page: number }>;

/** A page as operators, and what they show. */
export type PageContent = Readonly<{
  /** Read one after another. */
  streams: readonly PageStream[];
  fonts: ReadonlySet<NamedFont>;
  pictures: ReadonlySet<NamedPicture>;
  marked: readonly MarkedContent[];
  areas: readonly PaintedArea[];
}>;

/** A part of a page's content. */
export type PageStream = Readonly<{
  /** Names what it shows and where, if the general handout and its copies share all of it. */
  key?: string;
  operators: () => string;
}>;

/** Blocks of the general handout as painted, numbered from 1. */
export type PaintedBlocks = { count: number; readonly known: WeakMap<PlacedBlock, NumberedBlock> };

type NumberedBlock = PaintedBlock & Readonly<{ number: number }>;

/** What pages are painted with. */
export type PagePainting = Readonly<{ painters: Painters; blocks: PaintedBlocks }>;

/** Starts the painted blocks of a general handout and its copies. */
export function createPaintedBlocks(): PaintedBlocks {
  return { count: 0, known: new WeakMap() };
}

/** Blocks next to each other that are all shared or all a copy's own. */
type Stretch = Readonly<{ isShared: boolean; blocks: NumberedOnPage[] }>;

/** `mark` is the number of its first mark on the page. */
type NumberedOnPage = Readonly<{ painted: NumberedBlock; place: string; mark: number }>;

/** Paints one page; `pageNumber` counts from 0. */
export function paintPage(page: Page, pageNumber: number, painting: PagePainting): PageContent {
  const stretches: Stretch[] = [];
  const fonts = new Set<NamedFont>();
  const pictures = new Set<NamedPicture>();
  const marked: MarkedContent[] = [];
  const areas: PaintedArea[] = [];
  for (const { block, x = 0, y, leaf = pageNumber } of page.blocks) {
    const painted = paintOnce(block, painting);
    const last = stretches.at(-1);
    const placed = { painted, place: `${pdfNumber(x)} ${pdfNumber(y)}`, mark: marked.length };
    if (last?.isShared === block.isShared) last.blocks.push(placed);
    else stretches.push({ isShared: block.isShared, blocks: [placed] });
    // Written out, since spreading some hundred objects is a tenth of a copy's time.
    for (const { node, part, text, rightToLeft } of painted.marks) {
      marked.push({ node, part, text, rightToLeft, page: pageNumber, mcid: marked.length, leaf });
    }
    for (const { node, x: left, y: top, width, height } of painted.areas) {
      areas.push({ node, x: x + left, y: y + top, width, height, page: pageNumber });
    }
    for (const font of painted.fonts) fonts.add(font);
    for (const picture of painted.pictures) pictures.add(picture);
  }
  const flip = `1 0 0 -1 0 ${pdfNumber(page.size.height)} cm\n`;
  const streams = stretches.map((stretch, index) => streamOf(stretch, index === 0 ? flip : ''));
  return { streams, fonts, pictures, marked, areas };
}

function paintOnce(block: PlacedBlock, { painters, blocks }: PagePainting): NumberedBlock {
  const known = blocks.known.get(block);
  if (known) return known;
  const painted = { ...paintBlock(block, painters), number: block.isShared ? ++blocks.count : 0 };
  if (block.isShared) blocks.known.set(block, painted);
  return painted;
}

function streamOf({ isShared, blocks }: Stretch, before: string): PageStream {
  const operators = () => before + blocks.map(blockOperators).join('');
  if (!isShared) return { operators };
  const places = blocks.map(({ painted, place, mark }) => `${painted.number} ${place} ${mark}`);
  return { key: `${before}${places.join(';')}`, operators };
}

/** The operators of a block at its height, with numbers for its marks. */
function blockOperators({ painted: { pieces }, place, mark }: NumberedOnPage): string {
  let operators = `q 1 0 0 1 ${place} cm\n${pieces[0]!}`;
  for (let index = 1; index < pieces.length; index++) operators += `${mark + index - 1}${pieces[index]!}`;
  return `${operators}Q\n`;
}

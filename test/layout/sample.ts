import { paperSizes, type PaperName } from '../../src/base/paper.js';
import type { Problem } from '../../src/base/problem.js';
import type { Block, DocumentNode, Inline, ListItem, ListMarker, NodeId } from '../../src/document/node.js';
import type { RasterImage } from '../../src/graphics/raster.js';
import type { VectorImage } from '../../src/graphics/vector.js';
import { layOut } from '../../src/layout/layout.js';
import type { LaidOutDocument, PlacedItem } from '../../src/layout/page.js';
import { createTheme, type Theme } from '../../src/style/theme.js';
import { tokens } from '../style/tokens.js';
import { createSquareTypesetter } from './square-typesetter.js';

/** Makes nodes whose ids grow in the order in which they are made. */
export function createNodes() {
  let last = 0;
  const id = (): NodeId => ++last;
  const text = (words: string): Inline => ({ kind: 'text', id: id(), text: words });
  const paragraph = (words: string): Block => {
    const own = id();
    return { kind: 'paragraph', id: own, role: 'body', children: [text(words)] };
  };
  const heading = (level: 1 | 2 | 3, words: string): Block => {
    const own = id();
    return { kind: 'heading', id: own, level, children: [text(words)] };
  };
  const item = (words: string): ListItem => {
    const own = id();
    return { kind: 'list-item', id: own, children: [paragraph(words)] };
  };
  const list = (marker: ListMarker, items: readonly string[]): Block => {
    const own = id();
    return { kind: 'list', id: own, marker, items: items.map(item) };
  };
  return { id, text, paragraph, heading, item, list };
}

/** A document of these blocks alone. */
export function documentOf(children: readonly Block[], changes: Partial<DocumentNode> = {}): DocumentNode {
  return {
    lang: 'en',
    dir: 'ltr',
    title: 'Sample',
    letterhead: [],
    children,
    runningHeader: [],
    runningFooter: [],
    ...changes,
  };
}

export type SampleOptions = Readonly<{
  paper?: PaperName;
  document?: Partial<DocumentNode>;
  images?: ReadonlyMap<string, VectorImage | RasterImage>;
  theme?: (theme: Theme) => Theme;
}>;

/** Lays blocks out in squares. */
export function layOutSquares(
  children: readonly Block[],
  options: SampleOptions = {},
): Readonly<{ laidOut: LaidOutDocument; problems: readonly Problem[]; theme: Theme }> {
  const { paper = 'a4', images = new Map() } = options;
  const document = documentOf(children, options.document);
  const made = withLongLines(createTheme(tokens, { lang: document.lang, paper }));
  const theme = options.theme?.(made) ?? made;
  const context = { theme, size: paperSizes[paper], typesetter: createSquareTypesetter(), images };
  const { value, problems } = layOut(document, context);
  return { laidOut: value, problems, theme };
}

/** Squares are twice as wide as letters, so their lines may be as long as the column. */
function withLongLines(theme: Theme): Theme {
  const { longestLine: _, ...body } = theme.blocks.paragraphs.body;
  return { ...theme, blocks: { ...theme.blocks, paragraphs: { ...theme.blocks.paragraphs, body } } };
}

export type PlacedLine = Extract<PlacedItem, { kind: 'line' }>;

/** The lines of a page that are content. */
export function contentLines(items: readonly PlacedItem[]): readonly PlacedLine[] {
  return items.filter((item): item is PlacedLine => item.kind === 'line' && item.meaning.kind === 'node');
}

/** The words of a placed line. */
export function wordsOf({ line }: PlacedLine): string {
  return line.text.slice(line.start, line.end);
}

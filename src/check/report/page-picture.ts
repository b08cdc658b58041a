import type { Rectangle } from '../../base/geometry.js';
import type { Problem } from '../../base/problem.js';
import type { NodeId } from '../../document/node.js';
import { walkDocument, walkNode, type AnyNode } from '../../document/walk.js';
import { itemsOf, type LaidOutDocument, type PlacedItem } from '../../layout/page.js';
import type { SourceText } from '../found.js';
import { createPageDrawer, type PageDrawer } from './draw-page.js';

/** A page that a problem is on, drawn with the place marked. */
export type PagePicture = Readonly<{ problem: Problem; build: string; page: number; svg: string }>;

/** A handout that was laid out: its name, and what was found in it. */
export type LaidOutBuild = Readonly<{
  build: string;
  laidOut: LaidOutDocument;
  problems: readonly Problem[];
}>;

/** Finds and draws the pages of one report. */
export type Illustrator = Readonly<{
  /**
   * Draws the first page on which each problem can be shown: on the box of the element that a template has at the problem's
   * place, or on the lines of the text that a translation has there. Problems that no page shows get no picture.
   */
  drawPages(build: LaidOutBuild): readonly PagePicture[];
  /** What all pictures are made of; it belongs into the same document once. */
  definitions(): string;
}>;

/** Makes an illustrator. */
export function createIllustrator(sourceText: SourceText): Illustrator {
  const drawer = createPageDrawer();
  return {
    drawPages: (build) => drawPages(build, drawer, sourceText),
    definitions: () => drawer.definitions(),
  };
}

/** Shorter texts stand in too many places to point at one. */
const LEAST_CHARACTERS = 8;

function drawPages(
  { build, laidOut, problems }: LaidOutBuild,
  drawer: PageDrawer,
  sourceText: SourceText,
): readonly PagePicture[] {
  const nodes = walkDocument(laidOut.document);
  return problems.flatMap((problem) => {
    const isMarked = markerOf(problem, nodes, sourceText);
    if (isMarked === undefined) return [];
    for (const [index, page] of laidOut.pages.entries()) {
      const marked = itemsOf(page).filter(isMarked).map(boxOf);
      if (marked.length === 0) continue;
      const label = `Page ${index + 1} of ${build}, with the place of the problem in a box`;
      return [{ problem, build, page: index + 1, svg: drawer.draw({ page, mark: around(marked), label }) }];
    }
    return [];
  });
}

type Marker = (item: PlacedItem) => boolean;

function markerOf({ at }: Problem, nodes: readonly AnyNode[], sourceText: SourceText): Marker | undefined {
  if (at === undefined) return undefined;
  const onLine = nodes.filter((node) => node.at?.file === at.file && node.at.line === at.line);
  const exact = onLine.filter((node) => node.at?.column === at.column);
  const [first] = exact.length > 0 ? exact : onLine;
  if (first !== undefined) {
    const ids = new Set(walkNode(first).map(({ id }) => id));
    return (item) => nodesOf(item).some((id) => ids.has(id));
  }
  const line = at.file.endsWith('.json') ? sourceText(at.file)?.split(/\r\n|\r|\n/)[at.line - 1] : undefined;
  const words = line === undefined ? undefined : longestWords(line);
  if (words === undefined) return undefined;
  return (item) => item.kind === 'line' && plain(item.line.text).includes(words);
}

/** What an item shows: its block, and the inlines on its line. */
function nodesOf(item: PlacedItem): readonly NodeId[] {
  const own = item.meaning.kind === 'node' ? [item.meaning.node] : [];
  return item.kind === 'line' ? [...own, ...item.line.runs.map(({ tag }) => tag)] : own;
}

/** The longest stretch of a JSON line's text that is printed as it is written: between placeholders and tags. */
function longestWords(line: string): string | undefined {
  const value = /:\s*("(?:[^"\\]|\\.)*")/.exec(line)?.[1];
  if (value === undefined) return undefined;
  try {
    const stretches = plain(String(JSON.parse(value))).split(/\{\{[^}]*\}\}|<[^>]*>/);
    const longest = stretches.map((part) => part.trim()).sort((one, other) => other.length - one.length)[0];
    return longest !== undefined && longest.length >= LEAST_CHARACTERS ? longest : undefined;
  } catch {
    return undefined;
  }
}

/** Without what steers the setting of a line, and with one kind of space. */
function plain(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\p{Cf}/gu, '')
    .replace(/\s/g, ' ');
}

function boxOf(item: PlacedItem): Rectangle {
  if (item.kind === 'shape') return item.shape.box;
  if (item.kind !== 'line') return item.box;
  const size = Math.max(0, ...item.line.runs.map(({ style }) => style.size));
  return { x: item.x, y: item.baseline - size, width: item.line.width, height: size * 1.3 };
}

function around(boxes: readonly Rectangle[]): Rectangle {
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  const width = Math.max(...boxes.map((box) => box.x + box.width)) - x;
  return { x, y, width, height: Math.max(...boxes.map((box) => box.y + box.height)) - y };
}

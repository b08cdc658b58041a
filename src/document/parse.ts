import type { Problem, Staged } from '../base/problem.js';
import { parseHtml } from './html.js';
import type { Block, DocumentNode, NodeId } from './node.js';
import { outlineOf, type BlockSource } from './outline.js';
import { readBlocks } from './read-blocks.js';
import { emptyDocument, isElement, readDocument } from './read-document.js';
import type { Reading } from './reading.js';

/**
 * The outermost blocks of a general handout, by the HTML they were read from. Its personalised copies hold most of them
 * too and share their nodes, so that what later stages made of a block can be shared as well.
 */
export type BlockMemory = {
  nextId: NodeId;
  readonly blocks: Map<string, KnownBlocks>;
  /** The rest of the document, and the HTML it was read from. */
  shell?: Readonly<{ html: string; document: DocumentNode }>;
};

type KnownBlocks = Readonly<{
  blocks: readonly Block[];
  /** What it stands in, and the levels of the last heading before its end and before its beginning. */
  opening: string;
  levelBefore: Reading['headingLevel'];
  levelAfter: Reading['headingLevel'];
}>;

/** How a document is to be read. */
export type ParseOptions = Readonly<{
  /** What was read of the general handout, or is to be filled with it. */
  memory?: BlockMemory;
  /** Whether it is the general handout that is being read; of a copy nothing is kept. */
  isGeneral?: boolean;
  /** The number of the first node, without a memory. */
  firstId?: NodeId;
}>;

/** Starts a memory for a general handout and its copies. */
export function createBlockMemory(): BlockMemory {
  return { nextId: 1, blocks: new Map() };
}

/**
 * Reads the HTML of a template into a document. The vocabulary is closed: whatever isn't in it is an error, and nothing
 * is repaired. Text comes out in Unicode normalisation form C with its white space collapsed.
 * @param html what `renderTemplate` gave
 * @param files the names of the templates' files, which `data-at` attributes count from 0
 * @returns the document, as much as could be read; reports `document/…` at the file, line and column where a template
 *   wrote the element, or the nearest element around it
 */
export function parseDocument(
  html: string,
  files: readonly string[],
  { memory, isGeneral = false, firstId = 1 }: ParseOptions = {},
): Staged<DocumentNode> {
  if (memory) {
    const document = parseInParts(html, files, { memory, isGeneral });
    if (document) return { value: document, problems: [] };
    // What is wrong is found again, in its order, when the document is read as a whole.
    if (isGeneral) memory.blocks.clear();
  }
  const problems: Problem[] = [];
  const reading: Reading = { report: (problem) => problems.push(problem), nextId: firstId, headingLevel: 0 };
  const root = parseHtml(html, files, reading.report).find(isElement);
  if (root?.name === 'html') return { value: readDocument(root, reading), problems };
  const message = 'A handout starts with <html>.';
  reading.report({ code: 'document/missing-element', severity: 'error', message });
  return { value: emptyDocument('und'), problems };
}

/** Reads a document block by block; gives nothing where anything is wrong with it. */
function parseInParts(
  html: string,
  files: readonly string[],
  { memory, isGeneral }: Required<Omit<ParseOptions, 'firstId'>>,
): DocumentNode | undefined {
  const outline = outlineOf(html);
  if (outline === undefined) return undefined;
  let faults = 0;
  const reading: Reading = { report: () => faults++, nextId: memory.nextId, headingLevel: 0 };
  const read = new Set<string>();
  const readPart = (sources: readonly BlockSource[]): readonly Block[] =>
    sources.flatMap(({ opening, html: inner, closing }) => {
      // A block that is the same as one before it has nodes of its own.
      const isFirst = !read.has(inner);
      read.add(inner);
      const levelBefore = reading.headingLevel;
      const known = isFirst ? memory.blocks.get(inner) : undefined;
      if (known?.opening === opening && known.levelBefore === levelBefore) {
        reading.headingLevel = known.levelAfter;
        return known.blocks;
      }
      const blocks = readBlockSource(opening + inner + closing, files, reading);
      const levelAfter = reading.headingLevel;
      if (isGeneral && isFirst) memory.blocks.set(inner, { blocks, opening, levelBefore, levelAfter });
      return blocks;
    });
  const readShell = (source: string): DocumentNode | undefined => {
    const root = parseHtml(source, files, reading.report).find(isElement);
    return root?.name === 'html' ? readDocument(root, reading) : undefined;
  };
  const letterhead = readPart(outline.letterhead);
  const children = readPart(outline.main);
  const shell = memory.shell?.html === outline.shell ? memory.shell.document : readShell(outline.shell);
  if (shell === undefined || faults > 0) return undefined;
  if (isGeneral) {
    memory.shell = { html: outline.shell, document: shell };
    memory.nextId = reading.nextId;
  }
  return { ...shell, letterhead, children };
}

function readBlockSource(source: string, files: readonly string[], reading: Reading): readonly Block[] {
  const root = parseHtml(source, files, reading.report).find(isElement);
  const part = root?.children.find(isElement);
  return part === undefined ? [] : readBlocks(part, reading);
}

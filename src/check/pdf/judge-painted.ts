import type { Problem } from '../../base/problem.js';
import type { DocumentNode, Inline } from '../../document/node.js';
import { plainText, walkDocument } from '../../document/walk.js';
import { wordsOfNode } from '../spoken.js';
import type { TextStretch } from './content.js';
import { pageName, problemOf } from './fault.js';
import type { Fault } from './fault.js';
import { withoutSpaces } from './passage.js';
import type { PdfParts } from './parts.js';
import { elementName, walkElements } from './structure.js';
import type { PdfElement } from './structure.js';

/**
 * Judges whether what is seen is what is heard: replacement texts against the words painted under them, and whether any words
 * but the running lines and repeated heads of tables are hidden from readers as decoration. Reports `pdf/actual-text` and `pdf/hidden-text`.
 */
export function judgePainted(parts: PdfParts, documents: readonly DocumentNode[]): readonly Problem[] {
  const { structure, pages } = parts;
  return [
    ...structure.elements.flatMap((element) => elementFaults(element, parts)),
    ...pages.flatMap(({ content }, page) =>
      content.marked.flatMap(({ mcid, text }): readonly Fault[] => {
        if (text.every(isPaintedAsRead)) return [];
        const message = `The words of MCID ${String(mcid)} on ${pageName(page)} are not those that are read in their stead.`;
        return [{ code: 'pdf/actual-text', message }];
      }),
    ),
    ...artifactFaults(parts, documents),
  ].map(problemOf);
}

function elementFaults(element: PdfElement, { pages }: PdfParts): readonly Fault[] {
  const { actualText } = element;
  if (actualText === undefined) return [];
  const painted = walkElements([element])
    .flatMap(({ kids }) => kids)
    .flatMap((kid) => {
      if (kid.kind !== 'content') return [];
      const marked = pages[kid.page ?? -1]?.content.byMcid.get(kid.mcid);
      return marked?.text.flatMap(({ pieces }) => pieces.map((piece) => piece.painted)) ?? [];
    });
  if (isPaintedWith(actualText, painted)) return [];
  return [
    {
      code: 'pdf/actual-text',
      message: `The words of ${elementName(element)} are not those that are read in their stead.`,
    },
  ];
}

function isPaintedAsRead({ actualText, pieces }: TextStretch): boolean {
  return (
    actualText === undefined ||
    isPaintedWith(
      actualText,
      pieces.map(({ painted }) => painted),
    )
  );
}

/**
 * Tells whether pieces are those of a text, each once, in whichever order and direction: words that run from right to left
 * are painted from left to right.
 */
function isPaintedWith(text: string, painted: readonly string[]): boolean {
  let left = inkOf(text);
  const pieces = painted.map(inkOf).filter((piece) => piece !== '');
  for (const piece of pieces.toSorted((one, other) => other.length - one.length)) {
    const written = [piece, Array.from(piece).reverse().join('')].find((each) => left.includes(each));
    if (written === undefined) return false;
    left = left.replace(written, '\n');
  }
  return left.replaceAll('\n', '') === '';
}

/**
 * Only lines that are on every page, and the head of a table that goes on over pages, may be decoration: a head is heard where it stands
 * first. The numbers of pages aren't known here, so digits are left out.
 */
function artifactFaults({ pages }: PdfParts, documents: readonly DocumentNode[]): readonly Fault[] {
  const lines: readonly (readonly Inline[])[] = documents.flatMap(({ runningHeader, runningFooter }) => [
    runningHeader,
    ...runningFooter.flatMap(({ start, end }) => [start, end]),
  ]);
  const heads = documents
    .flatMap(walkDocument)
    .flatMap((node) => (node.kind === 'table' ? node.head.map(wordsOfNode) : []));
  const allowed = [...lines.map(plainText), ...heads].map(withoutDigits).join('\n');
  return pages.flatMap(({ content }, page) => {
    const words = content.artifacts.flatMap((stretches) => stretches.flatMap(wordsOf));
    const isHidden = words.some(
      (piece) => !allowed.includes(piece) && !allowed.includes(Array.from(piece).reverse().join('')),
    );
    if (!isHidden) return [];
    const message = `Page ${String(page + 1)} shows words as decoration, which are not its running lines.`;
    return [{ code: 'pdf/hidden-text' as const, message }];
  });
}

function wordsOf({ actualText, pieces }: TextStretch): readonly string[] {
  const texts = actualText === undefined ? pieces.map(({ painted }) => painted) : [actualText];
  return texts.map(withoutDigits).filter((text) => text !== '');
}

function withoutDigits(text: string): string {
  return inkOf(text).replace(/\p{Nd}+/gu, '');
}

/** A text without what no glyph is painted for: joiners are spelling, but what they do is seen in the letters beside them. */
function inkOf(text: string): string {
  return withoutSpaces(text).replace(/\p{Default_Ignorable_Code_Point}+/gu, '');
}

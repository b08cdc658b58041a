import type { Problem } from '../../base/problem.js';
import type { DocumentNode } from '../../document/node.js';
import { pageName, problemOf } from './fault.js';
import type { Fault } from './fault.js';
import { judgeContent } from './judge-content.js';
import { judgeFile } from './judge-file.js';
import { judgeLinks } from './judge-links.js';
import { judgeMetadata } from './judge-metadata.js';
import { judgePainted } from './judge-painted.js';
import { judgeTargets } from './judge-targets.js';
import { judgeText } from './judge-text.js';
import { judgeTree } from './judge-tree.js';
import { readParts } from './parts.js';
import type { PdfParts } from './parts.js';
import { PdfError } from './pdf-error.js';
import { walkElements } from './structure.js';

/** What a file was made from. */
export type PdfOrigin = Readonly<{
  /** More than one only where several handouts are bound into one file; the file has the language of the first. */
  documents: readonly [DocumentNode, ...DocumentNode[]];
  title: string;
  /** Its pages are those of a booklet, which don't stand in reading order. */
  isBooklet: boolean;
  /** It is one patient's: none of its words may stand in a message. */
  isPersonal: boolean;
}>;

/**
 * Judges a written PDF file from its bytes alone, by a reader that shares nothing with the writer: whether it is whole, whether
 * a screen reader finds everything in it, in order, and once, whether it is what it claims to be, and, where `origin` is
 * given, whether it says what its document says.
 *
 * Only a file that is sound is compared with its document: else one fault would be told twice.
 * @returns every fault, of each kind the first few; empty for a sound file. Never throws for a damaged one
 */
export function checkPdf(bytes: Uint8Array, origin?: PdfOrigin): readonly Problem[] {
  try {
    const parts = readParts(bytes);
    const faults = [
      ...judgeFile(parts),
      ...judgeMetadata(parts),
      ...judgeTree(parts),
      ...judgeContent(parts),
      ...judgeLinks(parts),
    ];
    return limited(faults.length > 0 || origin === undefined ? faults : judgeAgainst(parts, origin));
  } catch (error) {
    if (error instanceof PdfError) return [problemOf(error)];
    throw error;
  }
}

/** More problems of a kind than this have one cause. */
const MOST_OF_A_KIND = 5;

/** Each problem once, and of each kind only the first few. */
function limited(problems: readonly Problem[]): readonly Problem[] {
  const kinds = new Map<Problem['code'], Map<string, Problem>>();
  for (const problem of problems) {
    const kind = kinds.get(problem.code) ?? new Map<string, Problem>();
    kinds.set(problem.code, kind.set(`${problem.message} ${JSON.stringify(problem.at)}`, problem));
  }
  return [...kinds].flatMap(([code, members]): readonly Problem[] => {
    const rest = members.size - MOST_OF_A_KIND;
    const first = [...members.values()].slice(0, MOST_OF_A_KIND);
    if (rest <= 0) return first;
    return [
      ...first,
      problemOf({ code, message: `The file has ${String(rest)} more problems of this kind.` }),
    ];
  });
}

function judgeAgainst(parts: PdfParts, origin: PdfOrigin): readonly Problem[] {
  const { documents, isBooklet, isPersonal } = origin;
  const declared = judgeDeclared(parts, origin);
  if (declared.length > 0) return declared;
  const text = judgeText(parts, { documents, mayQuote: !isPersonal });
  return [
    ...text,
    ...judgePainted(parts, documents),
    // Headings and links are told apart by their order, which is that of the document only if the text is.
    ...(text.length > 0 ? [] : judgeTargets(parts, documents)),
    ...(isBooklet ? [] : judgePageOrder(parts)),
  ];
}

/** What a file declares must be what its document is: its language, its title, the side it is read from. */
function judgeDeclared(
  { file, catalog, info }: PdfParts,
  { documents: [{ lang, dir }], title }: PdfOrigin,
): readonly Problem[] {
  const faults: Fault[] = [];
  const said = file.text(catalog.get('Lang'));
  if (said !== lang)
    faults.push({
      code: 'pdf/wrong-language',
      message: `The file says that its language is ${said ?? 'none'}, not ${lang}.`,
    });
  if (info.get('Title') !== title)
    faults.push({ code: 'pdf/metadata-mismatch', message: "/Title is not the document's title." });
  const direction = file.name(file.dictionary(catalog.get('ViewerPreferences')).get('Direction')) ?? 'L2R';
  if (direction !== (dir === 'rtl' ? 'R2L' : 'L2R'))
    faults.push({ code: 'pdf/viewer-preferences', message: 'The pages are turned to the wrong side.' });
  return faults.map(problemOf);
}

/** Pages are met in their order by who reads from the beginning, even if columns lead back to one. */
function judgePageOrder({ structure }: PdfParts): readonly Problem[] {
  const met = new Set(
    walkElements(structure.roots).flatMap(({ kids }) =>
      kids.flatMap((kid) => (kid.kind === 'content' && kid.page !== undefined ? [kid.page] : [])),
    ),
  );
  const order = [...met].sort((one, other) => one - other);
  const early = [...met].find((page, index) => page !== order[index]);
  if (early === undefined) return [];
  const message = `What stands on ${pageName(early)} is read before a page that comes first.`;
  return [problemOf({ code: 'pdf/page-order', message })];
}

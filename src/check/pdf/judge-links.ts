import type { Problem } from '../../base/problem.js';
import { pageName, problemOf } from './fault.js';
import type { Fault } from './fault.js';
import { listContent } from './judge-content.js';
import type { Listing } from './judge-content.js';
import type { PdfAnnotation, PdfParts } from './parts.js';
import { elementName, walkElements } from './structure.js';
import type { PdfElement } from './structure.js';

/** Bits of an annotation's /F. @see ISO 32000-1, 12.5.3 */
const PRINT = 4;
const HIDDEN = 1 | 2 | 32;
/** How far words may reach beyond the area that answers to a click. */
const TOLERANCE = 1;

type Context = Readonly<{ parts: PdfParts; listing: Listing }>;

/**
 * Judges annotations, which are all links in a handout: whether a reader finds each in the tree, is told where it leads, and
 * may follow it. Reports `pdf/link-element`, `pdf/link-contents`, `pdf/link-target`, `pdf/link-place`, `pdf/hidden-annotation`,
 * `pdf/parent-tree` and `pdf/tab-order`.
 */
export function judgeLinks(parts: PdfParts): readonly Problem[] {
  const elements = walkElements(parts.structure.roots);
  const context: Context = { parts, listing: listContent(elements) };
  return [
    ...parts.pages.flatMap(({ annotations, tabs }, index): readonly Fault[] => {
      if (annotations.length === 0 || tabs === 'S') return [];
      return [
        { code: 'pdf/tab-order', message: `Page ${String(index + 1)} has annotations but no /Tabs /S.` },
      ];
    }),
    ...parts.pages.flatMap(({ annotations }) =>
      annotations.flatMap((each) => annotationFaults(each, context)),
    ),
    ...elements.flatMap((element) => (element.role === 'Link' ? placeFaults(element, parts) : [])),
  ].map(problemOf);
}

function annotationFaults(annotation: PdfAnnotation, { parts, listing }: Context): readonly Fault[] {
  const { object, page, type, flags, contents, uri, structParent } = annotation;
  const name = `The ${type} annotation ${String(object)} on ${pageName(page)}`;
  const faults: Fault[] = [];
  const report = (code: Fault['code'], message: string): void =>
    void faults.push({ code, message: `${name} ${message}` });
  const owners = listing.get(`object:${String(object)}`) ?? [];
  if (type !== 'Link') report('pdf/active-content', 'is no link.');
  if (owners.length !== 1) report('pdf/link-element', `is listed by ${String(owners.length)} elements.`);
  if (owners.some(({ role }) => role !== 'Link')) report('pdf/link-element', 'is not in a Link.');
  const entry = parts.structure.parents.get(structParent ?? -1);
  if (owners.length === 1 && entry !== owners[0]!.object) {
    const said = typeof entry === 'number' ? String(entry) : 'nothing';
    report('pdf/parent-tree', `has no way back to its element: the parent tree says ${said}.`);
  }
  if (!contents?.trim()) report('pdf/link-contents', 'has no /Contents.');
  if ((flags & PRINT) === 0 || (flags & HIDDEN) !== 0) report('pdf/hidden-annotation', 'is not printed.');
  if (!/^(?:https?:\/\/|mailto:|tel:)./.test(uri ?? ''))
    report('pdf/link-target', 'does not lead to a web page, an e-mail address or a telephone number.');
  return faults;
}

/** The words of a link must stand where a click on them is heard. */
function placeFaults(link: PdfElement, { pages }: PdfParts): readonly Fault[] {
  const objects = new Set(link.kids.flatMap((kid) => (kid.kind === 'object' ? [kid.object] : [])));
  const areas = pages.flatMap(({ annotations }) => annotations.filter(({ object }) => objects.has(object)));
  const isApart = walkElements([link])
    .flatMap(({ kids }) => kids)
    .some((kid) => {
      if (kid.kind !== 'content') return false;
      const marked = pages[kid.page ?? -1]?.content.marked.find(({ mcid }) => mcid === kid.mcid);
      const starts = marked?.text.flatMap(({ pieces }) => pieces.map(({ start }) => start)) ?? [];
      return starts.some(
        (start) => !areas.some(({ page, rectangle }) => page === kid.page && holds(rectangle, start)),
      );
    });
  if (!isApart || areas.length === 0) return [];
  return [
    { code: 'pdf/link-place', message: `${elementName(link)} is not painted where its annotation is.` },
  ];
}

function holds(
  [left = NaN, bottom = NaN, right = NaN, top = NaN]: readonly number[],
  { x, y }: Readonly<{ x: number; y: number }>,
): boolean {
  return x >= left - TOLERANCE && x <= right + TOLERANCE && y >= bottom - TOLERANCE && y <= top + TOLERANCE;
}

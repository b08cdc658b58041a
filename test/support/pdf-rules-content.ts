import type { PdfAnnotation, PdfPage, PdfParts } from './pdf-document.js';
import { label } from './pdf-rules-tree.js';
import type { PdfElement, PdfKid } from './pdf-structure.js';
import { walkElements } from './pdf-structure.js';

/** Who lists each piece of content: the key is `page:mcid` or `object:number`. */
type Listing = ReadonlyMap<string, readonly PdfElement[]>;

/**
 * What is wrong between the pages and the structure tree, as sentences: every marked content and every link must be
 * listed by exactly one element on the right page, and the parent tree must lead back to that element.
 */
export function contentFaults(parts: PdfParts): readonly string[] {
  const { structure, pages } = parts;
  const elements = walkElements(structure.roots);
  const listing = listContent(elements);
  const annotations = pages.flatMap((page) => page.annotations);
  return [
    ...structure.parentTreeFaults,
    ...treeLinkFaults(parts, elements),
    ...elements.flatMap((element) => element.kids.flatMap((kid) => staleFaults(element, kid, parts))),
    ...pages.flatMap((page, index) => pageFaults(page, index, { parts, listing })),
    ...annotations.flatMap((annotation) => annotationFaults(annotation, { parts, listing })),
    ...parentTreeFaults(parts),
  ];
}

function listContent(elements: readonly PdfElement[]): Listing {
  const listing = new Map<string, PdfElement[]>();
  for (const element of elements) {
    for (const kid of element.kids) {
      const key = keyOf(kid);
      if (key !== undefined) listing.set(key, [...(listing.get(key) ?? []), element]);
    }
  }
  return listing;
}

function keyOf(kid: PdfKid): string | undefined {
  if (kid.kind === 'content') return `${String(kid.page)}:${String(kid.mcid)}`;
  return kid.kind === 'object' ? `object:${String(kid.object)}` : undefined;
}

function treeLinkFaults({ file, structure }: PdfParts, elements: readonly PdfElement[]): readonly string[] {
  const faults = structure.repeated.map(
    (object) => `The element ${String(object)} stands in the tree more than once.`,
  );
  const reached = new Set(elements.map((element) => element.object));
  for (const [object, value] of file.objects) {
    const isElement = file.name(file.dictionary(value).get('Type')) === 'StructElem';
    if (isElement && !reached.has(object))
      faults.push(`The element ${String(object)} is an orphan: nothing lists it.`);
  }
  const checkParent = (element: PdfElement, parent: number): void => {
    if (element.parent !== parent) {
      faults.push(
        `${label(element)} names ${String(element.parent)} as its parent; ${String(parent)} lists it.`,
      );
    }
    for (const kid of element.kids) if (kid.kind === 'element') checkParent(kid.element, element.object);
  };
  for (const element of structure.roots) checkParent(element, structure.root);
  return faults;
}

function staleFaults(element: PdfElement, kid: PdfKid, { pages }: PdfParts): readonly string[] {
  if (kid.kind === 'element') return [];
  const page = kid.page === undefined ? undefined : pages[kid.page];
  if (!page) return [`${label(element)} lists content without saying on which page.`];
  const place = `page ${String(kid.page! + 1)}`;
  if (kid.kind === 'content') {
    const exists = page.content.marked.some(({ mcid }) => mcid === kid.mcid);
    return exists ? [] : [`${label(element)} lists MCID ${String(kid.mcid)}, which ${place} does not have.`];
  }
  const exists = page.annotations.some(({ object }) => object === kid.object);
  return exists
    ? []
    : [`${label(element)} lists annotation ${String(kid.object)}, which is not on ${place}.`];
}

type Context = Readonly<{ parts: PdfParts; listing: Listing }>;

function pageFaults(page: PdfPage, index: number, { parts, listing }: Context): readonly string[] {
  const place = `Page ${String(index + 1)}`;
  const faults = page.content.faults.map((fault) => `${place}: ${fault}`);
  const mcids = page.content.marked.map(({ mcid }) => mcid);
  const row = page.structParents === undefined ? undefined : parts.structure.parents.get(page.structParents);
  if (mcids.length > 0 && !Array.isArray(row)) faults.push(`${place} has no entry in the parent tree.`);
  for (const mcid of new Set(mcids)) {
    const name = `${place}: MCID ${String(mcid)}`;
    if (mcids.filter((other) => other === mcid).length > 1) faults.push(`${name} is used more than once.`);
    const owners = listing.get(`${String(index)}:${String(mcid)}`) ?? [];
    if (owners.length !== 1) faults.push(`${name} is listed by ${String(owners.length)} elements.`);
    const entry = Array.isArray(row) ? (row as readonly (number | undefined)[])[mcid] : undefined;
    if (owners.length === 1 && entry !== owners[0]!.object) {
      faults.push(`${name} belongs to ${label(owners[0]!)}; the parent tree says ${String(entry)}.`);
    }
  }
  if (Array.isArray(row)) {
    (row as readonly (number | undefined)[]).forEach((entry, mcid) => {
      if (entry !== undefined && !mcids.includes(mcid)) {
        faults.push(`${place}: the parent tree has MCID ${String(mcid)}, which the page does not.`);
      }
    });
  }
  if (page.annotations.length > 0 && page.tabs !== 'S')
    faults.push(`${place} has annotations but no /Tabs /S.`);
  return faults;
}

const PRINT = 4;
const HIDDEN_FLAGS = 1 | 2 | 32;

function annotationFaults(annotation: PdfAnnotation, { parts, listing }: Context): readonly string[] {
  const name = `The ${annotation.type} annotation ${String(annotation.object)} on page ${String(annotation.page + 1)}`;
  const faults: string[] = [];
  const owners = listing.get(`object:${String(annotation.object)}`) ?? [];
  if (owners.length !== 1) faults.push(`${name} is listed by ${String(owners.length)} elements.`);
  if (annotation.type === 'Link' && owners.some(({ role }) => role !== 'Link'))
    faults.push(`${name} is not in a Link.`);
  const entry = parts.structure.parents.get(annotation.structParent ?? -1);
  if (entry === undefined || entry !== owners[0]?.object) {
    faults.push(`${name} has no way back to its element: the parent tree says ${String(entry)}.`);
  }
  if (!annotation.contents?.trim()) faults.push(`${name} has no /Contents.`);
  if ((annotation.flags & PRINT) === 0 || (annotation.flags & HIDDEN_FLAGS) !== 0)
    faults.push(`${name} is not printed.`);
  if (!annotation.isInternal && !/^(?:https?:\/\/|mailto:|tel:)./.test(annotation.uri ?? '')) {
    faults.push(`${name} goes to “${annotation.uri ?? ''}”.`);
  }
  const [left = 0, bottom = 0, right = 0, top = 0] = annotation.rectangle;
  if (!(left < right && bottom < top)) faults.push(`${name} has no extent.`);
  return faults;
}

/** Keys that two owners share or that nobody has, and a next key that is in use. */
function parentTreeFaults({ structure, pages }: PdfParts): readonly string[] {
  const owners = pages.flatMap((page) => [
    page.structParents,
    ...page.annotations.map(({ structParent }) => structParent),
  ]);
  const keys = owners.filter((key) => key !== undefined);
  const faults: string[] = [];
  const twice = keys.filter((key, index) => keys.indexOf(key) !== index);
  if (twice.length > 0) faults.push(`The parent tree's keys ${twice.join(', ')} have more than one owner.`);
  const unused = [...structure.parents.keys()].filter((key) => !keys.includes(key));
  if (unused.length > 0) faults.push(`The parent tree's keys ${unused.join(', ')} have no owner.`);
  const highest = Math.max(-1, ...structure.parents.keys());
  if ((structure.nextKey ?? -1) <= highest)
    faults.push(`/ParentTreeNextKey is not above ${String(highest)}.`);
  return faults;
}

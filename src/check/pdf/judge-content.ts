import type { Problem } from '../../base/problem.js';
import { pageName, problemOf } from './fault.js';
import type { Fault } from './fault.js';
import type { PdfPage, PdfParts } from './parts.js';
import { elementName, walkElements } from './structure.js';
import type { PdfElement, PdfKid, PdfStructure } from './structure.js';

/** Who lists each piece of content: the key is `page:mcid` or `object:number`. */
export type Listing = ReadonlyMap<string, readonly PdfElement[]>;

/**
 * Judges what holds pages and structure tree together: every marked content must be listed by exactly one element, on the
 * right page, and the parent tree must lead back to that element. Reports `pdf/structure-tree`, `pdf/stale-content`,
 * `pdf/repeated-mcid`, `pdf/unlisted-content`, `pdf/shared-content` and `pdf/parent-tree`, and what is wrong with the content
 * of a page itself.
 */
export function judgeContent(parts: PdfParts): readonly Problem[] {
  const { structure, pages } = parts;
  const elements = walkElements(structure.roots);
  const listing = listContent(elements);
  return [
    ...structure.parentTreeFaults,
    ...treeFaults(parts, elements),
    ...elements.flatMap((element) => element.kids.flatMap((kid) => staleFaults(element, kid, pages))),
    ...pages.flatMap((page, index) => pageFaults(page, index, { structure, listing })),
    ...keyFaults(parts),
  ].map(problemOf);
}

/** Lists who holds what. */
export function listContent(elements: readonly PdfElement[]): Listing {
  const listing = new Map<string, PdfElement[]>();
  for (const element of elements) {
    for (const kid of element.kids) {
      const key = keyOf(kid);
      if (key === undefined) continue;
      const owners = listing.get(key);
      if (owners) owners.push(element);
      else listing.set(key, [element]);
    }
  }
  return listing;
}

function keyOf(kid: PdfKid): string | undefined {
  if (kid.kind === 'content') return `${String(kid.page)}:${String(kid.mcid)}`;
  return kid.kind === 'object' ? `object:${String(kid.object)}` : undefined;
}

/** @see ISO 32000-1, 14.7.2 */
function treeFaults({ file, structure }: PdfParts, elements: readonly PdfElement[]): readonly Fault[] {
  const faults: Fault[] = [];
  const report = (message: string): void => void faults.push({ code: 'pdf/structure-tree', message });
  for (const object of structure.repeated)
    report(`The element ${String(object)} stands in the tree more than once.`);
  const reached = new Set(elements.map((element) => element.object));
  for (const [object, value] of file.objects) {
    const isElement = file.name(file.dictionary(value).get('Type')) === 'StructElem';
    if (isElement && !reached.has(object))
      report(`The element ${String(object)} is not in the tree: nothing lists it.`);
  }
  const checkParent = (element: PdfElement, parent: number): void => {
    if (element.parent !== parent) {
      const said = element.parent === undefined ? 'nothing' : String(element.parent);
      report(`${elementName(element)} names ${said} as its parent; ${String(parent)} lists it.`);
    }
    for (const kid of element.kids) if (kid.kind === 'element') checkParent(kid.element, element.object);
  };
  for (const element of structure.roots) checkParent(element, structure.root);
  return faults;
}

function staleFaults(element: PdfElement, kid: PdfKid, pages: readonly PdfPage[]): readonly Fault[] {
  if (kid.kind === 'element') return [];
  const stale = (message: string): readonly Fault[] => [{ code: 'pdf/stale-content', message }];
  const page = kid.page === undefined ? undefined : pages[kid.page];
  if (!page) return stale(`${elementName(element)} lists content without saying on which page.`);
  const place = pageName(kid.page!);
  if (kid.kind === 'content') {
    const exists = page.content.marked.some(({ mcid }) => mcid === kid.mcid);
    return exists
      ? []
      : stale(`${elementName(element)} lists MCID ${String(kid.mcid)}, which ${place} does not have.`);
  }
  const exists = page.annotations.some(({ object }) => object === kid.object);
  return exists
    ? []
    : stale(`${elementName(element)} lists annotation ${String(kid.object)}, which is not on ${place}.`);
}

type Context = Readonly<{ structure: PdfStructure; listing: Listing }>;

function pageFaults(page: PdfPage, index: number, { structure, listing }: Context): readonly Fault[] {
  const place = `Page ${String(index + 1)}`;
  const faults: Fault[] = page.content.faults.map(({ code, message }) => ({
    code,
    message: `${place}: ${message}`,
  }));
  const report = (code: Fault['code'], message: string): void =>
    void faults.push({ code, message: `${place}${message}` });
  const counts = new Map<number, number>();
  for (const { mcid } of page.content.marked) counts.set(mcid, (counts.get(mcid) ?? 0) + 1);
  const row = page.structParents === undefined ? undefined : structure.parents.get(page.structParents);
  const entries = typeof row === 'object' ? row : undefined;
  if (counts.size > 0 && !entries) report('pdf/parent-tree', ' has no entry in the parent tree.');
  for (const [mcid, count] of counts) {
    const name = `: MCID ${String(mcid)}`;
    if (count > 1) report('pdf/repeated-mcid', `${name} is used more than once.`);
    const owners = listing.get(`${String(index)}:${String(mcid)}`) ?? [];
    if (owners.length === 0) report('pdf/unlisted-content', `${name} is listed by no element.`);
    if (owners.length > 1)
      report('pdf/shared-content', `${name} is listed by ${String(owners.length)} elements.`);
    const entry = entries?.[mcid];
    if (owners.length === 1 && entries && entry !== owners[0]!.object) {
      const said = entry === undefined ? 'nothing' : String(entry);
      report(
        'pdf/parent-tree',
        `${name} belongs to ${elementName(owners[0]!)}; the parent tree says ${said}.`,
      );
    }
  }
  entries?.forEach((entry, mcid) => {
    if (entry !== undefined && !counts.has(mcid))
      report('pdf/parent-tree', `: the parent tree has MCID ${String(mcid)}, which the page does not.`);
  });
  return faults;
}

/** Keys that two owners share or that nobody has, and a next key that is in use. @see ISO 32000-1, 14.7.4.4 */
function keyFaults({ structure, pages }: PdfParts): readonly Fault[] {
  const faults: Fault[] = [];
  const report = (message: string): void => void faults.push({ code: 'pdf/parent-tree', message });
  const keys = pages
    .flatMap((page) => [page.structParents, ...page.annotations.map(({ structParent }) => structParent)])
    .filter((key) => key !== undefined);
  const owned = new Set(keys);
  const twice = keys.filter((key, index) => keys.indexOf(key) !== index);
  if (twice.length > 0) report(`The parent tree's keys ${twice.join(', ')} have more than one owner.`);
  const unused = [...structure.parents.keys()].filter((key) => !owned.has(key));
  if (unused.length > 0) report(`The parent tree's keys ${unused.join(', ')} have no owner.`);
  const highest = Math.max(-1, ...structure.parents.keys());
  if ((structure.nextKey ?? -1) <= highest) report(`/ParentTreeNextKey is not above ${String(highest)}.`);
  return faults;
}

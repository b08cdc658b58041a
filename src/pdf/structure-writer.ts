import { reference } from './file.js';
import type { ObjectNumber, PdfFile } from './file.js';
import type { StructureElement } from './structure.js';

/** Where the pages and annotations of a file find the elements that hold them. */
export type StructureWriting = Readonly<{
  root: StructureElement;
  /** Object numbers of the pages, in order. Page `n` has the key `n` in the parent tree. */
  pages: readonly ObjectNumber[];
  /** For each annotation, in order, the element that holds it. Annotation `n` has the key `pages.length + n`. */
  annotationElements: readonly StructureElement[];
}>;

/**
 * Writes the structure tree, its root and its parent tree, and names them in the catalog.
 * @see ISO 32000-1, 14.7.2 and 14.7.4.4
 */
export function writeStructure(file: PdfFile, { root, pages, annotationElements }: StructureWriting): void {
  const tree = file.reserve();
  const parents: ObjectNumber[][] = pages.map(() => []);
  writeElement(file, root, { parent: tree, pages, parents });
  const keys = parents.map((elements, page) => `${page}[${elements.map(reference).join(' ')}]`);
  for (const [index, { number }] of annotationElements.entries()) {
    keys.push(`${pages.length + index} ${reference(number)}`);
  }
  const parentTree = file.reserve();
  file.write(parentTree, `<</Nums[${keys.join('\n')}]>>`);
  file.write(
    tree,
    `<</Type/StructTreeRoot/K ${reference(root.number)}/ParentTree ${reference(parentTree)}` +
      `/ParentTreeNextKey ${keys.length}>>`,
  );
  file.catalog.set('StructTreeRoot', reference(tree));
  file.catalog.set('MarkInfo', '<</Marked true>>');
}

type Place = Readonly<{
  parent: ObjectNumber;
  pages: readonly ObjectNumber[];
  /** For each page, the element of each marked-content identifier. */
  parents: ObjectNumber[][];
}>;

function writeElement(file: PdfFile, element: StructureElement, place: Place): void {
  const { pages, parents } = place;
  const page = ownPage(element);
  const kids = element.kids.map((kid) => {
    if ('mcid' in kid) {
      parents[kid.page]![kid.mcid] = element.number;
      if (kid.page === page) return String(kid.mcid);
      return `<</Type/MCR/Pg ${reference(pages[kid.page]!)}/MCID ${kid.mcid}>>`;
    }
    if ('annotation' in kid) {
      return `<</Type/OBJR/Pg ${reference(pages[kid.page]!)}/Obj ${reference(kid.annotation)}>>`;
    }
    writeElement(file, kid, { ...place, parent: element.number });
    return reference(kid.number);
  });
  const on = page === undefined ? '' : `/Pg ${reference(pages[page]!)}`;
  const list = kids.length === 1 ? ` ${kids[0]!}` : `[${kids.join(' ')}]`;
  file.write(
    element.number,
    `<</Type/StructElem/S/${element.role}/P ${reference(place.parent)}${on}${element.entries}/K${list}>>`,
  );
}

/** The page of an element's first marked content, which needs no dictionary of its own there. */
function ownPage({ kids }: StructureElement): number | undefined {
  for (const kid of kids) if ('mcid' in kid) return kid.page;
  return undefined;
}

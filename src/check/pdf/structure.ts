import type { Fault } from './fault.js';
import type { PdfFile } from './objects.js';
import { PdfError } from './pdf-error.js';
import { isArray, isReference } from './syntax.js';
import type { PdfDictionary, PdfValue } from './syntax.js';

/** What a structure element holds: an element, marked content on a page, or an annotation on a page. */
export type PdfKid =
  | Readonly<{ kind: 'element'; element: PdfElement }>
  | Readonly<{ kind: 'content'; page: number | undefined; mcid: number }>
  | Readonly<{ kind: 'object'; page: number | undefined; object: number }>;

/** An element of the structure tree. */
export type PdfElement = Readonly<{
  /** The number of its object; 0 when it stands directly in its parent. */
  object: number;
  /** The object that /P names. */
  parent: number | undefined;
  role: string;
  lang: string | undefined;
  alternative: string | undefined;
  actualText: string | undefined;
  /** Attributes of every owner, as PDF writes their values: `ListNumbering=Decimal`. */
  attributes: ReadonlyMap<string, string>;
  kids: readonly PdfKid[];
}>;

/** The structure tree of a file. */
export type PdfStructure = Readonly<{
  /** The object of /StructTreeRoot. */
  root: number;
  roots: readonly PdfElement[];
  /** Elements that were met more than once, by object. */
  repeated: readonly number[];
  /** Roles that stand for others. */
  roleMap: ReadonlyMap<string, string>;
  /** Entries of the parent tree: one element for an annotation, a list by MCID for a page. */
  parents: ReadonlyMap<number, number | readonly (number | undefined)[]>;
  /** What is wrong with the parent tree itself. */
  parentTreeFaults: readonly Fault[];
  nextKey: number | undefined;
}>;

/** Reads the structure tree and the parent tree. */
export function readStructure(file: PdfFile, pageOf: ReadonlyMap<number, number>): PdfStructure {
  const reference = file.dictionary(file.trailer.get('Root')).get('StructTreeRoot');
  const root = file.dictionary(reference);
  const met = new Map<number, number>();
  const context: Context = { file, pageOf, met };
  const roots = file
    .list(root.get('K'))
    .flatMap((kid) => readKid(kid, { page: undefined, depth: 0 }, context))
    .flatMap((kid) => (kid.kind === 'element' ? [kid.element] : []));
  const faults: Fault[] = [];
  const roles = [...file.dictionary(root.get('RoleMap'))].map(
    ([role, to]) => [role, file.name(to) ?? ''] as const,
  );
  return {
    root: isReference(reference) ? reference.number : 0,
    roots,
    repeated: [...met].filter(([, count]) => count > 1).map(([object]) => object),
    roleMap: new Map(roles),
    parents: new Map(readNumberTree(file, root.get('ParentTree'), faults)),
    parentTreeFaults: faults,
    nextKey: file.number(root.get('ParentTreeNextKey')),
  };
}

/** Every element of a tree, each before what is in it. */
export function walkElements(elements: readonly PdfElement[]): readonly PdfElement[] {
  return elements.flatMap((element) => [element, ...walkElements(kidElements(element))]);
}

type Context = Readonly<{
  file: PdfFile;
  pageOf: ReadonlyMap<number, number>;
  /** How often each element was met; a second meeting isn't followed, so circles end. */
  met: Map<number, number>;
}>;

/** The page that an element names for content of its own, and how deep it stands. */
type Around = Readonly<{ page: number | undefined; depth: number }>;

/** A tree that is deeper would exhaust the stack. */
const DEEPEST_ELEMENT = 60;

function readKid(value: PdfValue, around: Around, context: Context): readonly PdfKid[] {
  const { file } = context;
  const found = file.resolve(value);
  if (typeof found === 'number') return [{ kind: 'content', page: around.page, mcid: found }];
  const dictionary = file.dictionary(found);
  const page = pageAt(dictionary, context) ?? around.page;
  switch (file.name(dictionary.get('Type'))) {
    case 'MCR':
      return [{ kind: 'content', page, mcid: file.number(dictionary.get('MCID')) ?? -1 }];
    case 'OBJR': {
      const object = dictionary.get('Obj');
      return [{ kind: 'object', page, object: isReference(object) ? object.number : 0 }];
    }
    default:
      return readElement(value, around.depth + 1, context);
  }
}

function readElement(value: PdfValue, depth: number, context: Context): readonly PdfKid[] {
  const { file, met } = context;
  if (depth > DEEPEST_ELEMENT)
    throw new PdfError('pdf/unreadable', 'The structure tree is nested too deeply.');
  const object = isReference(value) ? value.number : 0;
  met.set(object, (met.get(object) ?? 0) + (object === 0 ? 0 : 1));
  const dictionary = file.dictionary(value);
  if (dictionary.size === 0 || met.get(object)! > 1) return [];
  const parent = dictionary.get('P');
  const inside = { page: pageAt(dictionary, context), depth };
  const element: PdfElement = {
    object,
    parent: isReference(parent) ? parent.number : undefined,
    role: file.name(dictionary.get('S')) ?? '',
    lang: file.text(dictionary.get('Lang')),
    alternative: file.text(dictionary.get('Alt')),
    actualText: file.text(dictionary.get('ActualText')),
    attributes: readAttributes(dictionary, file),
    kids: file.list(dictionary.get('K')).flatMap((kid) => readKid(kid, inside, context)),
  };
  return [{ kind: 'element', element }];
}

function pageAt(dictionary: PdfDictionary, { pageOf }: Context): number | undefined {
  const page = dictionary.get('Pg');
  return isReference(page) ? pageOf.get(page.number) : undefined;
}

function readAttributes(dictionary: PdfDictionary, file: PdfFile): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  for (const object of file.list(dictionary.get('A'))) {
    for (const [key, value] of file.dictionary(object)) {
      if (key !== 'O') attributes.set(key, printValue(file.resolve(value), file));
    }
  }
  return attributes;
}

function printValue(value: PdfValue, file: PdfFile): string {
  if (isArray(value)) return value.map((part) => printValue(file.resolve(part), file)).join(' ');
  return file.name(value) ?? file.text(value) ?? String(value as number);
}

/** A tree that is deeper holds itself. */
const DEEPEST_NUMBER_TREE = 8;

type ParentEntry = readonly [number, number | readonly (number | undefined)[]];

function readNumberTree(file: PdfFile, tree: PdfValue | undefined, faults: Fault[]): readonly ParentEntry[] {
  const root = file.dictionary(tree);
  const report = (message: string): void => void faults.push({ code: 'pdf/parent-tree', message });
  if (root.has('Limits')) report('The root of the parent tree has /Limits.');
  const pairs = numberPairs(file, root);
  pairs.forEach(([key], index) => {
    if (index > 0 && key <= pairs[index - 1]![0])
      report(`The parent tree's key ${String(key)} is out of order.`);
  });
  return pairs.map(([key, value]): ParentEntry => {
    const found = file.resolve(value);
    if (!isArray(found)) return [key, objectOf(value) ?? 0];
    return [key, found.map((entry) => objectOf(entry))];
  });
}

function numberPairs(
  file: PdfFile,
  node: PdfDictionary,
  depth = 0,
): readonly (readonly [number, PdfValue])[] {
  if (depth > DEEPEST_NUMBER_TREE) return [];
  const numbers = file.list(node.get('Nums'));
  const own = numbers.flatMap((key, index) =>
    index % 2 === 0 ? [[file.number(key) ?? -1, numbers[index + 1] ?? null] as const] : [],
  );
  return [
    ...own,
    ...file.list(node.get('Kids')).flatMap((kid) => numberPairs(file, file.dictionary(kid), depth + 1)),
  ];
}

function objectOf(value: PdfValue | undefined): number | undefined {
  return isReference(value) ? value.number : undefined;
}

/** The elements directly in an element. */
export function kidElements({ kids }: PdfElement): readonly PdfElement[] {
  return kids.flatMap((kid) => (kid.kind === 'element' ? [kid.element] : []));
}

/** How an element is called in a message: its role and its object. */
export function elementName({ role, object }: PdfElement): string {
  return `<${role}> (object ${String(object)})`;
}

/** The page of the first content in an element; undefined when it has none. */
export function pageOfElement(element: PdfElement): number | undefined {
  for (const kid of element.kids) {
    const page = kid.kind === 'element' ? pageOfElement(kid.element) : kid.page;
    if (page !== undefined) return page;
  }
  return undefined;
}

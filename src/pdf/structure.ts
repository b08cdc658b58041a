import type {
  Block,
  DocumentNode,
  Inline,
  List,
  ListItem,
  NodeId,
  Table,
  TableCell,
} from '../document/node.js';
import type { ObjectNumber, PdfFile } from './file.js';
import type { MarkedContent, PaintedArea } from './page-content.js';
import { pdfNumber, pdfText } from './syntax.js';

/**
 * The structure tree: one element for each node of the document that means something to a reader, in reading order.
 * @see ISO 32000-1, 14.7 and 14.8; ISO 14289-1
 */

/** An annotation that belongs to a structure element. */
export type AnnotationKid = Readonly<{ annotation: ObjectNumber; page: number }>;

type Kid = StructureElement | MarkedContent | AnnotationKid;

/** A structure element, before it is written. */
export type StructureElement = {
  readonly number: ObjectNumber;
  readonly role: string;
  readonly kids: Kid[];
  /** Entries of its dictionary beyond the common ones, in PDF syntax. */
  readonly entries: string;
};

/** What the tree is built from. */
export type StructureInput = Readonly<{
  document: DocumentNode;
  /** Of the root: a file of several documents has each as a part. */
  role: 'Document' | 'Part';
  /** Only where it isn't that of the file. */
  lang?: string | undefined;
  marked: readonly MarkedContent[];
  areas: readonly PaintedArea[];
  /** Height of the pages, to turn boxes the right way up. */
  pageHeight: number;
  /** Annotations of each link. */
  links: ReadonlyMap<NodeId, readonly AnnotationKid[]>;
}>;

type Building = StructureInput &
  Readonly<{
    file: PdfFile;
    content: ReadonlyMap<NodeId, readonly MarkedContent[]>;
    labels: ReadonlyMap<NodeId, readonly MarkedContent[]>;
    /** Element of each link. */
    linkElements: Map<NodeId, StructureElement>;
  }>;

/** A finished tree: its root, and which element holds each link. */
export type StructureTree = Readonly<{
  root: StructureElement;
  links: ReadonlyMap<NodeId, StructureElement>;
}>;

/** Builds the structure tree of a document from what was painted of it. */
export function buildStructure(file: PdfFile, input: StructureInput): StructureTree {
  const building: Building = {
    ...input,
    file,
    content: groupByNode(input.marked, 'content'),
    labels: groupByNode(input.marked, 'label'),
    linkElements: new Map(),
  };
  const root = createElement(building, input.role, { lang: input.lang });
  addBlocks(building, root, [...input.document.letterhead, ...input.document.children]);
  return { root, links: building.linkElements };
}

function groupByNode(
  marked: readonly MarkedContent[],
  part: MarkedContent['part'],
): Map<NodeId, MarkedContent[]> {
  const groups = new Map<NodeId, MarkedContent[]>();
  for (const mark of marked) {
    if (mark.part !== part) continue;
    const group = groups.get(mark.node);
    if (group === undefined) groups.set(mark.node, [mark]);
    else group.push(mark);
  }
  return groups;
}

type ElementFields = Readonly<{ kids?: Kid[]; lang?: string | undefined; entries?: string }>;

function createElement(
  { file }: Building,
  role: string,
  { kids = [], lang, entries = '' }: ElementFields,
): StructureElement {
  const language = lang === undefined ? '' : `/Lang${pdfText(lang)}`;
  return { number: file.reserve(), role, kids, entries: entries + language };
}

function addBlocks(building: Building, parent: StructureElement, blocks: readonly Block[]): void {
  for (const block of blocks) addBlock(building, parent, block);
}

function addBlock(building: Building, parent: StructureElement, block: Block): void {
  const { lang } = block;
  const group = (role: string, children: readonly Block[]) => {
    const element = createElement(building, role, { lang });
    parent.kids.push(element);
    addBlocks(building, element, children);
  };
  switch (block.kind) {
    case 'heading':
      return addTextElement(building, parent, { ...block, role: `H${block.level}` });
    case 'paragraph':
      return addTextElement(building, parent, { ...block, role: 'P' });
    case 'list':
      return addList(building, parent, { list: block, numbering: listNumbering(block) });
    case 'timeline':
    case 'cards':
      return addList(building, parent, { list: block, numbering: 'None' });
    case 'table':
      return addTable(building, parent, block);
    case 'figure':
      return addFigure(building, parent, block);
    case 'callout':
    case 'section':
      return group('Sect', block.children);
    case 'columns':
      for (const { lang: own, children } of block.columns) {
        if (own === undefined) addBlocks(building, parent, children);
        else {
          const element = createElement(building, 'Div', { lang: own });
          parent.kids.push(element);
          addBlocks(building, element, children);
        }
      }
      return;
    case 'do-dont':
      addBlock(building, parent, block.do);
      addBlock(building, parent, block.dont);
      return;
    case 'rule':
      return;
  }
}

type TextNode = Readonly<{ id: NodeId; lang?: string; children: readonly Inline[] }>;

function addTextElement(
  building: Building,
  parent: StructureElement,
  node: TextNode & { role: string },
): void {
  const kids = textKids(building, node);
  if (kids.length === 0) return;
  parent.kids.push(createElement(building, node.role, { kids, lang: node.lang, entries: actualText(kids) }));
}

/** What a paragraph holds, in reading order: its own marked content, and elements for its links and foreign words. */
function textKids(building: Building, node: TextNode): Kid[] {
  const inner = inlineElements(building, node.children);
  const own = building.content.get(node.id) ?? [];
  if (inner.length === 0) return [...own];
  const wrapped = own.map((mark): Kid => {
    return mark.rightToLeft
      ? createElement(building, 'Span', { kids: [mark], entries: actualText([mark]) })
      : mark;
  });
  return [...wrapped, ...inner].sort((one, other) => compareMarks(firstMark(one), firstMark(other)));
}

function inlineElements(building: Building, inlines: readonly Inline[]): readonly StructureElement[] {
  const elements: StructureElement[] = [];
  for (const inline of inlines) {
    if (inline.kind === 'link' || inline.kind === 'span') {
      const kids: Kid[] = textKids(building, inline);
      if (kids.length === 0) continue;
      const entries = actualText(kids);
      if (inline.kind === 'link') kids.push(...(building.links.get(inline.id) ?? []));
      const role = inline.kind === 'link' ? 'Link' : 'Span';
      const element = createElement(building, role, { kids, lang: inline.lang, entries });
      if (inline.kind === 'link') building.linkElements.set(inline.id, element);
      elements.push(element);
    } else if ('children' in inline) elements.push(...inlineElements(building, inline.children));
  }
  return elements;
}

/**
 * The words of marked content that runs from right to left: its glyphs are painted from left to right, so a reader is
 * told the text in its own order.
 */
function actualText(kids: readonly Kid[]): string {
  const marks = kids.filter((kid) => 'mcid' in kid);
  if (marks.length < kids.length || !marks.some((mark) => mark.rightToLeft)) return '';
  const text = marks.map((mark) => mark.text).join('');
  return `/ActualText${pdfText(text)}`;
}

function firstMark(kid: Kid): MarkedContent | undefined {
  if ('mcid' in kid) return kid;
  if ('annotation' in kid) return undefined;
  for (const inner of kid.kids) {
    const mark = firstMark(inner);
    if (mark !== undefined) return mark;
  }
  return undefined;
}

function compareMarks(one: MarkedContent | undefined, other: MarkedContent | undefined): number {
  if (one === undefined || other === undefined) return 0;
  return one.leaf - other.leaf || one.mcid - other.mcid;
}

function listNumbering({ marker }: List): string {
  if (marker === 'disc') return 'Disc';
  return marker === 'decimal' ? 'Decimal' : 'None';
}

type ListLike = Readonly<{ lang?: string; items: readonly ListItem[] }>;

function addList(
  building: Building,
  parent: StructureElement,
  { list, numbering }: Readonly<{ list: ListLike; numbering: string }>,
): void {
  const entries = `/A<</O/List/ListNumbering/${numbering}>>`;
  const element = createElement(building, 'L', { lang: list.lang, entries });
  parent.kids.push(element);
  for (const item of list.items) {
    const itemElement = createElement(building, 'LI', { lang: item.lang });
    element.kids.push(itemElement);
    const label = building.labels.get(item.id);
    if (label !== undefined)
      itemElement.kids.push(createElement(building, 'Lbl', { kids: [...label], entries: actualText(label) }));
    itemElement.kids.push(createContainer(building, 'LBody', item));
  }
}

type Container = Readonly<{ id: NodeId; lang?: string; children: readonly Block[]; entries?: string }>;

/** An element that holds blocks. A single paragraph in it needs no element of its own. */
function createContainer(building: Building, role: string, node: Container): StructureElement {
  const { entries = '' } = node;
  const [only] = node.children;
  if (node.children.length === 1 && only?.kind === 'paragraph') {
    const kids = textKids(building, only);
    const lang = only.lang ?? node.lang;
    return createElement(building, role, { kids, lang, entries: entries + actualText(kids) });
  }
  const kids = [...(building.content.get(node.id) ?? [])];
  const element = createElement(building, role, { kids, lang: node.lang, entries });
  addBlocks(building, element, node.children);
  return element;
}

function addTable(building: Building, parent: StructureElement, table: Table): void {
  const element = createElement(building, 'Table', { lang: table.lang });
  parent.kids.push(element);
  if (table.caption.length > 0) {
    addTextElement(building, element, { role: 'Caption', id: table.id, children: table.caption });
  }
  for (const [role, rows] of [['THead', table.head] as const, ['TBody', table.body] as const]) {
    if (rows.length === 0) continue;
    const group = createElement(building, role, {});
    element.kids.push(group);
    for (const row of rows) {
      const cells = row.cells.map((cell) => createCell(building, cell));
      group.kids.push(createElement(building, 'TR', { kids: cells, lang: row.lang }));
    }
  }
}

function createCell(building: Building, cell: TableCell): StructureElement {
  const scope = cell.header === undefined ? '' : `/Scope/${cell.header === 'column' ? 'Column' : 'Row'}`;
  const span = cell.columnSpan > 1 ? `/ColSpan ${cell.columnSpan}` : '';
  const entries = scope + span === '' ? '' : `/A<</O/Table${scope}${span}>>`;
  return createContainer(building, cell.header === undefined ? 'TD' : 'TH', { ...cell, entries });
}

function addFigure(building: Building, parent: StructureElement, figure: Block & { kind: 'figure' }): void {
  const marks = building.content.get(figure.id) ?? [];
  const area = building.areas.find(({ node }) => node === figure.id);
  if (marks.length === 0 || area === undefined) return;
  const bottom = building.pageHeight - area.y - area.height;
  const box = [area.x, bottom, area.x + area.width, bottom + area.height].map((value) => pdfNumber(value));
  const entries =
    `/Alt${pdfText(figure.alternative)}/A<</O/Layout/Placement/Block/BBox[${box.join(' ')}]` +
    `/Width ${pdfNumber(area.width)}/Height ${pdfNumber(area.height)}>>`;
  const picture = marks.filter((mark) => mark.text === '');
  parent.kids.push(
    createElement(building, 'Figure', {
      kids: [...picture, ...labelElements(building, figure)],
      lang: figure.lang,
      entries,
    }),
  );
  const caption = marks.filter((mark) => mark.text !== '');
  const kids = [...caption, ...inlineElements(building, figure.caption)];
  if (kids.length > 0)
    parent.kids.push(createElement(building, 'Caption', { kids, entries: actualText(kids) }));
}

/** The words over a drawing. A reader hears the alternative text in their stead, which tells what they say. */
function labelElements(
  building: Building,
  { labels = [] }: Block & { kind: 'figure' },
): readonly StructureElement[] {
  return labels.flatMap((label) => {
    const kids = textKids(building, label);
    if (kids.length === 0) return [];
    return [createElement(building, 'Span', { kids, lang: label.lang, entries: actualText(kids) })];
  });
}

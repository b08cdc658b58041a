import type { Block, DocumentNode, Figure, ListItem, Section, Table } from '../document/node.js';

/**
 * Takes out of a document what an e-mail can't show or doesn't need: drawings become their words, since mail programs show no
 * vector drawings and hold other pictures back; a code to be scanned becomes the link below it; columns stand below each
 * other; and lines to write on and cards to cut off are left to paper.
 */
export function mailDocument(document: DocumentNode): DocumentNode {
  const letterhead = document.letterhead.filter(({ kind }) => kind !== 'figure');
  return { ...document, letterhead: convertAll(letterhead), children: convertAll(document.children) };
}

function convertAll(blocks: readonly Block[]): readonly Block[] {
  return blocks.flatMap(convert);
}

function convert(block: Block): readonly Block[] {
  switch (block.kind) {
    case 'figure':
      return convertFigure(block);
    case 'paragraph':
      return block.role === 'write-on' ? [] : [block];
    case 'list': {
      const items = convertItems(block.items);
      return items.length === 0 ? [] : [{ ...block, marker: markerOf(block.marker), items }];
    }
    case 'cards':
    case 'timeline':
      return [{ ...block, items: convertItems(block.items) }];
    case 'table':
      return [convertTable(block)];
    case 'callout':
      return [{ ...block, children: convertAll(block.children) }];
    case 'section':
      return block.role === 'cut-off' ? [] : withoutEmpty(convertSection(block));
    case 'columns':
      return block.columns.flatMap(({ span: _, ...column }) =>
        withoutEmpty(convertSection({ ...column, kind: 'section' })),
      );
    case 'do-dont':
      return [{ ...block, do: convertSection(block.do), dont: convertSection(block.dont) }];
    case 'heading':
    case 'rule':
      return [block];
  }
}

/** An icon says nothing that the words beside it don't. */
function convertFigure({
  kind: _,
  source,
  alternative,
  caption,
  isIcon,
  ...figure
}: Figure): readonly Block[] {
  const { id, at, lang, dir } = figure;
  const fields = { id, ...(at && { at }), ...(lang && { lang }), ...(dir && { dir }) };
  const captions: readonly Block[] =
    caption.length === 0 ? [] : [{ ...fields, kind: 'paragraph', role: 'body', children: caption }];
  if (isIcon === true || alternative === '' || source.startsWith('qr:')) return captions;
  const words = { kind: 'text', id, text: `[${alternative}]` } as const;
  return [{ ...fields, kind: 'paragraph', role: 'note', children: [words] }, ...captions];
}

function convertItems(items: readonly ListItem[]): readonly ListItem[] {
  return items.map((item) => ({ ...item, children: convertAll(item.children) }));
}

function markerOf<Marker extends string>(marker: Marker): Marker | 'disc' {
  return marker === 'icon' ? 'disc' : marker;
}

function convertSection(section: Section): Section {
  return { ...section, children: convertAll(section.children) };
}

function withoutEmpty(section: Section): readonly Section[] {
  return section.children.length === 0 ? [] : [section];
}

function convertTable(table: Table): Table {
  const convertRows = (rows: Table['body']): Table['body'] =>
    rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell) => ({ ...cell, children: convertAll(cell.children) })),
    }));
  return { ...table, head: convertRows(table.head), body: convertRows(table.body) };
}

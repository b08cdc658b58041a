import type { Block, DocumentNode, Inline, List, ListItem, Table, TableCell } from '../../document/node.js';
import { formatCount } from '../../layout/format-count.js';
import { makePassage } from './passage.js';
import type { Passage, PassageParts, Voice } from './passage.js';

type Telling = Readonly<{ passages: Passage[]; lang: string }>;

/** What a file of this document must be heard to say, passage by passage, in reading order. */
export function expectedPassages({ lang, letterhead, children }: DocumentNode): readonly Passage[] {
  const passages: Passage[] = [];
  tellBlocks([...letterhead, ...children], { passages, lang });
  return passages;
}

function tellBlocks(blocks: readonly Block[], telling: Telling): void {
  for (const block of blocks) tellBlock(block, inLanguage(telling, block));
}

function inLanguage(telling: Telling, { lang }: Readonly<{ lang?: string }>): Telling {
  return lang === undefined ? telling : { ...telling, lang };
}

function tellBlock(block: Block, telling: Telling): void {
  switch (block.kind) {
    case 'heading':
      return tellText(`H${String(block.level)}`, block, telling);
    case 'paragraph':
      return tellText('P', block, telling);
    case 'list':
      return tellList(block, telling);
    case 'timeline':
    case 'cards':
      return tellItems(block, { numbering: 'None', labelOf: () => '' }, telling);
    case 'table':
      return tellTable(block, telling);
    case 'figure':
      return tellFigure(block, telling);
    case 'callout':
    case 'section':
      return tellBlocks(block.children, telling);
    case 'columns':
      for (const column of block.columns) tellBlocks(column.children, inLanguage(telling, column));
      return;
    case 'do-dont':
      return tellBlocks([block.do, block.dont], telling);
    case 'rule':
      return;
  }
}

type TextNode = Readonly<{ children: readonly Inline[]; at?: PassageParts['at'] }>;

function tellText(role: string, { children, at }: TextNode, { passages, lang }: Telling): void {
  const spoken = voicesOf(children, lang);
  if (spoken.some(({ text }) => text.trim() !== '')) passages.push(makePassage({ role, spoken, at }));
}

function voicesOf(inlines: readonly Inline[], lang: string): readonly Voice[] {
  return inlines.flatMap((inline): readonly Voice[] => {
    switch (inline.kind) {
      case 'text':
        return [{ lang: inline.lang ?? lang, text: inline.text }];
      case 'line-break':
        return [{ lang, text: ' ' }];
      case 'page-number':
      case 'page-count':
        return [];
      default:
        return voicesOf(inline.children, inline.lang ?? lang);
    }
  });
}

function tellList(list: List, telling: Telling): void {
  const { marker, start = 1 } = list;
  if (marker === 'disc') return tellItems(list, { numbering: 'Disc', labelOf: () => '•' }, telling);
  if (marker !== 'decimal') return tellItems(list, { numbering: 'None', labelOf: () => '' }, telling);
  const labelOf = (index: number): string => `${formatCount(index + start, telling.lang)}.`;
  return tellItems(list, { numbering: 'Decimal', labelOf }, telling);
}

type Labels = Readonly<{ numbering: string; labelOf: (index: number) => string }>;

function tellItems(
  { items, at }: Readonly<{ items: readonly ListItem[]; at?: PassageParts['at'] }>,
  { numbering, labelOf }: Labels,
  telling: Telling,
): void {
  telling.passages.push(makePassage({ role: `L ${numbering}`, spoken: [], at }));
  items.forEach((item, index) => {
    const inside = inLanguage(telling, item);
    const label = labelOf(index);
    if (label !== '') {
      const spoken = [{ lang: inside.lang, text: label }];
      telling.passages.push(makePassage({ role: 'Lbl', spoken, at: item.at }));
    }
    tellContainer('LBody', item, inside);
  });
}

/** A single paragraph in an item or a cell has no element of its own. */
function tellContainer(
  role: string,
  { children }: Readonly<{ children: readonly Block[] }>,
  telling: Telling,
): void {
  const [only] = children;
  if (children.length === 1 && only?.kind === 'paragraph') tellText(role, only, inLanguage(telling, only));
  else tellBlocks(children, telling);
}

function tellTable(table: Table, telling: Telling): void {
  tellText('Caption', { children: table.caption, ...(table.at && { at: table.at }) }, telling);
  for (const row of [...table.head, ...table.body]) {
    const inside = inLanguage(telling, row);
    for (const cell of row.cells) tellContainer(cellRole(cell), cell, inLanguage(inside, cell));
  }
}

function cellRole({ header, columnSpan }: TableCell): string {
  const columns = columnSpan > 1 ? ` ${String(columnSpan)}` : '';
  if (header === undefined) return `TD${columns}`;
  return `TH ${header === 'column' ? 'Column' : 'Row'}${columns}`;
}

/** An icon is a decoration beside words that say the same. */
function tellFigure(figure: Block & { kind: 'figure' }, telling: Telling): void {
  const { alternative, labels = [], caption, isIcon, at } = figure;
  if (isIcon === true) return;
  const spoken = [{ lang: telling.lang, text: alternative }];
  telling.passages.push(makePassage({ role: 'Figure', spoken, at }));
  for (const label of labels) tellText('Span', label, inLanguage(telling, label));
  tellText('Caption', { children: caption, ...(at && { at }) }, telling);
}

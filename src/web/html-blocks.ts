import type {
  Block,
  Callout,
  Column,
  DocumentNode,
  List,
  ListItem,
  NodeId,
  Paragraph,
  Section,
} from '../document/node.js';
import { walkDocument } from '../document/walk.js';
import type { BoxRole, HtmlContext } from './html-context.js';
import { writeFigure } from './html-figure.js';
import { writeInlines } from './html-inlines.js';
import { writeTable } from './html-table.js';
import { element, openTag, passage } from './tag.js';

/** Writes blocks as HTML, each on a line of its own. */
export function writeBlocks(blocks: readonly Block[], context: HtmlContext): string {
  return blocks.map((block) => `${writeBlock(block, context)}\n`).join('');
}

function writeBlock(block: Block, context: HtmlContext): string {
  switch (block.kind) {
    case 'heading': {
      const attributes = { id: context.labels.get(block.id), ...passage(block) };
      return element(`h${block.level}`, attributes, writeInlines(block.children));
    }
    case 'paragraph':
      return writeParagraph(block);
    case 'list':
      return writeList(block, context);
    case 'cards': {
      const attributes = { class: 'cards', role: 'list', ...passage(block) };
      return element('ul', attributes, writeItems(block.items, context));
    }
    case 'timeline': {
      const attributes = { class: 'timeline', role: 'list', ...passage(block) };
      return element('ol', attributes, writeItems(block.items, context));
    }
    case 'table':
      return writeTable(block, (blocks) => writeContent(blocks, context));
    case 'figure':
      return writeFigure(block, context);
    case 'callout':
      return writeNamed(block, { name: `callout ${block.role}`, role: block.role }, context);
    case 'section': {
      const attributes = { class: block.role, ...passage(block) };
      return element('div', attributes, `\n${writeBlocks(block.children, context)}`);
    }
    case 'columns': {
      const columns = block.columns.map((column) => `${writeColumn(column, context)}\n`).join('');
      return element('div', { class: 'columns', ...passage(block) }, `\n${columns}`);
    }
    case 'do-dont': {
      const sides = [
        writeNamed(block.do, { name: 'do', role: 'do' }, context),
        writeNamed(block.dont, { name: 'dont', role: 'dont' }, context),
      ];
      return element('div', { class: 'do-dont', ...passage(block) }, `\n${sides.join('\n')}\n`);
    }
    case 'rule':
      return openTag('hr');
  }
}

function writeParagraph(paragraph: Paragraph): string {
  const attributes = {
    class: paragraph.role === 'body' ? undefined : paragraph.role,
    ...passage(paragraph),
  };
  return element('p', attributes, writeInlines(paragraph.children));
}

function writeList(list: List, context: HtmlContext): string {
  // One browser takes lists without its own bullets for no lists unless they say so.
  const isBare =
    list.marker === 'check' || list.marker === 'cross' || list.marker === 'icon' || list.marker === 'none';
  const attributes = isBare ? { class: list.marker, role: 'list' } : {};
  const name = list.marker === 'decimal' ? 'ol' : 'ul';
  return element(name, { ...attributes, ...passage(list) }, writeItems(list.items, context));
}

function writeItems(items: readonly ListItem[], context: HtmlContext): string {
  const written = items.map((item) => element('li', passage(item), writeContent(item.children, context)));
  return `\n${written.map((item) => `${item}\n`).join('')}`;
}

/** Writes what an item or a cell holds: a plain paragraph that is alone needs no element. */
function writeContent(blocks: readonly Block[], context: HtmlContext): string {
  const [first, ...rest] = blocks;
  const isPlain =
    first?.kind === 'paragraph' &&
    first.role === 'body' &&
    first.lang === undefined &&
    first.dir === undefined;
  if (isPlain && rest.length === 0) return writeInlines(first.children);
  return first === undefined ? '' : `\n${writeBlocks(blocks, context)}`;
}

function writeColumn(column: Column, context: HtmlContext): string {
  const style = column.span === 1 ? undefined : `flex-grow:${column.span}`;
  return element('div', { style, ...passage(column) }, `\n${writeBlocks(column.children, context)}`);
}

/** Writes a part of the page that its first heading names. */
function writeNamed(
  part: Callout | Section,
  { name, role }: Readonly<{ name: string; role: BoxRole }>,
  context: HtmlContext,
): string {
  const heading = headingOf(part);
  const label = heading && context.labels.get(heading.id);
  const attributes = { class: name, 'aria-labelledby': label, ...passage(part) };
  const html = `\n${writeBlocks(part.children, context)}`;
  return element('section', attributes, context.box?.(role, html) ?? html);
}

/**
 * Names the headings that name a part of the page. Numbers are given in reading order, since the ids of nodes may differ
 * between two readings of one document.
 */
export function labelsOf(document: DocumentNode): ReadonlyMap<NodeId, string> {
  const headings = walkDocument(document).flatMap((node) => {
    if (node.kind === 'callout') return [headingOf(node)];
    return node.kind === 'do-dont' ? [headingOf(node.do), headingOf(node.dont)] : [];
  });
  const named = [...new Set(headings.flatMap((heading) => (heading === undefined ? [] : [heading.id])))];
  return new Map(named.map((id, index) => [id, `part-${index + 1}`]));
}

/** The heading that names a callout, or a side of a do and don't. */
function headingOf({ children }: Callout | Section): Block | undefined {
  return children.find((block) => block.kind === 'heading');
}

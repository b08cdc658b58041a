import type { HtmlElement, HtmlNode, HtmlText } from './html.js';
import type {
  Block,
  Column,
  Heading,
  List,
  ListItem,
  ListMarker,
  Paragraph,
  ParagraphRole,
  Section,
} from './node.js';
import { readFigure } from './read-figure.js';
import { readInlines, readParagraph } from './read-inlines.js';
import { readTable } from './read-table.js';
import { anonymousFields, nodeFields, reportAt, type NodeFields, type Reading } from './reading.js';
import { checkElement, isBlock, isInline } from './vocabulary.js';

/**
 * Reads the children of an element as blocks. Reports `document/misplaced-text` for words and inlines among them, and
 * whatever is wrong inside.
 */
export function readBlocks(parent: HtmlElement, reading: Reading): readonly Block[] {
  const blocks: Block[] = [];
  for (const node of parent.children) {
    if (node.kind === 'text') {
      if (!isWhiteSpace(node)) reportMisplacedText(parent, parent, reading);
    } else if (isInline(node.name)) {
      reportMisplacedText(node, parent, reading);
    } else {
      const block = readBlock(node, reading);
      if (block) blocks.push(block);
    }
  }
  return blocks;
}

/** Reads the children of a list item or a table cell: blocks, where a run of words and inlines is one paragraph. */
export function readFlow(parent: HtmlElement, reading: Reading): readonly Block[] {
  const blocks: Block[] = [];
  let line: HtmlNode[] = [];
  const endLine = (): void => {
    if (!line.every((node) => node.kind === 'text' && isWhiteSpace(node))) {
      const fields = anonymousFields(parent, reading);
      const children = readParagraph(line, { around: parent, place: 'text' }, reading);
      if (children.length > 0) blocks.push({ kind: 'paragraph', ...fields, role: 'body', children });
    }
    line = [];
  };
  for (const node of parent.children) {
    if (node.kind === 'text' || isInline(node.name)) {
      line.push(node);
    } else {
      endLine();
      const block = readBlock(node, reading);
      if (block) blocks.push(block);
    }
  }
  endLine();
  return blocks;
}

function readBlock(element: HtmlElement, reading: Reading): Block | undefined {
  if (!checkElement(element, reading)) return undefined;
  if (!isBlock(element.name)) {
    const message = `<${element.name}> can't stand in <${element.parent?.name ?? 'html'}>.`;
    reportAt(reading, element, { code: 'document/misplaced-element', message });
    return undefined;
  }
  const fields = nodeFields(element, reading);
  const role = element.attributes.get('class') ?? '';
  switch (element.name) {
    case 'h1':
    case 'h2':
    case 'h3':
      return readHeading(element, fields, reading);
    case 'p':
      return readParagraphBlock(element, fields, reading);
    case 'ul':
    case 'ol':
      return readList(element, fields, reading);
    case 'table':
      return readTable(element, fields, { reading, readFlow });
    case 'figure':
      return readFigure(element, fields, reading);
    case 'aside':
      return readCallout(element, fields, reading);
    case 'section':
      return readSection(element, fields, reading);
    case 'div':
      return role === 'do-dont'
        ? readDoDont(element, fields, reading)
        : readColumns(element, fields, reading);
    default:
      return { kind: 'rule', ...fields };
  }
}

function readHeading(element: HtmlElement, fields: NodeFields, reading: Reading): Heading {
  const level = Number(element.name[1]) as 1 | 2 | 3;
  if (level > reading.headingLevel + 1) {
    const previous =
      reading.headingLevel === 0 ? 'no heading before it' : `<h${reading.headingLevel}> before it`;
    const hint = `Write <h${reading.headingLevel + 1}>.`;
    const message = `<h${level}> skips a level: there is ${previous}.`;
    reportAt(reading, element, { code: 'document/skipped-heading', message, hint });
  }
  reading.headingLevel = level;
  const children = readInlines(element, reading);
  if (children.length === 0) reportEmpty(element, reading);
  return { kind: 'heading', ...fields, level, children };
}

const PARAGRAPH_ROLES: readonly ParagraphRole[] = [
  'lead',
  'kicker',
  'note',
  'draft-notice',
  'contact',
  'phone',
  'write-on',
];

function readParagraphBlock(element: HtmlElement, fields: NodeFields, reading: Reading): Paragraph {
  const role = PARAGRAPH_ROLES.find((known) => known === element.attributes.get('class')) ?? 'body';
  const children = readInlines(element, reading);
  if (children.length === 0) reportEmpty(element, reading);
  return { kind: 'paragraph', ...fields, role, children };
}

const MARKERS: Readonly<Record<string, ListMarker>> = {
  check: 'check',
  cross: 'cross',
  icons: 'icon',
  plain: 'none',
};

function readList(element: HtmlElement, fields: NodeFields, reading: Reading): Block {
  const items: ListItem[] = [];
  for (const child of childElements(element, 'li', reading)) {
    const itemFields = nodeFields(child, reading);
    const children = readFlow(child, reading);
    if (children.length === 0) reportEmpty(child, reading);
    items.push({ kind: 'list-item', ...itemFields, children });
  }
  if (items.length === 0) reportEmpty(element, reading);
  const role = element.attributes.get('class') ?? '';
  if (role === 'timeline') return { kind: 'timeline', ...fields, items };
  if (role === 'cards') return { kind: 'cards', ...fields, items };
  const marker = element.name === 'ol' ? 'decimal' : (MARKERS[role] ?? 'disc');
  return { kind: 'list', ...fields, marker, items } satisfies List;
}

function readCallout(element: HtmlElement, fields: NodeFields, reading: Reading): Block {
  const role = element.attributes.get('class');
  const children = readBlocks(element, reading);
  if (children.length === 0) reportEmpty(element, reading);
  if (role === 'call' || role === 'urgent' || role === 'today')
    return { kind: 'callout', ...fields, role, children };
  if (!role) {
    const hint = 'Write class="call", "urgent", "info" or "today".';
    reportAt(reading, element, {
      code: 'document/missing-attribute',
      message: '<aside> needs a class.',
      hint,
    });
  }
  return { kind: 'callout', ...fields, role: 'info', children };
}

function readSection(element: HtmlElement, fields: NodeFields, reading: Reading): Section {
  const name = element.attributes.get('class');
  const role = name === 'keep-together' || name === 'cut-off' ? name : undefined;
  return { kind: 'section', ...fields, ...(role && { role }), children: readBlocks(element, reading) };
}

function readDoDont(element: HtmlElement, fields: NodeFields, reading: Reading): Block | undefined {
  const sections: Section[] = [];
  for (const child of childElements(element, 'section', reading)) {
    sections.push(readSection(child, nodeFields(child, reading), reading));
  }
  const [first, second] = sections;
  if (first && second && sections.length === 2)
    return { kind: 'do-dont', ...fields, do: first, dont: second };
  const message = `<div class="do-dont"> holds two <section>s, not ${sections.length}.`;
  const hint = 'Put what to do in the first, and what to avoid in the second.';
  reportAt(reading, element, { code: 'document/bad-do-dont', message, hint });
  return undefined;
}

function readColumns(element: HtmlElement, fields: NodeFields, reading: Reading): Block {
  if (element.attributes.get('class') !== 'columns') {
    const hint = 'Write class="columns" or class="do-dont", or use <section>.';
    reportAt(reading, element, { code: 'document/missing-attribute', message: '<div> needs a class.', hint });
  }
  const columns: Column[] = [];
  for (const child of childElements(element, 'div', reading)) {
    const columnFields = nodeFields(child, reading);
    const span = Number(child.attributes.get('data-span') ?? 1);
    if (!Number.isInteger(span) || span < 1 || span > 12) {
      const message = `data-span="${child.attributes.get('data-span')}" isn't a whole number from 1 to 12.`;
      reportAt(reading, child, { code: 'document/bad-attribute', message });
    }
    columns.push({ kind: 'column', ...columnFields, span, children: readBlocks(child, reading) });
  }
  if (columns.length === 0) reportEmpty(element, reading);
  return { kind: 'columns', ...fields, columns };
}

/** The children that have the one name allowed; reports every other. */
export function childElements(parent: HtmlElement, name: string, reading: Reading): readonly HtmlElement[] {
  const found: HtmlElement[] = [];
  for (const node of parent.children) {
    if (node.kind === 'text') {
      if (!isWhiteSpace(node)) reportMisplacedText(parent, parent, reading);
    } else if (checkElement(node, reading)) {
      if (node.name === name) found.push(node);
      else {
        const message = `<${parent.name}> holds <${name}>, not <${node.name}>.`;
        reportAt(reading, node, { code: 'document/misplaced-element', message });
      }
    }
  }
  return found;
}

function isWhiteSpace(node: HtmlText): boolean {
  return /^[ \t\n\r\f]*$/.test(node.text);
}

function reportEmpty(element: HtmlElement, reading: Reading): void {
  const hint = 'Leave it out when there is nothing to say.';
  reportAt(reading, element, {
    code: 'document/empty-element',
    message: `<${element.name}> is empty.`,
    hint,
  });
}

function reportMisplacedText(element: HtmlElement, parent: HtmlElement, reading: Reading): void {
  const what = element === parent ? 'Text' : `<${element.name}>`;
  const message = `${what} can't stand by itself in <${parent.name}>.`;
  reportAt(reading, element, { code: 'document/misplaced-text', message, hint: 'Put it in a <p>.' });
}

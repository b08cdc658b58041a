import { withoutBreaks } from '../base/invisible.js';
import type { HtmlElement, HtmlNode } from './html.js';
import type { DocumentNode, Inline, RunningLine } from './node.js';
import { childElements, readBlocks } from './read-blocks.js';
import { readInlines } from './read-inlines.js';
import { isDirection, languageOf, reportAt, type Reading } from './reading.js';
import { checkElement } from './vocabulary.js';

/** What BCP 47 calls a language that isn't known; later stages take any tag, but not none. */
const UNDETERMINED = 'und';

/** Reads `<html>` and all that it holds. */
export function readDocument(root: HtmlElement, reading: Reading): DocumentNode {
  const dir = root.attributes.get('dir');
  checkElement(root, reading);
  if (!root.attributes.has('lang')) {
    const hint = 'Write <html lang="{{lang}}" dir="{{dir}}">.';
    reportAt(reading, root, {
      code: 'document/missing-attribute',
      message: '<html> needs the attribute lang.',
      hint,
    });
  }
  const parts = {
    ...emptyDocument(languageOf(root) ?? UNDETERMINED),
    dir: isDirection(dir) ? dir : 'ltr',
  } as const;
  const [head, body] = expectInOrder(root, ['head', 'body'], reading);
  const title = head && expectInOrder(head, ['title'], reading)[0];
  if (!body) return parts;
  const [letterhead, main, running, footer] = expectInOrder(body, BODY_PARTS, reading);
  if (!main) reportMissing(body, 'main', reading);
  return {
    ...parts,
    title: title ? readTitle(title, reading) : reportMissing(head ?? root, 'title', reading),
    letterhead: letterhead ? readBlocks(letterhead, reading) : [],
    children: main ? readBlocks(main, reading) : [],
    runningHeader: running ? readInlines(running, reading, 'running') : [],
    runningFooter: footer ? readFooter(footer, reading) : [],
  };
}

const BODY_PARTS = ['header class="letterhead"', 'main', 'header class="running"', 'footer'] as const;

/**
 * Finds children that each may occur once, in an order.
 * @param names element names, with the class where the name alone doesn't tell
 * @returns the elements in the order of the names; undefined for those that aren't there
 */
function expectInOrder(
  parent: HtmlElement,
  names: readonly string[],
  reading: Reading,
): readonly (HtmlElement | undefined)[] {
  const found: (HtmlElement | undefined)[] = names.map(() => undefined);
  let reached = -1;
  for (const node of parent.children) {
    if (!isElement(node)) {
      if (node.text.trim() !== '') {
        const message = `Text can't stand by itself in <${parent.name}>.`;
        reportAt(reading, parent, { code: 'document/misplaced-text', message });
      }
      continue;
    }
    if (!checkElement(node, reading)) continue;
    const role = node.attributes.get('class');
    const index = names.indexOf(role ? `${node.name} class="${role}"` : node.name);
    if (index > reached) {
      found[index] = node;
      reached = index;
      continue;
    }
    const hint = `It holds, in this order: ${names.map((name) => `<${name}>`).join(', ')}.`;
    const message = `<${node.name}> can't stand here in <${parent.name}>.`;
    reportAt(reading, node, { code: 'document/misplaced-element', message, hint });
  }
  return found;
}

function readTitle(element: HtmlElement, reading: Reading): string {
  const text = element.children.map((node) => (isElement(node) ? '' : node.text)).join('');
  if (element.children.some(isElement)) {
    const message = '<title> holds text alone.';
    reportAt(reading, element, { code: 'document/misplaced-element', message });
  }
  const title = withoutBreaks(text)
    .replace(/[ \t\n\r\f]+/g, ' ')
    .trim()
    .normalize('NFC');
  if (title === '')
    reportAt(reading, element, { code: 'document/empty-element', message: '<title> is empty.' });
  return title;
}

function readFooter(footer: HtmlElement, reading: Reading): readonly RunningLine[] {
  const lines = childElements(footer, 'p', reading).map((line) => {
    const parts = new Map<string, readonly Inline[]>();
    for (const part of childElements(line, 'span', reading)) {
      const role = part.attributes.get('class') ?? '';
      if ((role === 'start' || role === 'end') && !parts.has(role)) {
        parts.set(role, readInlines(part, reading, 'running'));
      } else {
        const message = 'A line of the footer holds <span class="start"> and <span class="end">.';
        reportAt(reading, part, { code: 'document/misplaced-element', message });
      }
    }
    return { start: parts.get('start') ?? [], end: parts.get('end') ?? [] };
  });
  if (lines.length > 2) {
    const message = `The footer has ${lines.length} lines, but room for two.`;
    reportAt(reading, footer, { code: 'document/misplaced-element', message });
  }
  return lines.slice(0, 2);
}

function reportMissing(parent: HtmlElement, name: string, reading: Reading): string {
  const message = `There is no <${name}> in <${parent.name}>.`;
  reportAt(reading, parent, { code: 'document/missing-element', message });
  return '';
}

/** A document that says nothing. */
export function emptyDocument(lang: string): DocumentNode {
  return { lang, dir: 'ltr', title: '', letterhead: [], children: [], runningHeader: [], runningFooter: [] };
}

/** Tells an element from the characters between tags. */
export function isElement(node: HtmlNode): node is HtmlElement {
  return node.kind === 'element';
}

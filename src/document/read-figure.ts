import { withoutBreaks } from '../base/invisible.js';
import type { HtmlElement } from './html.js';
import type { Figure, FigureLabel } from './node.js';
import { readInlines } from './read-inlines.js';
import { nodeFields, reportAt, type NodeFields, type Reading } from './reading.js';
import { checkElement } from './vocabulary.js';

/** A code may hold any text; where it is an address, a phone opens it, and these it opens unencrypted, or as a program. */
const UNFIT_SCHEME = /^\s*(?:http|javascript|vbscript|data|file):/i;

/**
 * Reads `<figure>`: one `<img>`, in one of class "labelled" a list of labels, and then perhaps a `<figcaption>`. One of class
 * "icon" holds the `<img>` alone, without alternative text. Reports `document/missing-attribute`, `document/bad-attribute`,
 * `document/bad-link`, `document/missing-element` and `document/misplaced-element`.
 */
export function readFigure(element: HtmlElement, fields: NodeFields, reading: Reading): Figure | undefined {
  const parts = readParts(element, reading);
  const { image, caption } = parts;
  if (!image) {
    reportAt(reading, element, { code: 'document/missing-element', message: '<figure> has no <img>.' });
    return undefined;
  }
  const isIcon = element.attributes.get('class') === 'icon';
  const widthMm = readWidth(image, reading);
  const labels = parts.labels && readLabels(parts.labels, reading);
  return {
    kind: 'figure',
    ...fields,
    source: sourceOf(image, reading),
    alternative: isIcon ? noAlternative(image, reading) : alternativeOf(image, reading),
    ...(widthMm === undefined ? {} : { widthMm }),
    caption: caption ? readInlines(caption, reading) : [],
    ...(isIcon && { isIcon }),
    ...(labels && { labels }),
  };
}

type Parts = { image?: HtmlElement; labels?: HtmlElement; caption?: HtmlElement };

/** Finds what a figure is made of; each part comes once at most, and in this order. */
function readParts(element: HtmlElement, reading: Reading): Readonly<Parts> {
  const role = element.attributes.get('class');
  const parts: Parts = {};
  for (const node of element.children) {
    if (node.kind === 'text') {
      if (node.text.trim() !== '') reportPart(element, role, reading);
      continue;
    }
    if (!checkElement(node, reading)) continue;
    const part = partOf(node, role, parts);
    if (part) parts[part] = node;
    else reportPart(node, role, reading);
  }
  return parts;
}

function partOf({ name }: HtmlElement, role: string | undefined, parts: Parts): keyof Parts | undefined {
  if (name === 'img' && !parts.image) return 'image';
  if (!parts.image || parts.caption) return undefined;
  if (name === 'ul' && role === 'labelled' && !parts.labels) return 'labels';
  return name === 'figcaption' && role !== 'icon' ? 'caption' : undefined;
}

function reportPart(place: HtmlElement, role: string | undefined, reading: Reading): void {
  reportAt(reading, place, { code: 'document/misplaced-element', message: contentOf(role) });
}

function contentOf(role: string | undefined): string {
  if (role === 'icon') return '<figure class="icon"> holds one <img> and nothing else.';
  if (role === 'labelled')
    return '<figure class="labelled"> holds one <img>, one <ul> and then perhaps a <figcaption>.';
  return '<figure> holds one <img> and then perhaps a <figcaption>.';
}

function readLabels(list: HtmlElement, reading: Reading): readonly FigureLabel[] {
  const labels: FigureLabel[] = [];
  for (const node of list.children) {
    if (node.kind === 'text' && node.text.trim() === '') continue;
    if (node.kind === 'element' && !checkElement(node, reading)) continue;
    if (node.kind === 'text' || node.name !== 'li') {
      const message = 'The labels of a figure are <li> with the attribute data-label.';
      const place = node.kind === 'element' ? node : list;
      reportAt(reading, place, { code: 'document/misplaced-element', message });
      continue;
    }
    const fields = nodeFields(node, reading);
    const room = node.attributes.get('data-label') ?? '';
    if (room === '') {
      const message = 'A label of a figure needs the attribute data-label.';
      const hint = 'Write the name after "label-" of a <rect id="label-…"> in the drawing.';
      reportAt(reading, node, { code: 'document/missing-attribute', message, hint });
    }
    labels.push({ kind: 'figure-label', ...fields, room, children: readInlines(node, reading) });
  }
  return labels;
}

function sourceOf(image: HtmlElement, reading: Reading): string {
  const hint = 'Write a path under templates, or qr: and a text.';
  const source = required(image, { name: 'src', hint }, reading);
  const text = source.startsWith('qr:') ? source.slice('qr:'.length) : '';
  if (UNFIT_SCHEME.test(text)) {
    const message = `"${text}" isn't an address that a code can lead to.`;
    reportAt(reading, image, {
      code: 'document/bad-link',
      message,
      hint: 'Start it with https://, mailto: or tel:.',
    });
  }
  return source;
}

function alternativeOf(image: HtmlElement, reading: Reading): string {
  const hint = 'Say what the picture shows.';
  const alternative = required(image, { name: 'alt', hint }, reading);
  if (alternative !== '' && !/[\p{L}\p{N}]/u.test(alternative)) {
    const message = `alt="${alternative}" has no word in it.`;
    reportAt(reading, image, { code: 'document/missing-attribute', message, hint });
  }
  return withoutBreaks(alternative).normalize('NFC');
}

/** An icon stands beside words that say the same, so a reader would hear them twice. */
function noAlternative(image: HtmlElement, reading: Reading): string {
  if ((image.attributes.get('alt') ?? '') !== '') {
    const message = 'An icon has no alternative text: the words beside it say the same.';
    const hint = 'Leave alt out, or leave class="icon" out.';
    reportAt(reading, image, { code: 'document/bad-attribute', message, hint });
  }
  return '';
}

function required(
  image: HtmlElement,
  { name, hint }: Readonly<{ name: string; hint: string }>,
  reading: Reading,
): string {
  const value = image.attributes.get(name)?.trim() ?? '';
  if (value === '') {
    reportAt(reading, image, {
      code: 'document/missing-attribute',
      message: `<img> needs the attribute ${name}.`,
      hint,
    });
  }
  return value;
}

function readWidth(image: HtmlElement, reading: Reading): number | undefined {
  const written = image.attributes.get('data-width-mm');
  if (written === undefined) return undefined;
  const widthMm = Number(written);
  if (widthMm > 0 && widthMm <= 1000) return widthMm;
  const message = `data-width-mm="${written}" isn't a width in millimetres.`;
  reportAt(reading, image, { code: 'document/bad-attribute', message });
  return undefined;
}

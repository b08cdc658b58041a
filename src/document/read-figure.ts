import type { HtmlElement } from './html.js';
import type { Figure, Inline } from './node.js';
import { readInlines } from './read-inlines.js';
import { reportAt, type NodeFields, type Reading } from './reading.js';
import { checkElement } from './vocabulary.js';

/**
 * Reads `<figure>`: one `<img>` and then perhaps a `<figcaption>`. Reports `document/missing-attribute`,
 * `document/bad-attribute`, `document/missing-element` and `document/misplaced-element`.
 */
export function readFigure(element: HtmlElement, fields: NodeFields, reading: Reading): Figure | undefined {
  let image: HtmlElement | undefined;
  let caption: readonly Inline[] = [];
  for (const node of element.children) {
    if (node.kind === 'text' && node.text.trim() === '') continue;
    if (node.kind === 'element' && !checkElement(node, reading)) continue;
    if (node.kind === 'element' && node.name === 'img' && !image) image = node;
    else if (node.kind === 'element' && node.name === 'figcaption' && image)
      caption = readInlines(node, reading);
    else {
      const message = '<figure> holds one <img> and then perhaps a <figcaption>.';
      const place = node.kind === 'element' ? node : element;
      reportAt(reading, place, { code: 'document/misplaced-element', message });
    }
  }
  if (!image) {
    reportAt(reading, element, { code: 'document/missing-element', message: '<figure> has no <img>.' });
    return undefined;
  }
  const widthMm = readWidth(image, reading);
  return {
    kind: 'figure',
    ...fields,
    source: required(
      image,
      { name: 'src', hint: 'Write a path under templates, or qr: and a text.' },
      reading,
    ),
    alternative: required(image, { name: 'alt', hint: 'Say what the picture shows.' }, reading).normalize(
      'NFC',
    ),
    ...(widthMm === undefined ? {} : { widthMm }),
    caption,
  };
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

import type { Figure } from '../document/node.js';
import { drawnHeight } from '../graphics/drawn-height.js';
import type { VectorImage } from '../graphics/vector.js';
import type { HtmlContext } from './html-context.js';
import { writeInlines } from './html-inlines.js';
import type { Picture, PictureFile } from './picture.js';
import { decimal, writePath } from './svg-path.js';
import { element, openTag, passage, type Attributes } from './tag.js';

/** Writes a figure with its picture inside the page, so that nothing has to be fetched. A picture that couldn't be read is its words. */
export function writeFigure(figure: Figure, context: HtmlContext): string {
  const picture = context.pictures.get(figure.source);
  if (figure.isIcon) return writeIcon(picture);
  const style = figure.widthMm === undefined ? undefined : `inline-size:${decimal(figure.widthMm)}mm`;
  const caption = figure.caption.length === 0 ? '' : element('figcaption', {}, writeInlines(figure.caption));
  const shown =
    picture === undefined
      ? element('p', {}, writeInlines([{ kind: 'text', id: figure.id, text: figure.alternative }]))
      : picture.kind === 'vector'
        ? writeDrawing(figure.labels ? withoutRoomBelow(picture) : picture, {
            'aria-label': figure.alternative,
            style,
          })
        : writeFile(picture, { alt: figure.alternative, style });
  return element('figure', passage(figure), shown + writeLabels(figure) + caption);
}

/** An icon says nothing that the words beside it don't. */
function writeIcon(picture: Picture | undefined): string {
  if (picture === undefined) return '';
  const shown =
    picture.kind === 'vector' ? writeDrawing(picture, { role: undefined }) : writeFile(picture, { alt: '' });
  return element('span', { class: 'icon', 'aria-hidden': 'true' }, shown);
}

/** The room that a drawing has below for its labels stays empty here. */
function withoutRoomBelow(drawing: VectorImage): VectorImage {
  return { ...drawing, height: drawnHeight(drawing) };
}

/** Labels stand below the drawing, since text in a page can grow. */
function writeLabels({ labels = [] }: Figure): string {
  if (labels.length === 0) return '';
  const items = labels.map((label) => element('li', passage(label), writeInlines(label.children)));
  return element('ul', { class: 'labels', role: 'list' }, items.join(''));
}

function writeFile({ type, width, height, bytes }: PictureFile, attributes: Attributes): string {
  const src = `data:${type};base64,${Buffer.from(bytes).toString('base64')}`;
  return openTag('img', { src, ...attributes, width: String(width), height: String(height) });
}

function writeDrawing({ width, height, paths }: VectorImage, attributes: Attributes): string {
  // Browsers that know only the size of the box would stretch the drawing to the column.
  const size = { width: decimal(width * pixelsPerPoint), height: decimal(height * pixelsPerPoint) };
  const viewBox = `0 0 ${decimal(width)} ${decimal(height)}`;
  return element('svg', { role: 'img', ...attributes, ...size, viewBox }, paths.map(writePath).join(''));
}

/** @see CSS Values and Units Level 4, absolute lengths */
const pixelsPerPoint = 4 / 3;

import type { Size } from '../base/geometry.js';
import { pointsFromMm, type Points } from '../base/units.js';
import type { Figure } from '../document/node.js';
import { drawnHeight } from '../graphics/drawn-height.js';
import { readyToMirror } from '../graphics/mirror.js';
import type { RasterImage } from '../graphics/raster.js';
import type { VectorImage } from '../graphics/vector.js';
import { setLabels, type SizedDrawing } from './figure-labels.js';
import type { LogicalBox, Mark } from './flow.js';
import { addSpace, addStrip, type FlowBuilder } from './flow-builder.js';
import type { FlowContext } from './flow-context.js';
import type { Meaning } from './page.js';
import { addTextBlock, type TextBlock } from './text-block.js';

/**
 * Adds a picture with its caption below. It is never wider than its column nor, with its caption, taller than a page.
 * A picture that couldn't be read leaves a grey field; whoever read it has reported why.
 */
export function addFigure(builder: FlowBuilder, figure: Figure, context: FlowContext): void {
  const style = context.theme.figure;
  const caption = captionOf(figure, context);
  const reserved = caption ? style.captionGap + caption.style.leading * expectedCaptionLines : 0;
  const { width, height } = figureSize(figure, context, context.pageHeight - reserved);
  const offset = (context.measure - width) * { start: 0, centre: 0.5, end: 1 }[context.align];
  const box = { start: context.start + offset, top: 0, width, height };
  const image = context.images.get(figure.source);
  const shown = image
    ? pictureOf(figure, { image, box }, context)
    : { height, marks: [{ kind: 'shape', box, radius: 0, fill: style.frame } as const] };
  addSpace(builder, style.before);
  addStrip(builder, { ...shown, joined: false });
  // A heading needs nothing more below it than a picture; a caption stays with its own.
  builder.linesToKeep = caption ? 1 : 0;
  if (caption) {
    addSpace(builder, style.captionGap);
    addTextBlock(builder, caption, context);
  }
  addSpace(builder, style.after);
}

/** What is painted of a picture, and how tall that is. */
type ShownPicture = Readonly<{ height: Points; marks: readonly Mark[] }>;

function pictureOf(
  figure: Figure,
  { image, box }: Readonly<{ image: VectorImage | RasterImage; box: LogicalBox }>,
  context: FlowContext,
): ShownPicture {
  const meaning: Meaning = figure.isIcon
    ? { kind: 'artifact', type: 'layout' }
    : { kind: 'node', node: figure.id, part: 'content' };
  if (!figure.labels || image.kind !== 'vector') {
    return { height: box.height, marks: [{ kind: 'image', meaning, image, box }] };
  }
  const mirrored = context.documentDir === 'rtl';
  const labels = setLabels(figure, { image, box }, context);
  const cut = withoutFreeRoom({ image: mirrored ? readyToMirror(image) : image, box }, labels.bottom);
  return {
    height: cut.box.height,
    marks: [{ kind: 'image', meaning, ...cut, mirrored }, ...labels.marks],
  };
}

/** A drawing has room below for the longest words of any language. What is left of it is cut off. */
function withoutFreeRoom({ image, box }: SizedDrawing, labelsBottom: Points): SizedDrawing {
  const scale = box.height / image.height;
  const height = Math.min(box.height, Math.max(drawnHeight(image) * scale, labelsBottom));
  return { image: { ...image, height: height / scale }, box: { ...box, height } };
}

/** The size at which a figure is shown in its column. */
export function figureSize(figure: Figure, context: FlowContext, maximumHeight: Points): Size {
  const natural = naturalSize(context.images.get(figure.source));
  const ownWidth = figure.isIcon ? context.theme.cards.iconSize : natural.width;
  const asDrawn = figure.widthMm === undefined ? ownWidth : pointsFromMm(figure.widthMm);
  const { scale, labelledScale } = context.theme.figure;
  const wished = figure.labels ? asDrawn * scale * labelledScale : asDrawn;
  const ratio = natural.height / natural.width;
  const width = Math.min(wished, context.measure, maximumHeight / ratio);
  return { width, height: width * ratio };
}

/** Captions longer than this push a page-high figure's last lines to the next page. */
const expectedCaptionLines = 3;

/** Pixels count 96 to the inch, as on the web. */
const pointsPerPixel = 0.75;

function naturalSize(image: VectorImage | RasterImage | undefined): Size {
  if (image === undefined) return { width: 144, height: 72 };
  const scale = image.kind === 'vector' ? 1 : pointsPerPixel;
  return { width: image.width * scale, height: image.height * scale };
}

function captionOf(figure: Figure, context: FlowContext): TextBlock | undefined {
  if (figure.caption.length === 0) return undefined;
  return {
    id: figure.id,
    ...(figure.at && { at: figure.at }),
    children: figure.caption,
    style: context.blocks.caption,
    joined: true,
  };
}

import type { Rectangle } from '../base/geometry.js';
import type { JpegImage, PixelImage, RasterImage } from '../graphics/raster.js';
import type { PathCommand, VectorImage, VectorPath } from '../graphics/vector.js';
import { deflate, latin1Bytes, reference } from './file.js';
import type { ObjectNumber, PdfFile } from './file.js';
import { colourOperator, pdfArray, pdfNumber } from './syntax.js';

/** A picture that is written as an object of its own, and the name that page contents call it by. */
export type NamedPicture = Readonly<{ name: string; write(file: PdfFile): ObjectNumber }>;

/** Operators that paint a picture in a box, and the object they paint unless they draw it themselves. */
export type PaintedPicture = Readonly<{ operators: string; picture?: NamedPicture }>;

/** Paints pictures; each is written once in a file however often it is painted. */
export type PicturePainter = (
  image: VectorImage | RasterImage,
  box: Rectangle,
  mirrored: boolean,
) => PaintedPicture;

/** The pictures of a handout, by what they show. Copies call the pictures of the general handout by the same names. */
export type PictureBook = Map<VectorImage | RasterImage, NamedPicture>;

/** The operators of drawings and the compressed bytes of pictures, kept for as long as the pictures themselves. */
export type PictureMemory = Readonly<{
  drawings: WeakMap<VectorImage, string>;
  compressed: WeakMap<object, Uint8Array>;
}>;

/** A drawing with more operators than this isn't written into the page, so that it is compressed once for all copies. */
const LONGEST_INLINE_DRAWING = 1500;

/** Makes a painter that enters new pictures into a book. */
export function createPicturePainter(book: PictureBook, memory: PictureMemory): PicturePainter {
  const enter = (image: VectorImage | RasterImage, write: NamedPicture['write']): NamedPicture => {
    let picture = book.get(image);
    if (picture === undefined) book.set(image, (picture = { name: `I${book.size + 1}`, write }));
    return picture;
  };
  return (image, box, mirrored) => {
    if (image.kind !== 'vector') {
      const picture = enter(image, (file) => writeRaster(file, image, memory));
      // An image fills the unit square with its first row at the top, and y grows downwards here.
      const matrix = [box.width, 0, 0, -box.height, box.x, box.y + box.height];
      return { operators: placed(matrix, `/${picture.name} Do`), picture };
    }
    const drawing = drawingOperators(image, memory);
    const across = box.width / image.width;
    const down = box.height / image.height;
    const matrix = mirrored
      ? [-across, 0, 0, down, box.x + box.width, box.y]
      : [across, 0, 0, down, box.x, box.y];
    if (drawing.length <= LONGEST_INLINE_DRAWING) return { operators: placed(matrix, drawing) };
    const picture = enter(image, (file) => writeDrawing(file, image, memory));
    return { operators: placed(matrix, `/${picture.name} Do`), picture };
  };
}

function placed(matrix: readonly number[], operators: string): string {
  return `q ${matrix.map((value) => pdfNumber(value, 4)).join(' ')} cm\n${operators}\nQ\n`;
}

function drawingOperators(image: VectorImage, { drawings }: PictureMemory): string {
  let operators = drawings.get(image);
  if (operators === undefined) {
    operators = clipOperators(image) + image.paths.map(pathOperators).join('');
    drawings.set(image, operators);
  }
  return operators;
}

/** A drawing may reach beyond its frame, where it isn't shown. */
function clipOperators({ width, height, paths }: VectorImage): string {
  const reachesOut = paths.some(({ commands }) =>
    commands.some(([, ...numbers]) =>
      numbers.some((value, index) => value < 0 || value > (index % 2 === 0 ? width : height)),
    ),
  );
  return reachesOut ? `0 0 ${pdfNumber(width)} ${pdfNumber(height)} re W n\n` : '';
}

/** @see ISO 32000-1, 8.10 */
function writeDrawing(file: PdfFile, image: VectorImage, memory: PictureMemory): ObjectNumber {
  const number = file.reserve();
  const bytes = compressOnce(image, memory, () => latin1Bytes(drawingOperators(image, memory)));
  const box = `[0 0 ${pdfNumber(image.width)} ${pdfNumber(image.height)}]`;
  file.writeStream(number, `/Type/XObject/Subtype/Form/BBox${box}/Resources<<>>/Filter/FlateDecode`, bytes);
  return number;
}

const CAPS = { butt: 0, round: 1, square: 2 } as const;
const JOINS = { miter: 0, round: 1, bevel: 2 } as const;

function pathOperators({ commands, fill, stroke }: VectorPath): string {
  if (fill === undefined && stroke === undefined) return '';
  let operators = fill === undefined ? '' : `${colourOperator(fill.colour, 'fill')}\n`;
  if (stroke !== undefined) {
    operators +=
      `${colourOperator(stroke.colour, 'stroke')} ${pdfNumber(stroke.width, 3)} w ${CAPS[stroke.cap]} J ${JOINS[stroke.join]} j ` +
      `${pdfNumber(stroke.miterLimit)} M ${pdfArray(stroke.dashes.map((dash) => pdfNumber(dash)))} 0 d\n`;
  }
  const evenOdd = fill?.rule === 'evenodd' ? '*' : '';
  const paint = fill === undefined ? 'S' : stroke === undefined ? `f${evenOdd}` : `B${evenOdd}`;
  return `${operators}${commands.map(commandOperators).join(' ')} ${paint}\n`;
}

function commandOperators([name, ...numbers]: PathCommand): string {
  const operator = { M: 'm', L: 'l', C: 'c', Z: 'h' }[name];
  return [...numbers.map((value) => pdfNumber(value)), operator].join(' ');
}

function writeRaster(file: PdfFile, image: RasterImage, memory: PictureMemory): ObjectNumber {
  return image.kind === 'jpeg' ? writeJpeg(file, image) : writePixels(file, image, memory);
}

function imageEntries(image: RasterImage, colourSpace: string): string {
  return (
    `/Type/XObject/Subtype/Image/Width ${image.width}/Height ${image.height}` +
    `/BitsPerComponent 8/ColorSpace/${colourSpace}`
  );
}

function writeJpeg(file: PdfFile, image: JpegImage): ObjectNumber {
  const number = file.reserve();
  const colourSpace = image.components === 1 ? 'DeviceGray' : 'DeviceRGB';
  file.writeStream(number, `${imageEntries(image, colourSpace)}/Filter/DCTDecode`, image.bytes);
  return number;
}

function writePixels(file: PdfFile, image: PixelImage, memory: PictureMemory): ObjectNumber {
  const number = file.reserve();
  let mask = '';
  const { alpha } = image;
  if (alpha !== undefined) {
    const maskNumber = file.reserve();
    const entries = `${imageEntries(image, 'DeviceGray')}/Filter/FlateDecode`;
    file.writeStream(
      maskNumber,
      entries,
      compressOnce(alpha, memory, () => alpha),
    );
    mask = `/SMask ${reference(maskNumber)}`;
  }
  const entries = `${imageEntries(image, 'DeviceRGB')}/Filter/FlateDecode${mask}`;
  file.writeStream(
    number,
    entries,
    compressOnce(image.rgb, memory, () => image.rgb),
  );
  return number;
}

function compressOnce(key: object, { compressed }: PictureMemory, read: () => Uint8Array): Uint8Array {
  let result = compressed.get(key);
  if (result === undefined) compressed.set(key, (result = deflate(read(), 6)));
  return result;
}

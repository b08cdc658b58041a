import type { Rectangle } from '../base/geometry.js';
import type { JpegImage, PixelImage, RasterImage } from '../graphics/raster.js';
import type { PathCommand, VectorImage, VectorPath } from '../graphics/vector.js';
import { deflate, reference } from './file.js';
import type { ObjectNumber, PdfFile } from './file.js';
import { pdfArray, pdfColour, pdfNumber } from './syntax.js';

/** Operators that paint a picture in a box, and the name of the picture's object if it has one. */
export type PaintedPicture = Readonly<{ operators: string; name?: string }>;

/** Paints pictures; each raster image is embedded once however often it is painted. */
export type PicturePainter = (image: VectorImage | RasterImage, box: Rectangle) => PaintedPicture;

/** A picture painter and the pictures it has met. */
export type PictureBook = Readonly<{
  paint: PicturePainter;
  write(file: PdfFile): ReadonlyMap<string, ObjectNumber>;
}>;

/** The operators of drawings and the compressed bytes of pictures, kept for as long as the pictures themselves. */
export type PictureMemory = Readonly<{
  drawings: WeakMap<VectorImage, string>;
  compressed: WeakMap<Uint8Array, Uint8Array>;
}>;

/** Starts the pictures of one file. */
export function createPictureBook(memory: PictureMemory): PictureBook {
  const names = new Map<RasterImage, string>();
  return {
    paint(image, box) {
      if (image.kind === 'vector') return { operators: vectorOperators(image, box, memory) };
      const name = names.get(image) ?? `I${names.size + 1}`;
      names.set(image, name);
      // An image fills the unit square with its first row at the top, and y grows downwards here.
      const matrix = [box.width, 0, 0, -box.height, box.x, box.y + box.height].map((value) =>
        pdfNumber(value, 3),
      );
      return { operators: `q ${matrix.join(' ')} cm /${name} Do Q\n`, name };
    },
    write: (file) => new Map([...names].map(([image, name]) => [name, writeRaster(file, image, memory)])),
  };
}

function vectorOperators(image: VectorImage, box: Rectangle, { drawings }: PictureMemory): string {
  let paths = drawings.get(image);
  if (paths === undefined) {
    paths = clipOperators(image) + image.paths.map(pathOperators).join('');
    drawings.set(image, paths);
  }
  const matrix = [box.width / image.width, 0, 0, box.height / image.height, box.x, box.y];
  return `q ${matrix.map((value) => pdfNumber(value, 4)).join(' ')} cm\n${paths}Q\n`;
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

const CAPS = { butt: 0, round: 1, square: 2 } as const;
const JOINS = { miter: 0, round: 1, bevel: 2 } as const;

function pathOperators({ commands, fill, stroke }: VectorPath): string {
  if (fill === undefined && stroke === undefined) return '';
  let operators = fill === undefined ? '' : `${pdfColour(fill.colour)} rg\n`;
  if (stroke !== undefined) {
    operators +=
      `${pdfColour(stroke.colour)} RG ${pdfNumber(stroke.width, 3)} w ${CAPS[stroke.cap]} J ${JOINS[stroke.join]} j ` +
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
  if (image.alpha !== undefined) {
    const maskNumber = file.reserve();
    const entries = `${imageEntries(image, 'DeviceGray')}/Filter/FlateDecode`;
    file.writeStream(maskNumber, entries, compressOnce(image.alpha, memory));
    mask = `/SMask ${reference(maskNumber)}`;
  }
  const entries = `${imageEntries(image, 'DeviceRGB')}/Filter/FlateDecode${mask}`;
  file.writeStream(number, entries, compressOnce(image.rgb, memory));
  return number;
}

function compressOnce(bytes: Uint8Array, { compressed }: PictureMemory): Uint8Array {
  let result = compressed.get(bytes);
  if (result === undefined) compressed.set(bytes, (result = deflate(bytes, 6)));
  return result;
}

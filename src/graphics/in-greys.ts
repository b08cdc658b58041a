import { greyStep, greyOf } from '../base/grey.js';
import type { Problem, Staged } from '../base/problem.js';
import type { PixelImage, RasterImage } from './raster.js';
import type { VectorImage, VectorPath } from './vector.js';

/**
 * Gives a picture in greys that are as light as its colours. Reports `graphics/colour-jpeg` for a JPEG file in colour,
 * whose pixels are never decoded here: it stays as it is.
 * @param file the name of the picture in problems
 */
export function inGreys<Image extends VectorImage | RasterImage>(
  image: Image,
  file: string,
): Staged<VectorImage | RasterImage> {
  switch (image.kind) {
    case 'vector':
      return { value: { ...image, paths: image.paths.map(greyPath) }, problems: [] };
    case 'pixels':
      return { value: greyPixels(image), problems: [] };
    case 'jpeg':
      return { value: image, problems: image.components === 1 ? [] : [colourJpeg(file)] };
  }
}

function greyPath({ fill, stroke, ...path }: VectorPath): VectorPath {
  return {
    ...path,
    ...(fill && { fill: { ...fill, colour: greyOf(fill.colour) } }),
    ...(stroke && { stroke: { ...stroke, colour: greyOf(stroke.colour) } }),
  };
}

function greyPixels(image: PixelImage): PixelImage {
  const rgb = new Uint8Array(image.rgb.length);
  for (let index = 0; index < rgb.length; index += 3) {
    rgb.fill(greyStep(image.rgb[index]!, image.rgb[index + 1]!, image.rgb[index + 2]!), index, index + 3);
  }
  return { ...image, rgb };
}

function colourJpeg(file: string): Problem {
  return {
    code: 'graphics/colour-jpeg',
    severity: 'warning',
    message: 'This JPEG picture stays in colour in a handout in greyscale.',
    at: { file, line: 1, column: 1 },
    hint: 'Save the picture as PNG, or as a JPEG in greys.',
  };
}

import type { Colour } from '../base/colour.js';
import { greyOfStep, luminanceOf } from '../base/grey.js';
import { colourOf, lightOf } from '../base/srgb.js';
import { flattenPath, isInside, isOnLine, type FlatPath } from './flat-path.js';
import type { PixelImage, RasterImage } from './raster.js';
import type { VectorImage, VectorPath } from './vector.js';

/** Tells what a picture paints at a place: from 0 to 1 across and down. */
export type PictureColours = Readonly<{
  /** A colour; undefined where nothing is painted, or `unknown` where the pixels were never decoded. */
  at(across: number, down: number): Colour | 'unknown' | undefined;
  /** The share of the picture that is painted, and how dark that is on average, from 0 for white to 1 for black. */
  ink(): Readonly<{ share: number; darkness: number }>;
}>;

/** Pictures never change, and the same few are in every handout: what was found out of one is kept as long as it is. */
const opened = new WeakMap<VectorImage | RasterImage, PictureColours>();

/** Opens a picture to be asked for its colours. What that takes is done at the first question, once. */
export function openPicture(image: VectorImage | RasterImage): PictureColours {
  let colours = opened.get(image);
  if (colours === undefined) {
    const at = colourFinder(image);
    let known: ReturnType<PictureColours['ink']> | undefined;
    opened.set(image, (colours = { at, ink: () => (known ??= measureInk(at)) }));
  }
  return colours;
}

function colourFinder(image: VectorImage | RasterImage): PictureColours['at'] {
  switch (image.kind) {
    case 'vector': {
      let paths: readonly PaintedPath[] | undefined;
      return (across, down) => {
        paths ??= image.paths.filter(({ fill, stroke }) => fill ?? stroke).map(paintedPath);
        return drawingColour(paths, across * image.width, down * image.height);
      };
    }
    case 'pixels':
      return (across, down) => pixelColour(image, across, down);
    case 'jpeg':
      return () => 'unknown';
  }
}

type PaintedPath = Readonly<{ path: VectorPath; flat: FlatPath }>;

function paintedPath(path: VectorPath): PaintedPath {
  return { path, flat: flattenPath(path.commands) };
}

/** The last path that paints the place covers all before it; of a path's own paints the stroke is on top. */
function drawingColour(paths: readonly PaintedPath[], x: number, y: number): Colour | undefined {
  for (let index = paths.length - 1; index >= 0; index--) {
    const { path, flat } = paths[index]!;
    const { fill, stroke } = path;
    const reach = (stroke?.width ?? 0) / 2;
    const { left, right, top, bottom } = flat.bounds;
    if (x < left - reach || x > right + reach || y < top - reach || y > bottom + reach) continue;
    if (stroke && isOnLine(flat, { x, y }, reach)) return stroke.colour;
    if (fill && isInside(flat, { x, y }, fill.rule)) return fill.colour;
  }
  return undefined;
}

const OPAQUE = 255;

/** A pixel that lets something through is seen on white paper. */
function pixelColour({ width, height, rgb, alpha }: PixelImage, across: number, down: number) {
  const column = Math.min(width - 1, Math.max(0, Math.floor(across * width)));
  const row = Math.min(height - 1, Math.max(0, Math.floor(down * height)));
  const index = row * width + column;
  const opacity = (alpha?.[index] ?? OPAQUE) / OPAQUE;
  if (opacity === 0) return undefined;
  const channel = (offset: number): number => {
    return lightOf((rgb[index * 3 + offset] ?? 0) * opacity + OPAQUE * (1 - opacity));
  };
  return colourOf([channel(0), channel(1), channel(2)]);
}

/** Rows and columns of places that are looked at. */
const GRID = 20;
/** What a photograph is taken for whose pixels were never decoded. */
const middleGrey = greyOfStep(0x80);

function measureInk(at: PictureColours['at']): ReturnType<PictureColours['ink']> {
  const counts = new Map<Colour | 'unknown', number>();
  let painted = 0;
  for (let row = 0; row < GRID; row++) {
    for (let column = 0; column < GRID; column++) {
      const colour = at((column + 0.5) / GRID, (row + 0.5) / GRID);
      if (colour === undefined) continue;
      painted += 1;
      counts.set(colour, (counts.get(colour) ?? 0) + 1);
    }
  }
  const darkness = [...counts].reduce((sum, [colour, count]) => {
    return sum + count * (1 - luminanceOf(colour === 'unknown' ? middleGrey : colour));
  }, 0);
  return { share: painted / GRID ** 2, darkness: painted === 0 ? 0 : darkness / painted };
}

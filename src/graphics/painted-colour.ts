import type { Colour } from '../base/colour.js';
import { greyOfStep, luminanceOf } from '../base/grey.js';
import { colourOf, lightOf } from '../base/srgb.js';
import { flattenPath, isInside, isOnLine, rowOf, type FlatPath, type PathRow } from './flat-path.js';
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
      let row: DrawingRow = { y: NaN, paths: [] };
      return (across, down) => {
        paths ??= image.paths.filter(({ fill, stroke }) => fill ?? stroke).map(paintedPath);
        const y = down * image.height;
        // Whoever asks goes along rows.
        if (row.y !== y) row = { y, paths: pathsAt(paths, y) };
        return drawingColour(row, across * image.width);
      };
    }
    case 'pixels':
      return (across, down) => pixelColour(image, across, down);
    case 'jpeg':
      return () => 'unknown';
  }
}

/** A path, and how far its stroke reaches beyond it. */
type PaintedPath = Readonly<{ path: VectorPath; flat: FlatPath; reach: number }>;

/** The paths at one height of a drawing, the topmost first. */
type DrawingRow = Readonly<{ y: number; paths: readonly (PaintedPath & Readonly<{ row: PathRow }>)[] }>;

function paintedPath(path: VectorPath): PaintedPath {
  return { path, flat: flattenPath(path.commands), reach: (path.stroke?.width ?? 0) / 2 };
}

function pathsAt(paths: readonly PaintedPath[], y: number): DrawingRow['paths'] {
  return paths
    .filter(({ flat: { bounds }, reach }) => y >= bounds.top - reach && y <= bounds.bottom + reach)
    .map((each) => ({ ...each, row: rowOf(each.flat, y, each.reach) }))
    .reverse();
}

/** The last path that paints the place covers all before it; of a path's own paints the stroke is on top. */
function drawingColour({ paths, y }: DrawingRow, x: number): Colour | undefined {
  for (const { path, flat, reach, row } of paths) {
    const { fill, stroke } = path;
    if (x < flat.bounds.left - reach || x > flat.bounds.right + reach) continue;
    if (stroke && isOnLine(row, { x, y }, reach)) return stroke.colour;
    if (fill && isInside(row, x, fill.rule)) return fill.colour;
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
const GRID = 12;
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

import type { Colour } from '../../base/colour.js';
import type { Rectangle } from '../../base/geometry.js';
import { openPicture } from '../../graphics/painted-colour.js';
import type { Shape } from '../../layout/page.js';
import { commonPart, isWithin, type Cover, type ItemOf } from './painted-page.js';

/** What paper is before anything is printed. */
export const PAPER: Colour = '#ffffff';

/** What was painted before a turn: `covers` are all of the page, in the order of painting. */
export type Under = Readonly<{ covers: readonly Cover[]; before: number }>;

/** A colour under a box, the share of the box it lies under, and what paints it; nothing where it is the paper. */
export type Ground = Readonly<{ colour: Colour; share: number; cover?: Cover }>;

/** Distance between the places that are looked at, in points. */
const STEP = 2;

/**
 * Finds what is painted under a box, the topmost paint at each place. Where nobody can tell (a photograph that is never decoded) there
 * is no ground.
 */
export function groundsUnder(box: Rectangle, { covers, before }: Under): readonly Ground[] {
  const near = covers.filter((cover) => cover.turn < before && touches(box, reachOf(cover)));
  const top = near.at(-1);
  if (top === undefined) return [{ colour: PAPER, share: 1 }];
  if (top.item.kind === 'shape' && coversAll(top.item.shape, box)) {
    return [{ colour: top.item.shape.fill!, share: 1, cover: top }];
  }
  return countGrounds(box, near);
}

/** The colour at one place. */
export function groundAt(place: Place, { covers, before }: Under): Colour | undefined {
  const found = topAt(
    place,
    covers.filter(({ turn, box }) => turn < before && isNear(place, box)),
  );
  return found.colour === 'unknown' ? undefined : found.colour;
}

function countGrounds(box: Rectangle, covers: readonly Cover[]): readonly Ground[] {
  const columns = Math.max(4, Math.ceil(box.width / STEP));
  const rows = Math.max(4, Math.ceil(box.height / STEP));
  const counts = new Map<string, { colour: Colour; cover: Cover | undefined; count: number }>();
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const x = box.x + ((column + 0.5) / columns) * box.width;
      const y = box.y + ((row + 0.5) / rows) * box.height;
      const { colour, cover } = topAt({ x, y }, covers);
      if (colour === 'unknown') continue;
      const known = counts.get(colour);
      if (known) known.count += 1;
      else counts.set(colour, { colour, cover, count: 1 });
    }
  }
  return [...counts.values()].map(({ colour, cover, count }) => {
    return { colour, share: count / (rows * columns), ...(cover && { cover }) };
  });
}

function touches(one: Rectangle, other: Rectangle): boolean {
  const { width, height } = commonPart(one, other);
  return width > 0 && height > 0;
}

function isNear({ x, y }: Place, box: Rectangle): boolean {
  return x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;
}

type Place = Readonly<{ x: number; y: number }>;
type Top = Readonly<{ colour: Colour | 'unknown'; cover?: Cover }>;

function topAt(place: Place, covers: readonly Cover[]): Top {
  for (let index = covers.length - 1; index >= 0; index--) {
    const cover = covers[index]!;
    const colour =
      cover.item.kind === 'shape' ? shapeColour(cover.item.shape, place) : pictureColour(cover.item, place);
    if (colour !== undefined) return { colour, cover };
  }
  return { colour: PAPER };
}

function pictureColour(
  item: ItemOf<'vector'> | ItemOf<'raster'>,
  { x, y }: Place,
): Colour | 'unknown' | undefined {
  const { box } = item;
  const across = (x - box.x) / box.width;
  const down = (y - box.y) / box.height;
  if (across < 0 || across > 1 || down < 0 || down > 1) return undefined;
  const mirrored = item.kind === 'vector' && item.mirrored;
  return openPicture(item.image).at(mirrored ? 1 - across : across, down);
}

/** A shape reaches half of its line's width beyond its box. */
function reachOf({ item, box }: Cover): Rectangle {
  const reach = item.kind === 'shape' ? (item.shape.stroke?.width ?? 0) / 2 : 0;
  return reach === 0 ? box : grown(box, reach);
}

function grown({ x, y, width, height }: Rectangle, by: number): Rectangle {
  return { x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by };
}

/** Whether all of a box is on a shape's fill, and none on its line. */
function coversAll({ box, fill, radius, stroke }: Shape, inner: Rectangle): boolean {
  if (fill === undefined) return false;
  const line = (stroke?.width ?? 0) / 2;
  if (!isWithin(inner, grown(box, -line))) return false;
  return radius === 0 || cornersOf(inner).every((corner) => isInShape(grown(box, -line), radius, corner));
}

function cornersOf({ x, y, width, height }: Rectangle): readonly Place[] {
  const [right, bottom] = [x + width, y + height];
  return [
    { x, y },
    { x: right, y },
    { x, y: bottom },
    { x: right, y: bottom },
  ];
}

function shapeColour({ box, radius, fill, stroke }: Shape, place: Place): Colour | undefined {
  if (stroke !== undefined) {
    const reach = stroke.width / 2;
    if (!isInShape(grown(box, reach), radius + reach, place)) return undefined;
    if (!isInShape(grown(box, -reach), Math.max(0, radius - reach), place)) return stroke.colour;
    return fill;
  }
  return isInShape(box, radius, place) ? fill : undefined;
}

/** Whether a place is in a rectangle with rounded corners. */
function isInShape(box: Rectangle, radius: number, { x, y }: Place): boolean {
  const [right, bottom] = [box.x + box.width, box.y + box.height];
  if (x < box.x || x > right || y < box.y || y > bottom) return false;
  const round = Math.min(radius, box.width / 2, box.height / 2);
  const across = Math.max(box.x + round - x, x - (right - round), 0);
  const down = Math.max(box.y + round - y, y - (bottom - round), 0);
  return across * across + down * down <= round * round || across === 0 || down === 0;
}

/** A length in PDF points, 1/72 inch. Every length without a unit in its name is in points. */
export type Points = number;

const POINTS_PER_MM = 72 / 25.4;

/** Converts millimetres to points. */
export function pointsFromMm(lengthMm: number): Points {
  return lengthMm * POINTS_PER_MM;
}

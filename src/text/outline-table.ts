import { viewOf } from './sfnt.js';

/** The table `glyf` and the table `loca` that says where each glyph stands in it. */
export type OutlineTables = Readonly<{ glyf: Uint8Array; loca: Uint8Array; longOffsets: boolean }>;

/**
 * Joins the outlines of a font.
 * @param outlines entries of the table `glyf`, by glyph id
 * @returns the tables; offsets take four bytes once the outlines outgrow two
 */
export function joinOutlines(outlines: readonly Uint8Array[]): OutlineTables {
  const offsets = [0];
  let length = 0;
  for (const outline of outlines) {
    length += outline.length + (outline.length % 2);
    offsets.push(length);
  }
  const glyf = new Uint8Array(length);
  for (const [index, outline] of outlines.entries()) glyf.set(outline, offsets[index]);
  const longOffsets = length > 2 * 0xffff;
  const loca = new Uint8Array(offsets.length * (longOffsets ? 4 : 2));
  const view = viewOf(loca);
  for (const [index, offset] of offsets.entries()) {
    if (longOffsets) view.setUint32(index * 4, offset);
    else view.setUint16(index * 2, offset / 2);
  }
  return { glyf, loca, longOffsets };
}

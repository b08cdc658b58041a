import { viewOf } from './sfnt.js';

/** The corners of a box around an outline. y grows upwards from the baseline. */
export type GlyphBox = Readonly<{ xMin: number; yMin: number; xMax: number; yMax: number }>;

/** What one entry of a TrueType `glyf` table holds, without hinting instructions. */
export type GlyphOutline =
  | Readonly<{ kind: 'blank' }>
  | Readonly<{ kind: 'simple'; box: GlyphBox; contours: number; points: number; bytes: Uint8Array }>
  | Readonly<{ kind: 'composite'; box: GlyphBox; components: readonly GlyphComponent[] }>;

/** One glyph that a composite glyph paints. */
export type GlyphComponent = Readonly<{
  glyphId: number;
  /** The bits of the `glyf` table that say how to read `placement`. */
  flags: number;
  /** Offset, and scale if there is one, as they stand in the table. */
  placement: Uint8Array;
}>;

/** Length of the box and contour count that every entry begins with. */
export const OUTLINE_HEADER_LENGTH = 10;

/** The bits of a component's flags that this program reads or writes. */
export const COMPONENT_FLAG = {
  argumentsAreWords: 0x0001,
  argumentsAreOffsets: 0x0002,
  hasScale: 0x0008,
  moreComponents: 0x0020,
  hasTwoScales: 0x0040,
  hasMatrix: 0x0080,
  hasInstructions: 0x0100,
  useMyMetrics: 0x0200,
  overlaps: 0x0400,
} as const;

/**
 * Reads one entry of a `glyf` table.
 * @param bytes the entry; the result may share memory with it
 * @see OpenType specification, table `glyf`
 */
export function readOutline(bytes: Uint8Array): GlyphOutline {
  if (bytes.length === 0) return { kind: 'blank' };
  const view = viewOf(bytes);
  const contours = view.getInt16(0);
  const box = boxAt(view, 2);
  if (contours < 0) return { kind: 'composite', box, components: readComponents(bytes, view) };
  if (contours === 0) return { kind: 'blank' };
  const afterContours = OUTLINE_HEADER_LENGTH + contours * 2;
  return {
    kind: 'simple',
    box,
    contours,
    points: view.getUint16(afterContours - 2) + 1,
    bytes: withoutInstructions(bytes, afterContours, view.getUint16(afterContours)),
  };
}

/** Writes the entry of a composite glyph. */
export function writeComposite(box: GlyphBox, components: readonly GlyphComponent[]): Uint8Array {
  const length = components.reduce((sum, component) => sum + 4 + component.placement.length, 0);
  const bytes = new Uint8Array(OUTLINE_HEADER_LENGTH + length);
  const view = viewOf(bytes);
  [-1, box.xMin, box.yMin, box.xMax, box.yMax].forEach((value, index) => view.setInt16(index * 2, value));
  let offset = OUTLINE_HEADER_LENGTH;
  for (const [index, component] of components.entries()) {
    const more = index < components.length - 1 ? COMPONENT_FLAG.moreComponents : 0;
    view.setUint16(offset, component.flags | more);
    view.setUint16(offset + 2, component.glyphId);
    bytes.set(component.placement, offset + 4);
    offset += 4 + component.placement.length;
  }
  return bytes;
}

/** Reads the four numbers of a box. */
export function boxAt(view: DataView, offset: number): GlyphBox {
  return {
    xMin: view.getInt16(offset),
    yMin: view.getInt16(offset + 2),
    xMax: view.getInt16(offset + 4),
    yMax: view.getInt16(offset + 6),
  };
}

function readComponents(bytes: Uint8Array, view: DataView): readonly GlyphComponent[] {
  const components: GlyphComponent[] = [];
  for (let offset = OUTLINE_HEADER_LENGTH; ;) {
    const flags = view.getUint16(offset);
    const end = offset + 4 + placementLength(flags);
    components.push({
      glyphId: view.getUint16(offset + 2),
      flags: flags & ~REWRITTEN_FLAGS,
      placement: bytes.subarray(offset + 4, end),
    });
    if ((flags & COMPONENT_FLAG.moreComponents) === 0) return components;
    offset = end;
  }
}

/** Widths are written for every glyph and instructions for none, so the bits about them go. */
const REWRITTEN_FLAGS =
  COMPONENT_FLAG.moreComponents | COMPONENT_FLAG.hasInstructions | COMPONENT_FLAG.useMyMetrics;

/** Tells how many bytes a component's placement takes, by its flags. */
export function placementLength(flags: number): number {
  const offsets = flags & COMPONENT_FLAG.argumentsAreWords ? 4 : 2;
  if (flags & COMPONENT_FLAG.hasScale) return offsets + 2;
  if (flags & COMPONENT_FLAG.hasTwoScales) return offsets + 4;
  return flags & COMPONENT_FLAG.hasMatrix ? offsets + 8 : offsets;
}

function withoutInstructions(bytes: Uint8Array, lengthOffset: number, instructionLength: number): Uint8Array {
  if (instructionLength === 0) return bytes;
  const afterLength = lengthOffset + 2;
  const stripped = new Uint8Array(bytes.length - instructionLength);
  stripped.set(bytes.subarray(0, lengthOffset));
  stripped.set(bytes.subarray(afterLength + instructionLength), afterLength);
  return stripped;
}

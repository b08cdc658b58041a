import { createRequire } from 'node:module';

/** The part of fontkit that tests compare with. */
export type ReferenceFont = Readonly<{
  numGlyphs: number;
  head: Readonly<{ xMin: number; yMin: number; xMax: number; yMax: number; indexToLocFormat: number }>;
  maxp: Readonly<Record<string, number>>;
  getGlyph: (id: number) => ReferenceGlyph;
  getVariation: (axes: Readonly<Record<string, number>>) => ReferenceFont;
}>;

export type ReferenceGlyph = Readonly<{
  advanceWidth: number;
  path: Readonly<{ commands: readonly Readonly<{ command: string; args: readonly number[] }>[] }>;
  cbox: Readonly<{ minX: number; minY: number; maxX: number; maxY: number }>;
}>;

const fontkit = createRequire(import.meta.url)('fontkit') as { create: (bytes: Buffer) => ReferenceFont };

/** Opens a font with fontkit, a reader of fonts that shares no code with ours. */
export function openReference(bytes: Uint8Array): ReferenceFont {
  return fontkit.create(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
}

/** A glyph's outline as one line of text, moved by an offset. */
export function outlineText(glyph: ReferenceGlyph, x = 0, y = 0): string {
  const move = (value: number, index: number): number => value + (index % 2 === 0 ? x : y);
  return glyph.path.commands.map(({ command, args }) => `${command} ${args.map(move).join(' ')}`).join('; ');
}

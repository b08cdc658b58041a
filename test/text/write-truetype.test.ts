import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTables } from '../../src/text/sfnt.js';
import { parseTrueType, type TrueTypeFont } from '../../src/text/truetype.js';
import { writeTrueType, type WantedGlyph } from '../../src/text/write-truetype.js';
import { openReference, outlineText, type ReferenceFont } from './fontkit.js';
import { readStaticFont } from './packaged-font.js';

type Opened = Readonly<{ font: TrueTypeFont; reference: ReferenceFont }>;

function open(family: string, style: string, name: string): Opened {
  const bytes = readStaticFont(family, style, name);
  return { font: parseTrueType(bytes), reference: openReference(bytes) };
}

const latin = open('source-sans-3', '400Regular', 'SourceSans3');
const arabic = open('noto-sans-arabic', '700Bold', 'NotoSansArabic');
const symbols = open('noto-sans-symbols-2', '400Regular', 'NotoSansSymbols2');
const opened = [latin, arabic, symbols];
const sources = opened.map(({ font }) => font);

const sourceGlyph = fc
  .integer({ min: 0, max: sources.length - 1 })
  .chain((source) =>
    fc.record({ source: fc.constant(source), glyphId: fc.nat(sources[source]!.glyphCount - 1) }),
  );
const plainGlyph = sourceGlyph.map((glyph): WantedGlyph => ({ kind: 'glyph', ...glyph }));
const offset = fc.integer({ min: -2000, max: 2000 });
const part = fc.tuple(sourceGlyph, offset, offset).map(([glyph, x, y]) => ({ ...glyph, x, y }));
const compositeGlyph = fc
  .record({ parts: fc.array(part, { maxLength: 4 }), advance: fc.nat(3000) })
  .map((glyph): WantedGlyph => ({ kind: 'composite', ...glyph }));

function expected(wanted: WantedGlyph): { outline: string; advance: number } {
  if (wanted.kind === 'glyph') {
    const glyph = opened[wanted.source]!.reference.getGlyph(wanted.glyphId);
    return { outline: outlineText(glyph), advance: glyph.advanceWidth };
  }
  const parts = wanted.parts.map(({ source, glyphId, x, y }) =>
    outlineText(opened[source]!.reference.getGlyph(glyphId), x, y),
  );
  return { outline: parts.filter((part) => part !== '').join('; '), advance: wanted.advance };
}

function checksum(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let sum = 0;
  for (let index = 0; index + 4 <= bytes.length; index += 4) sum = (sum + view.getUint32(index)) >>> 0;
  return sum;
}

describe('writeTrueType', () => {
  it('paints every wanted glyph as its source does, at the same advance', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(plainGlyph, compositeGlyph), { maxLength: 30 }), (glyphs) => {
        const written = openReference(writeTrueType({ sources, glyphs }));
        const got = glyphs.map((_, index) => {
          const glyph = written.getGlyph(index + 1);
          return { outline: outlineText(glyph), advance: glyph.advanceWidth };
        });
        expect(got).toEqual(glyphs.map(expected));
      }),
      { numRuns: 40 },
    );
  });

  it('states a box that holds exactly what it paints, and bearings that leave outlines where they are', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(plainGlyph, compositeGlyph), { minLength: 1, maxLength: 20 }),
        (glyphs) => {
          const bytes = writeTrueType({ sources, glyphs });
          const font = parseTrueType(bytes);
          const reference = openReference(bytes);
          const ids = Array.from({ length: font.glyphCount }, (_, id) => id);
          const boxes = ids
            .filter((id) => font.outline(id).kind !== 'blank')
            .map((id) => ({ id, box: reference.getGlyph(id).cbox }));
          for (const { id, box } of boxes) expect(font.leftSideBearing(id)).toBe(Math.round(box.minX));
          expect(font.box).toEqual({
            xMin: Math.min(...boxes.map(({ box }) => box.minX)),
            yMin: Math.min(...boxes.map(({ box }) => box.minY)),
            xMax: Math.max(...boxes.map(({ box }) => box.maxX)),
            yMax: Math.max(...boxes.map(({ box }) => box.maxY)),
          });
        },
      ),
      { numRuns: 15 },
    );
  });

  it('gives the same bytes for the same request', () => {
    fc.assert(
      fc.property(fc.array(compositeGlyph, { maxLength: 5 }), (glyphs) => {
        expect(writeTrueType({ sources, glyphs })).toEqual(writeTrueType({ sources, glyphs }));
      }),
      { numRuns: 10 },
    );
  });

  it('can be subset again from what it wrote', () => {
    const first = writeTrueType({ sources, glyphs: [{ kind: 'glyph', source: 1, glyphId: 100 }] });
    const again = writeTrueType({
      sources: [parseTrueType(first)],
      glyphs: [{ kind: 'glyph', source: 0, glyphId: 1 }],
    });
    expect(outlineText(openReference(again).getGlyph(1))).toBe(outlineText(arabic.reference.getGlyph(100)));
  });

  it('begins with the first source’s .notdef', () => {
    const written = openReference(writeTrueType({ sources, glyphs: [] }));
    expect(outlineText(written.getGlyph(0))).toBe(outlineText(latin.reference.getGlyph(0)));
  });

  it('has only the tables a PDF needs, so no hinting', () => {
    const bytes = writeTrueType({ sources, glyphs: [{ kind: 'glyph', source: 2, glyphId: 40 }] });
    expect([...readTables(bytes).keys()]).toEqual(['glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp']);
  });

  it('drops the hinting instructions of glyphs', () => {
    const glyphs = [{ kind: 'glyph', source: 2, glyphId: 40 }] as const;
    const bytes = writeTrueType({ sources, glyphs });
    const outline = parseTrueType(bytes).outline(1);
    const instructionLength =
      outline.kind === 'simple' &&
      new DataView(outline.bytes.buffer, outline.bytes.byteOffset).getUint16(10 + 2 * outline.contours);
    expect(instructionLength).toBe(0);
    expect(outlineText(openReference(bytes).getGlyph(1))).toBe(outlineText(symbols.reference.getGlyph(40)));
  });

  it('makes the whole file sum to the number the format asks for', () => {
    const bytes = writeTrueType({ sources, glyphs: [{ kind: 'glyph', source: 0, glyphId: 40 }] });
    expect(checksum(bytes)).toBe(0xb1b0afba);
  });

  it('writes a component once, however many glyphs use it', () => {
    const parts = [
      { source: 0, glyphId: 40, x: 0, y: 0 },
      { source: 0, glyphId: 40, x: 300, y: 0 },
    ];
    const bytes = writeTrueType({
      sources,
      glyphs: [
        { kind: 'composite', parts, advance: 600 },
        { kind: 'composite', parts, advance: 700 },
      ],
    });
    expect(parseTrueType(bytes).glyphCount).toBeLessThanOrEqual(2 + 1 + 3);
  });

  it('paints nothing for a composite of blank glyphs but keeps its advance', () => {
    const bytes = writeTrueType({ sources, glyphs: [{ kind: 'composite', parts: [], advance: 250 }] });
    expect(openReference(bytes).getGlyph(1).path.commands).toEqual([]);
    expect(parseTrueType(bytes).advance(1)).toBe(250);
  });

  it('uses long offsets once the outlines outgrow short ones', () => {
    const all = (count: number): WantedGlyph[] =>
      Array.from({ length: count }, (_, index) => ({ kind: 'glyph', source: 2, glyphId: index + 1 }));
    const short = openReference(writeTrueType({ sources, glyphs: all(50) }));
    const bytes = writeTrueType({ sources, glyphs: all(2000) });
    const long = openReference(bytes);
    expect([short.head.indexToLocFormat, long.head.indexToLocFormat]).toEqual([0, 1]);
    expect(outlineText(long.getGlyph(1999))).toBe(outlineText(symbols.reference.getGlyph(1999)));
  });

  it('states limits that suffice for the largest glyph', () => {
    const letterI = 10;
    const parts = [0, 100, 200].map((x) => ({ source: 0, glyphId: letterI, x, y: 0 }));
    const bytes = writeTrueType({ sources, glyphs: [{ kind: 'composite', parts, advance: 300 }] });
    const maxp = readTables(bytes).get('maxp')!;
    const notdefPoints = maxp.getUint16(6);
    const inThreeLetters = { points: maxp.getUint16(10), contours: maxp.getUint16(12) };
    expect(notdefPoints).toBeGreaterThan(0);
    expect(inThreeLetters).toEqual({ points: 3 * 4, contours: 3 });
    expect({ elements: maxp.getUint16(28), depth: maxp.getUint16(30) }).toEqual({ elements: 3, depth: 1 });
  });

  it('refuses sources of different units per em', () => {
    const other = { ...latin.font, unitsPerEm: 2048 };
    expect(() => writeTrueType({ sources: [latin.font, other], glyphs: [] })).toThrow(
      'Fonts with different units per em cannot be joined.',
    );
  });

  it('refuses a glyph that the source lacks', () => {
    expect(() => writeTrueType({ sources, glyphs: [{ kind: 'glyph', source: 0, glyphId: 60000 }] })).toThrow(
      'The font has no glyph 60000.',
    );
  });
});

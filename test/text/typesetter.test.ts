import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Line, SetParagraph } from '../../src/text/paragraph.js';
import { openTypesetter, paragraphOf, plainStyle } from '../support/setting.js';
import { readSpecimen } from './specimen.js';

const typesetter = openTypesetter();

function textOf({ text, start, end }: Line): string {
  return text.slice(start, end);
}

function set(text: string, measure: number, changes: Parameters<typeof paragraphOf>[1] = {}): SetParagraph {
  return typesetter.set(paragraphOf(text, changes), measure).value;
}

/** Left edge of the glyph that shows the character at an offset. */
function xOf(line: Line, offset: number): number {
  for (const run of line.runs) {
    let x = run.x;
    for (const glyph of run.glyphs) {
      if (glyph.cluster === offset) return x;
      x += (glyph.xAdvance * run.style.size) / run.face.unitsPerEm;
    }
  }
  throw new Error(`No glyph shows the character at ${offset}.`);
}

describe('setting a paragraph', () => {
  it('breaks between words and drops the space at the line end', () => {
    expect(set('Keep the area clean', 60).lines.map(textOf)).toEqual(['Keep the', 'area clean']);
  });

  it('keeps an empty paragraph empty', () => {
    expect(set('', 60).lines).toEqual([]);
  });

  it('leaves the spaces beside figures of one width as they are', () => {
    const style = { ...plainStyle, typeface: 'lora' } as const;
    const widthOf = (tabularFigures: boolean): number => {
      const spans = [
        { text: 'Clay Lane', style: { ...style, tabularFigures }, lang: 'en', noBreak: false, tag: 1 },
      ];
      return set('', 500, { spans }).lines[0]!.width;
    };
    expect(widthOf(true)).toBe(widthOf(false));
  });

  it('ends a line where it is told to', () => {
    expect(set('one\ntwo', 500).lines.map(textOf)).toEqual(['one', 'two']);
  });

  it('keeps a span together that must not break', () => {
    const spans = ['Call ', '202 555 0142', ' now'].map((text, tag) => ({
      ...{ text, style: plainStyle, lang: 'en', noBreak: tag === 1, tag },
    }));
    const lines = set('', 80, { spans }).lines.map(textOf);
    expect(lines).toEqual(['Call', '202 555 0142', 'now']);
  });

  it('keeps an isolated range together', () => {
    const lines = set('wait \u20684\u201324\u2069 hours', 44).lines.map(textOf);
    expect(lines).toEqual(['wait', '\u20684\u201324\u2069', 'hours']);
  });

  it('cuts a word that is wider than the measure, and says so', () => {
    const { lines, overflows } = set('a pneumonoultramicroscopicsilicovolcanoconiosis b', 80);
    expect(overflows).toBe(true);
    expect(Math.max(...lines.map((line) => line.width))).toBeLessThanOrEqual(80.01);
  });

  it('divides long German words with a hyphen that it paints', () => {
    const { lines } = set('Die Feuchtigkeitscreme hilft', 80, { lang: 'de' });
    expect(textOf(lines[0]!)).toMatch(/\u00ad$/);
    const last = lines[0]!.runs.at(-1)!;
    expect(last.glyphs.at(-1)!.glyphId).toBe(last.face.nominalGlyph(0x2010));
  });

  it('balances the lines of a heading', () => {
    const [first, second] = set('Caring for your skin after your treatment', 200, {
      purpose: 'heading',
    }).lines;
    expect(Math.abs(first!.width - second!.width)).toBeLessThan(60);
  });

  it('reports a character without a glyph and leaves it out', () => {
    const { value, problems } = typesetter.set(paragraphOf('a\u{1f9ff}b'), 100);
    expect(value.lines).toHaveLength(1);
    expect(problems).toEqual([
      {
        code: 'text/missing-glyph',
        severity: 'error',
        message: 'No shipped font can show \u201c\u{1f9ff}\u201d (U+1F9FF).',
        subject: '\u{1f9ff}',
        hint: 'Replace the character with words or with one that the fonts have.',
      },
    ]);
  });

  it('gives each run the tag of its span, even where the text was set before with other tags', () => {
    const spansWith = (tag: number) => [
      { text: 'same words', style: plainStyle, lang: 'en', noBreak: false, tag },
    ];
    expect(set('', 100, { spans: spansWith(7) }).lines[0]!.runs[0]!.tag).toBe(7);
    expect(set('', 100, { spans: spansWith(8) }).lines[0]!.runs[0]!.tag).toBe(8);
  });
});

describe('text from right to left', () => {
  const phone = '1-800-555-0142';

  it.each(['ar', 'fa', 'ur', 'he'])('shows an isolated phone number and range in order in %s', (lang) => {
    const word = lang === 'he' ? '\u05d0\u05d1' : '\u0627\u062a';
    const text = `${word} \u2068${phone}\u2069 ${word} \u20687\u201310\u2069 ${word}`;
    const line = set(text, 500, { lang, dir: 'rtl' }).lines[0]!;
    const positions = (value: string) =>
      Array.from(value, (_, index) => xOf(line, text.indexOf(value) + index));
    for (const value of [phone, '7\u201310']) {
      expect(positions(value)).toEqual(positions(value).toSorted((one, other) => one - other));
    }
    expect(xOf(line, text.indexOf(phone))).toBeGreaterThan(xOf(line, text.indexOf('7\u201310')));
  });
});

describe('every paragraph of the specimen', () => {
  const paragraphs = readSpecimen();
  const anyParagraph = fc.constantFrom(...paragraphs);
  const anyMeasure = fc.integer({ min: 120, max: 600 });

  it('joins its lines to the source, in order and without a gap but white space', () => {
    fc.assert(
      fc.property(anyParagraph, anyMeasure, ({ text, lang, dir }, measure) => {
        const { lines } = set(text, measure, { lang, dir });
        let reached = 0;
        for (const line of lines) {
          expect(line.text.slice(reached, line.start).trim()).toBe('');
          reached = line.end;
        }
        expect(lines.at(-1)!.text.slice(reached).trim()).toBe('');
      }),
      { numRuns: 150 },
    );
  });

  it('has no line wider than its measure, but for the blank half of a full-width mark', () => {
    fc.assert(
      fc.property(anyParagraph, anyMeasure, ({ text, lang, dir }, measure) => {
        for (const line of set(text, measure, { lang, dir }).lines) {
          expect(line.width - (line.hang?.endBlank ?? 0)).toBeLessThanOrEqual(measure + 0.5);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('paints each run of a line once, edge to edge', () => {
    fc.assert(
      fc.property(anyParagraph, anyMeasure, ({ text, lang, dir }, measure) => {
        for (const line of set(text, measure, { lang, dir }).lines) {
          let x = 0;
          for (const run of line.runs) {
            expect(run.x).toBeCloseTo(x, 3);
            x += run.width;
          }
          expect(x).toBeCloseTo(line.width, 3);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe("a typesetter for a patient's copy", () => {
  const glyphsOf = ({ set: setText }: Pick<typeof typesetter, 'set'>, text: string) =>
    setText(paragraphOf(text), 300).value.lines[0]!.runs[0]!.glyphs;

  it('takes what was set before', () => {
    const before = glyphsOf(typesetter, 'Your aftercare');
    expect(glyphsOf(typesetter.forCopy(), 'Your aftercare')).toBe(before);
  });

  it('remembers what it sets itself, and leaves none of it behind', () => {
    const copy = typesetter.forCopy();
    const own = glyphsOf(copy, 'Hello Annabel');
    expect(glyphsOf(copy, 'Hello Annabel')).toBe(own);
    expect(glyphsOf(typesetter, 'Hello Annabel')).not.toBe(own);
    expect(glyphsOf(typesetter.forCopy(), 'Hello Berenice')).not.toBe(glyphsOf(copy, 'Hello Berenice'));
  });
});

import { describe, expect, it } from 'vitest';
import type { Line } from '../../src/text/paragraph.js';
import { openTypesetter, paragraphOf } from '../support/setting.js';
import { createParagraphs } from './line-end-paragraphs.js';
import { lineEndTexts } from './line-end-texts.js';

/*
 * Line ends in narrow columns. The rules are stated here by themselves, from UAX #14 (classes CL, CP, EX, NS, CJ, OP and
 * CM), JLREQ 3.1.7 and 3.1.8, KLREQ and the Khmer and Myanmar layout requirements; nothing of the breaker is asked.
 */
const typesetter = openTypesetter();
const PARAGRAPHS = 200;
const MEASURES = [60, 76, 92, 108, 124, 140];

/** Closing marks, stops, small kana, and what repeats or lengthens the character before it. */
const NEVER_FIRST =
  /^(?!ฯลฯ)[\u2066-\u2069]*(?:\p{M}|[)\]}»”’）」』】》〉、。，．！？：；・,.!?:;%ーゝゞヽヾ々〻ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶๆฯៗ។៕៖ៈ၊။])/u;
const NEVER_LAST = /[(（[{「『【《〈“‘«\u17d2\u1039][\u2066-\u2069]*$/u;
const ISOLATED = /[\u2066-\u2068][^\u2069]*\u2069/g;
const NUMBER_AND_UNIT = /^\p{Nd}+ ?(?=[\p{L}%])/u;

/** A place where a line ended, and what it parts. */
type LineEnd = Readonly<{ offset: number; line: Line; next: Line; measure: number }>;

function lineEndsOf(lines: readonly Line[], measure: number): readonly LineEnd[] {
  return lines.slice(1).map((next, index) => ({ offset: next.start, line: lines[index]!, next, measure }));
}

function widthOf(text: string, lang: string): number {
  return typesetter.set(paragraphOf(text, { lang }), 1e6).value.lines[0]?.width ?? 0;
}

/** A part of a paragraph's text. */
type Stretch = Readonly<{ start: number; end: number }>;

/** The width of a stretch as it is set in its paragraph, where figures may be of the script around them. */
function widthWithin(text: string, { start, end }: Stretch, lang: string): number {
  const { runs } = typesetter.set(paragraphOf(text, { lang }), 1e6).value.lines[0]!;
  const widths = runs.flatMap(({ glyphs, style, face }) =>
    glyphs
      .filter(({ cluster }) => start <= cluster && cluster < end)
      .map(({ xAdvance }) => (xAdvance * style.size) / face.unitsPerEm),
  );
  return widths.reduce((sum, width) => sum + width, 0);
}

function shown(rule: string, { line, next, measure }: LineEnd): string {
  return `${rule} at ${String(measure)}: ${line.text.slice(line.start, line.end)} | ${next.text.slice(next.start, next.end)}`;
}

/** The place of a word around an offset, with the marks that no line end parts from it. */
function stretchAround(text: string, word: string, offset: number): Stretch | undefined {
  const start = text.lastIndexOf(word, offset - 1);
  const end = start + word.length;
  return start >= 0 && start < offset && offset < end ? withMarks(text, start, end) : undefined;
}

/** The isolated stretch around an offset, if there is one, with the marks that no line end parts from it. */
function isolateAround(text: string, offset: number, lang: string): Stretch | undefined {
  const found = [...text.matchAll(ISOLATED)].find(
    ({ index, 0: value }) => index < offset && offset < index + value.length,
  );
  if (found === undefined) return undefined;
  const { index: start, 0: value } = found;
  return lang === 'ko'
    ? { start: eojeolAround(text, start).start, end: eojeolAround(text, start + value.length).end }
    : withMarks(text, start, start + value.length);
}

function withMarks(text: string, start: number, end: number): Stretch {
  const [before] = /[(（[「『【《〈“‘«]*$/.exec(text.slice(0, start))!;
  const [after] = /^[)）\]」』】》〉”’»、。，！？：；・,.!?:។៕៖၊။ๆฯ]*/.exec(text.slice(end))!;
  return { start: start - before.length, end: end + after.length };
}

/** The rules that a line end breaks. What is wider than its column has to be cut somewhere, and is left out. */
function brokenRules(end: LineEnd, lang: string): readonly string[] {
  const { offset, line, next, measure } = end;
  const { text } = line;
  const broken: string[] = [];
  const fits = (value: string) => widthOf(value, lang) + 48 <= measure;
  const fitsHere = (stretch: Stretch) => widthWithin(text, stretch, lang) <= measure;
  const isolate = isolateAround(text, offset, lang);
  if (isolate !== undefined) return fitsHere(isolate) ? [shown('parts a value', end)] : [];
  if (NEVER_FIRST.test(text.slice(next.start, next.end))) broken.push(shown('begins with a mark', end));
  if (NEVER_LAST.test(text.slice(line.start, line.end))) broken.push(shown('ends with an opening mark', end));
  const graphemes = new Intl.Segmenter(lang, { granularity: 'grapheme' }).segment(text);
  if (graphemes.containing(offset)!.index !== offset) broken.push(shown('parts a cluster', end));
  for (const value of lineEndTexts[lang]!.values) {
    const number = NUMBER_AND_UNIT.exec(value)?.[0].length ?? 0;
    const isAfterNumber = number > 0 && text.startsWith(value, offset - number);
    if (isAfterNumber && fits(value)) broken.push(shown('parts a number from its unit', end));
    if (value === 'SPF 30' && stretchAround(text, value, offset) && fits(value))
      broken.push(shown('parts a name from its number', end));
  }
  if (['th', 'km', 'my'].includes(lang))
    for (const word of lineEndTexts[lang]!.words) {
      const stretch = stretchAround(text, word, offset);
      if (stretch && fitsHere(stretch)) broken.push(shown('parts a word', end));
    }
  const isInEojeol = lang === 'ko' && !/\s[\u2066-\u2069]*$/.test(text.slice(0, offset));
  if (isInEojeol && fitsHere(isolateBefore(text, offset) ?? eojeolAround(text, offset)))
    broken.push(shown('parts an eojeol', end));
  return broken;
}

/** The eojeol around an offset, if it has an isolated value before, whose spaces are no ends of it. */
function isolateBefore(text: string, offset: number): Stretch | undefined {
  const last = text.lastIndexOf('\u2069', offset);
  return last > 0 && !/\s/.test(text.slice(last, offset)) ? isolateAround(text, last, 'ko') : undefined;
}

function eojeolAround(text: string, offset: number): Stretch {
  const [before] = /\S*$/.exec(text.slice(0, offset))!;
  const [after] = /^\S*/.exec(text.slice(offset))!;
  return { start: offset - before.length, end: offset + after.length };
}

/** Words of Chinese and Japanese that are parted though their first part had room on the next line. */
function needlesslyParted(end: LineEnd, lang: string): readonly string[] {
  const { offset, line, next, measure } = end;
  for (const word of lineEndTexts[lang]!.words) {
    if (!stretchAround(line.text, word, offset)) continue;
    const from = line.text.lastIndexOf(word, offset - 1);
    const moved = widthOf(line.text.slice(from, offset), lang);
    const isRunOn = /\p{L}$/u.test(line.text.slice(line.start, from));
    const left = line.width - (line.hang?.endBlank ?? 0) - moved;
    if (isRunOn && left >= measure * 0.6 && next.width + moved <= measure)
      return [shown('parts a word needlessly', end)];
  }
  return [];
}

/** The paragraphs of a language, each set to every measure. */
function setIn(lang: string): readonly Readonly<{ text: string; measure: number; lines: readonly Line[] }>[] {
  return createParagraphs(lang, PARAGRAPHS).flatMap((text) =>
    MEASURES.map((measure) => {
      const { lines } = typesetter.set(paragraphOf(text, { lang }), measure).value;
      return { text: text.normalize('NFC'), measure, lines };
    }),
  );
}

function endsIn(lang: string): readonly LineEnd[] {
  return setIn(lang).flatMap(({ lines, measure }) => lineEndsOf(lines, measure));
}

describe.each(Object.keys(lineEndTexts))(
  `${String(PARAGRAPHS)} paragraphs in narrow columns, in %s,`,
  (lang) => {
    const set = setIn(lang);
    const ends = endsIn(lang);

    it('end their lines where the rules of the language allow', () => {
      expect(ends.length).toBeGreaterThan(PARAGRAPHS * MEASURES.length);
      expect(ends.flatMap((end) => brokenRules(end, lang)).slice(0, 20)).toEqual([]);
    });

    it('keep within the measure, but for hanging marks', () => {
      const wide = set.flatMap(({ lines, measure }) =>
        lines.filter(({ width, hang }) => width - (hang?.endBlank ?? 0) > measure + 0.5),
      );
      expect(wide.map(({ text, start, end }) => text.slice(start, end))).toEqual([]);
    });

    it('join to their source', () => {
      for (const { text, lines } of set) {
        const gaps = lineEndsOf(lines, 0).map(({ line, next }) => text.slice(line.end, next.start));
        expect(gaps.filter((gap) => gap.trim() !== '')).toEqual([]);
        expect(lines[0]!.start).toBe(0);
        expect(text.slice(lines.at(-1)!.end).trim()).toBe('');
      }
    });
  },
);

it.each(['zh-Hans', 'zh-Hant', 'ja'])('lines part no word for less than a full line in %s', (lang) => {
  const ends = endsIn(lang);
  expect(ends.length).toBeGreaterThan(PARAGRAPHS * MEASURES.length);
  expect(ends.flatMap((end) => needlesslyParted(end, lang)).slice(0, 20)).toEqual([]);
});

import { describe, expect, it } from 'vitest';
import { createBidiAlgorithm, visualOrder } from '../../src/text/bidi.js';
import { fromCodePoints, isMissingUnicodeData, readUnicodeData } from '../support/unicode-data.js';

const FILE = 'BidiCharacterTest.txt';
/** Stands for a character that rule X9 removes: its level means nothing and it isn't reordered. */
const REMOVED = 'x';

/** One case of the file; offsets count UTF-16 units, since that is what our levels do. */
type Case = Readonly<{ line: string; text: string; level: number; levels: readonly string[]; order: string }>;

function parseCase(line: string): Case {
  const [codePoints = '', , level, levels = '', order = ''] = line.split(';');
  return { line, text: fromCodePoints(codePoints), level: Number(level), levels: levels.split(' '), order };
}

/** The levels of the characters, one for each code point. */
function levelsOfCharacters({ text, level }: Case): readonly number[] {
  const units = algorithm.levels(text, level === 1 ? 'rtl' : 'ltr');
  const levels: number[] = [];
  for (let offset = 0; offset < text.length; offset += (text.codePointAt(offset) ?? 0) > 0xffff ? 2 : 1) {
    levels.push(units[offset]!);
  }
  return levels;
}

function hasTheLevels(example: Case): boolean {
  const levels = levelsOfCharacters(example);
  return example.levels.every((wanted, index) => wanted === REMOVED || Number(wanted) === levels[index]);
}

function hasTheOrder(example: Case): boolean {
  const kept = example.levels.flatMap((wanted, index) => (wanted === REMOVED ? [] : [index]));
  const levels = levelsOfCharacters(example);
  const order = visualOrder(kept.map((index) => levels[index]!)).map((index) => kept[index]);
  return order.join(' ') === example.order;
}

const algorithm = createBidiAlgorithm();

describe.skipIf(isMissingUnicodeData(FILE))('the Unicode bidirectional algorithm', () => {
  const cases = readUnicodeData(FILE).map(parseCase);

  it('is tested with the whole file', () => {
    expect(cases.length).toBeGreaterThan(91_000);
  });

  it('gives every character the level that the Unicode test file asks for', () => {
    expect(cases.filter((example) => !hasTheLevels(example)).map(({ line }) => line)).toEqual([]);
  });

  it('puts every line into the visual order that the Unicode test file asks for', () => {
    expect(cases.filter((example) => !hasTheOrder(example)).map(({ line }) => line)).toEqual([]);
  });
});

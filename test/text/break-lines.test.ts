import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakLines } from '../../src/text/break-lines.js';
import type { BreakInput } from '../../src/text/break-lines.js';

/** A text of words of these widths with spaces of width 1 between them. */
function inputOf(words: readonly number[], measure: number, balanced = false): BreakInput {
  const starts = words.map((_, index) => words.slice(0, index).reduce((sum, width) => sum + width + 1, 0));
  const opportunities = words.map((width, index) => ({
    ...{ offset: starts[index]! + width + 1, mandatory: false, hyphen: false },
  }));
  return { measure, opportunities, balanced, width: (start, { offset }) => offset - 1 - start };
}

/** What a last line costs that is short, or holds but the last word. */
function lastLineCost(words: readonly number[], width: number, measure: number): number {
  if (width < measure * 0.1) return 0.15;
  return width === words.at(-1) && width < measure / 3 ? 0.1 : 0;
}

/** The least sum of squared empty space over all ways to set the words in the fewest lines, by trying all of them. */
function bestByTrial(words: readonly number[], measure: number): Readonly<{ lines: number; cost: number }> {
  let best = { lines: Infinity, cost: Infinity };
  for (let choice = 0; choice < 2 ** (words.length - 1); choice++) {
    const lines: number[] = [];
    let width = -1;
    for (const [index, word] of words.entries()) {
      width += word + 1;
      if (index === words.length - 1 || (choice & (1 << index)) !== 0) {
        lines.push(width);
        width = -1;
      }
    }
    if (lines.some((line) => line > measure)) continue;
    const cost = lines.slice(0, -1).reduce((sum, line) => sum + ((measure - line) / measure) ** 2, 0);
    const total = { lines: lines.length, cost: cost + lastLineCost(words, lines.at(-1)!, measure) };
    if (total.lines < best.lines || (total.lines === best.lines && total.cost < best.cost)) best = total;
  }
  return best;
}

/** The sum of squared empty space of all lines but the last. */
function emptySquares(words: readonly number[], measure: number, ends: readonly number[]): number {
  const widths = ends.map((end, line) => {
    const from = line === 0 ? 0 : ends[line - 1]! + 1;
    return words.slice(from, end + 1).reduce((sum, width) => sum + width + 1, -1);
  });
  return widths.slice(0, -1).reduce((sum, width) => sum + (measure - width) ** 2, 0);
}

describe('breaking lines', () => {
  it('needs one line for what fits', () => {
    expect(breakLines(inputOf([3, 3], 10))).toEqual([1]);
  });

  it('ends a line where it must', () => {
    const input = inputOf([3, 3], 10);
    const opportunities = [{ ...input.opportunities[0]!, mandatory: true }, input.opportunities[1]!];
    expect(breakLines({ ...input, opportunities })).toEqual([0, 1]);
  });

  it('gives a word that is too wide a line of its own', () => {
    expect(breakLines(inputOf([3, 40, 3], 10))).toEqual([0, 1, 2]);
  });

  it('evens out the last line too when it balances', () => {
    expect(breakLines(inputOf([4, 4, 4, 4], 14, false))).toEqual([2, 3]);
    expect(breakLines(inputOf([4, 4, 4, 4], 14, true))).toEqual([1, 3]);
  });

  it('leaves no single short word below, where that costs no line', () => {
    // Ten words of width 4 fill two lines, and the word of width 2 would stand alone.
    const words = [4, 4, 4, 4, 4, 4, 4, 4, 4, 4];
    expect(breakLines(inputOf([...words, 2], 24))).toEqual([4, 8, 10]);
    expect(breakLines(inputOf([...words, 7], 24))).toEqual([4, 8, 10]);
    // A last word of a third of the measure is not short any more.
    expect(breakLines(inputOf([...words, 8], 24))).toEqual([4, 9, 10]);
  });

  it('leaves a single short word below rather than a deep hole in the line above', () => {
    expect(breakLines(inputOf([4, 8, 4], 14))).toEqual([1, 2]);
    expect(breakLines(inputOf([11, 3, 4], 15))).toEqual([0, 2]);
  });

  it('takes the parts of a divided word for one word', () => {
    const divided = (input: BreakInput, index: number): BreakInput => ({
      ...input,
      opportunities: input.opportunities.map((each, at) => ({ ...each, hyphen: at === index })),
    });
    const words = [4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 2, 2];
    expect(breakLines(inputOf(words, 24))).toEqual([4, 9, 11]);
    expect(breakLines(divided(inputOf(words, 24), 10))).toEqual([4, 8, 11]);
  });

  it('rather takes another line than part a value, but parts one that is wider than the measure', () => {
    const parted = (input: BreakInput, index: number): BreakInput => ({
      ...input,
      opportunities: input.opportunities.map((each, at) => ({ ...each, partsValue: at === index })),
    });
    expect(breakLines(inputOf([6, 2, 5, 3], 9))).toEqual([1, 3]);
    expect(breakLines(parted(inputOf([6, 2, 5, 3], 9), 1))).toEqual([0, 2, 3]);
    expect(breakLines(parted(inputOf([6, 2, 7, 3], 9), 1))).toEqual([1, 2, 3]);
  });

  it('is more even than filling each line as far as it goes', () => {
    const words = [3, 2, 2, 5];
    const greedy = [1, 2, 3];
    const even = breakLines(inputOf(words, 6));
    expect(even).toEqual([0, 2, 3]);
    expect(emptySquares(words, 6, even)).toBeLessThan(emptySquares(words, 6, greedy));
  });

  it('finds what trying every way finds: the fewest lines, and of these the most even', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 10 }),
        fc.integer({ min: 12, max: 30 }),
        (words, measure) => {
          const input = inputOf(words, measure);
          let start = 0;
          const widths = breakLines(input).map((index) => {
            const width = input.width(start, input.opportunities[index]!);
            start = input.opportunities[index]!.offset;
            return width;
          });
          const cost = widths
            .slice(0, -1)
            .reduce((sum, width) => sum + ((measure - width) / measure) ** 2, 0);
          const best = bestByTrial(words, measure);
          expect(widths).toHaveLength(best.lines);
          expect(cost + lastLineCost(words, widths.at(-1)!, measure)).toBeCloseTo(best.cost, 6);
        },
      ),
    );
  });
});

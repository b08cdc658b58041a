import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  amstad,
  fernandezHuerta,
  fleschEase,
  fleschKincaid,
  inflesz,
  kandelMoles,
  martins,
  oborneva,
  solovyev,
} from '../../../src/check/readability/flesch.js';
import { fogPolish, gunningFog } from '../../../src/check/readability/fog.js';
import type { Formula } from '../../../src/check/readability/formula.js';
import { gulpease } from '../../../src/check/readability/gulpease.js';
import { formulasOf } from '../../../src/check/readability/languages.js';
import { lix, rix } from '../../../src/check/readability/lix.js';
import { smog } from '../../../src/check/readability/smog.js';
import type { Statistics } from '../../../src/check/readability/statistics.js';
import { wienerSachtext } from '../../../src/check/readability/wiener.js';

/** The score of a text of one sentence. */
function oneSentence(formula: Formula, words: number, syllables: number): number {
  return formula.score({ ...HUNDRED, sentences: 1, words, syllables });
}

/** Ten sentences of a hundred words in all, for counting in one's head. */
const HUNDRED: Statistics = {
  sentences: 10,
  words: 100,
  letters: 450,
  syllables: 150,
  monosyllables: 60,
  polysyllables: 10,
  tetrasyllables: 4,
  longWords: 20,
  fogWords: 8,
};

describe('published worked examples', () => {
  it('Flesch: 13 words with 24 syllables in one sentence give 37.5, and 6 with 6 give 116 (encyclopedia article on Flesch–Kincaid)', () => {
    expect(oneSentence(fleschEase, 13, 24)).toBeCloseTo(37.5, 1);
    expect(oneSentence(fleschEase, 6, 6)).toBeCloseTo(116, 0);
  });

  it('Flesch–Kincaid: the same give grades 11.3 and −1.45; 5.7 words to a sentence with 1.02 syllables give −1.3', () => {
    expect(oneSentence(fleschKincaid, 13, 24)).toBeCloseTo(11.3, 1);
    expect(oneSentence(fleschKincaid, 6, 6)).toBeCloseTo(-1.45, 2);
    const primer = { ...HUNDRED, words: 5700, sentences: 1000, syllables: 5814 };
    expect(fleschKincaid.score(primer)).toBeCloseTo(-1.3, 1);
  });

  it('Flesch and Flesch–Kincaid: 34 sentences of 432 words and 607 syllables give 75.1 and 5.9 (a calculator’s printout)', () => {
    const story = { ...HUNDRED, sentences: 34, words: 432, syllables: 607 };
    expect(Math.abs(fleschEase.score(story) - 75.1)).toBeLessThan(0.05);
    expect(Math.abs(fleschKincaid.score(story) - 5.9)).toBeLessThan(0.05);
  });

  it('Flesch: 29 sentences of 249 words and 406 syllables give 60 (a calculator’s printout)', () => {
    expect(fleschEase.score({ ...HUNDRED, sentences: 29, words: 249, syllables: 406 })).toBeCloseTo(60, 0);
  });

  it('Gunning Fog: 886 sentences of 8878 words, 1514 of them long, give 10.83 (a calculator’s printout)', () => {
    const site = { ...HUNDRED, sentences: 886, words: 8878, fogWords: 928 + 586 };
    expect(gunningFog.score(site)).toBeCloseTo(10.83, 2);
  });

  it('Gunning Fog: 1 sentence, 69 words, 13 hard ones give 35; 3, 48 and 5 give 11 (course notes on Gunning 1952)', () => {
    const score = (sentences: number, words: number, fogWords: number): number =>
      Math.round(gunningFog.score({ ...HUNDRED, sentences, words, fogWords }));
    expect([score(1, 69, 13), score(3, 48, 5)]).toEqual([35, 11]);
  });

  it('LIX: 437 words, 21 sentences, 112 long words give 46 (example of the Swedish encyclopedia article on Björnsson 1968)', () => {
    expect(Math.round(lix.score({ ...HUNDRED, words: 437, sentences: 21, longWords: 112 }))).toBe(46);
  });

  it('SMOG: 2.6 hard words to a sentence give 12 on McLaughlin’s rounded form, 3 + √78 = 11.8, and 12.3 on his exact one', () => {
    expect(smog.score({ ...HUNDRED, sentences: 30, polysyllables: 78 })).toBeCloseTo(12.34, 2);
  });

  it.each([
    [1, 8.47],
    [3, 12.48],
    [5, 15.24],
    [7, 17.49],
  ])('SMOG: within a grade of the published 3 + √(30 × %i) = %f, its rounded form', (each, rounded) => {
    const score = smog.score({ ...HUNDRED, sentences: 30, polysyllables: 30 * each });
    expect(Math.abs(score - rounded)).toBeLessThan(1);
  });
});

describe('the published error of Fernández-Huerta', () => {
  it('is not here: shorter sentences make a text easier (Law 2011)', () => {
    const shorter = fernandezHuerta.score({ ...HUNDRED, sentences: 20 });
    expect(shorter).toBeGreaterThan(fernandezHuerta.score(HUNDRED));
  });
});

describe('scores computed by hand: 10 words to a sentence, 1.5 syllables to a word', () => {
  it.each([
    ['Flesch 1948: 206.835 − 10.15 − 126.9', fleschEase, 69.785],
    ['Kincaid 1975: 3.9 + 17.7 − 15.59', fleschKincaid, 6.01],
    ['Fernández Huerta 1959: 206.84 − 10.2 − 90', fernandezHuerta, 106.64],
    ['Szigriszt 1993: 206.835 − 10 − 93.45', inflesz, 103.385],
    ['Kandel and Moles 1958: 207 − 10.15 − 110.4', kandelMoles, 86.45],
    ['Amstad 1978: 180 − 10 − 87.75', amstad, 82.25],
    ['Martins 1996: 248.835 − 10.15 − 126.9', martins, 111.785],
    ['Oborneva 2006: 206.835 − 13 − 90.15', oborneva, 103.685],
    ['McLaughlin 1969: 3.1291 + 1.043 × √30', smog, 8.8419],
    ['Gunning 1952: 0.4 × (10 + 8)', gunningFog, 7.2],
    ['Seretny 2006: 0.4 × (10 + 4)', fogPolish, 5.6],
    ['Solovyev 2018: 3.6 + 8.64 − 11.97', solovyev, 0.27],
    ['Bamberger 1984, 1: 1.935 + 1.672 + 2.594 − 1.962 − 0.875', wienerSachtext[0], 3.364],
    ['Bamberger 1984, 2: 2.007 + 1.682 + 2.746 − 2.779', wienerSachtext[1], 3.656],
    ['Bamberger 1984, 3: 2.963 + 1.905 − 1.1144', wienerSachtext[2], 3.7536],
    ['Bamberger 1984, 4: 2.744 + 2.656 − 1.693', wienerSachtext[3], 3.707],
    ['Lucisano 1988: 89 + (3000 − 4500) ÷ 100', gulpease, 74],
    ['Björnsson 1968: 10 + 20', lix, 30],
    ['Anderson 1983: 20 ÷ 10', rix, 2],
  ])('%s', (_, formula, expected) => {
    expect(formula.score(HUNDRED)).toBeCloseTo(expected, 3);
  });
});

describe('grades', () => {
  it('are those of the authors’ tables', () => {
    expect([80, 79.9, 29].map((score) => fleschEase.grade?.(score))).toEqual([6, 7, 16]);
    expect([65, 64.9].map((score) => inflesz.grade?.(score))).toEqual([6, 7]);
    expect([80, 79.9, 39].map((score) => gulpease.grade?.(score))).toEqual([5, 8, 16]);
    expect([50, 49.9].map((score) => martins.grade?.(score))).toEqual([5, 9]);
    const rows = [90, 80, 70, 60, 50, 30, 29];
    expect(rows.map((score) => fernandezHuerta.grade?.(score))).toEqual([4, 5, 6, 7, 11, 13, 16]);
    expect(rows.map((score) => fleschEase.grade?.(score))).toEqual([5, 6, 7, 8, 10, 13, 16]);
  });

  it('never fall when a text gets longer sentences', () => {
    const sentences = fc.integer({ min: 1, max: 99 });
    for (const formula of ['en', 'es', 'fr', 'de', 'it', 'pt', 'ru', 'pl', 'sv'].flatMap(formulasOf)) {
      if (formula === smog) continue;
      fc.assert(
        fc.property(sentences, (few) => {
          const hard = formula.score({ ...HUNDRED, sentences: few });
          const easy = formula.score({ ...HUNDRED, sentences: few + 1 });
          expect(formula.easier === 'lower' ? hard > easy : hard < easy).toBe(true);
        }),
      );
    }
  });

  it('are left out for languages without a validated formula', () => {
    expect(['ar', 'zh-Hans', 'uk', 'ht', 'vi'].flatMap(formulasOf)).toEqual([]);
    expect([lix.grade, rix.grade]).toEqual([undefined, undefined]);
  });
});

describe('SMOG', () => {
  it('says that it is an estimate with fewer than thirty sentences', () => {
    expect(smog.remark?.(HUNDRED)).toBe('an estimate: 10 sentences, where SMOG asks for 30');
    expect(smog.remark?.({ ...HUNDRED, sentences: 30 })).toBeUndefined();
  });
});

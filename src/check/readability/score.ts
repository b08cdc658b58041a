import type { SourceRange } from '../../base/source.js';
import { isLong, type Formula } from './formula.js';
import { formulasOf } from './languages.js';
import type { Passage } from './passage.js';
import type { RunningText } from './running-text.js';
import type { Sentence } from './sentence.js';
import { countText, type Statistics } from './statistics.js';

/** What one formula says of a text. */
export type Score = Readonly<{
  formula: string;
  source: string;
  score: number;
  /** The school grade that the score stands for; none where the formula's author gave none. */
  grade: number | undefined;
  verdict: 'met' | 'not-met' | 'no-grade';
  remark: string | undefined;
}>;

/** A sentence that is harder to read than the others, and why. */
export type HardSentence = Readonly<{
  text: string;
  words: number;
  syllables: number;
  /** The words that make it hard by the formula that decides; of more than six letters where there is none. */
  longWords: readonly string[];
  at?: SourceRange;
}>;

/** One paragraph or list item, with the score of the formula that decides. */
export type BlockScore = Readonly<{
  text: string;
  sentences: number;
  words: number;
  score: number;
  at?: SourceRange;
}>;

/** How easy a handout is to read. */
export type ReadingScore = Readonly<{
  statistics: Statistics;
  /** Words in the longest sentence. */
  longestSentence: number;
  /** The first one decides; empty in a language without a validated formula, and for a text without sentences. */
  scores: readonly Score[];
  /** Three at most, the hardest first. */
  hardest: readonly HardSentence[];
  blocks: readonly BlockScore[];
}>;

/**
 * Scores a handout in one language by all formulas of that language.
 * @param target the school grade whose pupils should be able to read it
 */
export function scoreText(text: RunningText, target: number): ReadingScore {
  const { sentences } = text;
  const formulas = formulasOf(text.lang);
  const statistics = countText(sentences);
  const isScored = statistics.words > 0;
  const [deciding] = formulas;
  return {
    statistics,
    longestSentence: Math.max(0, ...sentences.map(({ words }) => words.length)),
    scores: isScored ? formulas.map((formula) => scoreBy(formula, statistics, target)) : [],
    hardest: hardestOf(sentences, deciding),
    blocks: deciding === undefined ? [] : scoreBlocks(sentences, deciding),
  };
}

function scoreBy(formula: Formula, statistics: Statistics, target: number): Score {
  const score = formula.score(statistics);
  const grade = formula.grade?.(score);
  const { name, source } = formula;
  const remark = formula.remark?.(statistics);
  if (grade === undefined) return { formula: name, source, score, grade, verdict: 'no-grade', remark };
  // As a person reads it: 6.04 is shown as 6.0, which is the grade.
  const verdict = Math.round(grade * 10) / 10 <= target ? 'met' : 'not-met';
  return { formula: name, source, score, grade, verdict, remark };
}

function scoreBlocks(sentences: readonly Sentence[], formula: Formula): readonly BlockScore[] {
  const blocks = new Map<Passage, Sentence[]>();
  for (const sentence of sentences) {
    const block = blocks.get(sentence.passage);
    if (block === undefined) blocks.set(sentence.passage, [sentence]);
    else block.push(sentence);
  }
  return [...blocks].map(([{ text, at }, own]) => {
    const statistics = countText(own);
    const score = formula.score(statistics);
    return { text, sentences: own.length, words: statistics.words, score, ...(at && { at }) };
  });
}

const HARDEST_NAMED = 3;
/** A shorter sentence is hard only by one word, which a formula overrates. */
const LEAST_WORDS = 5;

/** The hardest sentences by the formula that decides; the longest ones where there is none. */
function hardestOf(sentences: readonly Sentence[], formula: Formula | undefined): readonly HardSentence[] {
  const sign = formula?.easier === 'higher' ? -1 : 1;
  const hardness = (sentence: Sentence): number =>
    formula === undefined ? sentence.words.length : sign * formula.score(countText([sentence]));
  const distinct = [...new Map(sentences.map((sentence) => [sentence.text, sentence])).values()];
  const long = distinct.filter(({ words }) => words.length >= LEAST_WORDS);
  return (long.length >= HARDEST_NAMED ? long : distinct)
    .map((sentence) => ({ sentence, hard: hardness(sentence) }))
    .sort((one, other) => other.hard - one.hard)
    .slice(0, HARDEST_NAMED)
    .map(({ sentence }) => describe(sentence, formula?.isHard ?? isLong));
}

function describe({ text, words, at }: Sentence, isHard: Formula['isHard']): HardSentence {
  const long = words.filter((word, place) => isHard(word, place));
  return {
    text,
    words: words.length,
    syllables: words.reduce((sum, { syllables }) => sum + syllables, 0),
    longWords: [...new Set(long.map((word) => word.text))],
    ...(at && { at }),
  };
}

import type { Problem } from '../../base/problem.js';
import type { HardSentence, ReadingScore } from './score.js';

/**
 * Reports `check/too-hard` for a handout over its target by the formula that decides in its language, naming the three hardest
 * sentences and why. Nothing is said of languages without such a formula.
 */
export function checkTarget({ scores, hardest }: ReadingScore, target: number): readonly Problem[] {
  const [deciding] = scores;
  if (deciding?.verdict !== 'not-met') return [];
  const { formula, score, grade = 0 } = deciding;
  const at = hardest[0]?.at;
  const lines = hardest.map((sentence, index) => `${index + 1}. ${describeSentence(sentence)}`);
  return [
    {
      code: 'check/too-hard',
      severity: 'warning',
      message:
        `The handout is harder to read than grade ${target}: ${formula} ${score.toFixed(1)}, grade ${formatGrade(grade)}. ` +
        `Its hardest sentences: ${lines.join(' ')}`,
      hint: 'Shorten these first: one thought to a sentence, and shorter words. “handout check --scores” shows the figures.',
      ...(at && { at }),
    },
  ];
}

/** Writes a sentence with what makes it hard. */
export function describeSentence({ text, words, syllables, longWords }: HardSentence): string {
  const long = longWords.length === 0 ? '' : `; long: ${longWords.join(', ')}`;
  return `“${text}” (${words} words, ${syllables} syllables${long})`;
}

/** Writes a grade with one digit after the point where it has one. */
export function formatGrade(grade: number): string {
  return Number.isInteger(grade) ? String(grade) : grade.toFixed(1);
}

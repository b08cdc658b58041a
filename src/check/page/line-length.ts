import type { Problem, Staged } from '../../base/problem.js';
import type { Points } from '../../base/units.js';
import type { PaintedText } from './painted-page.js';
import { holdersOf, nodeOf, placeOf, type NodePlace, type Printed } from './printed.js';

/** How many characters stand on the lines of running text: half of the lines have no more than the median. */
export type LineLengths = Readonly<{ median: number; longest: number }>;

/** A paragraph of running text has this many lines or more, by a rule of ours: in a shorter one the eye hardly ever goes back. */
const LEAST_LINES = 3;

/**
 * Measures the lines of running text: paragraphs of three lines or more, without their last lines.
 * @returns undefined where there is no such paragraph; reports `page/line-length`
 */
export function judgeLineLengths(printed: Printed): Staged<LineLengths | undefined> {
  const paragraphs = runningText(printed);
  const problems = paragraphs.flatMap((each) => problemsOf(each, printed));
  const all = paragraphs.flatMap(({ counts }) => counts);
  const value = all.length === 0 ? undefined : { median: medianOf(all), longest: Math.max(...all) };
  return { value, problems };
}

type SetText = Readonly<{ text: PaintedText; lineCount: number; counts: readonly number[] }>;

function runningText(printed: Printed): readonly SetText[] {
  const linesOf = new Map<NodePlace, PaintedText[]>();
  for (const text of printed.pages.flatMap(({ texts }) => texts)) {
    const place = nodeOf(text.item.meaning, printed);
    if (place === undefined || !isRunning(place)) continue;
    const lines = linesOf.get(place);
    if (lines) lines.push(text);
    else linesOf.set(place, [text]);
  }
  return [...linesOf]
    .filter(([, lines]) => lines.length >= LEAST_LINES)
    .map(([, lines]) => ({
      text: lines[0]!,
      lineCount: lines.length,
      counts: lines.slice(0, -1).map(countCharacters),
    }));
}

/** Columns, tables and cards are narrow on purpose: their short lines are taken in at a glance. */
function isRunning(place: NodePlace): boolean {
  const { node } = place;
  if (node.kind !== 'paragraph' || (node.role !== 'body' && node.role !== 'lead')) return false;
  return holdersOf(place).every(({ kind }) => !narrow.has(kind));
}

const narrow: ReadonlySet<string> = new Set(['column', 'table-cell', 'cards', 'do-dont']);

/** Counts what a reader sees as one character each: a letter with its marks, or letters joined into one. */
function countCharacters({ item }: PaintedText): number {
  let count = 0;
  for (const { glyphs } of item.line.runs) {
    let last = -1;
    for (const { cluster } of glyphs) {
      if (cluster !== last) count += 1;
      last = cluster;
    }
  }
  return count;
}

/** The most characters that half of a paragraph's lines may have, and the least that its longest may. */
type Limits = Readonly<{ most: number; least: number }>;

/**
 * Pages aim at 45 to 75 characters. RNIB's Clear Print asks for 60 to 70, except in columns, and WCAG for 80 at most, 40 in Chinese, Japanese
 * and Korean. The limits of the warning are ours: they are wider, since studies disagree on what harm a longer line does, and none of them is
 * of handouts. Narrow paper and large print leave room for fewer than 45, which costs time and never the place: W3C's Low Vision Task Force
 * asked for lines of 25 where a reader wants them, so there only less than 20 is reported.
 * @see WCAG 2.2, success criterion 1.4.8; RNIB, Clear Print
 */
function limitsOf({ text }: SetText, printed: Printed): Limits {
  const share = isCjk(text.item.line.runs[0]!.lang) ? 1 / 2 : 1;
  return { most: Math.floor(95 * share), least: Math.floor((isRoomy(printed) ? 45 : 20) * share) };
}

function isCjk(lang: string): boolean {
  return /^(?:zh|ja|ko)\b/.test(lang);
}

/** Upright A4 and letter paper are this wide; a booklet's page is half as large. */
const roomyWidth: Points = 590;

function isRoomy({ pages, isLargePrint, laidOut }: Printed): boolean {
  const isBooklet = laidOut.pages.some(({ blocks }) => blocks.some(({ leaf }) => leaf !== undefined));
  return !isLargePrint && !isBooklet && (pages[0]?.size.width ?? 0) > roomyWidth;
}

function problemsOf(each: SetText, printed: Printed): readonly Problem[] {
  const median = medianOf(each.counts);
  const longest = Math.max(...each.counts);
  const { most, least } = limitsOf(each, printed);
  if (longest >= least && median <= most) return [];
  const [found, hint] =
    median > most
      ? [
          `${median} characters on a line, more than ${most}`,
          'Set the text in a narrower column, or in larger letters.',
        ]
      : [
          `${longest} characters on its longest line, less than ${least}`,
          'Give the text a wider column, or smaller letters.',
        ];
  return [
    {
      code: 'page/line-length',
      severity: 'warning',
      message: `A paragraph of ${each.lineCount} lines has ${found}.`,
      ...placeOf(each.text.item.meaning, printed),
      hint,
    },
  ];
}

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.floor((sorted.length - 1) / 2)]!;
}

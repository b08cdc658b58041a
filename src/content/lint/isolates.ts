import { directionOf } from '../locale.js';
import { isolatableRuns } from '../isolate.js';
import { hasDigit } from './numerals.js';
import type { Finding, LintPair, LintRule } from './pair.js';

/** Few texts have any of these, and to look for each takes longer. */
const CONTROL = /[\u2066-\u2069\u200e\u200f\u061c]/u;
const OPENING = /[\u2066-\u2068]/gu;
const CLOSING = /\u2069/gu;
const MARK = /[\u200e\u200f\u061c]/u;
const ISOLATED_GAP = /<bdi[^<>]*>\s*\{\{ *([A-Za-z][A-Za-z0-9]*) *\}\}\s*<\/bdi>/gu;
const BDI = /<bdi[^<>]*>.*?<\/bdi>/gu;
/** Two numbers joined by one sign, whatever it is. */
const JOINED = /\p{Nd}+[\u00a0\u202f ]?(?:ـ|[^\p{L}\p{M}\p{N}\s.,;:()،؛٫٬|])[\u00a0\u202f ]?\p{Nd}+/gu;

/**
 * What the source keeps in a direction of its own is kept so in the translation, by `<bdi>` and nothing else. Ranges and phone
 * numbers in right-to-left text are isolated when a page is made; one with a sign that isn't known there is reported.
 */
export const isolates: LintRule = {
  name: 'isolates',
  code: 'content/lint-isolates',
  severity: 'warning',
  find: (pair) => [...controls(pair), ...lostIsolates(pair), ...openRanges(pair)],
};

function controls({ target: { raw } }: LintPair): readonly Finding[] {
  if (!CONTROL.test(raw)) return [];
  const [opened, closed] = [raw.match(OPENING)?.length ?? 0, raw.match(CLOSING)?.length ?? 0];
  const mark = MARK.exec(raw);
  return [
    ...(opened === closed
      ? []
      : [{ message: `${opened} isolates are opened and ${closed} closed.`, hint: 'Use <bdi>.' }]),
    ...(mark === null
      ? []
      : [{ offset: mark.index, message: 'An invisible mark sets the direction here.', hint: 'Use <bdi>.' }]),
  ];
}

function lostIsolates({ source, target }: LintPair): readonly Finding[] {
  if (!source.raw.includes('<bdi')) return [];
  const names = (raw: string) => Array.from(raw.matchAll(ISOLATED_GAP), (match) => match[1]!);
  const kept = names(target.raw);
  return names(source.raw)
    .filter((name) => !kept.includes(name) && target.placeholders.includes(name))
    .map((name) => ({ message: `{{${name}}} stands in <bdi> in the source, but not here.` }));
}

function openRanges({ target, lang }: LintPair): readonly Finding[] {
  if (!hasDigit(target.raw) || directionOf(lang) === 'ltr') return [];
  const text = target.raw.replace(BDI, (part) => ' '.repeat(part.length));
  const isolated: (readonly [from: number, to: number])[] = [];
  let offset = 0;
  for (const run of isolatableRuns(text)) {
    if (run.isolate) isolated.push([offset, offset + run.text.length]);
    offset += run.text.length;
  }
  return Array.from(text.matchAll(JOINED))
    .filter(
      ({ 0: found, index }) => !isolated.some(([from, to]) => from <= index && index + found.length <= to),
    )
    .map(({ 0: found, index }) => ({
      offset: index,
      message: `“${found}” may show the wrong way round.`,
      hint: 'Put it in <bdi>.',
    }));
}

import LineBreaker from 'linebreak';
import type { TextSpan } from './paragraph.js';
import type { Opportunity } from './break-lines.js';

/**
 * Where the lines of a text may end: the rules of UAX #14, words from a dictionary in scripts written without spaces,
 * soft hyphens, and what the spans forbid.
 * @see UAX #14, Unicode Line Breaking Algorithm
 */

/** Runs of scripts written without spaces between words. */
const UNSPACED_SCRIPTS = /[\u0e01-\u0eff\u1000-\u109f\u1780-\u17ff\u19e0-\u19ff\ua9e0-\ua9fe\uaa60-\uaa7f]+/g;
/** Runs of Chinese and Japanese, where a line may end nearly anywhere. */
const EAST_ASIAN_RUN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u30fc]{2,}/gu;
const HIRAGANA_ALONE = /^[\p{Script=Hiragana}\u30fc]+$/u;
/** Japanese particles after which a word in hiragana begins anew, and words of that length that lean on what is before them. */
const PARTICLE = /^[をにがはへで]$/u;
const LEANING =
  /^(?:くださ|ください|ましょ|ません|ながら|けれど|ばかり|くらい|ぐらい|だけ|まで|から|より|ほど|など|しか|こそ|さえ|ので|のに|です|ます|でしょ)/u;
const LEAST_HIRAGANA_WORD = 3;
/** Signs that repeat or close what stands before them: no line starts with one. The Thai word for “and so on” is a word. */
const NEVER_FIRST = /^(?!ฯลฯ)[\u0e2f\u0e46\u0eaf\u0ec6\u104a\u104b\u17d4-\u17d7\u17da]/;
const SOFT_HYPHEN = '\u00ad';
/** Opening brackets of East Asian width, before which rule LB30 has allowed a break since Unicode 13. */
const WIDE_OPENER =
  /[\u2329\u3008\u300a\u300c\u300e\u3010\u3014\u3016\u3018\u301a\u301d\ufe17\ufe35\ufe37\ufe39\ufe3b\ufe3d\ufe3f\ufe41\ufe43\ufe47\ufe59\ufe5b\ufe5d\uff08\uff3b\uff5b\uff5f\uff62]/g;
const LETTER_OR_DIGIT_BEFORE = /[\p{L}\p{N}][\p{M}\u200d]*$/u;
const HANGUL = /\p{Script=Hangul}/u;
/**
 * A number and what it counts or is measured in, parted by a space or by nothing: `24 hours`, `5 %`, `10 000`, `24小时`.
 * Isolates may stand between them.
 */
const COUNTED =
  /(?<=\p{Nd}[\u2066-\u2069]*)(?: [\u2066-\u2069]*(?=[\p{L}\p{Nd}%‰°])|(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]))/gu;
/** Inside what is counted in Japanese: `3か月`, `7日目`, `24時間後`. */
const COUNTER =
  /(?<=\p{Nd}[\u2066-\u2069]*[かカヵヶケ箇])(?=\p{Script=Han})|(?<=\p{Nd}[\u2066-\u2069]*[かカヵヶケ箇]?\p{Script=Han}{1,2})(?=[間目])/gu;
/** A short name and its number: `SPF 30`, `Day 1`. */
const NAMED_NUMBER =
  /(?<=(?<![\p{Lu}\p{Ll}\p{N}])(?:\p{Lu}[\p{L}\p{M}]{0,7}|№|§)) [\u2066-\u2069]*(?=\p{Nd})/gu;
/** A range in figures, which UAX #14 would let end a line after its dash. */
const RANGE = /(?<=\p{Nd}[\u2066-\u2069]*)[ \u00a0\u202f]?[–—-][ \u00a0\u202f]?[\u2066-\u2069]*(?=\p{Nd})/gu;
const DIGIT = /\p{Nd}/u;
const ISOLATE = /[\u2066-\u2069]/;
const POP_ISOLATE = '\u2069';
/** Scripts in which no space parts words from quotations. */
const WITHOUT_SPACES =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u0e01-\u0eff\u1000-\u109f\u1780-\u17ff]/u;
/**
 * Before an opening quotation mark and after a closing one, as rule LB19a has it since Unicode 16, and between a closing
 * and an opening mark.
 */
const BESIDE_QUOTE =
  /(?<=[\p{Pf}\p{Pe}][\u2066-\u2069]*)(?=[\u2066-\u2068]*[\p{Pi}\p{Ps}])|(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\uff00-\uffef\u3001\u3002][\u2066-\u2069]*)(?=[“‘])|(?<=[”’])(?=[\u2066-\u2068]*[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])/gu;
/** Rule LB15 forbade this until Unicode 15.1, for the sake of opening quotation marks. */
const BETWEEN_QUOTE_AND_BRACKET = /(?<=\p{Pf}[\u2066-\u2069]* )(?=[\u2066-\u2068]*\p{Ps})/gu;
/** What a word may follow or precede without a space where words are written without spaces. */
const CLOSED_BEFORE = /[\p{Pe}\p{Pf}\p{Script=Latin}][\u2066-\u2069]*$/u;
const OPENED_AFTER = /^[\u2066-\u2068]*[\p{Ps}\p{Pi}\p{Script=Latin}]/u;
/** Where not even a word that is too wide should be cut. */
const CLOSED_AFTER = /^[\u2066-\u2069]*[\p{Pe}\p{Pf}\p{Po}\p{Lm}\p{M}]/u;
const OPENED_BEFORE = /[\p{Ps}\p{Pi}\u2066-\u2068]$/u;
/** Particles follow brackets and quotations without a space, and belong to them. */
const MAY_END_KOREAN = /[\s\u200b\u00ad/·–—-]/;
/** An isolate that is short and has a digit: a value, a range, a dose, a date or a phone number. */
const ISOLATED_VALUE = /[\u2066-\u2068](?=[^\u2069]*\p{N})[^\u2066-\u2069]{1,40}\u2069/gu;

/** A place where a line may end, as UAX #14 has it. */
export type LineBreakOpportunity = Readonly<{ offset: number; mandatory: boolean }>;

/** Applies UAX #14 to a text. The end of the text is not among the opportunities. */
export function lineBreakOpportunities(text: string): readonly LineBreakOpportunity[] {
  const breaker = new LineBreaker(text);
  const found: LineBreakOpportunity[] = [];
  for (let next = breaker.nextBreak(); next !== null; next = breaker.nextBreak()) {
    if (next.position < text.length) found.push({ offset: next.position, mandatory: next.required });
  }
  const extra = wideOpenerBreaks(text).filter((offset) => !found.some((known) => known.offset === offset));
  if (extra.length === 0) return found;
  const all = [...found, ...extra.map((offset) => ({ offset, mandatory: false }))];
  return all.sort((one, other) => one.offset - other.offset);
}

function wideOpenerBreaks(text: string): readonly number[] {
  return Array.from(text.matchAll(WIDE_OPENER), ({ index }) => index).filter((offset) =>
    LETTER_OR_DIGIT_BEFORE.test(text.slice(Math.max(0, offset - 16), offset)),
  );
}

/**
 * Finds every place where a line of a paragraph may end, in order; the end of the text is the last one.
 * @param text the joined text of the spans
 */
export function findOpportunities(text: string, spans: readonly TextSpan[]): readonly Opportunity[] {
  const mandatory = new Map(breaksAroundIsolates(text).map((found) => [found.offset, found.mandatory]));
  for (const offset of dictionaryBreaks(text, spans[0]?.lang ?? 'und')) {
    if (!mandatory.has(offset)) mandatory.set(offset, false);
  }
  const forbidden = forbiddenBreaks(text, spans);
  const parting = partingBreaks(text, callsIn(spans));
  const inWords = wordPartingBreaks(text, spans[0]?.lang ?? 'und');
  const within = [...mandatory]
    .filter(([offset, isMandatory]) => isMandatory || !forbidden(offset))
    .map(([offset, isMandatory]) => ({
      offset,
      mandatory: isMandatory,
      hyphen: text[offset - 1] === SOFT_HYPHEN,
      ...(parting.has(offset) && { partsValue: true }),
      ...(inWords.has(offset) && { partsWord: true }),
    }))
    .sort((one, other) => one.offset - other.offset);
  return [...within, { offset: text.length, mandatory: false, hyphen: false }];
}

/** The nearest character on one side that is no isolate. */
function nearest(text: string, from: number, step: 1 | -1): string {
  let offset = from;
  while (ISOLATE.test(text[offset] ?? '')) offset += step;
  return text[offset] ?? '';
}

/** Every grapheme boundary: where an unbreakable stretch that is wider than its measure is cut, as the last resort. */
export function emergencyOpportunities(text: string, within: readonly Opportunity[]): readonly Opportunity[] {
  const known = new Set(within.map(({ offset }) => offset));
  const segments = new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(text);
  const extra = Array.from(segments, ({ index }) => index)
    .filter((offset) => offset > 0 && !known.has(offset))
    .map((offset) => {
      const isAtMark = CLOSED_AFTER.test(text.slice(offset)) || OPENED_BEFORE.test(text.slice(0, offset));
      return { offset, mandatory: false, hyphen: false, isEmergency: true, partsValue: isAtMark };
    });
  return [...within, ...extra].sort((one, other) => one.offset - other.offset);
}

/**
 * Applies UAX #14 to a text as if its isolates were not there. The rules take them for combining marks, so none would let
 * a line end between a Chinese character and an isolated value. An isolate stays with what it holds.
 */
function breaksAroundIsolates(text: string): readonly LineBreakOpportunity[] {
  if (!ISOLATE.test(text)) return lineBreakOpportunities(text);
  let bare = '';
  const offsets: number[] = [];
  for (let offset = 0; offset < text.length; offset++) {
    if (ISOLATE.test(text[offset]!)) continue;
    bare += text[offset]!;
    let end = offset + 1;
    while (text[end] === POP_ISOLATE) end += 1;
    offsets.push(end);
  }
  return lineBreakOpportunities(bare).map((found) => ({ ...found, offset: offsets[found.offset - 1]! }));
}

function* dictionaryBreaks(text: string, lang: string): Iterable<number> {
  for (const { index } of text.matchAll(BETWEEN_QUOTE_AND_BRACKET)) yield index;
  if (WITHOUT_SPACES.test(text)) for (const { index } of text.matchAll(BESIDE_QUOTE)) yield index;
  for (const run of text.matchAll(UNSPACED_SCRIPTS)) {
    const end = run.index + run[0].length;
    if (CLOSED_BEFORE.test(text.slice(0, run.index)) && !NEVER_FIRST.test(run[0])) yield run.index;
    if (OPENED_AFTER.test(text.slice(end, end + 4))) yield end;
    const words = new Intl.Segmenter(lang, { granularity: 'word' }).segment(run[0]);
    for (const { index, segment, isWordLike } of words) {
      if (index > 0 && isWordLike === true && !NEVER_FIRST.test(segment)) yield run.index + index;
    }
  }
}

/**
 * The places inside values, where a line ends only if a column is narrower than the value. Isolated values hold together
 * by themselves; these are the ones that a text writes out, in any language.
 */
function partingBreaks(text: string, isCall: (offset: number) => boolean): ReadonlySet<number> {
  const parting = new Set<number>();
  if (!DIGIT.test(text)) return parting;
  for (const pattern of [COUNTED, COUNTER, NAMED_NUMBER, RANGE]) {
    for (const { index, 0: between } of text.matchAll(pattern)) {
      if (pattern === COUNTED && isCall(index)) continue;
      for (let offset = index; offset <= index + between.length; offset++) parting.add(offset);
    }
  }
  return parting;
}

/** Tells whether a place is in words around a number to call. */
function callsIn(spans: readonly TextSpan[]): (offset: number) => boolean {
  let end = 0;
  const calls = spans.flatMap(({ text, isCall }) => {
    const start = end;
    end += text.length;
    return isCall ? [{ start, end }] : [];
  });
  return (offset) => calls.some((call) => call.start <= offset && offset < call.end);
}

/**
 * The places inside Chinese and Japanese words, where a line had better not end. In Japanese particles and endings go with
 * the word before them, and what is written in katakana is one word, which dictionaries cut up where they don't know it.
 */
function wordPartingBreaks(text: string, lang: string): ReadonlySet<number> {
  const parting = new Set<number>();
  for (const { index: start, 0: run } of text.matchAll(EAST_ASIAN_RUN)) {
    for (let offset = start + 1; offset < start + run.length; offset++) parting.add(offset);
    let before = '';
    for (const { index, segment } of new Intl.Segmenter(lang, { granularity: 'word' }).segment(run)) {
      const isBoundary = !HIRAGANA_ALONE.test(segment) || beginsAnew(segment, before);
      if (isBoundary && !KATAKANA_PAIR.test(run.slice(index - 1, index + 1))) parting.delete(start + index);
      before = segment;
    }
  }
  return parting;
}

const KATAKANA_PAIR = /^[\u30a1-\u30fa\u30fc]{2}$/u;

/** A verb or noun that is written in hiragana, after a particle: つながる in 結果につながる. */
function beginsAnew(word: string, before: string): boolean {
  return word.length >= LEAST_HIRAGANA_WORD && PARTICLE.test(before) && !LEANING.test(word);
}

/**
 * Tells which breaks are ruled out: inside a span that holds together, inside an isolated value, and inside a Korean
 * word, since a reader expects lines to end at spaces there.
 */
function forbiddenBreaks(text: string, spans: readonly TextSpan[]): (offset: number) => boolean {
  const inside = new Set<number>();
  const forbidInside = (start: number, end: number) => {
    for (let offset = start + 1; offset < end; offset++) inside.add(offset);
  };
  let start = 0;
  for (const span of spans) {
    if (span.noBreak) forbidInside(start, start + span.text.length);
    start += span.text.length;
  }
  for (const { index, 0: value } of text.matchAll(ISOLATED_VALUE)) forbidInside(index, index + value.length);
  return (offset) => {
    if (inside.has(offset)) return true;
    const before = nearest(text, offset - 1, -1);
    const after = nearest(text, offset, 1);
    return HANGUL.test(before + after) && !MAY_END_KOREAN.test(before);
  };
}

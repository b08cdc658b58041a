import { GAP, type LintRule } from './pair.js';
import { hasLocaleData } from '../locale.js';
import { once } from './once.js';

const SIGNS: Readonly<Record<string, string>> = {
  'a full stop': '.。．।۔։።။។',
  'a question mark': '?？؟՞;፧',
  'an exclamation mark': '!！՜',
  'a colon': ':：፡',
};
/** A letter with a full stop at the end, as in “p. m.” */
const ABBREVIATION = /(?:^|[\s.])\p{L}\.$/u;
const QUESTION_WORD = /^(?:what|how|where|which|who|whom|why|when)\b/iu;
/** Scripts that end a sentence without a sign. */
const UNSIGNED = /[\p{Script=Thai}\p{Script=Lao}]/u;

/** A text ends as its source does: with the sign of its language, or with none. */
export const endPunctuation: LintRule = {
  name: 'end',
  code: 'content/lint-end',
  severity: 'warning',
  find: ({ source, target, lang }) => {
    const [wanted, found] = [endOf(source.plain), endOf(target.plain)];
    if (wanted === found || /,\s*$/u.test(source.plain) || ABBREVIATION.test(target.plain)) return [];
    if (isTitleAsked(source.plain, wanted, found)) return [];
    if (UNSIGNED.test(target.plain) && (wanted !== 'a colon' || found !== undefined) && found !== 'a colon')
      return [];
    if (wanted === 'a full stop' && target.plain.endsWith(GAP) && hasStopInDates(lang)) return [];
    const [here, there] = [found ?? 'no sign', wanted ?? 'none'];
    return [{ message: `The translation ends with ${here}; the source with ${there}.` }];
  },
};

/** “What it is” may be asked, and “How does it work?” may be said. */
function isTitleAsked(source: string, wanted: string | undefined, found: string | undefined): boolean {
  const ends = [wanted, found];
  return QUESTION_WORD.test(source) && ends.includes('a question mark') && ends.includes(undefined);
}

function endOf(plain: string): string | undefined {
  const last = /(\S)[\s”’»"')\]）」』“]*$/u.exec(plain.trimEnd())?.[1];
  return last === undefined ? undefined : Object.keys(SIGNS).find((name) => SIGNS[name]!.includes(last));
}

/** Where a date ends with a full stop of its own (Russian “г.”), a text that ends with one has no second. */
const hasStopInDates = once((lang): boolean => {
  if (!hasLocaleData(lang)) return false;
  return new Intl.DateTimeFormat(lang, { dateStyle: 'long' }).format(0).endsWith('.');
});

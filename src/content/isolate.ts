/** A stretch of text, and whether it must be kept apart from the direction of the text around it. */
export type DirectionalRun = Readonly<{ text: string; isolate: boolean; noBreak: boolean }>;

const LETTER_OR_DIGIT = String.raw`[\p{Script=Latin}\p{Nd}][\p{M}]*`;
const TIGHT_JOINER = String.raw`[-\u2010-\u2015\u2212/.,:;@_'’&+×=?#%~°·²³]`;
const SPACED_JOINER = String.raw`[ \u00a0\u202f](?:[-\u2010-\u2015\u2212×+/=&][ \u00a0\u202f])?`;
const SIGN_BEFORE = String.raw`[+\u2212±≥≤<>~≈$€£#]{1,2}[ \u00a0]?`;
const SIGN_AFTER = String.raw`(?:\+|[ \u00a0\u202f]?(?:[%‰]|°[CF]?))`;

/** The area code of a phone number, which brackets would otherwise part from the rest. */
const AREA_CODE = String.raw`(?:\(\p{Nd}{2,5}\)[ \u00a0-]?(?=\p{Nd}))?`;

/** Words in Latin letters and digits, joined by what joins them within one name, value, range, address or phone number. */
const RUN = new RegExp(
  String.raw`(?:${SIGN_BEFORE}(?=\p{Nd}))?${AREA_CODE}(?:${LETTER_OR_DIGIT})+` +
    String.raw`(?:(?:${TIGHT_JOINER}+|${SIGN_AFTER}?${SPACED_JOINER})${AREA_CODE}(?:${LETTER_OR_DIGIT})+)*${SIGN_AFTER}?`,
  'gu',
);

/** The digits of one number alone keep their order in any text. */
const PLAIN_NUMBER = /^\p{Nd}+$/u;

/** Longer stretches than this may end a line inside, or they would leave holes. */
const NO_BREAK_LIMIT = 24;

/**
 * Finds what a right-to-left text must isolate: names in Latin letters, ranges (`4–6`), values with their units
 * (`5 mg/kg`, `SPF 30+`) and phone numbers (`1-800-222-1222`). Unprotected, `7–10` shows as `10–7`.
 * @returns runs whose texts join to the text given; those with digits are also `noBreak`
 * @see Unicode Standard Annex #9, Unicode Bidirectional Algorithm
 */
export function isolatableRuns(text: string): readonly DirectionalRun[] {
  const runs: DirectionalRun[] = [];
  let end = 0;
  for (const match of text.matchAll(RUN)) {
    const found = match[0];
    if (PLAIN_NUMBER.test(found)) continue;
    if (match.index > end) runs.push(plainRun(text.slice(end, match.index)));
    const noBreak = found.length <= NO_BREAK_LIMIT && /\p{Nd}/u.test(found);
    runs.push({ text: found, isolate: true, noBreak });
    end = match.index + found.length;
  }
  if (end < text.length) runs.push(plainRun(text.slice(end)));
  return runs;
}

function plainRun(text: string): DirectionalRun {
  return { text, isolate: false, noBreak: false };
}

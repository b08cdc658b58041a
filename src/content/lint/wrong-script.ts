import type { Finding, LintPair, LintRule } from './pair.js';
import { strangeLetterOf } from './scripts.js';
import { entryOf } from './word-list.js';

/** Alphabets whose letters look alike; one word holds letters of one of them. */
const ALPHABETS = [
  { name: 'Latin', letter: /\p{Script=Latin}/u },
  { name: 'Cyrillic', letter: /\p{Script=Cyrillic}/u },
  { name: 'Greek', letter: /\p{Script=Greek}/u },
  { name: 'Armenian', letter: /\p{Script=Armenian}/u },
  { name: 'Hebrew', letter: /\p{Script=Hebrew}/u },
  { name: 'Arabic', letter: /\p{Script=Arabic}/u },
];

const SIMPLIFIED_ONLY =
  '们这为时会说术疗肤护红过应该问题开关还进发头脸颈医师药诊预约请联级细针织损伤观检验类产业务给让从无较轻适质';
const TRADITIONAL_ONLY =
  '們這為時會說術療膚護紅過應該問題開關還進發頭臉頸醫師藥診預約請聯級細針織損傷觀檢驗類產業務給讓從無較輕適質個來國學';

/** Letters of the same script that belong to a neighbouring language. */
const FOREIGN_LETTERS: Readonly<Record<string, RegExp>> = {
  fa: /[يىكةھہےٹڈڑ]/u,
  ur: /[يىكهةۀ]/u,
  ar: /[یکگچپژہھےٹڈڑ]/u,
  ru: /[іїєґў]/iu,
  uk: /[ыэёъў]/iu,
  'zh-Hans': new RegExp(`[${TRADITIONAL_ONLY}]`, 'u'),
  'zh-Hant': new RegExp(`[${SIMPLIFIED_ONLY}]`, 'u'),
};

/** Latin letters are right in every language, and most texts in Latin languages have no others. */
const ONLY_LATIN = /^[\0-\u024f\u1e00-\u1eff\u2000-\u206f]*$/;

/** Letters are of the language's script, or Latin for names and abbreviations; no word mixes alphabets that look alike. */
export const wrongScript: LintRule = {
  name: 'script',
  code: 'content/lint-script',
  severity: 'warning',
  find: (pair) => {
    if (ONLY_LATIN.test(pair.target.plain)) return [];
    const found = strangeLetter(pair) ?? mixedWord(pair) ?? foreignLetter(pair);
    return found === undefined ? [] : [found];
  },
};

function strangeLetter({ target, lang }: LintPair): Finding | undefined {
  const match = strangeLetterOf(lang)?.exec(target.plain);
  if (!match) return undefined;
  const message = `“${match[0]}” is a letter of a script that the language "${lang}" isn't written in.`;
  return { offset: target.placeOf(match.index), message };
}

function mixedWord({ target }: LintPair): Finding | undefined {
  const present = ALPHABETS.filter(({ letter }) => letter.test(target.plain));
  if (present.length < 2) return undefined;
  for (const { 0: word, index } of target.plain.matchAll(/[\p{L}\p{M}]+/gu)) {
    const scripts = present.filter(({ letter }) => letter.test(word)).map(({ name }) => name);
    if (scripts.length > 1) {
      const message = `The word “${word}” mixes letters of ${scripts.join(' and ')}.`;
      return { offset: target.placeOf(index), message, hint: 'Write it anew in one script.' };
    }
  }
  return undefined;
}

function foreignLetter({ target, lang }: LintPair): Finding | undefined {
  const match = entryOf(FOREIGN_LETTERS, lang)?.exec(target.plain);
  if (!match) return undefined;
  const message = `“${match[0]}” isn't written in the language "${lang}".`;
  return { offset: target.placeOf(match.index), message, hint: 'Write the letter of that language.' };
}

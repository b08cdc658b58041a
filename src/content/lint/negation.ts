import type { Finding, LintPair, LintRule, LintText } from './pair.js';
import { entryOf, hasWord, wordsPattern, type WordTable } from './word-list.js';

const SOURCE_MARKER =
  /\b(?:no|not|don[’']t|never|none|nor|neither|nobody|nothing|without|cannot|\w+n[’']t)\b/giu;

/** Words that a translation may turn into a negation: the source needn't say “not” for the target to. */
const NEGATIVE_SENSE =
  /\b(?:avoid|skip|stop|stay out|keep .*away|hands off|free|little|few|less|least|only|until|unless|before|after hours|instead|but|just|vary|var(?:y|ies)|differ\w*|poorly|trouble|minimal|loose|off|always|anyway|fail\w*|lack\w*|hard|prevent|out of|up to|after|still|draft|yet|uneven|\w*un\w+|in(?:visible|fection)|any|all|same|each|whether|rather|if)\b/iu;

/** What negates, in each language; see `wordsPattern` for the signs. */
const MARKERS: WordTable = {
  en: 'no not never none nor neither nobody nothing without cannot *n’t can’t',
  es: 'no ni nunca sin ningún* ningun* nada tampoco nadie jamás evite*',
  fr: 'ne n’* pas sans aucun* jamais ni non rien nul nulle évite*',
  de: 'nicht* kein* ohne nie niemals weder nirgend* niemand*',
  it: 'non senza nessun* mai né niente nulla no eviti* evitare',
  pt: 'não sem nunca nenhum* nem nada jamais ninguém evite*',
  pl: 'nie bez nigdy żad* ani nic nikt niczego brak*',
  ru: 'не нет без ни никогда никак* нельзя ничего никто нисколько',
  uk: 'не ні без немає нема ніколи жод* ані нічого ніхто',
  ar: 'لا/ولا/فلا/ألا/بلا لم/ولم/فلم لن/ولن ليس*/وليس*/ليست*/فليس* غير/وغير/بغير بدون/دون/*دون *معدوم* *عدم ممنوع* تجنب*',
  fa: 'نه هیچ* بدون بی نیست* نمی* نکن* نزن* نرو* نخور* نباش* نشو* ندار* نده* نگذار* نمال* نپوش* نگیر* نشد* نبود* نساز* نسای* نکَن* نکرد* نتوان* نخواه* نبر* نبین* ندان* نشست* ممنوع* غیر*',
  ur: 'نہ نہیں نہیں* مت بغیر بنا بلا غیر*',
  he: 'לא/ולא/שלא אל_ת*/ואל_ת* אין/ואין/שאין בלי/ובלי ללא/וללא אינ* איננ* אף/*שאף אסור*',
  hi: 'नहीं न ना मत बिना बग़ैर बगैर',
  bn: 'না নাও না-ও নয় নয়* নেই *েনি *য়নি *ননি নাই বিনা ছাড়া',
  pa: 'ਨਹੀਂ ਨਾ ਬਿਨਾਂ ਮਤ ਬਗੈਰ ਬਗ਼ੈਰ ਨਾਹ',
  th: 'ไม่ อย่า ห้าม ไร้ ปราศจาก',
  vi: 'không đừng chưa chẳng chớ cấm',
  tl: 'hindi* wala* walang huwag* bawal* di ’di',
  ht: 'pa poko okenn janm san anyen pyès',
  ja: 'ない なく なけれ ません ずに らず さず せず けず れず べず わず かず なし 無 非 まだです 禁 避け だめ 未 不要 不可',
  ko: '않 안_ 마세요 마십 말고 말아 말_것 말라 없 못 아니 아닙 아닌 아닐 금지 전입니다 안_됩니다',
  'zh-Hans': '不 没 勿 别 无 未 非 禁止 禁 莫 免',
  'zh-Hant': '不 沒 勿 別 無 未 非 禁止 禁 莫 免',
};

/** Words that hold a sign of negation without negating. */
const LOOKALIKES: WordTable = {
  zh: '不同 不只 不仅 不僅 不断 不斷 特别 特別 分别 分別 区别 區別 非常 除非 无论 無論 不管 不过 不過 未来 未來 无线 級別 级别 差别 差別',
  ja: '無線 未満 非常 まだら ない間 少ない',
  ht: 'pa_etap pa_jou pa_semèn pa_mwa',
  th: 'อย่าง',
  vi: 'không_khí',
  ko: '동안_ 편안_ 보안_ 없애 없앱 없앨 없앤',
  bn: 'নানা*',
  pa: 'ਨਾਲ*',
};

/** A source that negates has a translation that does; sentence by sentence where both have as many. */
export const negation: LintRule = {
  name: 'negation',
  code: 'content/lint-negation',
  severity: 'error',
  find: (pair) => {
    if (pair.source.plain.search(SOURCE_MARKER) === -1 || !isListed(pair.lang)) return [];
    return sentencePairs(pair).flatMap(([source, target]): readonly Finding[] => {
      const said = source.match(SOURCE_MARKER)?.[0];
      if (said === undefined || negates(target, pair.lang)) return [];
      return [
        {
          message: `The source says “${said}”; the translation doesn't negate.`,
          hint: 'See that it says the same and not the opposite.',
        },
      ];
    });
  },
};

/** A translation negates only where the source does, or says something that may be turned so. */
export const addedNegation: LintRule = {
  name: 'added-negation',
  code: 'content/lint-added-negation',
  severity: 'warning',
  find: ({ source, target, lang }) => {
    if (source.plain.search(SOURCE_MARKER) !== -1 || !negates(target.folded, lang)) return [];
    if (NEGATIVE_SENSE.test(source.plain)) return [];
    return [
      {
        message: "The translation negates; the source doesn't.",
        hint: 'See that it says the same and not the opposite.',
      },
    ];
  },
};

/** Tells whether a folded text holds a negation of its language; no language that isn't listed does. */
export function negates(folded: string, lang: string): boolean {
  const markers = entryOf(MARKERS, lang);
  if (markers === undefined) return false;
  const lookalikes = entryOf(LOOKALIKES, lang);
  const isMisleading = lookalikes !== undefined && hasWord(folded, lookalikes);
  return hasWord(isMisleading ? folded.replace(wordsPattern(lookalikes), ' ') : folded, markers);
}

function isListed(lang: string): boolean {
  return entryOf(MARKERS, lang) !== undefined;
}

function sentencePairs({ source, target }: LintPair): readonly (readonly [string, string])[] {
  const sources = sentencesOf(source);
  const targets = sentencesOf(target);
  if (sources.length !== targets.length) return [[source.folded, target.folded]];
  return sources.map((sentence, index) => [sentence, targets[index]!]);
}

function sentencesOf({ folded }: LintText): readonly string[] {
  return folded
    .split(/(?<=[.?!։][”’»)\]]*)\s+|(?<=[。！？।۔؟])\s*/u)
    .filter((sentence) => /\p{L}/u.test(sentence));
}

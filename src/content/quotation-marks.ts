/** How a language quotes: an opening and a closing mark, and the same inside a quotation; then what else is usual. */
export type QuotationMarks = readonly [outer: string, ...others: string[]];

const DOUBLE_SINGLE: QuotationMarks = ['“”', '‘’'];
const GUILLEMETS: QuotationMarks = ['«»', '“”', '‘’'];
const LOW_HIGH: QuotationMarks = ['„“', '‚‘', '»«', '›‹'];
const LOW_CLOSING: QuotationMarks = ['„”', '«»', '‚’', '»«'];
const CORNERS: QuotationMarks = ['「」', '『』'];

/** Language, or language and script, to marks. */
const MARKS: ReadonlyMap<string, QuotationMarks> = new Map(
  [
    {
      marks: DOUBLE_SINGLE,
      languages: 'en ko vi th lo km my hi bn gu pa mr ne ta te ml kn si ur nl tr so sw fil tl',
    },
    { marks: GUILLEMETS, languages: 'es it pt el ca eu gl ar ht nb nn no' },
    { marks: ['«»', '‹›', '“”', '‘’'], languages: 'fr fa ps hy am ti' },
    { marks: LOW_HIGH, languages: 'de cs sk sl lb' },
    { marks: LOW_CLOSING, languages: 'pl ro hu hr bs' },
    { marks: ['«»', '„“'], languages: 'ru uk be' },
    { marks: ['„“', '’‘', '«»'], languages: 'bg mk lt et is ka' },
    { marks: ['””', '’’', '»»'], languages: 'sv fi' },
    { marks: ['“”', '»«', '””', '‘’'], languages: 'da' },
    { marks: ['””', '„”', '’’', '‚’', '“”'], languages: 'he yi' },
    { marks: DOUBLE_SINGLE, languages: 'zh-Hans' },
    { marks: CORNERS, languages: 'zh-Hant yue-Hant ja' },
  ].flatMap(({ marks, languages }) =>
    languages.split(' ').map((language) => [language, marks as QuotationMarks] as const),
  ),
);

/**
 * Finds the quotation marks of a language.
 * @param lang BCP 47 tag
 * @returns nothing for a language that isn't listed
 * @see CLDR, delimiters
 */
export function quotationMarksOf(lang: string): QuotationMarks | undefined {
  const { language, script } = new Intl.Locale(lang).maximize();
  return MARKS.get(`${language}-${script ?? ''}`) ?? MARKS.get(language);
}

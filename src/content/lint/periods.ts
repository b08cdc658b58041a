import type { LintRule } from './pair.js';
import { GAP } from './pair.js';
import { entryOf, hasWord, type WordTable } from './word-list.js';

const UNITS = ['minute', 'hour', 'day', 'week', 'month', 'year'] as const;
const AMOUNT = `(?:\\p{Nd}|${GAP}|(?<!\\p{L})(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve))`;

const UNIT = UNITS.join('|');
const NAMES_UNIT = new RegExp(UNIT);
/** A unit that is counted; looked for without taking up the words, since an amount may stand between two units. */
const COUNTED = new RegExp(
  `(?=${AMOUNT}[\\s-]*(${UNIT})s?\\b|\\b(${UNIT})s? ${AMOUNT}|\\b(?:a|per|each|every) (${UNIT})\\b)`,
  'gu',
);
const TARGET_AMOUNT = new RegExp(
  `(?:\\p{Nd}+|${GAP}|[一二三四五六七八九十两兩])(?:[–~-]\\p{Nd}+)?[\\s\\u00a0\\u202f]*`,
  'gu',
);

/** In the order of `UNITS`. `#` stands for a number, where the word alone says little. */
const UNIT_WORDS: WordTable = {
  es: 'minuto* hora* día*/diari* semana* mes/meses año*',
  fr: 'minute* heure*/h jour*/quotidien* semaine* mois an/ans/année*',
  de: '*minute* *stunde*/*stündig* *tag*/täglich* *woche*/*wöch* *monat* *jahr*',
  it: 'minut* ora/ore giorn* settiman* mes* ann*',
  pt: 'minuto* hora* dia*/diári* semana* mês/meses ano*',
  pl: 'minut* godzin* dzień*/dni*/dzienn*/dob* tydzień/tygodn* miesi* rok*/lat*',
  ru: 'минут* час* день/дня/дней/дни/дням/днях/сут*/ежедневн* недел* месяц* год*/лет',
  uk: 'хвилин* годин* день/дня/днів/дні/дням/днях/доб*/щодня* тижд*/тижн* місяц* рік/рок*',
  ar: '*دقيق*/*دقائق* *ساعة*/*ساعات*/*ساعت* *يوم*/*أيام* *أسبوع*/*أسابيع* *شهر*/*أشهر*/*شهور* *سنة*/*سنوات*/*عام*/*أعوام*',
  fa: 'دقیق* ساعت* روز* هفته* ماه* سال*',
  ur: 'منٹ* گھنٹ* دن*/روز* ہفت* ماہ*/مہین* سال*',
  he: '*דקה*/*דקות* *שעה*/*שעות*/*שעת* *יום*/*ימים*/*ימי*/*יומיים* *שבוע* *חודש* *שנה*/*שנים*/*שנת*',
  hi: 'मिनट* घंट*/घण्ट* दिन*/रोज़* हफ़्त*/हफ्त*/सप्ताह* महीन*/माह* साल*/वर्ष*',
  bn: 'মিনিট* ঘণ্টা*/ঘন্টা* দিন* সপ্তাহ* মাস* বছর*',
  pa: 'ਮਿੰਟ* ਘੰਟ* ਦਿਨ*/ਰੋਜ਼* ਹਫ਼ਤ*/ਹਫਤ* ਮਹੀਨ* ਸਾਲ*',
  th: 'นาที ชั่วโมง วัน สัปดาห์/อาทิตย์ เดือน ปี',
  vi: 'phút giờ/tiếng ngày tuần tháng năm',
  tl: 'minuto* oras* araw* linggo* buwan* taon*',
  ht: 'minit* èdtan*/è jou* semèn* mwa an/ane*',
  ja: '#分 #時間 #日/毎日/一日 #週/毎週 #か月/#ヶ月/#カ月/#ヵ月/#ヵ月 #年/#歳',
  ko: '#분 #시간 #일/하루/매일 #주/매주 #개월/#달 #년/#세',
  zh: '#分钟/#分鐘 #小时/#小時/#个小时/#個小時 #天/#日/每天/每日 #周/#週/#星期/#个星期/#個星期/每周/每週 #个月/#個月 #年/#岁/#歲',
};

/** A period keeps its unit: where the source counts hours, the translation names hours. */
export const periods: LintRule = {
  name: 'periods',
  code: 'content/lint-periods',
  severity: 'error',
  find: ({ source, target, lang, isOfNought }) => {
    if (isOfNought) return [];
    const counted = unitsCounted(source.folded);
    const words = counted.size === 0 ? undefined : entryOf(UNIT_WORDS, lang)?.split(' ');
    if (words === undefined) return [];
    const text = words.some((list) => list.includes('#'))
      ? target.folded.replace(TARGET_AMOUNT, '#')
      : target.folded;
    return UNITS.flatMap((unit, position) => {
      if (!counted.has(unit) || hasWord(text, words[position]!)) return [];
      return [{ message: `The source counts in ${unit}s; the translation doesn't name that unit.` }];
    });
  },
};

function unitsCounted(source: string): ReadonlySet<string> {
  if (!NAMES_UNIT.test(source)) return new Set();
  return new Set(
    Array.from(source.matchAll(COUNTED), ([, first, second, third]) => (first ?? second ?? third)!),
  );
}

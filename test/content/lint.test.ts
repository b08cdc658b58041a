import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../src/content/catalogue.js';
import { lintRules, lintTranslations, type LintFiles } from '../../src/content/lint/lint.js';
import { printProblems } from '../workspace/print-problem.js';
import { alarmsOf, shippedTexts, translatedLanguages, unitOf, withTarget } from './shipped-units.js';
import { localeSource } from './sources.js';

const NO_FILES: LintFiles = { glossary: [], suppressions: [] };

/** A text in English and its translation. */
type Pair = Readonly<{ en: string; to: string; key?: string; files?: Partial<LintFiles> }>;

function lint(lang: string, { en, to, key = 'a', files }: Pair): string {
  const sources = [localeSource('en', { [key]: en }), localeSource(lang, { [key]: to })];
  const { value } = loadCatalogue(sources, { sourceLang: 'en' });
  return printProblems(lintTranslations(value, lang, { ...NO_FILES, ...files }));
}

/** The rules that object to a text and its translation. */
function rules(lang: string, en: string, to: string): readonly string[] {
  return Array.from(lint(lang, { en, to }).matchAll(/content\/lint-([a-z-]+)/g), (match) => match[1]!);
}

/** The rules that object when a shipped translation is changed. */
function rulesAfter(
  lang: string,
  key: string,
  change: readonly [from: string, to: string],
): readonly string[] {
  const shipped = shippedTexts(lang);
  const unit = unitOf(shipped, key);
  expect(
    [...unit.target!.values()].some(({ text }) => text.includes(change[0])),
    `${lang} ${key}`,
  ).toBe(true);
  return alarmsOf(
    shipped,
    withTarget(unit, (text) => text.replace(...change)),
  ).map(({ rule }) => rule);
}

describe('the numbers of a translation', () => {
  it.each([
    ['es', '6', '8'],
    ['ru', '6', '8'],
    ['ar', '6', '٨'],
    ['fa', '6', '۸'],
    ['he', '6', '5'],
    ['hi', '6', '९'],
    ['bn', '6', '৭'],
    ['th', '6', '๗'],
    ['ja', '6', '７'],
    ['zh-Hans', '6', '16'],
  ])('are those of the source, here %s', (...[lang, from, to]) => {
    expect(rulesAfter(lang, 'tell-us.items.isotretinoin', [from, to])).toContain('numbers');
  });

  it.each([
    ['ar', '6', '٦'],
    ['fa', '6', '۶'],
    ['hi', '6', '६'],
    ['th', '6', '๖'],
    ['ja', '6', '６'],
    ['es', '6', 'seis'],
    ['ru', '6', 'шесть'],
    ['zh-Hant', '6', '六'],
  ])('may be in the digits or words of the language, here %s', (...[lang, from, to]) => {
    expect(rulesAfter(lang, 'tell-us.items.isotretinoin', [from, to])).toEqual([]);
  });

  it.each([
    ['es', 'Siete', 'Ocho'],
    ['de', 'Sieben', 'Acht'],
    ['ru', 'Семь', 'Шесть'],
    ['ar', 'سبع', 'ثماني'],
    ['he', 'שבעה', 'שמונה'],
    ['hi', 'सात', 'आठ'],
    ['th', 'เจ็ด', 'แปด'],
    ['ko', '일곱', '여덟'],
  ])('are compared in words too, here %s', (...[lang, from, to]) => {
    expect(rulesAfter(lang, 'benefits.list', [from, to])).toContain('numbers');
  });

  it.each([
    ['de', '1.000', '1,000'],
    ['fr', '1\u202f000', '1,000'],
    ['ar', '١٬٠٠٠', '١٫٠٠٠'],
    ['hi', '1,000', '1.000'],
    ['ja', '1,000', '1.000'],
  ])('are read with the separators of the language, here %s', (...[lang, right, wrong]) => {
    expect(rules(lang, 'Use 1,000 mg', `${right} mg`)).toEqual([]);
    expect(rules(lang, 'Use 1,000 mg', `${wrong} mg`)).toContain('numbers');
  });

  it.each(['es', 'ru', 'fa', 'hi', 'th', 'ja'])('keep a range the right way round, here %s', (lang) => {
    expect(rulesAfter(lang, 'combined-aftercare.timeline.items.days-4-7.title', ['4–7', '7–4'])).toEqual([
      'numbers',
    ]);
  });

  it('are found changed in any digit of any shipped translation', () => {
    const places = translatedLanguages.flatMap((lang) => {
      const shipped = shippedTexts(lang);
      return shipped.units.flatMap((unit) =>
        [...unit.target!.values()].flatMap(({ text }) =>
          Array.from(text.matchAll(/\p{Nd}/gu), ({ 0: digit, index }) => ({
            lang,
            unit,
            text,
            digit,
            index,
          })),
        ),
      );
    });
    const change = fc.integer({ min: 1, max: 9 });
    fc.assert(
      fc.property(fc.constantFrom(...places), change, ({ lang, unit, text, digit, index }, by) => {
        const other = String((Number(digit) + by) % 10);
        const spoilt = withTarget(unit, (old) =>
          old === text ? text.slice(0, index) + other + text.slice(index + 1) : old,
        );
        const found = alarmsOf(shippedTexts(lang), spoilt).map(({ rule }) => rule);
        expect(found.some((rule) => rule === 'numbers' || rule === 'dates')).toBe(true);
      }),
      { numRuns: 400 },
    );
  });
});

describe('the periods, dates and phone numbers of a translation', () => {
  it.each(translatedLanguages)('keep their units, here %s', (lang) => {
    const shipped = shippedTexts(lang);
    const [hours, days, weeks] = ['hours', 'days', 'weeks'].map((name) => unitOf(shipped, `period.${name}`));
    for (const [unit, other] of [
      [hours!, days!],
      [days!, weeks!],
      [weeks!, hours!],
    ] as const) {
      const found = alarmsOf(shipped, { ...unit, target: other.target }).map(({ rule }) => rule);
      expect(found).toContain('periods');
    }
  });

  it.each([
    ['es', 'meses', 'semanas'],
    ['ru', 'месяцев', 'недель'],
    ['ar', 'أشهر', 'أسابيع'],
    ['he', 'החודשים', 'השבועות'],
    ['hi', 'महीनों', 'हफ़्तों'],
    ['th', 'เดือน', 'สัปดาห์'],
    ['ja', 'か月', '週間'],
  ])('are in the unit that the source names, here %s', (...[lang, from, to]) => {
    expect(rulesAfter(lang, 'tell-us.items.isotretinoin', [from, to])).toEqual(['periods']);
  });

  it.each([
    ['es', 'viernes', 'jueves', '5:30'],
    ['ht', 'vandredi', 'jedi', '5:30'],
    ['ru', 'пятница', 'четверг', '17:30'],
    ['ar', 'الجمعة', 'الخميس', '5:30'],
    ['he', 'שישי', 'חמישי', '17:30'],
    ['hi', 'शुक्रवार', 'गुरुवार', '5:30'],
    ['th', 'ศุกร์', 'พฤหัสบดี', '17:30'],
    ['ja', '金曜', '木曜', '17:30'],
    ['fr', 'vendredi', 'jeudi', '30'],
  ])('name the same days and times, here %s', (...[lang, day, otherDay, time]) => {
    expect(rulesAfter(lang, 'clinic.hours', [day, otherDay])).toEqual(['dates']);
    expect(rulesAfter(lang, 'clinic.hours', [time, time.replace('30', '40')])).toContain('dates');
  });

  it.each([
    ['es', 'Del 7 de mayo', 'Del 7 de marzo'],
    ['ru', 'С 7 мая', 'С 7 июня'],
    ['ar', 'من 7 مايو', 'من 7 مارس'],
    ['hi', '7 मई से', '7 मार्च से'],
    ['th', '7 พฤษภาคม', '7 มีนาคม'],
    ['zh-Hans', '5月7日', '3月7日'],
  ])('name the same months, here %s', (...[lang, right, wrong]) => {
    expect(rules(lang, 'From May 7', right).filter((rule) => rule === 'dates')).toEqual([]);
    expect(rules(lang, 'From May 7', wrong)).not.toEqual([]);
  });

  it.each([
    ['es', 'Llame al 202-555-0142', '202-555-0124'],
    ['ru', 'Звоните: (202) 555-0142', '202-555-014'],
    ['fa', '۲۰۲-۵۵۵-۰۱۴۲ تماس', '۲۰۲-۵۵۵-۰۱۴۳'],
    ['hi', '202-555-0142 पर कॉल', '१०२-५५५-०१४२'],
    ['th', 'โทร 202 555 0142', '202 555 0141'],
    ['ja', '電話：202-555-0142', '202-555-0241'],
  ])('call the same numbers, here %s', (...[lang, right, wrong]) => {
    expect(rules(lang, 'Call 202-555-0142', right)).toEqual([]);
    expect(rules(lang, 'Call 202-555-0142', wrong)).toContain('phones');
  });

  it.each([
    ['es', 'Use 5 mg', 'Use 5 ml'],
    ['ru', 'Примите 5 мг', 'Примите 5 мл'],
    ['ar', 'خذ 5 ملغ', 'خذ 5 مل'],
    ['hi', '5 मिग्रा लें', '5 मिली लें'],
    ['th', 'ใช้ 5 มก.', 'ใช้ 5 มล.'],
    ['zh-Hans', '用5毫克', '用5毫升'],
  ])('measure in the same units, here %s', (...[lang, right, wrong]) => {
    expect(rules(lang, 'Use 5 mg', right).filter((rule) => rule !== 'end')).toEqual([]);
    expect(rules(lang, 'Use 5 mg', wrong)).toContain('measures');
  });
});

/** “… and don’t touch it”, and the same without its negation. */
const UNNEGATED: readonly (readonly [lang: string, from: string, to: string])[] = [
  ['ar', 'ولا تلمسها', 'والمسها'],
  ['bn', 'ছোঁবেন না', 'ছোঁবেন'],
  ['de', 'sie nicht an', 'sie an'],
  ['es', 'no la toque', 'la toque'],
  ['fa', 'دست نزنید', 'دست بزنید'],
  ['fr', 'n’y touchez pas', 'touchez-y'],
  ['he', 'ואל תיגעו', 'וגעו'],
  ['hi', 'न छुएँ', 'छुएँ'],
  ['ht', 'pa touche', 'touche'],
  ['it', 'non la tocchi', 'la tocchi'],
  ['ja', '触らないで', '触って'],
  ['ko', '만지지 마세요', '만지세요'],
  ['pa', 'ਨਾ ਛੂਹੋ', 'ਛੂਹੋ'],
  ['pl', 'nie dotykać', 'dotykać'],
  ['pt', 'não toque', 'toque'],
  ['ru', 'не трогайте', 'трогайте'],
  ['th', 'อย่าแตะ', 'แตะ'],
  ['tl', 'huwag itong hawakan', 'hawakan ito'],
  ['uk', 'не чіпайте', 'чіпайте'],
  ['ur', 'نہ چھوئیں', 'چھوئیں'],
  ['vi', 'đừng chạm', 'chạm'],
  ['zh-Hans', '不要触摸', '请触摸'],
  ['zh-Hant', '不要觸摸', '請觸摸'],
];

describe('a negation', () => {
  it('is known in every shipped language', () => {
    expect(UNNEGATED.map(([lang]) => lang)).toEqual([...translatedLanguages].sort());
  });

  it.each(UNNEGATED)('isn’t lost, here %s', (...[lang, from, to]) => {
    expect(rulesAfter(lang, 'combined-aftercare.today.text', [from, to])).toEqual(['negation']);
  });

  it.each([
    ['es', 'Lave la piel con agua.', 'No lave la piel con agua.'],
    ['ru', 'Мойте кожу водой.', 'Не мойте кожу водой.'],
    ['ar', 'اغسل بشرتك بالماء.', 'لا تغسل بشرتك بالماء.'],
    ['he', 'שטפו את העור במים.', 'אל תשטפו את העור במים.'],
    ['hi', 'त्वचा को पानी से धोएँ।', 'त्वचा को पानी से न धोएँ।'],
    ['th', 'ล้างผิวด้วยน้ำ', 'อย่าล้างผิวด้วยน้ำ'],
    ['ja', '肌を水で洗ってください。', '肌を水で洗わないでください。'],
  ])('isn’t added, here %s', (...[lang, right, wrong]) => {
    expect(rules(lang, 'Wash your skin with water.', right)).toEqual([]);
    expect(rules(lang, 'Wash your skin with water.', wrong)).toEqual(['added-negation']);
  });
});

describe('the form of a translation', () => {
  const families = ['es', 'ru', 'ar', 'he', 'hi', 'th', 'ja'];

  it.each(families)('keeps placeholders and tags, here %s', (lang) => {
    expect(rulesAfter(lang, 'rules.makeup.text', ['{{until}}', '{{until}} {{until}}'])).toContain(
      'placeholders',
    );
    expect(rulesAfter(lang, 'rules.makeup.text', ['<strong>', ''])).toContain('tags');
  });

  it.each(families)('keeps addresses, here %s', (lang) => {
    const en = 'https://example.org/a and care@example.org';
    expect(rules(lang, en, 'https://example.org/a, care@example.org')).toEqual([]);
    expect(rules(lang, en, 'https://example.org/b, care@example.org')).toContain('links');
    expect(rules(lang, en, 'https://example.org/a, car@example.org')).toContain('links');
  });

  it.each([
    ['es', 'Lave your piel con agua'],
    ['ru', 'Мойте skin водой'],
    ['ar', 'اغسل skin بالماء'],
    ['he', 'שטפו skin במים'],
    ['hi', 'अपनी skin धोएँ'],
    ['th', 'ล้าง skin ด้วยน้ำ'],
    ['ja', 'skinを洗う'],
  ])('leaves no words untranslated, here %s', (lang, left) => {
    expect(rules(lang, 'Wash your skin with water', left)).toContain('untranslated');
    expect(rules(lang, 'Wash your skin with water', 'Wash your skin with water')).toContain('untranslated');
    expect(rules(lang, 'Wash (with RF)', `FDA RF (with water) <em>skin</em>`)).not.toContain('untranslated');
  });

  it.each([
    ['es', 'pi\u0435l'],
    ['de', 'Haut ως'],
    ['ru', 'кож\u0061'],
    ['ru', 'шкіра'],
    ['uk', 'кожы'],
    ['ar', 'بشرتی'],
    ['fa', 'پوستي'],
    ['ur', 'یہ كتاب'],
    ['he', 'עור جلد'],
    ['hi', 'त্বचा'],
    ['th', 'ຜິວ'],
    ['ja', '皮д'],
    ['ko', '피か'],
    ['zh-Hans', '治療'],
    ['zh-Hant', '治疗'],
  ])('has no letters of another script or language, here %s', (lang, wrong) => {
    expect(rules(lang, 'Skin', wrong)).toContain('script');
  });

  it.each(families)('isolates by <bdi> and nothing else, here %s', (lang) => {
    expect(rulesAfter(lang, 'personal.greeting', ['<bdi>{{name}}</bdi>', '{{name}}'])).toContain('isolates');
    expect(rules(lang, 'A', 'A\u200e')).toContain('isolates');
    expect(rules(lang, 'A', '\u2068A')).toContain('isolates');
  });

  it('leaves no range in right-to-left text open', () => {
    expect(rules('ar', '4–6', '4–6')).toEqual([]);
    expect(rules('ar', '4–6', '4ـ6')).toContain('isolates');
    expect(rules('ar', '4–6', '<bdi>4ـ6</bdi>')).not.toContain('isolates');
  });

  it.each(families)('has no doubled or stray spaces, here %s', (lang) => {
    expect(rules(lang, 'A', 'A  1')).toContain('spaces');
    expect(rules(lang, 'A', ' A')).toContain('spaces');
    expect(rules(lang, 'A, B', 'A , B')).toContain('spaces');
  });

  it.each([
    ['es', 'La piel sana.'],
    ['ru', 'Кожа заживает.'],
    ['ur', 'جلد ٹھیک ہوتی ہے۔'],
    ['he', 'העור מחלים.'],
    ['hi', 'त्वचा ठीक होती है।'],
    ['ja', '肌は治ります。'],
  ])('ends as the source does, here %s', (lang, right) => {
    expect(rules(lang, 'Skin heals.', right)).toEqual([]);
    expect(rules(lang, 'Skin heals.', right.slice(0, -1))).toEqual(['end']);
    expect(rules(lang, 'Skin heals', right)).toEqual(['end']);
  });

  it('may end without a sign in Thai, but keeps a colon', () => {
    expect(rules('th', 'Skin heals.', 'ผิวสมานตัว')).toEqual([]);
    expect(rules('th', 'Skin heals:', 'ผิวสมานตัว')).toEqual(['end']);
  });

  it.each([
    ['es', 'colágeno', 'proteína'],
    ['ru', 'коллаген', 'белок'],
    ['ar', 'الكولاجين', 'البروتين'],
    ['he', 'קולגן', 'חלבון'],
    ['hi', 'कोलेजन', 'प्रोटीन'],
    ['th', 'คอล\u2060ลา\u2060เจน', 'โปรตีน'],
    ['ja', 'コラーゲン', '蛋白質'],
  ])('uses the terms of the glossary, here %s', (...[lang, from, to]) => {
    expect(rulesAfter(lang, 'what-it-is.healing.text', [from, to])).toContain('glossary');
  });

  it.each(families)('fits the place of the source, here %s', (lang) => {
    const label = (to: string) => lint(lang, { en: 'Neck', to, key: 'labels' });
    expect(label('A'.repeat(14))).not.toContain('lint-length');
    expect(label('A'.repeat(15))).toContain('lint-length');
  });
});

describe('a finding', () => {
  const printed = (lang: string, pair: Pair): string => lint(lang, pair).split('\n\n')[0]!;

  it.each<readonly [string, string, Pair, string]>([
    [
      'numbers',
      'es',
      { en: '24 cats', to: '48 gatos' },
      "error|The source says 24; the translation doesn't. (a)",
    ],
    [
      'measures',
      'es',
      { en: '5 mg', to: '5 ml' },
      "error|The source measures in mg; the translation doesn't. (a)",
    ],
    [
      'periods',
      'es',
      { en: '5 hours', to: '5 días' },
      "error|The source counts in hours; the translation doesn't name that unit. (a)",
    ],
    [
      'dates',
      'es',
      { en: 'Monday', to: 'Martes' },
      "error|The source says Monday; the translation doesn't. (a)",
    ],
    [
      'phones',
      'es',
      { en: '202-555-0142', to: 'A' },
      "error|The phone number 202-555-0142 isn't in the translation. (a)",
    ],
    [
      'negation',
      'es',
      { en: 'Don’t', to: 'Sí' },
      "error|The source says “don’t”; the translation doesn't negate. (a)|See that it says the same and not the opposite.",
    ],
    [
      'added-negation',
      'es',
      { en: 'Wash', to: 'No lave' },
      "warning|The translation negates; the source doesn't. (a)|See that it says the same and not the opposite.",
    ],
    [
      'placeholders',
      'es',
      { en: '{{a}}', to: '{{a}}{{a}}' },
      'warning|{{a}} stands 2 times; in the source 1. (a)',
    ],
    ['tags', 'es', { en: '<em>A</em>', to: 'A' }, 'warning|<em> stands 0 times; in the source 1. (a)'],
    ['links', 'es', { en: 'www.a.org', to: 'A' }, "error|www.a.org isn't in the translation. (a)"],
    [
      'untranslated',
      'es',
      { en: 'Wash it now', to: 'Wash it now' },
      'warning|The translation is the source text. (a)|Translate it.',
    ],
    [
      'script',
      'es',
      { en: 'A', to: 'я' },
      'warning|“я” is a letter of a script that the language "es" isn\'t written in. (a)',
    ],
    [
      'isolates',
      'es',
      { en: 'A', to: '\u2068A' },
      'warning|1 isolates are opened and 0 closed. (a)|Use <bdi>.',
    ],
    ['spaces', 'es', { en: 'A', to: 'A ' }, 'warning|A space stands at an end of the text. (a)'],
    [
      'end',
      'es',
      { en: 'A.', to: 'A' },
      'warning|The translation ends with no sign; the source with a full stop. (a)',
    ],
    [
      'length',
      'es',
      { en: 'A', to: 'A'.repeat(42) },
      'warning|The translation is 42 columns wide; the source is 1. (a)|Shorten it, or look at the page that it stands on.',
    ],
  ])('of the rule %s is printed whole', (...[rule, lang, pair, expected]) => {
    const [severity, ...lines] = expected.split('|');
    expect(printed(lang, pair)).toMatch(
      new RegExp(`^es/common.json:2:\\d+ ${severity!} content/lint-${rule}\\n`),
    );
    expect(printed(lang, pair).split('\n').slice(1)).toEqual(lines);
  });

  it('names every code of the lint', () => {
    expect(lintRules.map(({ code }) => code)).toEqual([
      ...['content/lint-numbers', 'content/lint-measures', 'content/lint-periods', 'content/lint-dates'],
      ...['content/lint-phones', 'content/lint-negation', 'content/lint-added-negation'],
      ...[
        'content/lint-placeholders',
        'content/lint-tags',
        'content/lint-links',
        'content/lint-untranslated',
      ],
      ...['content/lint-script', 'content/lint-isolates', 'content/lint-spaces', 'content/lint-end'],
      ...['content/lint-glossary', 'content/lint-length', 'safety/claim'],
    ]);
    const named = lintRules.filter(({ code }) => code !== 'safety/claim');
    expect(named.every(({ code, name }) => code === `content/lint-${name}`)).toBe(true);
  });

  it('of the glossary says which terms it knows', () => {
    const text = '{ "skin": { "source": "skin", "target": "piel|cutis" }, "odd": { "source": "x" } }';
    const files = { glossary: [{ file: 'glossary.json', text }] };
    expect(lint('es', { en: 'Skin', to: 'Cara', files })).toBe(
      'glossary.json:1:66 error content/bad-term\n' +
        'The term "odd" has to have a source and a target, and nothing else but perhaps "explain": "yes" or "ask".\n' +
        'Write "odd": { "source": "…", "target": "…" }.\n\n' +
        'es/common.json:2:8 warning content/lint-glossary\n' +
        "The source says “skin”; the translation doesn't use the term of the glossary. (a)\n" +
        'Write “piel” or “cutis”, or add what it says to the glossary.',
    );
  });
});

describe('a rule', () => {
  const off = (record: unknown) => ({
    suppressions: [{ file: 'lint.json', text: JSON.stringify({ common: { a: record } }) }],
  });

  it('is switched off for one text with a reason', () => {
    expect(lint('es', { en: '24 cats', to: 'gatos', files: off({ numbers: 'All of them.' }) })).toBe('');
  });

  it('isn’t switched off without a reason, by another name or for a text that isn’t there', () => {
    for (const reason of [' ', '…', 'x']) {
      expect(lint('es', { en: 'A', to: 'B', files: off({ numbers: reason }) })).toBe(
        'lint.json:1:17 error content/bad-suppression\nNothing says why "numbers" is off here.\nWrite the reason as its text.',
      );
    }
    expect(lint('es', { en: 'A', to: 'B', files: off({ number: 'Because' }) })).toBe(
      'lint.json:1:17 error content/bad-suppression\nThere is no rule "number".\nDid you mean "numbers"?',
    );
    expect(lint('es', { en: 'A', to: 'B', files: off({ b: { numbers: 'Because' } }) })).toBe(
      'lint.json:1:22 error content/bad-suppression\nThere is no text "common:a.b".\nDid you mean "common:a"?',
    );
  });

  it('that finds nothing needn’t be switched off', () => {
    expect(lint('es', { en: 'A', to: 'B', files: off({ numbers: 'Because' }) })).toBe(
      'lint.json:1:17 warning content/unused-suppression\nThe rule "numbers" finds nothing in "common:a".\nRemove it.',
    );
  });
});

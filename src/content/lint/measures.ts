import type { LintRule } from './pair.js';
import { hasDigit, withAsciiDigits } from './numerals.js';

/** How other scripts write units of measure. */
const LOCAL_SIGNS: Readonly<Record<string, readonly string[]>> = {
  mg: [
    'мг',
    'ملغ',
    'ملجم',
    'مجم',
    'میلی',
    'ملی',
    'מ״ג',
    'मिग्रा',
    'मि.ग्रा',
    'মিগ্রা',
    'মি.গ্রা',
    'ਮਿਗ੍ਰਾ',
    'มก',
    'มิลลิกรัม',
    '毫克',
  ],
  mcg: ['мкг', 'ميكرو', 'میکرو', 'מק״ג', 'µg', 'μg', '微克'],
  g: ['г', 'غ', 'جم', 'گرم', 'גרם', 'ग्राम', 'গ্রাম', 'ਗ੍ਰਾਮ', 'กรัม', '克'],
  kg: ['кг', 'كغ', 'كجم', 'کیلو', 'ק״ג', 'किग्रा', 'কেজি', 'ਕਿਲੋ', 'กก', 'กิโลกรัม', '公斤', '千克'],
  ml: ['мл', 'مل', 'میلی', 'ملی', 'מ״ל', 'मिली', 'মিলি', 'ਮਿਲੀ', 'มล', 'มิลลิลิตร', '毫升'],
  mm: ['мм', 'مم', 'ملم', 'میلی', 'ملی', 'מ״מ', 'मिमी', 'মিমি', 'ਮਿਮੀ', 'มม', 'มิลลิเมตร', '毫米', '公釐'],
  cm: ['см', 'سم', 'سانتی', 'ס״מ', 'सेमी', 'সেমি', 'ਸੈਮੀ', 'ซม', 'เซนติเมตร', '厘米', '公分'],
  '%': ['٪', '﹪', '％'],
  '°c': ['℃', '°с', 'درجة', 'درجه'],
  '°f': ['℉'],
};

const MEASURE = /\d[\u00a0\u202f ]?(mg|mcg|g|kg|ml|mm|cm|%|°c|°f)(?![\p{L}])/giu;

/** A number keeps its unit of measure: the same sign, or the one of the translation's script. */
export const measures: LintRule = {
  name: 'measures',
  code: 'content/lint-measures',
  severity: 'error',
  find: ({ source, target }) => {
    if (!hasDigit(source.folded)) return [];
    const signs = new Set(
      Array.from(withAsciiDigits(source.folded).matchAll(MEASURE), (match) => match[1]!.toLowerCase()),
    );
    return [...signs]
      .filter((sign) => {
        const own = new RegExp(`\\p{Nd}[\\s\\u00a0\\u202f]*${sign}(?!\\p{L})`, 'iu');
        if (own.test(target.folded)) return false;
        return !(LOCAL_SIGNS[sign] ?? []).some((local) => target.folded.includes(local));
      })
      .map((sign) => ({ message: `The source measures in ${sign}; the translation doesn't.` }));
  },
};

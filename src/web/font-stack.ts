/**
 * The fonts that a page asks for in a language, best first: those that systems ship for its script. Nothing is
 * embedded, so that the page stays small; every system has some font for its reader's own language.
 * @param lang BCP 47 tag
 * @returns a value of the CSS property `font-family`
 */
export function fontStackOf(lang: string): string {
  const { script = 'Latn', language } = new Intl.Locale(lang).maximize();
  const own = language === 'ur' && script === 'Arab' ? nastaliq : (byScript.get(script) ?? []);
  return [...own.map((name) => `"${name}"`), ...general].join(', ');
}

/** Tells whether the script of a language has slanted letters; the others show emphasis by weight. */
export function hasItalic(lang: string): boolean {
  return slanted.has(new Intl.Locale(lang).maximize().script ?? 'Latn');
}

const slanted: ReadonlySet<string> = new Set(['Latn', 'Grek', 'Cyrl']);

const general = [
  'system-ui',
  '"Segoe UI"',
  'Roboto',
  '"Helvetica Neue"',
  '"Noto Sans"',
  'Arial',
  'sans-serif',
];

const nastaliq = ['Noto Nastaliq Urdu', 'Urdu Typesetting'];

/** By ISO 15924 code: names on Android and Linux, Apple's systems and Windows. */
const byScript: ReadonlyMap<string, readonly string[]> = new Map([
  ['Arab', ['Noto Sans Arabic', 'Geeza Pro', 'Segoe UI', 'Tahoma']],
  ['Armn', ['Noto Sans Armenian', 'Mshtakan', 'Sylfaen']],
  ['Beng', ['Noto Sans Bengali', 'Bangla Sangam MN', 'Nirmala UI']],
  ['Deva', ['Noto Sans Devanagari', 'Kohinoor Devanagari', 'Nirmala UI']],
  ['Ethi', ['Noto Sans Ethiopic', 'Kefa', 'Nyala']],
  ['Gujr', ['Noto Sans Gujarati', 'Gujarati Sangam MN', 'Nirmala UI']],
  ['Guru', ['Noto Sans Gurmukhi', 'Gurmukhi MN', 'Nirmala UI']],
  ['Hans', ['Noto Sans SC', 'Noto Sans CJK SC', 'PingFang SC', 'Microsoft YaHei']],
  ['Hant', ['Noto Sans TC', 'Noto Sans CJK TC', 'PingFang TC', 'Microsoft JhengHei']],
  ['Hebr', ['Noto Sans Hebrew', 'Arial Hebrew', 'Segoe UI']],
  ['Jpan', ['Noto Sans JP', 'Noto Sans CJK JP', 'Hiragino Sans', 'Yu Gothic']],
  ['Khmr', ['Noto Sans Khmer', 'Khmer Sangam MN', 'Leelawadee UI']],
  ['Kore', ['Noto Sans KR', 'Noto Sans CJK KR', 'Apple SD Gothic Neo', 'Malgun Gothic']],
  ['Mymr', ['Noto Sans Myanmar', 'Myanmar Sangam MN', 'Myanmar Text']],
  ['Taml', ['Noto Sans Tamil', 'Tamil Sangam MN', 'Nirmala UI']],
  ['Thai', ['Noto Sans Thai', 'Thonburi', 'Leelawadee UI']],
]);

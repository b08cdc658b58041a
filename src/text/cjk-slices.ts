import type { FontWeight } from '../style/text-style.js';
import type { CodePointRange, FontFile, ReadPackageFile, FaceRequest } from './font-file.js';

/** Tells whether a script is written with the fonts for Chinese, Japanese and Korean. */
export function isCjkScript(script: string): boolean {
  return SCRIPT_REGIONS.has(script);
}

/**
 * Lists the slices of the Chinese, Japanese and Korean fonts that may show a text: those in the national forms of its
 * language, then others. Each package divides its font into about a hundred files by how often characters occur.
 * @param read reads the package's `unicode.json`, which says which characters each slice holds
 * @returns nothing for a text whose script and language are of another part of the world
 */
export function cjkFontFiles(request: FaceRequest, read: ReadPackageFile): readonly FontFile[] {
  const wanted = [languageRegion(request.lang), SCRIPT_REGIONS.get(request.script)];
  if (wanted.every((region) => region === undefined)) return [];
  const others: readonly Region[] = ['sc', 'tc'];
  const regions = new Set([...wanted, ...others].filter((region) => region !== undefined));
  return [...regions].flatMap((region) => slicesOf(region, request.weight, read));
}

/** The forms of characters that a country is used to, as the packages abbreviate them. */
type Region = 'sc' | 'tc' | 'jp' | 'kr';

/** By ISO 15924 code: whose forms a script takes in a document of another language. */
const SCRIPT_REGIONS: ReadonlyMap<string, Region> = new Map([
  ['Hani', 'sc'],
  ['Hans', 'sc'],
  ['Hant', 'tc'],
  ['Bopo', 'tc'],
  ['Hira', 'jp'],
  ['Kana', 'jp'],
  ['Jpan', 'jp'],
  ['Hang', 'kr'],
  ['Kore', 'kr'],
]);

function languageRegion(lang: string): Region | undefined {
  // The likely script tells zh-TW from zh-CN.
  const { language, script } = new Intl.Locale(lang).maximize();
  switch (language) {
    case 'zh':
    case 'yue':
      return script === 'Hant' ? 'tc' : 'sc';
    case 'ja':
      return 'jp';
    case 'ko':
      return 'kr';
    default:
      return undefined;
  }
}

function slicesOf(region: Region, weight: FontWeight, read: ReadPackageFile): readonly FontFile[] {
  const packageName = `@fontsource-variable/noto-sans-${region}`;
  const embedName = `NotoSans${region.toUpperCase()}-${weight === 400 ? 'Regular' : 'Bold'}`;
  const listing = new TextDecoder().decode(read(packageName, 'unicode.json'));
  return Object.entries(JSON.parse(listing) as Readonly<Record<string, string>>).flatMap(([key, ranges]) => {
    const number = /^\[(\d+)\]$/.exec(key)?.[1];
    // The slices with a name hold what the numbered ones hold too, for pages that are mostly Latin.
    if (number === undefined) return [];
    let parsed: readonly CodePointRange[] | undefined;
    return {
      name: `${embedName}-${number}`,
      embedName,
      package: packageName,
      path: `files/noto-sans-${region}-${number}-wght-normal.woff2`,
      weight,
      format: 'woff2' as const,
      axes: { wght: weight },
      // Hundreds of ranges per slice are read only if a character is looked for in this slice.
      get ranges() {
        return (parsed ??= parseRanges(ranges));
      },
    };
  });
}

/** Reads CSS `unicode-range` notation, as `U+4e00,U+4e03-4e05`, and leaves out what belongs to the Latin font. */
function parseRanges(text: string): readonly CodePointRange[] {
  const ranges: CodePointRange[] = [];
  for (const part of text.split(',')) {
    const [first, last] = part.slice(part.indexOf('+') + 1).split('-');
    const from = Number.parseInt(first!, 16);
    const to = last === undefined ? from : Number.parseInt(last, 16);
    if (from < END_OF_LATIN) ranges.push(...withoutLatin([from, to]));
    else ranges.push([from, to]);
  }
  return ranges.sort(([first], [other]) => first - other);
}

/**
 * Letters, digits and marks of the Latin font. The slices have them too, but a line that takes its digits now from one
 * and now from the other shows two sizes.
 */
const LATIN_RANGES: readonly CodePointRange[] = [
  [0x21, 0x7e],
  [0xc0, 0x24f],
];
const END_OF_LATIN = 0x250;

function withoutLatin(range: CodePointRange): readonly CodePointRange[] {
  return LATIN_RANGES.reduce<readonly CodePointRange[]>(without, [range]);
}

function without(ranges: readonly CodePointRange[], [from, to]: CodePointRange): readonly CodePointRange[] {
  return ranges.flatMap(([first, last]): readonly CodePointRange[] => {
    if (last < from || first > to) return [[first, last]];
    const before: CodePointRange = [first, from - 1];
    const after: CodePointRange = [to + 1, last];
    return [before, after].filter(([a, b]) => a <= b);
  });
}

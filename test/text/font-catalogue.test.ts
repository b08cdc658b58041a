import { describe, expect, it } from 'vitest';
import { openFontCatalogue } from '../../src/text/font-catalogue.js';
import { typefaces } from '../../src/base/typeface.js';
import type { FaceRequest } from '../../src/text/font-file.js';
import { inRanges } from '../../src/text/font-file.js';
import { readPackaged } from './packaged-font.js';

const nothingToRead = (): never => {
  throw new Error('Nothing should be read.');
};

function names(request: Partial<FaceRequest>, catalogue = openFontCatalogue(nothingToRead)): string {
  const whole: FaceRequest = {
    script: 'Latn',
    lang: 'en',
    typeface: 'source-sans',
    weight: 400,
    italic: false,
    ...request,
  };
  return catalogue
    .fontFilesFor(whole)
    .map(({ name }) => name)
    .join(' ');
}

/** The designs that serve a text, each named once. */
function designs(script: string, lang: string): string {
  const files = openFontCatalogue(readPackaged).fontFilesFor({
    script,
    lang,
    typeface: 'source-sans',
    weight: 400,
    italic: false,
  });
  return [...new Set(files.map(({ embedName }) => embedName.replace('-Regular', '')))].join(' ');
}

describe('fontFilesFor', () => {
  it('sets Latin, Greek and Cyrillic in Source Sans, with symbols as the last resort', () => {
    for (const script of ['Latn', 'Grek', 'Cyrl', 'Zyyy']) {
      expect(names({ script })).toBe('SourceSans3-Regular NotoSansSymbols2-Regular');
    }
  });

  it('answers bold and italic with the faces drawn for them', () => {
    expect(names({ weight: 700 })).toBe('SourceSans3-Bold NotoSansSymbols2-Regular');
    expect(names({ italic: true })).toBe('SourceSans3-Italic NotoSansSymbols2-Regular');
    expect(names({ weight: 700, italic: true })).toBe('SourceSans3-BoldItalic NotoSansSymbols2-Regular');
  });

  it('puts the face that a brand chose before Source Sans, for the scripts that it has letters for', () => {
    for (const script of ['Latn', 'Cyrl', 'Zyyy']) {
      expect(names({ script, typeface: 'lora', weight: 700 })).toBe(
        'Lora-Bold SourceSans3-Bold NotoSansSymbols2-Regular',
      );
    }
    expect(names({ script: 'Grek', typeface: 'lora' })).toBe('SourceSans3-Regular NotoSansSymbols2-Regular');
    expect(names({ script: 'Arab', lang: 'ar', typeface: 'lora' })).toBe(
      'NotoSansArabic-Regular SourceSans3-Regular NotoSansSymbols2-Regular',
    );
  });

  it('puts the family of the script before Latin, bold where Latin slants', () => {
    expect(names({ script: 'Thai', lang: 'th', italic: true })).toBe(
      'NotoSansThai-Bold SourceSans3-Italic NotoSansSymbols2-Regular',
    );
  });

  it('sets Urdu in Nastaliq, and Arabic and Persian not', () => {
    const families = ['ur', 'ur-PK', 'ar', 'fa'].map((lang) => names({ script: 'Arab', lang }).split(' ')[0]);
    expect(families).toEqual([
      'NotoNastaliqUrdu-Regular',
      'NotoNastaliqUrdu-Regular',
      'NotoSansArabic-Regular',
      'NotoSansArabic-Regular',
    ]);
  });

  it('chooses the national forms of Chinese characters by language', () => {
    expect(designs('Hani', 'zh-Hans')).toBe('NotoSansSC NotoSansTC SourceSans3 NotoSansSymbols2');
    expect(designs('Hani', 'zh-TW')).toBe('NotoSansTC NotoSansSC SourceSans3 NotoSansSymbols2');
    expect(designs('Hani', 'ja')).toBe('NotoSansJP NotoSansSC NotoSansTC SourceSans3 NotoSansSymbols2');
    expect(designs('Hani', 'ko')).toBe('NotoSansKR NotoSansSC NotoSansTC SourceSans3 NotoSansSymbols2');
    expect(designs('Hani', 'en')).toBe('NotoSansSC NotoSansTC SourceSans3 NotoSansSymbols2');
  });

  it('knows kana and hangul in a document of another language', () => {
    expect(designs('Kana', 'en')).toMatch(/^NotoSansJP /);
    expect(designs('Hang', 'es')).toMatch(/^NotoSansKR /);
  });

  it('lets Latin text of a Chinese document fall back on Chinese punctuation', () => {
    expect(designs('Latn', 'zh-Hans')).toBe('SourceSans3 NotoSansSC NotoSansTC NotoSansSymbols2');
  });

  it('names each slice of a design, and where to pin its weight', () => {
    const catalogue = openFontCatalogue(readPackaged);
    const files = catalogue.fontFilesFor({
      script: 'Hani',
      lang: 'zh-Hans',
      typeface: 'source-sans',
      weight: 700,
      italic: false,
    });
    const slice = files.find(({ ranges }) => ranges !== undefined && inRanges(ranges, 0x4e00));
    expect({ ...slice, ranges: undefined }).toEqual({
      name: 'NotoSansSC-Bold-119',
      embedName: 'NotoSansSC-Bold',
      package: '@fontsource-variable/noto-sans-sc',
      path: 'files/noto-sans-sc-119-wght-normal.woff2',
      weight: 700,
      format: 'woff2',
      axes: { wght: 700 },
      ranges: undefined,
    });
  });

  it('leaves Latin letters and digits to the Latin font, so that numbers have one size', () => {
    const catalogue = openFontCatalogue(readPackaged);
    const slices = catalogue
      .fontFilesFor({ script: 'Hani', lang: 'zh-Hans', typeface: 'source-sans', weight: 400, italic: false })
      .flatMap(({ ranges }) => (ranges === undefined ? [] : [ranges]));
    const covered = (text: string): boolean =>
      slices.some((ranges) => inRanges(ranges, text.codePointAt(0)!));
    expect(['7', 'A', 'é', '。', '“', '天'].map(covered)).toEqual([false, false, false, true, true, true]);
  });

  it('lists only files that exist', () => {
    const catalogue = openFontCatalogue(readPackaged);
    const scripts = 'Latn Arab Armn Beng Deva Ethi Gujr Guru Hebr Khmr Mymr Taml Thai Hani Hang Kana'.split(
      ' ',
    );
    const italics = [false, true] as const;
    const weights = [400, 700] as const;
    const looks = typefaces.flatMap((typeface) =>
      weights.flatMap((weight) => italics.map((italic) => ({ typeface, weight, italic }))),
    );
    const files = scripts.flatMap((script) =>
      looks.flatMap((look) => catalogue.fontFilesFor({ script, lang: 'ur', ...look })),
    );
    const paths = new Map(files.map((file) => [file.path, file.package]));
    for (const [path, name] of paths) expect(readPackaged(name, path).length).toBeGreaterThan(0);
  });

  it('gives the same list for the same request', () => {
    const catalogue = openFontCatalogue(nothingToRead);
    const request: FaceRequest = {
      script: 'Latn',
      lang: 'en',
      typeface: 'source-sans',
      weight: 400,
      italic: false,
    };
    expect(catalogue.fontFilesFor(request)).toBe(catalogue.fontFilesFor({ ...request }));
  });
});

describe('inRanges', () => {
  it('finds the first and the last character of a range, and none between ranges', () => {
    const ranges = [
      [10, 12],
      [20, 20],
    ] as const;
    expect([9, 10, 12, 13, 20, 21].map((codePoint) => inRanges(ranges, codePoint))).toEqual([
      false,
      true,
      true,
      false,
      true,
      false,
    ]);
  });
});

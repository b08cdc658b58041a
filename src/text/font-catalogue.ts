import type { Typeface } from '../base/typeface.js';
import type { FontWeight } from '../style/text-style.js';
import { createAddableFonts, packageOf, type AddableFonts, type Family } from './addable-fonts.js';
import { cjkFontFiles, isCjkScript } from './cjk-slices.js';
import type { FontFile, ReadPackageFile, FaceRequest } from './font-file.js';

/** Knows which packaged fonts serve which script and language. */
export type FontCatalogue = Readonly<{
  /**
   * Lists the files that may show a text, best first: those of its script (and of Chinese, Japanese or Korean in such a
   * document), then the wanted Latin face, then the one that has every Latin letter, then symbols. A
   * script without an italic is answered with bold files.
   */
  fontFilesFor: (request: FaceRequest) => readonly FontFile[];
  /** Tells whether a font for a script (ISO 15924) is there; what is shipped counts as there. */
  serves: (script: string) => boolean;
  /** The package to add for a script; undefined where there is a font already, or none is known. */
  missingPackage: (script: string) => string | undefined;
}>;

/**
 * Opens the catalogue of the packaged fonts. Nothing is read before a text asks for Chinese, Japanese or Korean, or for a script
 * whose package has to be added.
 * @param read reads the list of slices of a CJK font's package, and finds out whether a package is there
 */
export function openFontCatalogue(read: ReadPackageFile): FontCatalogue {
  const known = new Map<string, readonly FontFile[]>();
  const addable = createAddableFonts(read);
  return {
    missingPackage: addable.missingPackage,
    serves: (script) =>
      SERVED_BY_LATIN.includes(script) ||
      FAMILIES.has(script) ||
      isCjkScript(script) ||
      addable.installed(script) !== undefined,
    fontFilesFor: (request) => {
      const key = `${request.script} ${request.lang} ${request.typeface} ${request.weight} ${request.italic}`;
      const before = known.get(key);
      if (before !== undefined) return before;
      const files = listFiles(request, { read, addable });
      known.set(key, files);
      return files;
    },
  };
}

type Packages = Readonly<{ read: ReadPackageFile; addable: AddableFonts }>;

function listFiles(request: FaceRequest, { read, addable }: Packages): readonly FontFile[] {
  // Most scripts have no slanted letters: what is emphasised there is bold.
  const weight = request.italic ? 700 : request.weight;
  const script = familiesOf(request, addable).map((family) => staticFile(family, weight, false));
  const latin = latinFamilies(request).map((family) => staticFile(family, request.weight, request.italic));
  const symbols = staticFile(SYMBOLS, 400, false);
  const cjk = cjkFontFiles({ ...request, weight }, read);
  return isCjkScript(request.script) ? [...cjk, ...latin, symbols] : [...script, ...latin, ...cjk, symbols];
}

const LATIN: Family = { folder: 'source-sans-3', name: 'SourceSans3' };
const LORA: Family = { folder: 'lora', name: 'Lora' };
const SYMBOLS: Family = { folder: 'noto-sans-symbols-2', name: 'NotoSansSymbols2' };
const NASTALIQ: Family = { folder: 'noto-nastaliq-urdu', name: 'NotoNastaliqUrdu' };

/** Families by ISO 15924 code. Latin, Greek and Cyrillic are in the family that every list ends with. */
const FAMILIES: ReadonlyMap<string, Family> = new Map([
  ['Arab', { folder: 'noto-sans-arabic', name: 'NotoSansArabic' }],
  ['Armn', { folder: 'noto-sans-armenian', name: 'NotoSansArmenian' }],
  ['Beng', { folder: 'noto-sans-bengali', name: 'NotoSansBengali' }],
  ['Deva', { folder: 'noto-sans-devanagari', name: 'NotoSansDevanagari' }],
  ['Ethi', { folder: 'noto-sans-ethiopic', name: 'NotoSansEthiopic' }],
  ['Gujr', { folder: 'noto-sans-gujarati', name: 'NotoSansGujarati' }],
  ['Guru', { folder: 'noto-sans-gurmukhi', name: 'NotoSansGurmukhi' }],
  ['Hebr', { folder: 'noto-sans-hebrew', name: 'NotoSansHebrew' }],
  ['Khmr', { folder: 'noto-sans-khmer', name: 'NotoSansKhmer' }],
  ['Mymr', { folder: 'noto-sans-myanmar', name: 'NotoSansMyanmar' }],
  ['Taml', { folder: 'noto-sans-tamil', name: 'NotoSansTamil' }],
  ['Thai', { folder: 'noto-sans-thai', name: 'NotoSansThai' }],
]);

const SERVED_BY_LATIN = ['Latn', 'Grek', 'Cyrl', 'Zyyy'];

/** The scripts that a brand's own face has letters for, by ISO 15924 code; `Zyyy` is a text of figures alone. */
const TYPEFACES: Readonly<Record<Typeface, Readonly<{ family: Family; scripts: readonly string[] }>>> = {
  'source-sans': { family: LATIN, scripts: [] },
  lora: { family: LORA, scripts: ['Latn', 'Cyrl', 'Zyyy'] },
};

/** Source Sans ends every list, for the letters that another face lacks. */
function latinFamilies({ script, typeface }: FaceRequest): readonly Family[] {
  const { family, scripts } = TYPEFACES[typeface];
  return scripts.includes(script) ? [family, LATIN] : [LATIN];
}

/** Readers of Urdu expect the sloping Nastaliq hand; what it lacks is borrowed from the Arabic family. */
function familiesOf({ script, lang }: FaceRequest, addable: AddableFonts): readonly Family[] {
  const family = FAMILIES.get(script) ?? addable.installed(script);
  if (family === undefined) return [];
  return script === 'Arab' && new Intl.Locale(lang).language === 'ur' ? [NASTALIQ, family] : [family];
}

function staticFile(family: Family, weight: FontWeight, italic: boolean): FontFile {
  const { name } = family;
  const regular = weight === 400;
  const style = `${regular ? '400Regular' : '700Bold'}${italic ? '_Italic' : ''}`;
  const faceName = `${name}-${italic ? (regular ? 'Italic' : 'BoldItalic') : regular ? 'Regular' : 'Bold'}`;
  return {
    name: faceName,
    embedName: faceName,
    package: packageOf(family),
    path: `${style}/${name}_${style}.ttf`,
    weight,
    format: 'ttf',
  };
}

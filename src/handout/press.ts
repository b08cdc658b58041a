import type { Colour } from '../base/colour.js';
import type { VariantName } from '../base/variant.js';
import { hasErrors, type Problem, type Staged } from '../base/problem.js';
import { loadCatalogue } from '../content/catalogue.js';
import type { Catalogue } from '../content/catalogue.js';
import { isPseudoLanguage, withPseudoLanguage } from '../content/pseudo.js';
import { createTranslator } from '../content/translate.js';
import { reviewUnits, type ReviewedUnit } from '../content/reviews.js';
import type { Translator } from '../content/translate.js';
import type { BlockMemory } from '../document/parse.js';
import type { RasterImage } from '../graphics/raster.js';
import type { VectorImage } from '../graphics/vector.js';
import type { LayoutMemory } from '../layout/block-flow.js';
import type { PdfEdition } from '../pdf/write.js';
import type { Density } from '../style/density.js';
import { checkContrast } from '../style/contrast.js';
import { createTheme } from '../style/theme.js';
import { tokensFor } from '../style/variant.js';
import type { Theme, ThemeOptions } from '../style/theme.js';
import { compileTemplates } from '../template/compile.js';
import type { Templates } from '../template/compile.js';
import type { Brand } from '../workspace/brand.js';
import type { Workspace } from '../workspace/workspace.js';
import type { Engine } from './engine.js';
import type { HandoutStanding } from './standing.js';
import { paletteOf } from './palette.js';

/** The language that handouts are written in first. */
export const SOURCE_LANGUAGE = 'en';

/** The strings of one language, ready for use. */
export type Strings = Readonly<{
  catalogue: Catalogue;
  translator: Translator;
  /** How far each text is reviewed, by its full name; undefined for the source language. */
  reviews: ReadonlyMap<string, ReviewedUnit> | undefined;
}>;

/** A picture as read, or nothing with the reason. */
export type LoadedImage = Staged<VectorImage | RasterImage | undefined>;

/** What a general handout and its personalised copies share, stage by stage. */
export type Edition = Readonly<{
  blocks: BlockMemory;
  /** How tightly the general handout is set, and what was laid out so. */
  density: Density;
  layout: LayoutMemory;
  pdf: PdfEdition;
}>;

/** A workspace made ready to print from: what its handouts share is prepared at its first use, once. */
export type Press = Readonly<{
  workspace: Workspace;
  /** Fonts and PDF writing, which other formats do without. */
  engine(): Promise<Engine>;
  templates(): Staged<Templates>;
  /** The texts of a language and of the source language, which every language shares. */
  catalogue(lang: string): Staged<Catalogue>;
  strings(lang: string): Staged<Strings>;
  theme(brand: Brand, options: ThemeOptions): Theme;
  palette(brand: Brand): ReadonlyMap<string, Colour>;
  /** A brand as a variant changes it: always the same one for the same variants. */
  variantOf(brand: Brand, variants: readonly VariantName[]): Brand;
  /** The colours of a brand that some readers couldn't tell apart. */
  contrast(brand: Brand): readonly Problem[];
  /** Pictures by brand and source. */
  images: Map<string, LoadedImage>;
  /** For each general handout, what its personalised copies share. */
  editions: Map<string, Edition>;
  /** How far the texts of handouts are reviewed; one for all copies that use the same texts. */
  standings: Map<string, HandoutStanding>;
}>;

/** Prepares a press for a workspace. */
export function openPress(workspace: Workspace, engine: Press['engine']): Press {
  let templates: Staged<Templates> | undefined;
  const catalogues = new Map<string, Staged<Catalogue>>();
  const catalogue: Press['catalogue'] = (lang) =>
    emplace(catalogues, lang, () =>
      readCatalogue(workspace, lang, lang === SOURCE_LANGUAGE ? undefined : catalogue(SOURCE_LANGUAGE)),
    );
  const strings = new Map<string, Staged<Strings>>();
  const themes = new Map<string, Theme>();
  const palettes = new Map<string, ReadonlyMap<string, Colour>>();
  const brands = new Map<string, Brand>();
  const contrasts = new Map<string, readonly Problem[]>();
  return {
    workspace,
    engine,
    templates: () => (templates ??= compileTemplates(workspace.templates)),
    catalogue,
    strings: (lang) => emplace(strings, lang, () => readStrings(workspace, lang, catalogue(lang))),
    theme: (brand, options) => {
      const key = [brand.id, options.lang, options.paper, options.density].join(' ');
      return emplace(themes, key, () => createTheme(brand, options));
    },
    palette: (brand) => emplace(palettes, brand.id, () => paletteOf(brand.colours)),
    variantOf: (brand, variants) => {
      if (variants.length === 0) return brand;
      const id = [brand.id, ...variants].join(' ');
      return emplace(brands, id, () => ({ ...tokensFor(brand, variants), id }));
    },
    contrast: (brand) => emplace(contrasts, brand.id, () => contrastOf(brand, workspace)),
    images: new Map(),
    editions: new Map(),
    standings: new Map(),
  };
}

function emplace<Value>(map: Map<string, Value>, key: string, make: () => Value): Value {
  let value = map.get(key);
  if (value === undefined) map.set(key, (value = make()));
  return value;
}

function contrastOf({ id, colours }: Brand, workspace: Workspace): readonly Problem[] {
  return checkContrast(colours, (token) => workspace.placeOf('brand', id, ['colours', token]));
}

/** A translation isn't held against source texts that can't be read whole, so these are then read with it. */
function readCatalogue(
  workspace: Workspace,
  lang: string,
  source: Staged<Catalogue> | undefined,
): Staged<Catalogue> {
  const shared = source === undefined || hasErrors(source.problems) ? undefined : source;
  const languages = shared === undefined ? new Set([SOURCE_LANGUAGE, lang]) : [lang];
  const sources = workspace.readLocales([...languages]);
  const loaded = loadCatalogue(sources.value, { sourceLang: SOURCE_LANGUAGE, loaded: shared?.value });
  return {
    value: isPseudoLanguage(lang) ? withPseudoLanguage(loaded.value, lang) : loaded.value,
    problems: [...(shared?.problems ?? []), ...sources.problems, ...loaded.problems],
  };
}

function readStrings(
  workspace: Workspace,
  lang: string,
  { value: catalogue, problems }: Staged<Catalogue>,
): Staged<Strings> {
  const reviews = readReviews(workspace, catalogue, lang);
  return {
    value: { catalogue, translator: createTranslator(catalogue, lang), reviews: reviews.value },
    problems: [...problems, ...reviews.problems],
  };
}

function readReviews(workspace: Workspace, catalogue: Catalogue, lang: string): Staged<Strings['reviews']> {
  if (lang === SOURCE_LANGUAGE) return { value: undefined, problems: [] };
  const ledgers = workspace.readLedgers([lang]);
  const { value: units, problems } = reviewUnits(catalogue, lang, ledgers.value);
  const value = new Map(units.map((reviewed) => [reviewed.id, reviewed]));
  return { value, problems: [...ledgers.problems, ...problems] };
}

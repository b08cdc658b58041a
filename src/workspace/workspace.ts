import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

import type { LedgerSource } from '../base/ledger-source.js';
import type { LocaleSource } from '../base/locale-source.js';
import type { Problem, Staged } from '../base/problem.js';
import type { Source, SourceRange } from '../base/source.js';
import { readAsset, type AssetBytes } from './assets.js';
import { layBrand, type BrandLayer, type ReadBrand } from './brands.js';
import type { Brand } from './brand.js';
import { completeConfig, type Config } from './config.js';
import { builtInLabel, readText, type Folder } from './folder.js';
import { findHome, readSettings, type Settings } from './home.js';
import { checkNames } from './names.js';
import { layFiles, type FileLayers, type LaidFiles } from './overlay.js';
import type { DataPath } from './schema-words.js';
import { seriesProblems } from './series-faults.js';
import { seriesSchema, type Series } from './series.js';
import { parseYaml } from './yaml-document.js';
import { readYaml } from './yaml.js';

/** All that handouts are made from: the built-in files, and a clinic's own laid over them file by file. */
export type Workspace = Readonly<{
  /** The clinic's folder; undefined where there are the built-in files only. */
  dir: string | undefined;
  /** Absolute paths of the folders that hold `templates` and `locales`: the built-in one, then the clinic's. */
  roots: readonly string[];
  config: Config;
  /** Every series by its id; the clinic's file replaces the built-in one. */
  series: ReadonlyMap<string, Series>;
  /** Every brand by its id, its layers merged. */
  brands: ReadonlyMap<string, Brand>;
  /** BCP 47 tags of the folders under `locales/`. */
  languages: readonly string[];
  /** Every template by its path under `templates/`, such as `layouts/handout`; the clinic's replaces the built-in one. */
  templates: ReadonlyMap<string, Source>;
  /**
   * Reads the strings of some languages, which are read only when asked for.
   * @returns for each file its lowest layer first; reports what `readText` does
   */
  readLocales(languages: readonly string[]): Staged<readonly LocaleSource[]>;
  /**
   * Reads the review ledgers of some languages, which are read only when asked for.
   * @returns for each language its lowest layer first; reports what `readText` does
   */
  readLedgers(languages: readonly string[]): Staged<readonly LedgerSource[]>;
  /**
   * Reads a file that stands beside a language's texts.
   * @returns its layers, the lowest first; none where there is no such file; reports what `readText` does
   */
  readSidecar(lang: string, name: 'glossary' | 'lint'): Staged<readonly Source[]>;
  /**
   * Reads a picture, the clinic's before the built-in one.
   * @param path relative to `templates/`, such as `brands/default/logo.svg`
   * @param at the place that names the picture, for problems; a brand's logo has the place in its `brand.yaml`
   */
  readAsset(path: string, at?: SourceRange): AssetBytes | Problem;
  /**
   * Finds where a value of a brand or a series, or a key of `handout.yaml` (`settings`, without an id), is written, for
   * problems of what it names.
   * @param path keys and indices from the top, such as `['contact', 'hours']`
   * @returns undefined for a brand, series or file that isn't there
   */
  placeOf(kind: 'brand' | 'series' | 'settings', id: string, path: DataPath): SourceRange | undefined;
}>;

/** Which workspace to open. */
export type WorkspaceOptions = Readonly<{
  /** The clinic's folder; without it, the nearest one upwards from `cwd` that has a `handout.yaml`. */
  dir?: string | undefined;
  /** The folder to start from; the process's own without it. */
  cwd?: string | undefined;
  /** The folder of the built-in `templates` and `locales`; that of this program without it. */
  builtIn?: string | undefined;
}>;

/**
 * Opens a workspace: the clinic's folder laid over the built-in one, or the built-in one alone.
 * Strings and pictures are read later, when they are asked for.
 * @returns the workspace without what couldn't be read; reports `workspace/no-workspace`, what `readYaml` and
 *   `layBrand` do, `workspace/unknown-brand`, `workspace/unknown-language`, `workspace/unknown-series`,
 *   `workspace/bad-language` and `workspace/stray-file`. Nothing should be built from a workspace with errors, since settings in
 *   which there is any mistake are replaced by the defaults.
 */
export function openWorkspace(options: WorkspaceOptions): Staged<Workspace> {
  const cwd = resolve(options.cwd ?? process.cwd());
  const home = findHome(options.dir, cwd);
  const dir = home.value;
  const builtIn: Folder = {
    dir: options.builtIn ?? packageRoot,
    label: dir === undefined ? '' : builtInLabel,
  };
  const folders: readonly Folder[] = dir === undefined ? [builtIn] : [builtIn, { dir, label: '' }];
  const settings = readSettings(folders[1]);
  const files = layFiles(folders);
  const series = readAll(files.value.series, readSeries);
  const templates = readAll(files.value.templates, (_name, layers) => readTop(layers));
  const brandId = settings.value.data.brand ?? 'default';
  const brands = readAll(files.value.brands, (id, layers) =>
    readBrand(id, layers, id === brandId ? settings.value : undefined),
  );
  const languages = [...files.value.locales.keys()];
  const available = {
    languages,
    series: [...files.value.series.keys()],
    brands: [...files.value.brands.keys()],
    handouts: [...series.value.values()].flatMap(({ series: { id, topics, sheets } }) =>
      [...topics, ...sheets].map((handout) => `${id}/${handout.id}`),
    ),
  };
  const problems = [home, settings, files, series, templates, brands].flatMap((stage) => stage.problems);
  const workspace: Workspace = {
    dir,
    roots: folders.map((folder) => folder.dir),
    config: completeConfig(settings.value.data, { ...available, home: dir ?? cwd }),
    series: new Map([...series.value].map(([id, read]) => [id, read.series])),
    brands: new Map([...brands.value].map(([id, { brand }]) => [id, brand])),
    languages,
    templates: templates.value,
    readLocales: (wanted) => readLocales(files.value, wanted),
    placeOf: (kind, id, path) =>
      kind === 'settings'
        ? settings.value.document?.placeOfKey(path)
        : (kind === 'brand' ? brands : series).value.get(id)?.placeOf(path),
    readLedgers: (wanted) => readLedgers(files.value, wanted, folders),
    readSidecar: (lang, name) => readLayers(files.value.sidecars.get(lang)?.get(name)),
    readAsset: (path, at) => readAsset(path, folders, logoPlace(brands.value, path) ?? at),
  };
  return { value: workspace, problems: [...problems, ...checkNames(settings.value, available)] };
}

/** Both `src/workspace/` and `dist/workspace/` lie two folders below the package's root. */
const packageRoot = fileURLToPath(new URL('../../', import.meta.url));

/** Reads each file of a kind and keeps those that could be read. */
function readAll<Value>(
  files: ReadonlyMap<string, FileLayers>,
  read: (name: string, layers: FileLayers) => Staged<Value | undefined>,
): Staged<ReadonlyMap<string, Value>> {
  const values = new Map<string, Value>();
  const problems: Problem[] = [];
  for (const [name, layers] of files) {
    const staged = read(name, layers);
    problems.push(...staged.problems);
    if (staged.value !== undefined) values.set(name, staged.value);
  }
  return { value: values, problems };
}

function readTop({ path, folders }: FileLayers): Staged<Source | undefined> {
  return readText(folders.at(-1)!, path);
}

type ReadSeries = Readonly<{ series: Series; placeOf(path: DataPath): SourceRange }>;

function readSeries(id: string, layers: FileLayers): Staged<ReadSeries | undefined> {
  const text = readTop(layers);
  if (!text.value) return { value: undefined, problems: text.problems };
  const { value, problems } = readYaml(text.value, seriesSchema);
  if (value === undefined) return { value, problems };
  const series: Series = { id, ...value.data };
  const placeOf = value.document.placeOfValue;
  const faults = seriesProblems(series, placeOf);
  return { value: faults.length === 0 ? { series, placeOf } : undefined, problems: [...problems, ...faults] };
}

function readBrand(
  id: string,
  { path, folders }: FileLayers,
  settings: Settings | undefined,
): Staged<ReadBrand | undefined> {
  const layers: BrandLayer[] = [];
  for (const folder of folders) {
    const text = readText(folder, path);
    if (!text.value) return { value: undefined, problems: text.problems };
    const { value: document, problems } = parseYaml(text.value);
    if (!document) return { value: undefined, problems };
    layers.push({ document, start: [], data: document.data, builtIn: folder.label !== '' });
  }
  if (settings?.document) {
    const data = settings.data.clinic ?? {};
    layers.push({ document: settings.document, start: ['clinic'], data, builtIn: false });
  }
  return layBrand(id, layers);
}

function readLayers(file: FileLayers | undefined): Staged<readonly Source[]> {
  const read = (file?.folders ?? []).map((folder) => readText(folder, file!.path));
  return {
    value: read.flatMap(({ value }) => value ?? []),
    problems: read.flatMap(({ problems }) => problems),
  };
}

function readLocales(files: LaidFiles, languages: readonly string[]): Staged<readonly LocaleSource[]> {
  const sources: LocaleSource[] = [];
  const problems: Problem[] = [];
  for (const lang of languages) {
    for (const [namespace, { path, folders }] of files.locales.get(lang) ?? []) {
      for (const folder of folders) {
        const text = readText(folder, path);
        problems.push(...text.problems);
        if (text.value) sources.push({ lang, namespace, source: text.value });
      }
    }
  }
  return { value: sources, problems };
}

function readLedgers(
  { ledgers }: LaidFiles,
  languages: readonly string[],
  all: readonly Folder[],
): Staged<readonly LedgerSource[]> {
  const sources: LedgerSource[] = [];
  const problems: Problem[] = [];
  for (const lang of languages) {
    const { path, folders } = ledgers.get(lang) ?? { path: '', folders: [] };
    for (const folder of folders) {
      const text = readText(folder, path);
      problems.push(...text.problems);
      const below = all.slice(0, all.indexOf(folder) + 1);
      const covers = below.map(({ label }) => `${label}locales/${lang}/`);
      if (text.value) sources.push({ lang, source: text.value, covers });
    }
  }
  return { value: sources, problems };
}

function logoPlace(brands: ReadonlyMap<string, ReadBrand>, path: string): SourceRange | undefined {
  return [...brands.values()].find(({ brand }) => brand.logo === path)?.placeOf(['logo']);
}

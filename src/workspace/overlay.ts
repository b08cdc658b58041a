import type { Problem, Staged } from '../base/problem.js';
import { isLanguageTag } from './config.js';
import { listFiles, type Folder } from './folder.js';

/** A file, and the folders that have it, the lowest first. */
export type FileLayers = Readonly<{ path: string; folders: readonly Folder[] }>;

/** The files of a workspace by what they are for and by their names. */
export type LaidFiles = Readonly<{
  templates: ReadonlyMap<string, FileLayers>;
  series: ReadonlyMap<string, FileLayers>;
  brands: ReadonlyMap<string, FileLayers>;
  /** Language, then namespace. */
  locales: ReadonlyMap<string, ReadonlyMap<string, FileLayers>>;
  /** The review ledgers by language. */
  ledgers: ReadonlyMap<string, FileLayers>;
  /** What stands beside the texts of a language but is none: by language, then by name. */
  sidecars: ReadonlyMap<string, ReadonlyMap<string, FileLayers>>;
}>;

/** Files of a language that hold no texts: the terms to use, and the rules that don't hold for a text. */
const SIDECARS = 'glossary|lint';

/**
 * Lists the files of all folders and lays those of the same path over each other. Nothing is read.
 * @param folders the lowest first
 * @returns the files in alphabetical order; reports what `listFiles` does, `workspace/bad-language` for a folder under
 *   `locales/` that isn't named by a language, and `workspace/stray-file` for a file that its name keeps from being read
 */
export function layFiles(folders: readonly Folder[]): Staged<LaidFiles> {
  const layers = new Map<string, FileLayers>();
  const problems: Problem[] = [];
  for (const folder of folders) {
    for (const part of ['templates', 'locales']) {
      const listed = listFiles(folder, part);
      problems.push(...listed.problems);
      problems.push(...listed.value.flatMap((path) => checkName(folder.label + path)));
      for (const path of listed.value) {
        layers.set(path, { path, folders: [...(layers.get(path)?.folders ?? []), folder] });
      }
    }
  }
  const sorted = [...layers.values()].sort((one, other) => (one.path < other.path ? -1 : 1));
  const value: LaidFiles = {
    templates: select(sorted, /^templates\/(.+)\.hbs$/),
    series: select(sorted, /^templates\/series\/([^/]+)\.yaml$/),
    brands: select(sorted, /^templates\/brands\/([^/]+)\/brand\.yaml$/),
    locales: selectLocales(sorted, `(?!(?:review|${SIDECARS})\\.)([^/]+)`),
    ledgers: select(sorted, /^locales\/([^/]+)\/review\.json$/),
    sidecars: selectLocales(sorted, `(${SIDECARS})`),
  };
  return { value, problems: [...problems, ...checkLanguages(sorted)] };
}

function select(files: readonly FileLayers[], pattern: RegExp): ReadonlyMap<string, FileLayers> {
  return new Map(
    files.flatMap((file) => {
      const name = pattern.exec(file.path)?.[1];
      return name === undefined ? [] : [[name, file] as const];
    }),
  );
}

function selectLocales(
  files: readonly FileLayers[],
  name: string,
): ReadonlyMap<string, ReadonlyMap<string, FileLayers>> {
  const languages = new Set(files.flatMap(({ path }) => languageOf(path) ?? []).filter(isLanguageTag));
  return new Map(
    [...languages].map((lang) => [lang, select(files, new RegExp(`^locales/${lang}/${name}\\.json$`))]),
  );
}

function checkLanguages(files: readonly FileLayers[]): readonly Problem[] {
  const names = new Set(files.flatMap(({ path }) => languageOf(path) ?? []));
  return [...names]
    .filter((name) => !isLanguageTag(name))
    .map((name) => ({
      code: 'workspace/bad-language',
      severity: 'error',
      message: `The folder “locales/${name}” isn't named by a language.`,
      hint: 'Name it by the language’s tag, such as “en” or “pt-BR”.',
    }));
}

function languageOf(path: string): string | undefined {
  return /^locales\/([^/]+)\/[^/]+\.json$/.exec(path)?.[1];
}

/** People write `.yml` as often as `.yaml`; a file that silently has no effect is hard to find. */
function checkName(file: string): readonly Problem[] {
  if (!file.endsWith('.yml')) return [];
  return [
    {
      code: 'workspace/stray-file',
      severity: 'warning',
      message: `“${file}” is not read.`,
      at: { file, line: 1, column: 1 },
      hint: 'Name it “….yaml”.',
    },
  ];
}

import type { JsonSchema } from '../base/json-schema.js';
import { listRules, ruleAreas } from '../check/rules/catalogue.js';
import { loadCatalogue, type Catalogue } from '../content/catalogue.js';
import {
  glossaryJsonSchema,
  lintJsonSchema,
  localeJsonSchema,
  reviewJsonSchema,
  translationJsonSchema,
  type LocaleFile,
} from '../content/json-schema.js';
import type { OutputFile } from '../delivery/store.js';
import { SOURCE_LANGUAGE } from '../handout/press.js';
import { builtInLabel } from '../workspace/folder.js';
import { brandJsonSchema, seriesJsonSchema, settingsJsonSchema } from '../workspace/json-schema.js';
import type { Workspace } from '../workspace/workspace.js';

/** The schemas that every workspace has, by name, and the files that each is for. */
export const generalSchemas = {
  handout: { files: 'handout.yaml', make: () => settingsJsonSchema(ruleTexts()) },
  brand: { files: 'templates/brands/<id>/brand.yaml', make: brandJsonSchema },
  series: { files: 'templates/series/<id>.yaml', make: seriesJsonSchema },
  locale: { files: 'locales/<lang>/<namespace>.json', make: localeJsonSchema },
  review: { files: 'locales/<lang>/review.json', make: reviewJsonSchema },
  glossary: { files: 'locales/<lang>/glossary.json', make: glossaryJsonSchema },
  lint: { files: 'locales/<lang>/lint.json', make: lintJsonSchema },
} as const satisfies Readonly<Record<string, Readonly<{ files: string; make: () => JsonSchema }>>>;

/** Where a workspace keeps its schemas: beside `templates` and `locales`, so that a reference to them holds in every workspace. */
export const SCHEMA_FOLDER = '.handout/schemas';

/** The reference from a locale file to its schema. */
export function localeReference(lang: string, namespace: string): string {
  return `../../${SCHEMA_FOLDER}/locales/${lang}/${namespace}.json`;
}

/** The general schemas as files. */
export function generalSchemaFiles(): readonly OutputFile[] {
  return Object.entries(generalSchemas).map(([name, { make }]) => fileOf(`${name}.json`, make()));
}

/**
 * The schemas of the locale files of a workspace's own folder, which know the texts of its source language.
 * @param languages those wanted; without them, all that the folder has
 */
export function localeSchemaFiles(
  workspace: Workspace,
  languages: readonly string[] = workspace.languages,
): readonly OutputFile[] {
  const sources = workspace.readLocales([SOURCE_LANGUAGE]).value;
  const { value: catalogue } = loadCatalogue(sources, { sourceLang: SOURCE_LANGUAGE });
  const texts = workspace.readLocales(languages).value;
  return texts
    .filter(({ source }) => !source.file.startsWith(builtInLabel))
    .flatMap(({ lang, namespace }) => {
      const layers = texts.filter((other) => other.lang === lang && other.namespace === namespace);
      const holds = lang === SOURCE_LANGUAGE ? 'source' : layers.length === 1 ? 'all' : 'some';
      return localeSchemaFile(catalogue, { lang, namespace, holds }) ?? [];
    });
}

/** The schema of one locale file; undefined where the source language has no such file. */
export function localeSchemaFile(
  { languages, sourceLang }: Catalogue,
  file: LocaleFile,
): OutputFile | undefined {
  const original = languages.get(sourceLang)?.get(file.namespace);
  const path = `locales/${file.lang}/${file.namespace}.json`;
  return original && fileOf(path, translationJsonSchema(original, file));
}

function fileOf(path: string, schema: JsonSchema): OutputFile {
  return { path: `${SCHEMA_FOLDER}/${path}`, bytes: new TextEncoder().encode(schemaText(schema)) };
}

/** Writes a schema as text. */
export function schemaText(schema: JsonSchema): string {
  return `${JSON.stringify(schema, undefined, 2)}\n`;
}

/** What each rule is about, and each area with an asterisk. */
function ruleTexts(): ReadonlyMap<string, string> {
  const areas = Object.entries(ruleAreas).map(
    ([area, { title }]) => [`${area}/*`, `All rules of: ${title}.`] as const,
  );
  return new Map([...areas, ...listRules().map(({ id, rule }) => [id, rule.what] as const)]);
}

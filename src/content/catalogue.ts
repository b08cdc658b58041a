import type { LocaleSource } from '../base/locale-source.js';
import type { Problem, Report, Staged } from '../base/problem.js';
import { checkMessage } from './check-message.js';
import { checkQuotes } from './check-quotes.js';
import { checkTranslation } from './check-translation.js';
import { readMessages, type Message, type Messages } from './json.js';
import { dateNames } from './date-names.js';
import { hasLocaleData, pluralFormsOf } from './locale.js';

/** Every text of every language. */
export type Catalogue = Readonly<{
  /** The language that the texts are written in first; translations are held against it. */
  sourceLang: string;
  /** Language, then namespace. */
  languages: ReadonlyMap<string, ReadonlyMap<string, Messages>>;
}>;

/**
 * Merges the layers of locale files, key by key, and holds every translation against the source language.
 * @param sources lowest layer first; a later text replaces an earlier one of the same language, namespace and key
 * @returns the catalogue; reports what `readMessages`, `parseMessage`, `checkQuotes` and `checkTranslation` find, each at the file, line
 *   and column of the text, and `content/no-locale-data` for whole languages
 */
export function loadCatalogue(
  sources: readonly LocaleSource[],
  options: Readonly<{ sourceLang: string }>,
): Staged<Catalogue> {
  const problems: Problem[] = [];
  const layers = sources.map((source) => ({ ...source, ...readMessages(source.source) }));
  problems.push(...layers.flatMap((layer) => layer.problems));

  const languages = new Map<string, Map<string, Map<string, Message>>>();
  for (const { lang, namespace, messages } of layers) {
    const namespaces = emplace(languages, lang, () => new Map<string, Map<string, Message>>());
    const merged = emplace(namespaces, namespace, () => new Map<string, Message>());
    for (const message of messages) merged.set(message.key, message);
  }
  const catalogue: Catalogue = { sourceLang: options.sourceLang, languages };

  const unread = new Set(
    layers
      .filter((layer) => layer.problems.some(isUnread))
      .map((layer) => `${layer.lang}:${layer.namespace}`),
  );
  const report: Report = (problem) => problems.push(problem);
  for (const lang of languages.keys()) checkLanguage({ catalogue, lang, unread, sources }, report);
  return { value: catalogue, problems };
}

type LanguageCheck = Readonly<{
  catalogue: Catalogue;
  lang: string;
  /** The namespaces of which some file could not be read to its end, as `lang:namespace`. */
  unread: ReadonlySet<string>;
  sources: readonly LocaleSource[];
}>;

function checkLanguage({ catalogue, lang, unread, sources }: LanguageCheck, report: Report): void {
  const namespaces = catalogue.languages.get(lang)!;
  // The highest layer is the one that a clinic writes.
  const fileOf = (namespace: string): string =>
    sources.findLast((source) => source.lang === lang && source.namespace === namespace)!.source.file;
  if (!hasLocaleData(lang) && !dateNames.has(lang))
    reportNoData(lang, fileOf([...namespaces.keys()][0]!), report);
  for (const messages of namespaces.values()) {
    for (const message of messages.values()) {
      checkMessage(message, report);
      checkQuotes(message, lang, report);
    }
  }
  const source = catalogue.languages.get(catalogue.sourceLang);
  const plurals = pluralFormsOf(lang);
  for (const [namespace, original] of source ?? []) {
    if (unread.has(`${lang}:${namespace}`) || unread.has(`${catalogue.sourceLang}:${namespace}`)) continue;
    const translated = namespaces.get(namespace);
    if (translated) {
      checkTranslation({ lang, plurals, namespace, original, translated, file: fileOf(namespace) }, report);
    } else {
      reportMissingFile({ lang, namespace, file: fileOf([...namespaces.keys()][0]!) }, report);
    }
  }
}

function reportNoData(lang: string, file: string, report: Report): void {
  report({
    code: 'content/no-locale-data',
    severity: 'warning',
    message: `Node has no data for the language "${lang}": its dates, numbers and plurals are formatted as English.`,
    at: { file, line: 1, column: 1 },
  });
}

function reportMissingFile(
  { lang, namespace, file }: Readonly<{ lang: string; namespace: string; file: string }>,
  report: Report,
): void {
  report({
    code: 'content/missing-namespace',
    severity: 'error',
    message: `The language "${lang}" has no file ${namespace}.json.`,
    at: { file, line: 1, column: 1 },
    hint: `Put ${namespace}.json beside this file.`,
  });
}

function isUnread(problem: Problem): boolean {
  return problem.code === 'content/bad-json';
}

function emplace<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  let value = map.get(key);
  if (value === undefined) map.set(key, (value = make()));
  return value;
}

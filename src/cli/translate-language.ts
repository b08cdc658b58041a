import type { Problem } from '../base/problem.js';
import { placesOfTexts } from '../check/text-places.js';
import { loadCatalogue, type Catalogue } from '../content/catalogue.js';
import { groupForms } from '../content/forms.js';
import { readMessages, type Message, type Messages } from '../content/json.js';
import { readLedger, type Ledger } from '../content/ledger.js';
import { isLanguageTag } from '../content/locale.js';
import type { Applied } from '../exchange/apply.js';
import { makeExchange, type Exchange } from '../exchange/exchange.js';
import { SOURCE_LANGUAGE } from '../handout/press.js';
import { builtInLabel } from '../workspace/folder.js';
import type { Workspace } from '../workspace/workspace.js';
import { UsageError } from './usage-error.js';

/** One language of a workspace as translators' files need it. */
export type TranslatedLanguage = Readonly<{
  catalogue: Catalogue;
  exchange: Exchange & Readonly<{ lang: string }>;
  /** What the folder that is written to has of it. */
  before: Applied;
  /** What keeps texts from being told whole; nothing should be written while there is any. */
  problems: readonly Problem[];
}>;

/** A translation with these is to be mended by translators; the others would make a file that can't be read back. */
const BLOCKING =
  /^(?:workspace\/|content\/(?:bad-json|not-text|bad-key|repeated-key|control-character|bad-review)$)/;

/**
 * Reads the texts of a language beside their source, and what is on record about them.
 * @param keep terms that stay as they are, besides the names of brands
 * @throws {UsageError} for what is no language, and for the source language
 */
export function openLanguage(
  workspace: Workspace,
  lang: string,
  keep: readonly string[] = [],
): TranslatedLanguage {
  if (!isLanguageTag(lang))
    throw new UsageError('--lang is no language tag.', 'Use one such as es or pt-BR.');
  if (lang === SOURCE_LANGUAGE)
    throw new UsageError('The source language is not translated.', 'Name another one with --lang.');
  const sources = workspace.readLocales([SOURCE_LANGUAGE, lang]);
  const { value: catalogue, problems } = loadCatalogue(sources.value, { sourceLang: SOURCE_LANGUAGE });
  const ledgers = workspace.readLedgers([lang]);
  const read = ledgers.value.map(({ source }) => ({ source, ...readLedger(source) }));
  const isOwn = (file: string): boolean => !file.startsWith(builtInLabel);
  const own = sources.value.filter((source) => source.lang === lang && isOwn(source.source.file));
  const names = [...workspace.brands.values()].map(({ name }) => name);
  const exchange = makeExchange(catalogue, {
    lang,
    ledger: new Map(read.flatMap(({ value }) => [...value])),
    places: placesOfTexts(workspace, catalogue),
    keep: [...new Set([...names, ...keep])],
  });
  const found = [
    ...sources.problems,
    ...problems,
    ...ledgers.problems,
    ...read.flatMap((one) => one.problems),
  ];
  return {
    catalogue,
    exchange: { ...exchange, lang },
    before: {
      own: new Map(own.map(({ namespace, source }) => [namespace, byKey(readMessages(source).messages)])),
      ledger: read.find(({ source }) => isOwn(source.file))?.value ?? (new Map() as Ledger),
      order: new Map(
        [...(catalogue.languages.get(SOURCE_LANGUAGE) ?? [])].map(([namespace, messages]) => [
          namespace,
          [...groupForms(messages).keys()],
        ]),
      ),
    },
    problems: found.filter(({ code, severity }) => severity === 'error' && BLOCKING.test(code)),
  };
}

function byKey(messages: readonly Message[]): Messages {
  return new Map(messages.map((message) => [message.key, message]));
}

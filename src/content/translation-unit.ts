import { createHash } from 'node:crypto';
import type { Catalogue } from './catalogue.js';
import type { Message, Messages } from './json.js';
import { splitPluralKey } from './plural.js';

/** The forms of one text: `form` for a text without plurals, else its plural categories. */
export type Forms = ReadonlyMap<Intl.LDMLPluralRule | 'form', Message>;

/** One text as translators work on it: with all its plural forms, in the source language and in theirs. */
export type TranslationUnit = Readonly<{
  namespace: string;
  /** Without the ending of a plural form. */
  key: string;
  source: Forms;
  /** Undefined where there is no translation. */
  target: Forms | undefined;
}>;

/** Groups messages by key, the forms of a plural together, in the order of the file. */
export function groupForms(messages: Messages): ReadonlyMap<string, Forms> {
  const groups = new Map<string, Map<Intl.LDMLPluralRule | 'form', Message>>();
  for (const message of messages.values()) {
    const { base, category } = splitPluralKey(message.key);
    const forms = groups.get(base) ?? new Map<Intl.LDMLPluralRule | 'form', Message>();
    forms.set(category ?? 'form', message);
    groups.set(base, forms);
  }
  return groups;
}

/** Lists every text of the source language beside its translation, by namespace and in the order of the source files. */
export function listUnits({ languages, sourceLang }: Catalogue, lang: string): readonly TranslationUnit[] {
  const translations = languages.get(lang);
  return [...(languages.get(sourceLang) ?? [])].flatMap(([namespace, messages]) => {
    const targets = groupForms(translations?.get(namespace) ?? new Map());
    return [...groupForms(messages)].map(([key, source]) => ({
      namespace,
      key,
      source,
      target: targets.get(key),
    }));
  });
}

/**
 * Digests a source text, so that a translation can tell later whether it was made from this very text.
 * @returns 16 hexadecimal digits of SHA-256 over the forms, their order and their categories
 */
export function sourceDigest(source: Forms): string {
  const hash = createHash('sha256');
  for (const [category, { text }] of source) hash.update(`${category}\0${text}\0`);
  return hash.digest('hex').slice(0, 16);
}

import { createHash } from 'node:crypto';
import type { Catalogue } from './catalogue.js';
import { groupForms, type Forms } from './forms.js';

/** One text as translators work on it: with all its plural forms, in the source language and in theirs. */
export type TranslationUnit = Readonly<{
  namespace: string;
  /** Without the ending of a plural form. */
  key: string;
  source: Forms;
  /** Undefined where there is no translation, or one of its forms is empty. */
  target: Forms | undefined;
}>;

/** Lists every text of the source language beside its translation, by namespace and in the order of the source files. */
export function listUnits({ languages, sourceLang }: Catalogue, lang: string): readonly TranslationUnit[] {
  const translations = languages.get(lang);
  return [...(languages.get(sourceLang) ?? [])].flatMap(([namespace, messages]) => {
    const targets = groupForms(translations?.get(namespace) ?? new Map());
    return [...groupForms(messages)].map(([key, source]) => ({
      namespace,
      key,
      source,
      target: withoutEmpty(targets.get(key)),
    }));
  });
}

/** What waits for its translation is an empty text in the file. */
function withoutEmpty(forms: Forms | undefined): Forms | undefined {
  const isWhole = forms !== undefined && [...forms.values()].every(({ text }) => text.trim() !== '');
  return isWhole ? forms : undefined;
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

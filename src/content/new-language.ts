import type { Catalogue } from './catalogue.js';
import { groupForms } from './forms.js';
import type { Messages } from './json.js';
import { pluralFormsOf } from './locale.js';

/** One locale file that waits for its translations. */
export type NewFile = Readonly<{
  /** `common`, or the id of a series. */
  namespace: string;
  /** JSON, two spaces deep. */
  text: string;
  /** How many texts there are to translate; the forms of a plural count as one. */
  count: number;
}>;

/**
 * Makes the files of a language that nobody has translated yet: every key of the source language in its order, with the plural forms
 * that the new language has, and an empty text under each. An empty text is what translators' tools take for untranslated; builds
 * report each at its own line (`content/empty-text`), and a copy of the English could be forgotten.
 * @param lang BCP 47 tag
 */
export function untranslatedFiles(catalogue: Catalogue, lang: string): readonly NewFile[] {
  const { categories } = pluralFormsOf(lang);
  return [...(catalogue.languages.get(catalogue.sourceLang) ?? [])].map(([namespace, messages]) => {
    const keys = keysOf(messages, inUsualOrder(categories));
    const text = `${JSON.stringify(nested(keys), undefined, 2)}\n`;
    return { namespace, text, count: groupForms(messages).size };
  });
}

function keysOf(messages: Messages, categories: readonly Intl.LDMLPluralRule[]): readonly string[] {
  return [...groupForms(messages)].flatMap(([base, forms]) =>
    forms.has('other') ? categories.map((category) => `${base}_${category}`) : [base],
  );
}

const USUAL_ORDER: readonly Intl.LDMLPluralRule[] = ['zero', 'one', 'two', 'few', 'many', 'other'];

function inUsualOrder(categories: readonly Intl.LDMLPluralRule[]): readonly Intl.LDMLPluralRule[] {
  return USUAL_ORDER.filter((category) => categories.includes(category));
}

type Nested = { [name: string]: string | Nested };

function nested(keys: readonly string[]): Nested {
  const root: Nested = {};
  for (const key of keys) {
    const path = key.split('.');
    let group = root;
    for (const name of path.slice(0, -1)) {
      const inner = group[name];
      if (typeof inner === 'object') group = inner;
      else group = group[name] = {};
    }
    group[path.at(-1)!] = '';
  }
  return root;
}

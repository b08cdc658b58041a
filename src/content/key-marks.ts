import type { LocaleSource } from '../base/locale-source.js';
import type { Catalogue } from './catalogue.js';
import type { Forms } from './forms.js';
import { pluralFormsOf } from './locale.js';
import { listUnits, type TranslationUnit } from './translation-unit.js';

/** A text and the number that stands before it on a proof. */
export type NumberedUnit = TranslationUnit & Readonly<{ number: number }>;

/** Numbers the texts of a language from 1, in the order of the source files: always the same number on every page of a pack. */
export function numberUnits(catalogue: Catalogue, lang: string): readonly NumberedUnit[] {
  return listUnits(catalogue, lang).map((unit, index) => ({ ...unit, number: index + 1 }));
}

/** What stands on a proof before the text of this number. */
export function keyMark(number: number): string {
  return `[${number}]`;
}

/**
 * Writes the files of a language for a proof: its number stands before each text, and what isn't translated yet is shown in the
 * source language.
 */
export function markedSources(units: readonly NumberedUnit[], lang: string): readonly LocaleSource[] {
  const { categories } = pluralFormsOf(lang);
  const namespaces = [...new Set(units.map(({ namespace }) => namespace))];
  return namespaces.map((namespace) => {
    const root: Nested = {};
    for (const unit of units) {
      if (unit.namespace !== namespace) continue;
      const forms = unit.target ?? unit.source;
      const endings = forms.has('other') ? categories : (['form'] as const);
      for (const ending of endings) {
        const key = ending === 'form' ? unit.key : `${unit.key}_${ending}`;
        put(root, key.split('.'), `${keyMark(unit.number)} ${textOf(forms, ending)}`);
      }
    }
    const file = `locales/${lang}/${namespace}.json`;
    return { lang, namespace, source: { file, text: JSON.stringify(root) } };
  });
}

/** The text of a form; without it that of the usual form. */
export function textOf(forms: Forms, form: Intl.LDMLPluralRule | 'form' = 'form'): string {
  return (forms.get(form) ?? forms.get('other') ?? [...forms.values()][0]!).text;
}

type Nested = { [name: string]: string | Nested };

function put(root: Nested, path: readonly string[], text: string): void {
  let group = root;
  for (const name of path.slice(0, -1)) {
    const inner = group[name];
    if (typeof inner === 'object') group = inner;
    else group = group[name] = {};
  }
  group[path.at(-1)!] = text;
}

import type { SourceRange } from '../base/source.js';
import type { Catalogue } from '../content/catalogue.js';
import { type ReviewState } from '../base/review-state.js';
import { stateOf, unitId, type Ledger, type Review } from '../content/ledger.js';
import { pluralFormsOf } from '../content/locale.js';
import { listUnits, sourceDigest, type TranslationUnit } from '../content/translation-unit.js';

/** A plural category, or `form` for a text without plurals. */
export type FormName = Intl.LDMLPluralRule | 'form';

/** The plural categories in CLDR's order, after the name for a text that has none. */
export const formNames: readonly FormName[] = ['form', 'zero', 'one', 'two', 'few', 'many', 'other'];

/** One form of a text in both languages, as a translator sees it. */
export type ExchangeForm = Readonly<{
  /** What is to be translated; undefined in a file that holds translations alone. */
  source: string | undefined;
  /** Undefined where there is no translation; never empty. */
  target: string | undefined;
  /** Where its translation is written, or would be. */
  at?: SourceRange;
}>;

/** One text as it goes to translators and comes back, whatever the format of the file. */
export type ExchangeUnit = Readonly<{
  /** `namespace:key`, without the ending of a plural form. */
  id: string;
  /** The forms that the target language needs, in the order of `formNames`. */
  forms: ReadonlyMap<FormName, ExchangeForm>;
  state: ReviewState;
  /** What is on record about the translation. */
  review: Review | undefined;
  /** Of the source text that the file was written from; undefined where the file doesn't say. */
  digest: string | undefined;
  /** What people wrote to each other about it, a line each. */
  notes: readonly string[];
  /** Where patients read it: handouts and places in templates, a line each. */
  context: readonly string[];
  /** How many characters there is room for. */
  maxLength: number | undefined;
  /** Names and terms of the source that stay as they are. */
  keep: readonly string[];
  /** Where the unit starts, in a file that was read. */
  at?: SourceRange;
}>;

/** Texts on their way between this program and a translator's tool. */
export type Exchange = Readonly<{
  /** BCP 47 tag; undefined in a file that doesn't say. */
  sourceLang: string | undefined;
  /** BCP 47 tag; undefined in a file that doesn't say. */
  lang: string | undefined;
  units: readonly ExchangeUnit[];
}>;

/** What the texts alone don't tell. */
export type ExchangeOptions = Readonly<{
  lang: string;
  ledger: Ledger;
  /** By unit: where it is read. */
  places?: ReadonlyMap<string, Readonly<{ context: readonly string[]; maxLength: number | undefined }>>;
  /** Brand names and terms that are the same in every language. */
  keep?: readonly string[];
}>;

/** Puts together what a translator of one language needs to know of every text, in the order of the source files. */
export function makeExchange(catalogue: Catalogue, options: ExchangeOptions): Exchange {
  const { lang, ledger, places, keep = [] } = options;
  const { categories } = pluralFormsOf(lang);
  const units = listUnits(catalogue, lang).map((unit): ExchangeUnit => {
    const id = unitId(unit);
    const sources = [...unit.source.values()].map(({ text }) => text);
    return {
      id,
      forms: formsOf(unit, categories),
      state: stateOf(unit, ledger),
      review: ledger.get(id),
      digest: sourceDigest(unit.source),
      notes: [],
      context: places?.get(id)?.context ?? [],
      maxLength: places?.get(id)?.maxLength,
      keep: keep.filter((term) => sources.some((text) => text.includes(term))),
    };
  });
  return { sourceLang: catalogue.sourceLang, lang, units };
}

function formsOf(
  { source, target }: TranslationUnit,
  categories: readonly FormName[],
): ReadonlyMap<FormName, ExchangeForm> {
  const isPlural = source.has('other');
  const [first] = source.values();
  const wanted = new Set<FormName>(isPlural ? categories : ['form']);
  // i18next takes _zero for nought in any language.
  if (isPlural && source.has('zero')) wanted.add('zero');
  for (const name of target?.keys() ?? []) wanted.add(name);
  return new Map(
    formNames
      .filter((name) => wanted.has(name))
      .map((name) => {
        const text = (source.get(name) ?? source.get('other') ?? first!).text;
        return [name, { source: text, target: target?.get(name)?.text || undefined }];
      }),
  );
}

/** Sorts units by namespace, each in the order given. */
export function byNamespace(units: readonly ExchangeUnit[]): ReadonlyMap<string, readonly ExchangeUnit[]> {
  const namespaces = new Map<string, ExchangeUnit[]>();
  for (const unit of units) {
    const namespace = unit.id.slice(0, unit.id.indexOf(':'));
    namespaces.set(namespace, [...(namespaces.get(namespace) ?? []), unit]);
  }
  return namespaces;
}

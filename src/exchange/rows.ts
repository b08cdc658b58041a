import type { Problem, Report } from '../base/problem.js';
import type { SourceRange } from '../base/source.js';
import { vouchedStates, type ReviewState } from '../base/review-state.js';
import { worstState, type Review } from '../content/ledger.js';
import { splitPluralKey } from '../content/plural.js';
import { formNames, type ExchangeForm, type ExchangeUnit, type FormName } from './exchange.js';

/** What is said about a unit besides its texts: a name and a value, both without line breaks. */
export type Fact = readonly [name: FactName, value: string];

/** What a fact may be about. `was` and `of` are the state and the source digest on record. */
export const factNames = [
  ...(['digest', 'was', 'of', 'by', 'role', 'at', 'max-length'] as const),
  ...(['keep', 'context', 'note'] as const),
];

/** One of `factNames`. */
export type FactName = (typeof factNames)[number];

/** One form of a unit: an entry of most formats. */
export type Row = ExchangeForm &
  Readonly<{
    /** `namespace:key`, with the ending of its plural form. */
    name: string;
    state: ReviewState;
    /** On the first row of a unit only, when written. */
    facts: readonly Fact[];
    /** Where the entry starts. */
    rowAt?: SourceRange;
  }>;

/** Takes a unit apart into its entries. A form without a translation is untranslated, whatever the others are. */
export function rowsOf(unit: ExchangeUnit): readonly Row[] {
  return [...unit.forms].map(([form, { source, target }], index) => ({
    name: form === 'form' ? unit.id : `${unit.id}_${form}`,
    source,
    target,
    state: target === undefined ? 'untranslated' : unit.state,
    facts: index === 0 ? factsOf(unit) : [],
  }));
}

/** Lists what is known of a unit besides its texts and its state. */
export function factsOf({ digest, review, maxLength, ...unit }: ExchangeUnit): readonly Fact[] {
  return [
    ...(digest === undefined ? [] : [['digest', digest] as const]),
    ...(review === undefined
      ? []
      : ([
          ['was', review.state],
          ['of', review.source],
          ['by', review.by],
          ['role', review.role],
          ['at', review.at],
        ] as const)),
    ...(maxLength === undefined ? [] : [['max-length', String(maxLength)] as const]),
    ...unit.keep.map((term) => ['keep', term] as const),
    ...unit.context.map((line) => ['context', line] as const),
    ...unit.notes.map((line) => ['note', line] as const),
  ];
}

/** Makes a fact of words that a file holds; undefined where the name is not one of ours. */
export function factOf(name: string, value: string): Fact | undefined {
  const known = factNames.find((fact) => fact === name);
  return known && [known, value.replace(/\s+/g, ' ').trim()];
}

/**
 * Puts the entries of a file together again, the forms of a plural into one unit, in the order of the file.
 * Reports `exchange/repeated-key`.
 */
export function unitsOf(rows: readonly Row[], report: Report): readonly ExchangeUnit[] {
  const groups = new Map<string, Map<FormName, Row>>();
  for (const row of rows) {
    const { base, category = 'form' } = splitPluralKey(row.name);
    const forms = groups.get(base) ?? new Map<FormName, Row>();
    groups.set(base, forms);
    if (forms.has(category)) report(repeated(row));
    else forms.set(category, row);
  }
  return [...groups].map(([id, forms]) => unitOf(id, forms));
}

function unitOf(id: string, forms: ReadonlyMap<FormName, Row>): ExchangeUnit {
  const rows = [...forms.values()];
  const facts = rows.flatMap((row) => row.facts);
  const all = (name: FactName): readonly string[] => [
    ...new Set(facts.flatMap(([fact, value]) => (fact === name ? [value] : []))),
  ];
  const states = rows.filter(({ target }) => target !== undefined).map(({ state }) => state);
  const maxLength = Number(all('max-length')[0]);
  const at = rows[0]!.rowAt;
  return {
    id,
    forms: new Map(
      formNames.flatMap((name) => {
        const row = forms.get(name);
        return row ? [[name, formOf(row)] as const] : [];
      }),
    ),
    state: states.length === 0 ? 'untranslated' : worstState(states),
    review: reviewOf(all),
    digest: all('digest')[0],
    notes: all('note'),
    context: all('context'),
    maxLength: Number.isInteger(maxLength) && maxLength > 0 ? maxLength : undefined,
    keep: all('keep'),
    ...(at && { at }),
  };
}

function formOf({ source, target, at }: Row): ExchangeForm {
  return { source, target: target === '' ? undefined : target, ...(at && { at }) };
}

function reviewOf(all: (name: FactName) => readonly string[]): Review | undefined {
  const [was, source, by, role, at] = (['was', 'of', 'by', 'role', 'at'] as const).map(
    (name) => all(name)[0],
  );
  const state = vouchedStates.find((known) => known === was);
  if (state === undefined || source === undefined || by === undefined) return undefined;
  if (role === undefined || at === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(at)) return undefined;
  return { source, state, by, role, at };
}

function repeated({ name, rowAt }: Row): Problem {
  return {
    code: 'exchange/repeated-key',
    severity: 'error',
    message: `The text "${name}" is in the file twice.`,
    ...(rowAt && { at: rowAt }),
    hint: 'Keep one of them.',
  };
}

import type { Problem, Report, Staged } from '../base/problem.js';
import type { Source, SourceRange } from '../base/source.js';
import { reviewStates, type ReviewState } from '../base/review-state.js';
import type { Exchange } from './exchange.js';
import { pluralFormulaOf, pluralHeader, readPluralHeader } from './plural-formula.js';
import { readPoEntries, type PoEntry, type PoField } from './po-entries.js';
import { factOf, unitsOf, type Fact, type Row } from './rows.js';

/** What the header of a file says. */
type Header = Readonly<{
  fields: ReadonlyMap<string, string>;
  at: SourceRange;
  forms: readonly (readonly Intl.LDMLPluralRule[])[] | undefined;
}>;

/**
 * Reads a PO file as this program, Poedit and Weblate write it. An entry that is fuzzy counts as a draft, another with a translation
 * as translated, unless the comment `#. state:` says more.
 * @param lang of the texts where the header doesn't say
 * @returns reports `exchange/bad-po`, `exchange/bad-plural-header` and `exchange/repeated-key`
 */
export function readPo(source: Source, lang: string | undefined): Staged<Exchange> {
  const problems: Problem[] = [];
  const report: Report = (problem) => problems.push(problem);
  const entries = readPoEntries(source, report);
  const header = readHeader(entries, lang);
  const ownLang =
    header.fields.get('language')?.replace(/[_@].*/, (rest) => rest.replaceAll('_', '-')) || undefined;
  const texts = entries.filter((entry) => !isHeader(entry));
  if (header.forms === undefined && texts.some(({ fields }) => fields.has('msgid_plural')))
    report(badHeader(header.at, ownLang ?? lang));
  const value = {
    sourceLang: header.fields.get('x-source-language'),
    lang: ownLang,
    units: unitsOf(
      texts.flatMap((entry) => rowsOfEntry(entry, header, report)),
      report,
    ),
  };
  return { value, problems };
}

function isHeader({ fields }: PoEntry): boolean {
  return fields.get('msgid')?.text === '' && !fields.has('msgctxt');
}

function readHeader(entries: readonly PoEntry[], lang: string | undefined): Header {
  const field = entries.find(isHeader)?.fields.get('msgstr');
  const fields = new Map(
    (field?.text ?? '').split('\n').map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, Math.max(0, colon)).toLowerCase(), line.slice(colon + 1).trim()] as const;
    }),
  );
  const language = fields.get('language')?.replaceAll('_', '-') || lang;
  const plural = fields.get('plural-forms');
  const forms =
    plural === undefined || language === undefined ? undefined : readPluralHeader(plural, language);
  return { fields, at: field?.at ?? entries[0]?.at ?? { file: '', line: 1, column: 1 }, forms };
}

function rowsOfEntry(entry: PoEntry, header: Header, report: Report): readonly Row[] {
  const { fields } = entry;
  const name = fields.get('msgctxt');
  const source = fields.get('msgid');
  if (name === undefined || source === undefined) {
    report(nameless(entry));
    return [];
  }
  const facts = factsOfEntry(entry);
  const rowOf = (form: Readonly<{ name: string; source: string; target: PoField | undefined }>): Row => ({
    name: form.name,
    source: form.source,
    target: form.target?.text || undefined,
    state: stateOfEntry(entry),
    facts,
    at: form.target?.at ?? source.at,
    rowAt: entry.at,
  });
  const plural = fields.get('msgid_plural');
  if (plural === undefined)
    return [rowOf({ name: name.text, source: source.text, target: fields.get('msgstr') })];
  return (header.forms ?? []).flatMap((categories, index) =>
    categories.map((category) =>
      rowOf({
        name: `${name.text}_${category}`,
        source: category === 'one' ? source.text : plural.text,
        target: fields.get(`msgstr[${index}]`),
      }),
    ),
  );
}

/** The flag wins over the comment, since a tool knows only the flag. */
function stateOfEntry({ flags, extracted }: PoEntry): ReviewState {
  const said = extracted.find((line) => line.startsWith('state: '))?.slice(7);
  const state = reviewStates.find((known) => known === said);
  const isUnsure = state === 'draft' || state === 'stale';
  if (flags.includes('fuzzy')) return isUnsure ? state : 'draft';
  return state === undefined || isUnsure ? 'translated' : state;
}

function factsOfEntry({ extracted, translator, flags }: PoEntry): readonly Fact[] {
  const limit = flags.find((flag) => flag.startsWith('max-length:'))?.slice(11);
  const made = extracted.flatMap((line) => {
    const colon = line.indexOf(': ');
    const fact = factOf(line.slice(0, Math.max(0, colon)), line.slice(colon + 2));
    return fact ? [fact] : [];
  });
  return [
    ...made,
    ...(limit === undefined ? [] : [['max-length', limit] as const]),
    ...translator.map((line) => factOf('note', line)!),
  ];
}

function nameless({ at }: PoEntry): Problem {
  return {
    code: 'exchange/bad-po',
    severity: 'error',
    message: 'This entry has no msgctxt, so nobody knows which text it is.',
    at,
    hint: 'Export the file again; the key of a text is its msgctxt.',
  };
}

function badHeader(at: SourceRange, lang: string | undefined): Problem {
  const formula = lang === undefined ? undefined : pluralFormulaOf(lang);
  return {
    code: 'exchange/bad-plural-header',
    severity: 'error',
    message: `The header Plural-Forms is missing or doesn't count as the language does${lang === undefined ? '' : ` (${lang})`}.`,
    at,
    hint: formula
      ? `Write "Plural-Forms: ${pluralHeader(formula)}\\n".`
      : 'Give each form an entry of its own.',
  };
}

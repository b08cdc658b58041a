import type { Exchange, ExchangeUnit } from './exchange.js';
import { pluralFormulaOf, pluralHeader, type PluralFormula } from './plural-formula.js';
import { factsOf, rowsOf, type Fact, type Row } from './rows.js';

const LINE_WIDTH = 76;

/**
 * Writes a PO file as Gettext does: the key is the context of a message and the source text is its id. A plural is one entry where
 * the language's formula serves exactly its forms, else an entry for each form. What is on record stands in extracted comments,
 * `#. name: value`; drafts and stale texts are fuzzy.
 * @see GNU gettext, The Format of PO Files
 */
export function writePo({ sourceLang, lang = 'und', units }: Exchange): string {
  const formula = pluralFormulaOf(lang);
  const header = [
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=UTF-8',
    'Content-Transfer-Encoding: 8bit',
    `Language: ${lang.replaceAll('-', '_')}`,
    ...(formula ? [`Plural-Forms: ${pluralHeader(formula)}`] : []),
    `X-Source-Language: ${sourceLang ?? ''}`,
    '',
  ];
  const head = ['msgid ""', 'msgstr ""', ...header.slice(0, -1).map((line) => quote(`${line}\n`))].join('\n');
  const entries = units.flatMap((unit) => {
    const group = formula && pluralEntry(unit, formula);
    return group === undefined ? rowsOf(unit).map((row) => singleEntry(unit, row)) : [group];
  });
  return `${[head, ...entries].join('\n\n')}\n`;
}

function pluralEntry(unit: ExchangeUnit, { forms }: PluralFormula): string | undefined {
  const [one, several] = [unit.forms.get('one')?.source, unit.forms.get('other')?.source];
  const plural = several ?? unit.forms.get(forms.at(-1)!)?.source;
  const singular = one ?? plural;
  const isWhole =
    unit.forms.size === forms.length &&
    forms.every((form) => unit.forms.get(form)?.source === (form === 'one' ? singular : plural));
  if (!isWhole || plural === undefined || singular === undefined) return undefined;
  const lines = [
    ...comments(unit, factsOf(unit)),
    field('msgctxt', unit.id),
    field('msgid', singular),
    field('msgid_plural', plural),
    ...forms.map((form, index) => field(`msgstr[${index}]`, unit.forms.get(form)?.target ?? '')),
  ];
  return lines.join('\n');
}

function singleEntry(unit: ExchangeUnit, row: Row): string {
  const lines = [
    ...comments({ ...unit, state: row.state }, row.facts),
    field('msgctxt', row.name),
    field('msgid', row.source ?? ''),
    field('msgstr', row.target ?? ''),
  ];
  return lines.join('\n');
}

function comments(
  unit: Pick<ExchangeUnit, 'state' | 'maxLength'>,
  facts: readonly Fact[],
): readonly string[] {
  const flags = [
    ...(unit.state === 'draft' || unit.state === 'stale' ? ['fuzzy'] : []),
    ...(unit.maxLength === undefined ? [] : [`max-length:${unit.maxLength}`]),
  ];
  return [
    ...facts.filter(([name]) => name === 'note').map(([, value]) => `# ${value}`),
    ...(unit.state === 'untranslated' ? [] : [`#. state: ${unit.state}`]),
    ...facts
      .filter(([name]) => name !== 'note' && name !== 'max-length')
      .map(([name, value]) => `#. ${name}: ${value}`),
    ...(flags.length === 0 ? [] : [`#, ${flags.join(', ')}`]),
  ];
}

function field(name: string, text: string): string {
  if (name.length + text.length + 3 <= LINE_WIDTH) return `${name} ${quote(text)}`;
  return [`${name} ""`, ...wrap(text).map(quote)].join('\n');
}

/** Parts a text behind spaces, so that its lines join to it again. */
function wrap(text: string): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.match(/[^ ]* */g) ?? []) {
    if (line !== '' && line.length + word.length > LINE_WIDTH) {
      lines.push(line);
      line = '';
    }
    line += word;
  }
  return line === '' ? lines : [...lines, line];
}

function quote(text: string): string {
  const escaped = text.replace(/[\\"]/g, '\\$&').replaceAll('\n', '\\n').replaceAll('\t', '\\t');
  return `"${escaped.replaceAll('\r', '\\r')}"`;
}

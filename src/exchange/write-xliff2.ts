import type { ReviewState } from '../base/review-state.js';
import { byNamespace, type Exchange, type ExchangeUnit } from './exchange.js';
import { CodeNumbers, piecesOf, type Piece } from './inline.js';
import { rowsOf, type Fact, type Row } from './rows.js';
import { escapeXml, tag } from './xml.js';

/** How each state is written: the state of XLIFF, and where that isn't enough, a state below it. */
export const xliff2States: Readonly<Record<ReviewState, readonly [state: string, subState?: string]>> = {
  untranslated: ['initial'],
  stale: ['translated', 'handout:stale'],
  draft: ['translated', 'handout:draft'],
  translated: ['translated'],
  reviewed: ['reviewed'],
  approved: ['final'],
};

/** How the tags of a translation are called in XLIFF 2. */
const pairKinds = {
  strong: { type: 'fmt', subType: 'xlf:b' },
  em: { type: 'fmt', subType: 'xlf:i' },
  bdi: { type: 'other', subType: 'handout:bdi' },
} as const;

/**
 * Writes XLIFF 2.1: a file for each namespace, a unit for each text, and a group of units for a plural. Placeholders and tags
 * are inline codes; what is on record stands in the metadata module, and limits in the size restriction module.
 * @see XLIFF Version 2.1, OASIS Standard, 2018
 */
export function writeXliff2({ sourceLang = '', lang, units }: Exchange): string {
  const namespaces = byNamespace(units);
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    tag('xliff', {
      xmlns: 'urn:oasis:names:tc:xliff:document:2.0',
      'xmlns:mda': 'urn:oasis:names:tc:xliff:metadata:2.0',
      'xmlns:slr': 'urn:oasis:names:tc:xliff:sizerestriction:2.0',
      version: '2.1',
      srcLang: sourceLang,
      trgLang: lang,
    }),
  ];
  for (const [namespace, texts] of namespaces) {
    lines.push(`  ${tag('file', { id: namespace, original: `locales/${sourceLang}/${namespace}.json` })}`);
    lines.push(`    ${tag('slr:profiles', { generalProfile: 'xliff:codepoints' }, true)}`);
    for (const unit of texts) lines.push(...writeUnit(unit));
    lines.push('  </file>');
  }
  return `${[...lines, '</xliff>'].join('\n')}\n`;
}

function writeUnit(unit: ExchangeUnit): readonly string[] {
  const rows = rowsOf(unit);
  if (unit.forms.has('form') && rows.length === 1) return writeRow(unit, rows[0]!, '    ');
  return [
    `    ${tag('group', { id: unit.id, name: unit.id, type: 'handout:plural' })}`,
    ...rows.flatMap((row) => writeRow(unit, row, '      ')),
    '    </group>',
  ];
}

function writeRow(unit: ExchangeUnit, row: Row, indent: string): readonly string[] {
  const writer = new InlineWriter();
  const source = writer.write(piecesOf(row.source ?? '', unit.keep));
  writer.startTarget();
  const target = row.target === undefined ? undefined : writer.write(piecesOf(row.target, unit.keep));
  const [state, subState] = xliff2States[row.state];
  const limit = unit.maxLength === undefined ? undefined : String(unit.maxLength);
  const lines = [
    tag('unit', { id: row.name, name: row.name, 'xml:space': 'preserve', 'slr:sizeRestriction': limit }),
    ...writeFacts(row.facts),
    ...writeData(writer.data),
    `  ${tag('segment', { state, subState })}`,
    `    <source>${source}</source>`,
    ...(target === undefined ? [] : [`    <target>${target}</target>`]),
    '  </segment>',
    '</unit>',
  ];
  return lines.map((line) => indent + line);
}

function writeFacts(facts: readonly Fact[]): readonly string[] {
  const isNote = ([name]: Fact): boolean => name === 'note' || name === 'context';
  const meta = facts
    .filter((fact) => !isNote(fact) && fact[0] !== 'max-length')
    .map(([type, value]) => `      ${tag('mda:meta', { type })}${escapeXml(value)}</mda:meta>`);
  const notes = facts
    .filter(isNote)
    .map(([category, value]) => `    ${tag('note', { category })}${escapeXml(value)}</note>`);
  const group = tag('mda:metaGroup', { category: 'handout' });
  return [
    ...(meta.length === 0
      ? []
      : ['  <mda:metadata>', `    ${group}`, ...meta, '    </mda:metaGroup>', '  </mda:metadata>']),
    ...(notes.length === 0 ? [] : ['  <notes>', ...notes, '  </notes>']),
  ];
}

function writeData(data: ReadonlyMap<string, string>): readonly string[] {
  if (data.size === 0) return [];
  const lines = [...data].map(([text, id]) => `    ${tag('data', { id })}${escapeXml(text)}</data>`);
  return ['  <originalData>', ...lines, '  </originalData>'];
}

class InlineWriter {
  /** What codes stand for, by its text: the id of its data. */
  readonly data = new Map<string, string>();
  readonly #numbers = new CodeNumbers();
  #isTarget = false;
  #marks = 0;

  startTarget(): void {
    this.#isTarget = true;
    this.#numbers.startTarget();
  }

  write(pieces: readonly Piece[]): string {
    return pieces.map((piece) => this.#writePiece(piece)).join('');
  }

  #writePiece(piece: Piece): string {
    switch (piece.kind) {
      case 'words':
        return escapeXml(piece.text);
      case 'keep': {
        const id = `m${++this.#marks}`;
        return `${tag('mrk', { id, translate: 'no' })}${escapeXml(piece.text)}</mrk>`;
      }
      case 'code': {
        const shown = { equiv: piece.data, disp: piece.data };
        const id = this.#number(piece.data);
        return tag('ph', { id, canDelete: 'no', ...shown, dataRef: this.#dataOf(piece.data) }, true);
      }
      case 'pair': {
        const id = this.#number(piece.open);
        const refs = { dataRefStart: this.#dataOf(piece.open), dataRefEnd: this.#dataOf(piece.close) };
        const shown = { dispStart: piece.open, dispEnd: piece.close };
        return `${tag('pc', { id, ...pairKinds[piece.name], ...shown, ...refs })}${this.write(piece.pieces)}</pc>`;
      }
    }
  }

  #number(data: string): string {
    return String(this.#isTarget ? this.#numbers.ofTarget(data) : this.#numbers.ofSource(data));
  }

  #dataOf(text: string): string {
    const id = this.data.get(text) ?? `d${this.data.size + 1}`;
    this.data.set(text, id);
    return id;
  }
}

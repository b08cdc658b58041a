import type { ReviewState } from '../base/review-state.js';
import { byNamespace, type Exchange, type ExchangeUnit } from './exchange.js';
import { CodeNumbers, piecesOf, type Piece } from './inline.js';
import { rowsOf, type Fact, type Row } from './rows.js';
import { escapeXml, tag } from './xml.js';

/** How each state is written: the state of a target, and where that isn't enough, its qualifier. */
export const xliff12States: Readonly<Record<ReviewState, readonly [state: string, qualifier?: string]>> = {
  untranslated: ['new'],
  stale: ['needs-translation', 'x-stale'],
  draft: ['needs-review-translation'],
  translated: ['translated'],
  reviewed: ['signed-off'],
  approved: ['final'],
};

/** How the tags of a translation are called in XLIFF 1.2. */
export const pairTypes: Readonly<Record<string, string>> = {
  '<strong>': 'bold',
  '<em>': 'italic',
  '<bdi>': 'x-bdi',
  '<bdi class="no-break">': 'x-bdi-no-break',
};

/**
 * Writes XLIFF 1.2: a file for each namespace, a trans-unit for each text, and a group of them for a plural. Placeholders are
 * `ph`, tags `g`; what is on record stands in a context group.
 * @see XLIFF Version 1.2, OASIS Standard, 2008, and its representation guide for Gettext PO
 */
export function writeXliff12({ sourceLang = '', lang, units }: Exchange): string {
  const namespaces = byNamespace(units);
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    tag('xliff', { xmlns: 'urn:oasis:names:tc:xliff:document:1.2', version: '1.2' }),
  ];
  for (const [namespace, texts] of namespaces) {
    const original = `locales/${sourceLang}/${namespace}.json`;
    const languages = { 'source-language': sourceLang, 'target-language': lang };
    lines.push(`  ${tag('file', { original, ...languages, datatype: 'plaintext' })}`, '    <body>');
    for (const unit of texts) lines.push(...writeUnit(unit));
    lines.push('    </body>', '  </file>');
  }
  return `${[...lines, '</xliff>'].join('\n')}\n`;
}

function writeUnit(unit: ExchangeUnit): readonly string[] {
  const rows = rowsOf(unit);
  if (unit.forms.has('form') && rows.length === 1) return writeRow(unit, rows[0]!, '      ');
  return [
    `      ${tag('group', { id: unit.id, resname: unit.id, restype: 'x-gettext-plurals' })}`,
    ...rows.flatMap((row) => writeRow(unit, row, '        ')),
    '      </group>',
  ];
}

function writeRow(unit: ExchangeUnit, row: Row, indent: string): readonly string[] {
  const numbers = new CodeNumbers();
  const source = writePieces(piecesOf(row.source ?? '', unit.keep), (data) => numbers.ofSource(data));
  numbers.startTarget();
  const target = row.target && writePieces(piecesOf(row.target, unit.keep), (data) => numbers.ofTarget(data));
  const [state, qualifier] = xliff12States[row.state];
  const limit = unit.maxLength === undefined ? undefined : String(unit.maxLength);
  const lines = [
    tag('trans-unit', {
      id: row.name,
      resname: row.name,
      'xml:space': 'preserve',
      approved: row.state === 'approved' ? 'yes' : 'no',
      maxwidth: limit,
      'size-unit': limit && 'char',
    }),
    `  <source>${source}</source>`,
    ...(target === undefined
      ? []
      : [`  ${tag('target', { state, 'state-qualifier': qualifier })}${target}</target>`]),
    ...writeFacts(row.facts),
    '</trans-unit>',
  ];
  return lines.map((line) => indent + line);
}

function writeFacts(facts: readonly Fact[]): readonly string[] {
  const isNote = ([name]: Fact): boolean => name === 'note' || name === 'context';
  const contexts = facts
    .filter((fact) => !isNote(fact) && fact[0] !== 'max-length')
    .map(
      ([name, value]) =>
        `    ${tag('context', { 'context-type': `x-handout-${name}` })}${escapeXml(value)}</context>`,
    );
  const notes = facts
    .filter(isNote)
    .map(([from, value]) => `  ${tag('note', { from })}${escapeXml(value)}</note>`);
  const group = tag('context-group', { name: 'handout', purpose: 'information' });
  return [...(contexts.length === 0 ? [] : [`  ${group}`, ...contexts, '  </context-group>']), ...notes];
}

function writePieces(pieces: readonly Piece[], number: (data: string) => number): string {
  const write = (piece: Piece): string => {
    switch (piece.kind) {
      case 'words':
        return escapeXml(piece.text);
      case 'keep':
        return `${tag('mrk', { mtype: 'protected' })}${escapeXml(piece.text)}</mrk>`;
      case 'code': {
        const id = String(number(piece.data));
        return `${tag('ph', { id, 'equiv-text': piece.data })}${escapeXml(piece.data)}</ph>`;
      }
      case 'pair': {
        const attributes = { id: String(number(piece.open)), ctype: pairTypes[piece.open] };
        return `${tag('g', attributes)}${piece.pieces.map(write).join('')}</g>`;
      }
    }
  };
  return pieces.map(write).join('');
}

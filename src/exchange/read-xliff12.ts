import type { Problem, Report, Staged } from '../base/problem.js';
import { rangeAt, type Source } from '../base/source.js';
import type { ReviewState } from '../base/review-state.js';
import type { Exchange } from './exchange.js';
import {
  nativeCode,
  qualifiedName,
  readInline,
  wordsAt,
  type Code,
  type CodeReader,
  type KnownCodes,
} from './read-inline.js';
import { factOf, unitsOf, type Fact, type Row } from './rows.js';
import { pairTypes, xliff12States } from './write-xliff12.js';
import { childrenOf, wordsOf, type Element } from './xml.js';

/**
 * Reads XLIFF 1.2 as this program, Weblate, Crowdin and OmegaT write it. A translation without a state counts as translated;
 * one that is approved, as approved.
 * @param root the outermost element; reports `exchange/unknown-code` and `exchange/repeated-key`
 */
export function readXliff12(root: Element, source: Source): Staged<Exchange> {
  const problems: Problem[] = [];
  const report: Report = (problem) => problems.push(problem);
  const files = childrenOf(root, 'file');
  const reader = codeReader(source);
  const rows = files.flatMap((file) => {
    const original = file.attributes.get('original') ?? '';
    return childrenOf(file, 'body')
      .flatMap(unitElements)
      .map((unit) => readUnit(unit, { reader, original }, report));
  });
  const value = {
    sourceLang: files[0]?.attributes.get('source-language'),
    lang: files[0]?.attributes.get('target-language'),
    units: unitsOf(rows, report),
  };
  return { value, problems };
}

/** The units of a body, also those in groups. */
function unitElements(parent: Element): readonly Element[] {
  return childrenOf(parent, 'trans-unit', 'group').flatMap((child) =>
    child.name === 'group' ? unitElements(child) : [child],
  );
}

function readUnit(
  unit: Element,
  { reader, original }: Readonly<{ reader: CodeReader; original: string }>,
  report: Report,
): Row {
  const known: KnownCodes = new Map();
  const [from] = childrenOf(unit, 'source');
  const [to] = childrenOf(unit, 'target');
  const text = from && readInline(from, { reader, known }, report);
  const name = unit.attributes.get('resname') ?? unit.attributes.get('id') ?? '';
  return {
    name: qualifiedName(name, original),
    source: text ?? '',
    target: to && (readInline(to, { reader, known }, report) || undefined),
    state: stateOfUnit(unit, to),
    facts: factsOfUnit(unit),
    at: wordsAt(reader.source, to ?? from ?? unit),
    rowAt: rangeAt(reader.source, unit.offset),
  };
}

function stateOfUnit(unit: Element, target: Element | undefined): ReviewState {
  const state = target?.attributes.get('state');
  const isApproved = unit.attributes.get('approved') === 'yes';
  if (state === undefined || (isApproved && state === 'translated'))
    return isApproved ? 'approved' : 'translated';
  const qualifier = target?.attributes.get('state-qualifier');
  const states = Object.entries(xliff12States) as [ReviewState, readonly [string, string?]][];
  const found =
    states.find(([, [name, more]]) => name === state && more === qualifier) ??
    states.find(([, [name, more]]) => name === state && more === undefined);
  return found === undefined || found[0] === 'untranslated' ? 'draft' : found[0];
}

function factsOfUnit(unit: Element): readonly Fact[] {
  const limit = unit.attributes.get('size-unit') === 'char' ? unit.attributes.get('maxwidth') : undefined;
  const contexts = childrenOf(unit, 'context-group').flatMap((group) => childrenOf(group, 'context'));
  return [
    ...contexts.flatMap((context) => {
      const type = context.attributes.get('context-type') ?? '';
      const made = type.startsWith('x-handout-') ? factOf(type.slice(10), wordsOf(context)) : undefined;
      return made ? [made] : [];
    }),
    ...(limit === undefined ? [] : [['max-length', limit] as const]),
    ...childrenOf(unit, 'note').map((note): Fact => {
      return factOf(note.attributes.get('from') === 'context' ? 'context' : 'note', wordsOf(note))!;
    }),
  ];
}

const openTags = new Map(Object.entries(pairTypes).map(([open, type]) => [type, open]));

function codeReader(source: Source): CodeReader {
  return {
    source,
    codeOf: (element): Code | undefined => {
      const shown = element.attributes.get('equiv-text');
      if (element.name === 'g') {
        const open = openTags.get(element.attributes.get('ctype') ?? '') ?? shown;
        const name = /^<([a-z]+)/.exec(open ?? '')?.[1];
        return open === undefined || name === undefined ? undefined : { open, close: `</${name}>` };
      }
      return nativeCode(element) ?? (shown === undefined ? undefined : { open: shown, close: '' });
    },
    isTransparent: ({ name }) => name === 'mrk',
    isNative: ({ name }) => name !== 'g',
  };
}

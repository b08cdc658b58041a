import type { Problem, Report, Staged } from '../base/problem.js';
import { rangeAt, type Source } from '../base/source.js';
import { type ReviewState } from '../base/review-state.js';
import { worstState } from '../content/ledger.js';
import type { Exchange } from './exchange.js';
import { qualifiedName, readInline, wordsAt, type CodeReader, type KnownCodes } from './read-inline.js';
import { factOf, unitsOf, type Fact, type Row } from './rows.js';
import { xliff2States } from './write-xliff2.js';
import { childrenOf, wordsOf, type Element } from './xml.js';

/**
 * Reads XLIFF 2.0 and 2.1. All segments of a unit are joined, so that none is lost. A translation without a state counts as
 * translated.
 * @param root the outermost element; reports `exchange/unknown-code` and `exchange/repeated-key`
 */
export function readXliff2(root: Element, source: Source): Staged<Exchange> {
  const problems: Problem[] = [];
  const report: Report = (problem) => problems.push(problem);
  const rows = childrenOf(root, 'file').flatMap((file) => {
    const original = file.attributes.get('original') ?? file.attributes.get('id') ?? '';
    return unitElements(file).map((unit) => readUnit(unit, { source, original }, report));
  });
  const value = {
    sourceLang: root.attributes.get('srcLang'),
    lang: root.attributes.get('trgLang'),
    units: unitsOf(rows, report),
  };
  return { value, problems };
}

/** The units of a file, also those in groups. */
function unitElements(parent: Element): readonly Element[] {
  return childrenOf(parent, 'unit', 'group').flatMap((child) =>
    child.name === 'group' ? unitElements(child) : [child],
  );
}

function readUnit(
  unit: Element,
  { source, original }: Readonly<{ source: Source; original: string }>,
  report: Report,
): Row {
  const known: KnownCodes = new Map();
  const reading = { reader: codeReader(unit, source), known };
  const segments = childrenOf(unit, 'segment', 'ignorable').map((segment) => {
    const [from] = childrenOf(segment, 'source');
    const [to] = childrenOf(segment, 'target');
    const text = from && readInline(from, reading, report);
    return { segment, from, to, source: text ?? '' };
  });
  // The codes of every segment's source are known before a translation repeats one.
  const targets = segments.map(({ segment, to, source: text }) => {
    if (to) return readInline(to, reading, report);
    return segment.name === 'ignorable' ? text : undefined;
  });
  const translated = segments.filter(({ segment }) => segment.name === 'segment');
  const isWhole = translated.every(({ to }) => to !== undefined && wordsOrCodes(to));
  const first = segments.find(({ to }) => to !== undefined)?.to ?? segments[0]?.from ?? unit;
  const name = unit.attributes.get('name') ?? unit.attributes.get('id') ?? '';
  return {
    name: qualifiedName(name, original),
    source: segments.map((segment) => segment.source).join(''),
    target: isWhole && translated.length > 0 ? targets.join('') : undefined,
    state: worstState(translated.map(({ segment }) => stateOfSegment(segment))),
    facts: factsOfUnit(unit),
    at: wordsAt(source, first),
    rowAt: rangeAt(source, unit.offset),
  };
}

function wordsOrCodes({ children }: Element): boolean {
  return children.length > 0;
}

function stateOfSegment({ attributes }: Element): ReviewState {
  const [state, subState] = [attributes.get('state') ?? 'translated', attributes.get('subState')];
  const states = Object.entries(xliff2States) as [ReviewState, readonly [string, string?]][];
  const exact = states.find(([, [name, below]]) => name === state && below === subState);
  const near = exact ?? states.find(([, [name, below]]) => name === state && below === undefined);
  // A text that somebody began but didn't call translated.
  return near === undefined || near[0] === 'untranslated' ? 'draft' : near[0];
}

function factsOfUnit(unit: Element): readonly Fact[] {
  const limit = unit.attributes.get('sizeRestriction')?.split(',').at(-1);
  const meta = childrenOf(unit, 'metadata')
    .flatMap((metadata) => childrenOf(metadata, 'metaGroup'))
    .filter(({ attributes }) => attributes.get('category') === 'handout')
    .flatMap((group) => childrenOf(group, 'meta'));
  const notes = childrenOf(unit, 'notes').flatMap((list) => childrenOf(list, 'note'));
  return [
    ...meta.flatMap((fact) => {
      const made = factOf(fact.attributes.get('type') ?? '', wordsOf(fact));
      return made ? [made] : [];
    }),
    ...(limit === undefined ? [] : [['max-length', limit] as const]),
    ...notes.map((note): Fact => {
      const isContext = note.attributes.get('category') === 'context';
      return factOf(isContext ? 'context' : 'note', wordsOf(note))!;
    }),
  ];
}

function codeReader(unit: Element, source: Source): CodeReader {
  const data = new Map(
    childrenOf(unit, 'originalData')
      .flatMap((list) => childrenOf(list, 'data'))
      .map((entry) => [entry.attributes.get('id'), wordsOf(entry)]),
  );
  const find = (element: Element, ref: string, ...shown: readonly string[]): string | undefined => {
    const id = element.attributes.get(ref);
    const words = id === undefined ? undefined : data.get(id);
    return words ?? shown.map((name) => element.attributes.get(name)).find((text) => text !== undefined);
  };
  return {
    source,
    codeOf: (element) => {
      if (element.name === 'cp') {
        const digits = Number.parseInt(element.attributes.get('hex') ?? '', 16);
        return digits <= 0x10ffff ? { open: String.fromCodePoint(digits), close: '' } : undefined;
      }
      if (element.name === 'pc') {
        const open = find(element, 'dataRefStart', 'dispStart', 'equivStart');
        const close = find(element, 'dataRefEnd', 'dispEnd', 'equivEnd');
        return open === undefined || close === undefined ? undefined : { open, close };
      }
      const open = find(element, 'dataRef', 'equiv', 'disp');
      return open === undefined ? undefined : { open, close: '' };
    },
    isTransparent: ({ name }) => name === 'mrk' || name === 'sm' || name === 'em',
    isNative: ({ name }) => name !== 'pc',
  };
}

import { SCHEMA_KEY } from '../base/json-schema.js';
import type { Problem, Report, Staged } from '../base/problem.js';
import { reviewStates, vouchedStates, type ReviewState, type VouchedState } from '../base/review-state.js';
import type { Source } from '../base/source.js';
import { readMessages, type Message } from './json.js';
import { sourceDigest, type TranslationUnit } from './translation-unit.js';

/** What is on record about one translation. */
export type Review = Readonly<{
  /** Digest of the source text that the translation was made from. */
  source: string;
  state: VouchedState;
  /** Who vouches for it: a name or an account, never a patient's. */
  by: string;
  /** In which role: `machine`, `translator`, `reviewer`, `clinician` … */
  role: string;
  /** The day, `YYYY-MM-DD`. */
  at: string;
}>;

/** The reviews of one language, by `namespace:key`; a plural's forms have one key. */
export type Ledger = ReadonlyMap<string, Review>;

/** The fields of a review, in the order in which they are written. */
export const reviewFields = ['source', 'state', 'by', 'role', 'at'] as const;

/** A day as `YYYY-MM-DD`. */
export const DAY_PATTERN = /^\d{4}-\d{2}-\d{2}$/;

/**
 * Reads a review ledger, `locales/<lang>/review.json`: namespaces and keys nested as in the locale files, and under each key the
 * five fields of a review.
 * @returns the reviews that are whole; reports `content/bad-review` and what `readMessages` does
 */
export function readLedger(source: Source): Staged<Ledger> {
  const whole = readWhole(source.text);
  return whole === undefined ? readCarefully(source) : { value: whole, problems: [] };
}

/** Reads a ledger without any fault several times as fast, since the language of every handout needs its own. */
function readWhole(text: string): Ledger | undefined {
  const ledger = new Map<string, Review>();
  const read = (value: unknown, path: readonly string[]): boolean => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
    if (path.length > 1 && isReview(value)) {
      const { source, state, by, role, at } = value;
      ledger.set(nameOfPath(path), { source, state, by, role, at });
      return true;
    }
    return Object.entries(value).every(([name, inner]) =>
      NAME.test(name)
        ? read(inner, [...path, name])
        : path.length === 0 && name === SCHEMA_KEY && typeof inner === 'string',
    );
  };
  try {
    if (!read(JSON.parse(text), [])) return undefined;
  } catch {
    return undefined;
  }
  // A review that is written twice is there only once; whatever else the word stands for only costs time.
  return text.split('"source"').length - 1 === ledger.size ? ledger : undefined;
}

const NAME = /^[A-Za-z0-9-]+$/;

function isReview(value: object): value is Review {
  const record = value as Readonly<Record<string, unknown>>;
  return (
    Object.keys(value).length === reviewFields.length &&
    reviewFields.every((name) => typeof record[name] === 'string') &&
    isVouchedState(String(record['state'])) &&
    DAY_PATTERN.test(String(record['at']))
  );
}

function nameOfPath([namespace, ...key]: readonly string[]): string {
  return `${namespace}:${key.join('.')}`;
}

function readCarefully(source: Source): Staged<Ledger> {
  const { messages, problems: found } = readMessages(source);
  const problems: Problem[] = [...found];
  const records = new Map<string, Map<string, Message>>();
  for (const message of messages) {
    const end = message.key.lastIndexOf('.');
    const id = message.key.slice(0, Math.max(end, 0)).replace('.', ':');
    const record = records.get(id) ?? new Map<string, Message>();
    record.set(message.key.slice(end + 1), message);
    records.set(id, record);
  }
  const ledger = new Map<string, Review>();
  for (const [id, record] of records) {
    const review = readReview(id, record, (problem) => problems.push(problem));
    if (review) ledger.set(id, review);
  }
  return { value: ledger, problems };
}

function readReview(id: string, record: ReadonlyMap<string, Message>, report: Report): Review | undefined {
  const [first] = [...record.values()];
  const refuse = (message: string, at = first!.at): undefined => {
    report({
      code: 'content/bad-review',
      severity: 'error',
      message,
      at,
      hint: `A review has the fields ${reviewFields.join(', ')}; its state is ${vouchedStates.join(', ')}.`,
    });
  };
  const strange = [...record.keys()].find(
    (name) => !reviewFields.includes(name as (typeof reviewFields)[number]),
  );
  if (strange !== undefined)
    return refuse(`The review of "${id}" has a field "${strange}".`, record.get(strange)!.keyAt);
  const missing = reviewFields.find((name) => !record.has(name));
  if (missing !== undefined) return refuse(`The review of "${id}" has no field "${missing}".`);
  const [source, state, by, role, at] = reviewFields.map((name) => record.get(name)!) as [
    Message,
    Message,
    Message,
    Message,
    Message,
  ];
  if (!isVouchedState(state.text)) return refuse(`"${state.text}" is no state of a review.`, state.at);
  if (!DAY_PATTERN.test(at.text)) return refuse(`"${at.text}" is no day such as 2026-01-31.`, at.at);
  return { source: source.text, state: state.text, by: by.text, role: role.text, at: at.text };
}

function isVouchedState(text: string): text is VouchedState {
  return (vouchedStates as readonly string[]).includes(text);
}

/**
 * Finds the state of a translation. A translation that is on no record is a draft: nobody has vouched for it.
 */
export function stateOf(unit: TranslationUnit, ledger: Ledger): ReviewState {
  if (unit.target === undefined) return 'untranslated';
  const review = ledger.get(unitId(unit));
  if (review === undefined) return 'draft';
  return review.source === sourceDigest(unit.source) ? review.state : 'stale';
}

/** The name of a unit in a ledger. */
export function unitId({ namespace, key }: Pick<TranslationUnit, 'namespace' | 'key'>): string {
  return `${namespace}:${key}`;
}

/** The worst of some states; `approved` of none. */
export function worstState(states: Iterable<ReviewState>): ReviewState {
  let worst = reviewStates.length - 1;
  for (const state of states) worst = Math.min(worst, reviewStates.indexOf(state));
  return reviewStates[worst]!;
}

/** Writes a ledger as `readLedger` reads it: a review to a line, in the order given. */
export function writeLedger(ledger: Ledger): string {
  const root: Tree = new Map();
  for (const [id, review] of ledger) {
    const names = id.replace(':', '.').split('.');
    const parent = names.slice(0, -1).reduce<Tree>((tree, name) => {
      const known = tree.get(name);
      if (known instanceof Map) return known;
      const made: Tree = new Map();
      tree.set(name, made);
      return made;
    }, root);
    parent.set(names.at(-1)!, review);
  }
  return `${writeTree(root, '')}\n`;
}

type Tree = Map<string, Tree | Review>;

function writeTree(tree: Tree, indent: string): string {
  const inner = `${indent}  `;
  const lines = [...tree].map(([name, value]) => {
    const written = value instanceof Map ? writeTree(value, inner) : writeReview(value);
    return `${inner}${JSON.stringify(name)}: ${written}`;
  });
  return `{\n${lines.join(',\n')}\n${indent}}`;
}

function writeReview(review: Review): string {
  return `{ ${reviewFields.map((name) => `"${name}": ${JSON.stringify(review[name])}`).join(', ')} }`;
}

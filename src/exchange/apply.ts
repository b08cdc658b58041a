import type { Messages } from '../content/json.js';
import { groupForms, type Forms } from '../content/forms.js';
import { vouchedStates, type VouchedState } from '../base/review-state.js';
import { type Ledger, type Review } from '../content/ledger.js';
import type { AcceptedUnit } from './accept.js';
import { formNames, type ExchangeUnit } from './exchange.js';

/** Who vouches for what comes back, and whether the file may say so itself. */
export type Vouching = Readonly<{
  by: string;
  role: string;
  /** The day, `YYYY-MM-DD`. */
  at: string;
  /** Takes what the file says of reviews as it is, even an approval. Else a file may claim `reviewed` at most. */
  trustStates: boolean;
}>;

/** What the program has of one language before an import. */
export type Applied = Readonly<{
  /** The texts of the folder that is written to, by namespace. */
  own: ReadonlyMap<string, Messages>;
  ledger: Ledger;
  /** Namespaces and their keys in the order of the source language, without endings of plurals. */
  order: ReadonlyMap<string, readonly string[]>;
}>;

/** What is to be written, and what changed. */
export type Application = Readonly<{
  /** The text of each locale file that changes, by namespace. */
  files: ReadonlyMap<string, string>;
  /** Undefined where nothing on record changes. */
  ledger: Ledger | undefined;
  /** Units whose texts change. */
  changed: readonly string[];
  /** Units of which only the record changes. */
  marked: readonly string[];
}>;

/**
 * Lays translations that were accepted over what there is. A text that comes back as it was keeps its place on record, unless the
 * file claims a better state.
 */
export function applyUnits(units: readonly AcceptedUnit[], before: Applied, vouching: Vouching): Application {
  const ledger = new Map(before.ledger);
  const changed: string[] = [];
  const marked: string[] = [];
  const texts = new Map<string, Map<string, ExchangeUnit>>();
  for (const { unit, current } of units) {
    const isSame = sameTexts(unit, current);
    const review = reviewOf(unit, { current, isSame, vouching });
    const namespace = unit.id.slice(0, unit.id.indexOf(':'));
    if (!isSame) {
      changed.push(unit.id);
      const known = texts.get(namespace) ?? new Map<string, ExchangeUnit>();
      texts.set(namespace, known.set(unit.id.slice(namespace.length + 1), unit));
    }
    // What is on record in a folder below needn't be repeated for a text that is still its own.
    const known = ledger.get(unit.id) ?? (isSame ? current.review : undefined);
    if (review === undefined || sameReview(review, known)) continue;
    ledger.set(unit.id, review);
    if (isSame) marked.push(unit.id);
  }
  const files = new Map(
    [...texts].map(([namespace, unitsOfFile]) => [
      namespace,
      writeLocale(before.own.get(namespace) ?? new Map(), unitsOfFile, before.order.get(namespace) ?? []),
    ]),
  );
  const isMarked = marked.length > 0 || changed.length > 0;
  return { files, ledger: isMarked ? inOrder(ledger, before.order) : undefined, changed, marked };
}

function sameTexts(unit: ExchangeUnit, current: ExchangeUnit): boolean {
  return [...unit.forms].every(([name, { target }]) => target === current.forms.get(name)?.target);
}

type Before = Readonly<{ current: ExchangeUnit; isSame: boolean; vouching: Vouching }>;

/** What goes on record; undefined where nothing new does. */
function reviewOf(unit: ExchangeUnit, { current, isSame, vouching }: Before): Review | undefined {
  const { trustStates, ...who } = vouching;
  if (trustStates && unit.review && saysAsReviewed(unit)) return unit.review;
  const claimed = vouchedStates.find((state) => state === unit.state);
  if (isSame && (claimed === undefined || unit.state === current.state)) return undefined;
  const state = capped(claimed ?? 'translated', trustStates);
  const known = vouchedStates.findIndex((name) => name === current.state);
  if (isSame && known >= vouchedStates.indexOf(state)) return undefined;
  return { source: current.digest!, state, ...who };
}

/** Tells whether the state in the file still is the one that its record gives, so that no tool has changed it. */
function saysAsReviewed({ review, state, digest }: ExchangeUnit): boolean {
  return review?.source === digest ? review?.state === state : state === 'stale';
}

function capped(state: VouchedState, trustStates: boolean): VouchedState {
  return state === 'approved' && !trustStates ? 'reviewed' : state;
}

function sameReview(one: Review, other: Review | undefined): boolean {
  return other !== undefined && JSON.stringify({ ...one, ...other }) === JSON.stringify(one);
}

function inOrder(ledger: Ledger, order: Applied['order']): Ledger {
  const sorted = new Map<string, Review>();
  for (const [namespace, keys] of order) {
    for (const key of keys) {
      const review = ledger.get(`${namespace}:${key}`);
      if (review) sorted.set(`${namespace}:${key}`, review);
    }
  }
  for (const [id, review] of ledger) if (!sorted.has(id)) sorted.set(id, review);
  return sorted;
}

type Tree = { [name: string]: string | Tree };

/** Writes a locale file with its keys in the order of the source language; texts that only it has come last. */
function writeLocale(
  own: Messages,
  units: ReadonlyMap<string, ExchangeUnit>,
  order: readonly string[],
): string {
  const before = groupForms(own);
  const root: Tree = {};
  for (const key of new Set([...order, ...before.keys()])) {
    for (const [ending, text] of endingsOf(before.get(key), units.get(key))) place(root, key + ending, text);
  }
  return `${JSON.stringify(root, undefined, 2)}\n`;
}

function endingsOf(before: Forms | undefined, unit: ExchangeUnit | undefined): readonly [string, string][] {
  return formNames.flatMap((name): [string, string][] => {
    const text = unit === undefined ? before?.get(name)?.text : unit.forms.get(name)?.target;
    return text === undefined ? [] : [[name === 'form' ? '' : `_${name}`, text]];
  });
}

function place(root: Tree, key: string, text: string): void {
  const names = key.split('.');
  const parent = names.slice(0, -1).reduce<Tree>((tree, name) => (tree[name] ??= {}) as Tree, root);
  parent[names.at(-1)!] = text;
}

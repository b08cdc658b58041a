import type { Problem, Staged } from '../base/problem.js';
import { isAtLeast } from '../base/review-state.js';
import type { Ledger, Review } from './ledger.js';
import type { ReviewedUnit } from './reviews.js';
import { sourceDigest } from './translation-unit.js';

/** Which texts are to be marked, and as what. */
export type Mark = Readonly<{
  lang: string;
  /** What to write down; the digest of the source is the present one's. */
  review: Omit<Review, 'source'>;
  /**
   * The names of texts, in which `*` stands for any characters. Without them all texts are raised to the state that are below it;
   * those whose source has changed are then left out, since their translations must be brought up to date first.
   */
  only?: readonly string[] | undefined;
}>;

/** What marking came to. */
export type Marking = Readonly<{
  /** The ledger to be written. */
  ledger: Ledger;
  /** The texts that were marked, by name. */
  marked: readonly string[];
  /** Stale texts that were left out because nobody named them. */
  leftStale: readonly string[];
  /** Names that no text has. */
  unknown: readonly string[];
}>;

/**
 * Writes down who vouches for which translations.
 * @param own the reviews of the ledger that is to be written; those that aren't marked stay as they are
 * @returns the new ledger, in the order of the source files; reports `content/not-translated` for each text that was
 *   chosen and isn't there, and then nothing should be written
 */
export function markTranslations(
  units: readonly ReviewedUnit[],
  own: Ledger,
  { lang, review, only }: Mark,
): Staged<Marking> {
  const patterns = only?.map((name) => ({ name, matches: patternOf(name) }));
  const chosen = units.filter((each) => {
    if (patterns) return patterns.some(({ matches }) => matches.test(each.id));
    return each.review === undefined || !isAtLeast(each.state, review.state);
  });
  const isLeft = ({ state }: ReviewedUnit): boolean => patterns === undefined && state === 'stale';
  const marked = new Map(
    chosen
      .filter((each) => !isLeft(each))
      .map(({ id, unit }) => [id, { source: sourceDigest(unit.source), ...review }] as const),
  );
  const problems = chosen
    .filter(({ state }) => state === 'untranslated')
    .map((each) => notTranslated(each, lang, review.state));
  const order = new Set([
    ...units.map(({ id }) => id).filter((id) => own.has(id) || marked.has(id)),
    ...own.keys(),
  ]);
  const ledger = new Map([...order].map((id) => [id, marked.get(id) ?? own.get(id)!] as const));
  const unknown = (patterns ?? []).filter(({ matches }) => !units.some(({ id }) => matches.test(id)));
  const value: Marking = {
    ledger,
    marked: [...marked.keys()],
    leftStale: chosen.filter(isLeft).map(({ id }) => id),
    unknown: unknown.map(({ name }) => name),
  };
  return { value, problems };
}

function patternOf(name: string): RegExp {
  const parts = name.split('*').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`);
}

function notTranslated({ id, unit }: ReviewedUnit, lang: string, state: string): Problem {
  const [first] = [...unit.source.values()];
  return {
    code: 'content/not-translated',
    severity: 'error',
    message: `The text "${id}" has no translation (${lang}) that could be ${state}.`,
    ...(first && { at: first.keyAt }),
    hint: `Translate it, or name other texts with --only.`,
  };
}

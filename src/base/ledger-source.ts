import type { Source } from './source.js';

/**
 * One review ledger, not parsed yet: `locales/<lang>/review.json`. Several may be of the same language; the later one is laid over
 * the earlier review by review.
 */
export type LedgerSource = Readonly<{
  /** BCP 47 tag: the folder's name. */
  lang: string;
  source: Source;
  /**
   * How the names of the files begin whose texts it can vouch for: those of its own folder and of the folders below. Whoever
   * reviewed the built-in text hasn't seen the clinic's.
   */
  covers: readonly string[];
}>;

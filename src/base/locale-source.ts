import type { Source } from './source.js';

/**
 * One file of strings, not parsed yet: `locales/<lang>/<namespace>.json`. Several may have the same language and
 * namespace; the later one is laid over the earlier key by key.
 */
export type LocaleSource = Readonly<{
  /** BCP 47 tag: the folder's name. */
  lang: string;
  /** The file's name without its extension: `common`, or the id of a series. */
  namespace: string;
  source: Source;
}>;

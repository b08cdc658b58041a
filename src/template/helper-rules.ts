/** How a helper is called, and what for. */
export type HelperRule = Readonly<{
  /** The fewest and the most arguments without a name. */
  arguments: readonly [number, number];
  /** The names of further arguments; `any` for helpers that pass them on. */
  options: readonly string[] | 'any';
  /** `text` is printed; `value` is used as an argument of something else. */
  gives: 'text' | 'value';
}>;

/** The helpers that templates may call, without the blocks. */
export const HELPER_RULES: Readonly<Record<string, HelperRule>> = {
  t: { arguments: [1, 1], options: 'any', gives: 'text' },
  date: { arguments: [1, 1], options: ['style', 'to'], gives: 'text' },
  number: { arguments: [1, 1], options: ['unit', 'to'], gives: 'text' },
  list: { arguments: [1, 1], options: ['type'], gives: 'text' },
  bdi: { arguments: [1, 1], options: [], gives: 'text' },
  pageNumber: { arguments: [0, 0], options: [], gives: 'text' },
  pageCount: { arguments: [0, 0], options: [], gives: 'text' },
  key: { arguments: [1, 20], options: ['in'], gives: 'value' },
  texts: { arguments: [1, 1], options: ['in'], gives: 'value' },
  sentences: { arguments: [1, 1], options: ['in'], gives: 'text' },
  eq: { arguments: [2, 2], options: [], gives: 'value' },
  not: { arguments: [1, 1], options: [], gives: 'value' },
  and: { arguments: [2, 20], options: [], gives: 'value' },
  or: { arguments: [2, 20], options: [], gives: 'value' },
};

/** The blocks that templates may use. */
export const BLOCK_HELPERS: readonly string[] = ['if', 'unless', 'each', 'with'];

/** Names of the helpers that the compiler puts in; a template that writes one is refused. */
export const INTERNAL_HELPERS = {
  /** Looks a path up, strictly. */
  get: '$get',
  /** Prints a variable as content. */
  text: '$text',
  /** Prints a value without markup, in an attribute or in the title. */
  plain: '$plain',
  /** Guards the call of `@partial-block`. */
  block: '$block',
} as const;

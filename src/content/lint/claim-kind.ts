/** What a text may not promise; each kind has words in every language. */
export type ClaimKind =
  'will' | 'guarantee' | 'noRisk' | 'safe' | 'cure' | 'permanent' | 'painless' | 'hundred';

/**
 * The words of one language, by the kind of claim that they make; see `wordsPattern` for the signs. Where one begins like another, the
 * longer comes first. `fine` has what holds such words and promises nothing.
 */
export type ClaimWords = Readonly<Record<ClaimKind | 'fine', string>>;

/** The words of one language, ready to be looked for in folded text. */
export type ClaimPatterns = Readonly<{
  kinds: readonly (readonly [kind: ClaimKind, pattern: RegExp])[];
  /** Any of them: most texts hold none. */
  any: RegExp;
  fine: RegExp | undefined;
}>;

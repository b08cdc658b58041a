/** Writes a name between typographic quotation marks. */
export function quote(name: string): string {
  return `“${name}”`;
}

/** Joins alternatives as a sentence does: `a`, `a or b`, `a, b or c`. */
export function either(words: readonly string[]): string {
  return join(words, 'or');
}

/** Joins things that belong together as a sentence does: `a`, `a and b`, `a, b and c`. */
export function both(words: readonly string[]): string {
  return join(words, 'and');
}

function join(words: readonly string[], conjunction: string): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} ${conjunction} ${words.at(-1)}`;
}

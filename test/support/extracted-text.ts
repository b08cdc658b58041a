const CONTROLS = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069]/g;

/** A text as people read it: invisible controls are left out, and white space is one space. */
export function withoutControls(text: string): string {
  return text.normalize('NFC').replace(CONTROLS, '').replace(/\s+/g, ' ').trim();
}

/** Persian digits count as Arabic script, so numbers come first. */
const WORD =
  /\p{Nd}+(?:[.,\u066b\u2013-]\p{Nd}+)*|(?:(?!\p{Nd})[\p{Script=Arabic}\p{Script=Inherited}])+|\p{Script=Hebrew}+|(?:(?!\p{Nd})(?![\p{Script=Arabic}\p{Script=Hebrew}])[\p{L}\p{M}\u200c\u200d])+/gu;

/** The words and numbers of a text, sorted: a program that orders right-to-left lines itself puts marks where it likes. */
export function wordsOf(text: string): readonly string[] {
  return (text.match(WORD) ?? []).sort();
}

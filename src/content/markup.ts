import { withoutBreaks } from '../base/invisible.js';

const MARKUP: unique symbol = Symbol('markup');

/** HTML that is ready to be put into a document: everything in it that came from data or from a translation is escaped. */
export type Markup = Readonly<{ [MARKUP]: true; html: string }>;

/** What may stand in the place of a placeholder: text, which is escaped, a number, which is formatted, or ready markup. */
export type MarkupValue = string | number | Markup;

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const CHARACTERS: ReadonlyMap<string, string> = new Map(
  Object.entries(ESCAPES).map(([character, reference]) => [reference, character]),
);

/** Embeddings, overrides and isolates (U+202A to U+202E, U+2066 to U+2069), and the control characters but white space. */
const UNSAFE_CONTROLS = /[\u202a-\u202e\u2066-\u2069\u0000-\u0008\u000b\u000e-\u001f\u007f-\u009f]/g;

/** Hebrew, Arabic and the other right-to-left blocks, and the invisible marks that make text run so. */
const RIGHT_TO_LEFT_CHARACTER =
  /[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** Marks a text as HTML. The caller answers for its having been escaped. */
export function markupOf(html: string): Markup {
  return { [MARKUP]: true, html };
}

/** Tells markup from other values; nothing that was read from a file passes for it. */
export function isMarkup(value: unknown): value is Markup {
  return typeof value === 'object' && value !== null && MARKUP in value;
}

/** Writes a text as HTML, fit for content and for a quoted attribute. */
export function escapeHtml(text: string): string {
  return /[&<>"']/.test(text) ? text.replace(/[&<>"']/g, (character) => ESCAPES[character]!) : text;
}

/**
 * Removes from a value the characters with which it could change the order of the text around it, even from inside an
 * isolate: explicit bidirectional embeddings, overrides and isolates, and control characters.
 * @see Unicode Standard Annex #9, section 2
 */
export function withoutControls(text: string): string {
  return text.replace(UNSAFE_CONTROLS, '');
}

/** Tells whether some character of a text is written from right to left. */
export function hasRightToLeft(text: string): boolean {
  return RIGHT_TO_LEFT_CHARACTER.test(text);
}

/** Escapes a value that came from data, after taking out its control characters; markup is left as it is. */
export function htmlOfValue(value: string | Markup): string {
  return isMarkup(value) ? value.html : escapeHtml(withoutControls(value));
}

/** Isolates HTML from the direction of the text around it. With `noBreak` no line ends inside it. */
export function isolated(html: string, noBreak: boolean): Markup {
  return markupOf(noBreak ? `<bdi class="no-break">${html}</bdi>` : `<bdi>${html}</bdi>`);
}

/** Takes the tags out of markup but leaves the text escaped: for attributes, and for a document's title. */
export function withoutTags(html: string): string {
  return html.replace(/<[^>]*>/g, '');
}

/** The text of markup, as a person reads it: without tags, and without what tells where lines end. */
export function plainTextOf(markup: Markup): string {
  return withoutBreaks(withoutTags(markup.html)).replace(/&(?:amp|lt|gt|quot|#39);/g, (reference) =>
    CHARACTERS.get(reference)!,
  );
}

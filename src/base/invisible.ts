/**
 * Characters that steer how a text is set and that nobody sees. Whatever leaves the program for a reader, a search or
 * a clipboard goes without them: a word that holds one is not found by who types it, and a screen reader may stop in it.
 */

/** Zero-width spaces and word joiners, which allow and forbid line ends. */
const BREAK_CONTROLS = /[\u200b\u2060]/g;
/** These, soft hyphens, and the marks, embeddings, overrides and isolates of UAX #9. Joiners (U+200C, U+200D) are spelling. */
const STEERING = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069]/g;
const BREAKS = /[\u00ad\u200b\u2060]/g;

/** A text to be set by another program, which divides words itself: soft hyphens and isolates stay. */
export function withoutBreakControls(text: string): string {
  return text.replace(BREAK_CONTROLS, '');
}

/** A text of one line for a title, a label or a list: nothing in it tells where lines end, soft hyphens neither. */
export function withoutBreaks(text: string): string {
  return text.replace(BREAKS, '');
}

/** A text that was set: nothing in it steers any more, neither line ends nor the order of characters. */
export function withoutSteering(text: string): string {
  return text.replace(STEERING, '');
}

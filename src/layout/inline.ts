import type { Inline, Link, NodeId } from '../document/node.js';
import { inlineChange, type BlockStyle } from '../style/block-style.js';
import type { TextSpan } from '../text/paragraph.js';

/** What the text of a block starts from. */
export type InlineBasis = Readonly<{
  style: BlockStyle;
  lang: string;
  /** The block's id: the tag of text that stands directly in it. */
  tag: NodeId;
  /** Texts of `page-number` and `page-count`; only running lines have them. */
  pageNumber?: string;
  pageCount?: string;
}>;

/**
 * Flattens inlines into spans of one style and language. A span's tag is the id of the innermost node that has a
 * structure element of its own: a link, a span in another language, or the block. Isolates become U+2066 to U+2069.
 */
export function spansOf(inlines: readonly Inline[], basis: InlineBasis): readonly TextSpan[] {
  const first = inlines[0];
  if (inlines.length === 1 && first?.kind === 'text') {
    return [
      { text: first.text, style: basis.style.text[0]!, lang: basis.lang, noBreak: false, tag: basis.tag },
    ];
  }
  const spans: GrowingSpan[] = [];
  const state = { ...basis, changes: inlineChange.none, noBreak: false };
  for (const inline of inlines) append(spans, inline, state);
  return spans;
}

/** A span that no one else has seen yet. */
type GrowingSpan = { text: string } & Omit<TextSpan, 'text'>;

type State = InlineBasis & Readonly<{ changes: number; noBreak: boolean; isCall?: boolean }>;

function append(spans: GrowingSpan[], inline: Inline, outer: State): void {
  switch (inline.kind) {
    case 'text':
      return write(spans, inline.text, outer);
    case 'line-break':
      return write(spans, '\n', outer);
    case 'page-number':
      return write(spans, outer.pageNumber ?? '', outer);
    case 'page-count':
      return write(spans, outer.pageCount ?? '', outer);
    case 'strong':
      return appendAll(spans, inline, { ...outer, changes: outer.changes | inlineChange.strong });
    case 'emphasis':
      return appendAll(spans, inline, { ...outer, changes: outer.changes | inlineChange.emphasis });
    case 'link':
      return appendAll(spans, inline, {
        ...outer,
        changes: outer.changes | inlineChange.link | (isPhone(inline) ? figuresIn(outer) : inlineChange.none),
        ...(isPhone(inline) && { isCall: true }),
        tag: inline.id,
      });
    case 'isolate':
      return appendAll(spans, inline, {
        ...outer,
        changes: outer.changes | figuresIn(outer),
        noBreak: outer.noBreak || inline.noBreak,
      });
    case 'span':
      return appendAll(spans, inline, inline.lang === undefined ? outer : { ...outer, tag: inline.id });
  }
}

/** Dates, phone numbers and other values have figures of one width; in a heading they would look spaced out. */
function figuresIn({ style }: State): number {
  return style.purpose === 'body' ? inlineChange.figures : inlineChange.none;
}

function isPhone({ href }: Link): boolean {
  return href.startsWith('tel:');
}

type Container = Extract<Inline, { children: readonly Inline[] }>;

const openings = { ltr: '\u2066', rtl: '\u2067', auto: '\u2068' } as const;
const closing = '\u2069';

function appendAll(spans: GrowingSpan[], inline: Container, outer: State): void {
  const state = inline.lang === undefined ? outer : { ...outer, lang: inline.lang };
  const isolated = inline.kind === 'isolate' || inline.dir !== undefined;
  if (isolated) write(spans, openings[inline.dir ?? 'auto'], state);
  for (const child of inline.children) append(spans, child, state);
  if (isolated) write(spans, closing, state);
}

/** Adds text to the last span, where all else is equal, so that shaping sees whole runs. */
function write(spans: GrowingSpan[], text: string, state: State): void {
  if (text === '') return;
  const style = state.style.text[state.changes]!;
  const { lang, noBreak, tag, isCall = false } = state;
  const last = spans.at(-1);
  if (last && last.style === style && last.lang === lang && last.noBreak === noBreak && last.tag === tag) {
    last.text += text;
  } else {
    spans.push({ text, style, lang, noBreak, ...(isCall && { isCall }), tag });
  }
}

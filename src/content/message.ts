import type { ProblemCode } from '../base/problem.js';
import { nearestName } from '../base/nearest.js';

/** One part of a translation: words, a placeholder such as `{{count}}`, or an inline tag. */
export type MessagePart =
  | Readonly<{ kind: 'text'; text: string }>
  | Readonly<{ kind: 'placeholder'; name: string }>
  | Readonly<{ kind: 'open'; name: InlineTag; html: string }>
  | Readonly<{ kind: 'close'; name: InlineTag; html: string }>;

/** The tags that a translation may hold. */
export type InlineTag = 'strong' | 'em' | 'bdi';

/** Something wrong in a translation, by itself; `offset` counts UTF-16 code units from the start of its text. */
export type MessageFault = Readonly<{ code: ProblemCode; offset: number; message: string; hint?: string }>;

const INLINE_TAGS: readonly InlineTag[] = ['strong', 'em', 'bdi'];
const SPECIAL = /[<{}$]/g;
const TAG = /<(\/?)([A-Za-z][\w-]*)([^<>]*)>/y;
const PLACEHOLDER = /\{\{ *([A-Za-z][A-Za-z0-9]*) *\}\}/y;
/** What looks like a placeholder of some other program, or of i18next's own formats and nesting. */
const BRACES = /\{+[^{}]*\}*|\}+|\$t\([^)]*\)?/y;
/** Control characters, explicit bidirectional controls, the byte order mark, damaged and private characters. */
const CONTROL =
  /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff\ufffd\ufffe\uffff\ue000-\uf8ff\p{Cs}]/u;

/**
 * Takes a translation apart.
 * @returns its parts in order, tags balanced, and what is wrong with it: `content/unknown-tag`, `content/bad-tag`,
 *   `content/unbalanced-tag`, `content/bad-placeholder`, `content/control-character`. Whatever is wrong is kept as
 *   words, so that it is never taken for markup.
 */
export function parseMessage(
  text: string,
): Readonly<{ parts: readonly MessagePart[]; faults: readonly MessageFault[] }> {
  const reading: Reading = { text, parts: [], faults: [], open: [], unknown: new Set(), written: 0, next: 0 };
  for (const { index } of text.matchAll(SPECIAL)) {
    if (index < reading.next) continue;
    if (text[index] === '<') readTag(reading, index);
    else readPlaceholder(reading, index);
  }
  push(reading, { from: text.length, to: text.length });
  for (const { name, offset } of reading.open.reverse()) {
    fault(reading, offset, {
      code: 'content/unbalanced-tag',
      message: `<${name}> is never closed.`,
      hint: `Write </${name}> after it.`,
    });
    reading.parts.push({ kind: 'close', name, html: `</${name}>` });
  }
  checkControls(reading);
  return { parts: reading.parts, faults: reading.faults };
}

type Reading = {
  readonly text: string;
  readonly parts: MessagePart[];
  readonly faults: MessageFault[];
  readonly open: { name: InlineTag; offset: number }[];
  /** The names of tags that can't be used and were reported. */
  readonly unknown: Set<string>;
  /** Up to where the text has become parts. */
  written: number;
  /** From where on the text hasn't been looked at. */
  next: number;
};

function readPlaceholder(reading: Reading, offset: number): void {
  const { text } = reading;
  PLACEHOLDER.lastIndex = offset;
  const placeholder = PLACEHOLDER.exec(text);
  if (placeholder) {
    push(
      reading,
      { from: offset, to: PLACEHOLDER.lastIndex },
      { kind: 'placeholder', name: placeholder[1]! },
    );
    return;
  }
  BRACES.lastIndex = offset;
  const [written] = BRACES.exec(text) ?? [''];
  if (written === '') return;
  reading.next = offset + written.length;
  fault(reading, offset, {
    code: 'content/bad-placeholder',
    message: `"${written}" isn't a placeholder.`,
    hint: 'A placeholder is written {{name}}, with letters and digits; formats belong in the template.',
  });
}

function readTag(reading: Reading, offset: number): void {
  TAG.lastIndex = offset;
  const match = TAG.exec(reading.text);
  if (!match) {
    if (!/^<\/?[A-Za-z]/.test(reading.text.slice(offset, offset + 3))) return;
    const hint = 'Close it, or write the sign < with a space after it.';
    fault(reading, offset, { code: 'content/bad-tag', message: 'This tag has no >.', hint });
    return;
  }
  const [, slash, written, attributes] = match;
  const name = INLINE_TAGS.find((tag) => tag === written);
  const span = { from: offset, to: TAG.lastIndex };
  if (name === undefined) {
    // Of a pair that can't be used, the opening tag has been told.
    if (slash === '/' && reading.unknown.has(written!)) return;
    reading.unknown.add(written!);
    const near = nearestName(written!, INLINE_TAGS);
    const hint = near ? `Did you mean <${near}>?` : 'A translation may hold <strong>, <em> and <bdi>.';
    const message = `<${written}> can't be used in a translation.`;
    fault(reading, offset, { code: 'content/unknown-tag', message, hint });
  } else if (slash === '/') {
    closeTag(reading, name, span);
  } else {
    openTag(reading, { name, attributes: attributes! }, span);
  }
}

/** A stretch of the text, in UTF-16 code units. */
type Span = Readonly<{ from: number; to: number }>;

function openTag(
  reading: Reading,
  { name, attributes }: Readonly<{ name: InlineTag; attributes: string }>,
  span: Span,
): void {
  const noBreak = name === 'bdi' && /^ +class="no-break" *$/.test(attributes);
  if (attributes.trim() !== '' && !noBreak) {
    const message = `<${name}> can't have${attributes.trimEnd()}.`;
    const hint = 'Only <bdi class="no-break"> has an attribute.';
    fault(reading, span.from, { code: 'content/bad-tag', message, hint });
  }
  reading.open.push({ name, offset: span.from });
  push(reading, span, { kind: 'open', name, html: noBreak ? '<bdi class="no-break">' : `<${name}>` });
}

function closeTag(reading: Reading, name: InlineTag, span: Span): void {
  const innermost = reading.open.at(-1);
  if (innermost?.name === name) {
    reading.open.pop();
    push(reading, span, { kind: 'close', name, html: `</${name}>` });
    return;
  }
  const hint = innermost ? `Close <${innermost.name}> first.` : 'Remove it, or write the opening tag.';
  fault(reading, span.from, {
    code: 'content/unbalanced-tag',
    message: `</${name}> closes nothing here.`,
    hint,
  });
}

function checkControls(reading: Reading): void {
  const match = CONTROL.exec(reading.text);
  if (!match) return;
  const code = match[0].codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
  fault(reading, match.index, {
    code: 'content/control-character',
    message: `The text holds the invisible character U+${code}.`,
    hint: 'Remove it; to keep a value in its own direction, put it in <bdi>.',
  });
}

/** Adds the words before a stretch, and then what the stretch is. */
function push(reading: Reading, { from, to }: Span, part?: MessagePart): void {
  const text = reading.text.slice(reading.written, from);
  if (text !== '') reading.parts.push({ kind: 'text', text });
  if (part) reading.parts.push(part);
  reading.written = to;
  reading.next = to;
}

function fault(reading: Reading, offset: number, what: Omit<MessageFault, 'offset'>): void {
  reading.faults.push({ ...what, offset });
}

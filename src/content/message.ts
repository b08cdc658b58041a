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
/** Control characters, explicit bidirectional controls, the byte order mark, damaged and private characters. */
const CONTROL =
  // eslint-disable-next-line no-control-regex
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
  const reading: Reading = { text, parts: [], faults: [], open: [] };
  let wordsFrom = 0;
  for (const { index } of text.matchAll(SPECIAL)) {
    if (index >= wordsFrom) wordsFrom = readSpecial(reading, index, wordsFrom) ?? wordsFrom;
  }
  pushText(reading, wordsFrom, text.length);
  for (const { name, offset: openedAt } of reading.open.reverse()) {
    fault(
      reading,
      'content/unbalanced-tag',
      openedAt,
      `<${name}> is never closed.`,
      `Write </${name}> after it.`,
    );
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
};

/** Reads a tag or a placeholder; returns where it ends, or undefined for what turned out to be words. */
function readSpecial(reading: Reading, offset: number, wordsFrom: number): number | undefined {
  const { text } = reading;
  if (text[offset] === '<') return readTag(reading, offset, wordsFrom);
  PLACEHOLDER.lastIndex = offset;
  const placeholder = PLACEHOLDER.exec(text);
  if (placeholder) {
    pushText(reading, wordsFrom, offset);
    reading.parts.push({ kind: 'placeholder', name: placeholder[1]! });
    return PLACEHOLDER.lastIndex;
  }
  checkStray(reading, offset);
  return undefined;
}

function readTag(reading: Reading, offset: number, wordsFrom: number): number | undefined {
  TAG.lastIndex = offset;
  const match = TAG.exec(reading.text);
  if (!match) {
    if (!/^<[/A-Za-z]/.test(reading.text.slice(offset, offset + 2))) return undefined;
    fault(
      reading,
      'content/bad-tag',
      offset,
      'This tag has no >.',
      'Close it, or write the sign < with a space after it.',
    );
    return undefined;
  }
  const [, slash, written, attributes] = match;
  const name = INLINE_TAGS.find((tag) => tag === written);
  if (name === undefined) {
    const near = nearestName(written!, INLINE_TAGS);
    const hint = near ? `Did you mean <${near}>?` : 'A translation may hold <strong>, <em> and <bdi>.';
    fault(reading, 'content/unknown-tag', offset, `<${written}> can't be used in a translation.`, hint);
    return undefined;
  }
  const end = TAG.lastIndex;
  if (slash === '/') return closeTag(reading, { name, offset, wordsFrom, end });
  const noBreak = name === 'bdi' && /^ +class="no-break" *$/.test(attributes!);
  if (attributes!.trim() !== '' && !noBreak) {
    const hint = 'Only <bdi class="no-break"> has an attribute.';
    fault(reading, 'content/bad-tag', offset, `<${name}> can't have${attributes!.trimEnd()}.`, hint);
  }
  pushText(reading, wordsFrom, offset);
  reading.parts.push({ kind: 'open', name, html: noBreak ? '<bdi class="no-break">' : `<${name}>` });
  reading.open.push({ name, offset });
  return end;
}

type ClosingTag = Readonly<{ name: InlineTag; offset: number; wordsFrom: number; end: number }>;

function closeTag(reading: Reading, { name, offset, wordsFrom, end }: ClosingTag): number | undefined {
  const innermost = reading.open.at(-1);
  if (innermost?.name !== name) {
    const hint = innermost ? `Close <${innermost.name}> first.` : 'Remove it, or write the opening tag.';
    fault(reading, 'content/unbalanced-tag', offset, `</${name}> closes nothing here.`, hint);
    return undefined;
  }
  reading.open.pop();
  pushText(reading, wordsFrom, offset);
  reading.parts.push({ kind: 'close', name, html: `</${name}>` });
  return end;
}

function checkStray(reading: Reading, offset: number): void {
  const { text } = reading;
  const isBrace = text[offset] !== '$';
  const repeatsBrace = isBrace && text[offset - 1] === text[offset];
  const isNesting = text.startsWith('$t(', offset);
  if ((!isBrace || repeatsBrace) && !isNesting) return;
  // One mistake such as {{ count, number }} is told once, at its first brace.
  const insideBraces =
    text[offset] === '}' && text.lastIndexOf('{', offset) > text.lastIndexOf('}', offset - 1);
  if (insideBraces) return;
  const hint = 'A placeholder is written {{name}}, with letters and digits; formats belong in the template.';
  const written = isNesting ? '$t( ' : text[offset]!;
  fault(
    reading,
    'content/bad-placeholder',
    offset,
    `"${written.trim()}" doesn't start a placeholder here.`,
    hint,
  );
}

function checkControls(reading: Reading): void {
  const match = CONTROL.exec(reading.text);
  if (!match) return;
  const code = match[0].codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
  const hint = 'Remove it; to keep a value in its own direction, put it in <bdi>.';
  fault(
    reading,
    'content/control-character',
    match.index,
    `The text holds the invisible character U+${code}.`,
    hint,
  );
}

function pushText(reading: Reading, from: number, to: number): void {
  if (to > from) reading.parts.push({ kind: 'text', text: reading.text.slice(from, to) });
}

function fault(
  ...[reading, code, offset, message, hint]: [Reading, ProblemCode, number, string, string]
): void {
  reading.faults.push({ code, offset, message, hint });
}

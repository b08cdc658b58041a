import type { ProblemCode } from '../../base/problem.js';
import type { Message } from '../json.js';
import type { ClaimPatterns } from './claim-kind.js';
import type { Glossary } from './glossary.js';

/** Stands in plain words where a text has a placeholder. */
export const GAP = '\ufffc';

const MARKUP = /<\/?(strong|em|bdi)\b[^<>]*>|\{\{ *([A-Za-z][A-Za-z0-9]*) *\}\}/g;

/** Word joiners and the like, which only say where a line may end; the joiners of letters (U+200C, U+200D) are spelling. */
const INVISIBLE = /[\u00ad\u200b\u2060]/gu;

/** One text as the rules read it. */
export type LintText = Readonly<{
  raw: string;
  /** The words without tags; each placeholder is one `GAP`. */
  plain: string;
  /** The same in lower case and in Unicode's form NFC, for looking words up. */
  folded: string;
  /** The names of placeholders and the opening tags, in order. */
  placeholders: readonly string[];
  tags: readonly string[];
  /** Finds an offset of `plain` in `raw`. */
  placeOf(offset: number): number;
}>;

/** A translation beside the source text that it stands for. */
export type LintPair = Readonly<{
  lang: string;
  key: string;
  source: LintText;
  target: LintText;
  /** Whether it is said of nought only, which a language may put quite otherwise. */
  isOfNought: boolean;
  glossary: Glossary;
  /** The words of claims in the language, if they are known. */
  claimPatterns: ClaimPatterns | undefined;
  message: Message;
}>;

/** What a rule found in a translation. */
export type Finding = Readonly<{
  /** In UTF-16 code units from the start of the raw text; the start without it. */
  offset?: number;
  message: string;
  hint?: string;
}>;

/** A rule of the lint: it has no state and looks at one text at a time. */
export type LintRule = Readonly<{
  /** The name that suppressions use: its code without `content/lint-` or `safety/`. */
  name: string;
  code: ProblemCode;
  severity: 'error' | 'warning';
  find(pair: LintPair): readonly Finding[];
}>;

/** Writes a text so that words can be compared: in lower case, in form NFC, with one sign for an apostrophe. */
export function foldText(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(/['ʼ]/gu, '’').replace(INVISIBLE, '');
}

/** Takes a text apart for the rules. */
export function readText(raw: string): LintText {
  let plain = '';
  let written = 0;
  const steps: (readonly [plain: number, raw: number])[] = [[0, 0]];
  const placeholders: string[] = [];
  const tags: string[] = [];
  for (const { 0: found, 1: tag, 2: name, index } of raw.matchAll(MARKUP)) {
    plain += raw.slice(written, index);
    if (name !== undefined) {
      placeholders.push(name);
      steps.push([plain.length, index]);
      plain += GAP;
    } else if (tag !== undefined && !found.startsWith('</')) {
      tags.push(tag);
    }
    written = index + found.length;
    steps.push([plain.length, written]);
  }
  plain += raw.slice(written);
  const placeOf = (offset: number): number => {
    const [from, to] = steps.findLast(([start]) => start <= offset)!;
    return to + offset - from;
  };
  return { raw, plain, folded: foldText(plain), placeholders, tags, placeOf };
}

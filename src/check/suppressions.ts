import type { SourceRange } from '../base/source.js';

/** A comment that lets one problem of one line pass: `check-off rule-id: reason`. */
export type Suppression = Readonly<{
  /** As written; empty where the comment names no rule. */
  rule: string;
  /** Empty where there is none. */
  reason: string;
  /** Where the comment says `check-off`. */
  at: SourceRange;
  /** The line whose problems it lets pass. */
  line: number;
}>;

const WORD = 'check-off';
const TEMPLATE_COMMENT = /\{\{~?!--\s*check-off\b(.*?)--~?\}\}|\{\{~?!(?!--)\s*check-off\b(.*?)~?\}\}/gs;
const YAML_COMMENT = /(?<=^|[^\S\r\n])#[^\S\r\n]*check-off\b(.*)$/gm;
const LINE_END = /\r\n|\r|\n/;

/**
 * Finds the comments that let problems pass: `{{!-- check-off rule-id: reason --}}` in a template, `# check-off rule-id:
 * reason` in YAML. A comment holds for its own line, and one of several lines for the last of them; one that has its line to itself holds
 * for the next line of something else. JSON has no comments: a translation's problems are let pass in the `lint.json` beside it.
 */
export function findSuppressions(file: string, text: string): readonly Suppression[] {
  const pattern = patternOf(file);
  if (pattern === undefined || !text.includes(WORD)) return [];
  const comments = [...text.matchAll(pattern)];
  const marked = linesOf(text.replace(pattern, (comment) => comment.replace(/[^\r\n]+/g, WORD)));
  const isAlone = marked.map((line) => line.includes(WORD) && line.replaceAll(WORD, '').trim() === '');
  return comments.map((comment) => {
    const [whole, first, second] = comment;
    const before = linesOf(text.slice(0, comment.index + whole.indexOf(WORD)));
    let covered = linesOf(text.slice(0, comment.index + whole.length)).length - 1;
    while (isAlone[covered] === true) covered += 1;
    const column = before.at(-1)!.length + 1;
    const at = { file, line: before.length, column, endColumn: column + WORD.length };
    return { ...readWords(first ?? second ?? ''), at, line: covered + 1 };
  });
}

function linesOf(text: string): readonly string[] {
  return text.split(LINE_END);
}

function patternOf(file: string): RegExp | undefined {
  if (file.endsWith('.hbs')) return TEMPLATE_COMMENT;
  return /\.ya?ml$/.test(file) ? YAML_COMMENT : undefined;
}

function readWords(words: string): Readonly<{ rule: string; reason: string }> {
  const colon = words.indexOf(':');
  const rule = (colon === -1 ? words : words.slice(0, colon)).trim();
  const reason = colon === -1 ? '' : words.slice(colon + 1).trim();
  return { rule, reason: reason.replace(/\s*[\r\n]\s*/g, ' ') };
}

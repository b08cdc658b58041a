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
const TEMPLATE_COMMENT = /\{\{~?!(--)?\s*check-off\b([^}]*?)(--)?~?\}\}/g;
const YAML_COMMENT = /(?:^|\s)#\s*check-off\b(.*)$/g;

/**
 * Finds the comments that let problems pass: `{{!-- check-off rule-id: reason --}}` in a template, `# check-off rule-id:
 * reason` in YAML. A comment holds for its own line; one that has its line to itself holds for the next line of something
 * else. JSON has no comments: a translation's problems are let pass in the `lint.json` beside it.
 */
export function findSuppressions(file: string, text: string): readonly Suppression[] {
  const pattern = patternOf(file);
  if (pattern === undefined || !text.includes(WORD)) return [];
  const lines = text.split(/\r\n|\r|\n/);
  const isAlone = lines.map((line) => line.includes(WORD) && line.replace(pattern, '').trim() === '');
  return lines.flatMap((line, index) => {
    let covered = index;
    while (isAlone[covered] === true) covered += 1;
    return Array.from(line.matchAll(pattern), (match) => {
      const column = match.index + match[0].indexOf(WORD) + 1;
      const { rule, reason } = readWords(file.endsWith('.hbs') ? match[2]! : match[1]!);
      const at = { file, line: index + 1, column, endColumn: column + WORD.length };
      return { rule, reason, at, line: covered + 1 };
    });
  });
}

function patternOf(file: string): RegExp | undefined {
  if (file.endsWith('.hbs')) return TEMPLATE_COMMENT;
  return /\.ya?ml$/.test(file) ? YAML_COMMENT : undefined;
}

function readWords(words: string): Readonly<{ rule: string; reason: string }> {
  const colon = words.indexOf(':');
  const rule = (colon === -1 ? words : words.slice(0, colon)).trim();
  return { rule, reason: colon === -1 ? '' : words.slice(colon + 1).trim() };
}

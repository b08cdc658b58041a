import type { Problem, Report } from '../base/problem.js';
import type { Source, SourceRange } from '../base/source.js';

/** A text of an entry and where it starts: at its first quote. */
export type PoField = { text: string; readonly at: SourceRange };

/** One entry of a PO file. */
export type PoEntry = {
  readonly at: SourceRange;
  /** What stands behind `#.`. */
  readonly extracted: string[];
  /** What translators wrote, behind `#` and a space. */
  readonly translator: string[];
  readonly flags: string[];
  /** By name: `msgctxt`, `msgid`, `msgid_plural`, `msgstr`, `msgstr[0]` … */
  readonly fields: Map<string, PoField>;
};

const FIELD = /^(msgctxt|msgid|msgid_plural|msgstr(?:\[\d+\])?)\s*(?=")/;
const STRING = /^"((?:[^"\\]|\\.)*)"\s*$/;
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r' };

/**
 * Reads the entries of a PO file with their places. Obsolete entries (`#~`) and previous texts (`#|`) are left out. It is
 * written here because the known libraries keep neither places nor entries that occur twice, and both have to be told.
 * Reports `exchange/bad-po` for each line that is not understood.
 */
export function readPoEntries(source: Source, report: Report): readonly PoEntry[] {
  const entries: PoEntry[] = [];
  let entry: PoEntry | undefined;
  let field: PoField | undefined;
  for (const [index, written] of source.text.split(/\r\n|\r|\n/).entries()) {
    const line = written.trim();
    const at = { file: source.file, line: index + 1, column: 1 };
    const started = FIELD.exec(line)?.[1];
    if (line === '' || (startsEntry(line, started) && entry?.fields.has('msgid') === true))
      entry = field = undefined;
    if (/^(?:$|#[~|])/.test(line)) continue;
    if (started !== undefined || line.startsWith('#')) entry ??= addEntry(entries, at);
    if (line.startsWith('#')) {
      readComment(line, entry!);
      continue;
    }
    const quoted = started === undefined ? line : line.slice(FIELD.exec(line)![0].length);
    const text = unquote(quoted);
    const isDouble = started !== undefined && entry!.fields.has(started);
    if (text === undefined || isDouble || (started ?? field) === undefined) report(badLine(at));
    else if (started === undefined) field!.text += text;
    else entry!.fields.set(started, (field = { text, at: { ...at, column: written.indexOf('"') + 1 } }));
  }
  return entries.filter(({ fields }) => fields.size > 0);
}

function startsEntry(line: string, field: string | undefined): boolean {
  return line.startsWith('#') || field === 'msgctxt' || field === 'msgid';
}

function addEntry(entries: PoEntry[], at: SourceRange): PoEntry {
  const entry: PoEntry = { at, extracted: [], translator: [], flags: [], fields: new Map() };
  entries.push(entry);
  return entry;
}

function readComment(line: string, entry: PoEntry): void {
  const text = line.slice(2).trim();
  if (line.startsWith('#.')) entry.extracted.push(text);
  else if (line.startsWith('#,')) entry.flags.push(...text.split(',').map((flag) => flag.trim()));
  else if (line.startsWith('# ')) entry.translator.push(text);
}

function unquote(quoted: string): string | undefined {
  const inner = STRING.exec(quoted)?.[1];
  return inner?.replace(/\\(.)/g, (_, escape: string) => ESCAPES[escape] ?? escape);
}

function badLine(at: SourceRange): Problem {
  return {
    code: 'exchange/bad-po',
    severity: 'error',
    message: 'This line is not understood.',
    at,
    hint: 'A text stands in double quotes behind msgctxt, msgid, msgid_plural or msgstr; export the file again.',
  };
}

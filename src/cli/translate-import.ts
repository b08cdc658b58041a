import { resolve } from 'node:path';

import { keepReference } from '../base/json-schema.js';
import { hasErrors, type Problem, type Staged } from '../base/problem.js';
import type { Source } from '../base/source.js';
import { writeLedger } from '../content/ledger.js';
import { writeOutput } from '../delivery/store.js';
import { acceptUnits } from '../exchange/accept.js';
import { applyUnits, type Application, type Vouching } from '../exchange/apply.js';
import type { Exchange } from '../exchange/exchange.js';
import { readExchange } from '../exchange/formats.js';
import { readExchangeFile } from '../workspace/exchange-file.js';
import type { Workspace } from '../workspace/workspace.js';
import type { Arguments, RunCommand } from './command.js';
import { exitCodes } from './exit-code.js';
import { formatProblems, type SourceText } from './report.js';
import { readReviewDay } from './review-day.js';
import { openWorkspaceOf } from './run-build.js';
import { count, jsonText, problemRecords } from './summary.js';
import { openLanguage } from './translate-language.js';
import { UsageError } from './usage-error.js';

/**
 * The command `translate import`: takes translations back into the locale files and the review ledger, all of them or, with
 * `--partial`, those that are right.
 * @throws {UsageError} for a file that isn't there or is in another language, and for bad options
 * @throws {OutsideError} when a file can't be written
 */
export const runTranslateImport: RunCommand = async (args, context) => {
  const vouching = readVouching(args);
  const { out, err } = context.terminal;
  const opened = await openWorkspaceOf(args, context);
  const { workspace } = opened;
  const name = args.operands[0]!;
  const file = readExchangeFile(resolve(context.cwd, name), name);
  if (file.value === undefined && file.problems.length === 0)
    throw new UsageError('The file to import is not there.', 'Name a file that “translate export” wrote.');
  const read = readFile(file, { workspace, lang: args.texts.get('lang') });
  const lang = args.texts.get('lang') ?? read.value?.lang;
  const problems: Problem[] = [...opened.problems, ...read.problems];
  let result: Application | undefined;
  if (read.value !== undefined) {
    if (lang === undefined) throw new UsageError('The file names no language.', 'Name it with --lang.');
    const language = openLanguage(workspace, lang);
    problems.push(...wrongLanguage(read.value, lang, name), ...language.problems);
    // What can't be read whole, or belongs to another language, isn't written even in part.
    const isReadable = !hasErrors(problems);
    const { accepted, problems: faults } = acceptUnits(read.value, language.exchange);
    problems.push(...faults);
    if (isReadable && (!hasErrors(faults) || args.flags.has('partial'))) {
      result = applyUnits(accepted, language.before, vouching);
      write(result, { workspace, lang, sourceText: opened.sourceText });
    }
  }
  const found = problems.map((problem) => ({ problem, builds: [] }));
  const { changed, marked } = result ?? { changed: [], marked: [] };
  const notes = (read.value?.units ?? []).flatMap(({ id, notes: lines }) =>
    lines.map((note) => ({ id, note })),
  );
  if (args.flags.has('json')) {
    const written = result !== undefined;
    out.write(jsonText({ lang, written, changed, marked, notes, problems: problemRecords(found) }));
  } else {
    const sourceText = (wanted: string): string | undefined =>
      wanted === name ? file.value?.text : opened.sourceText(wanted);
    err.write(formatProblems(found, sourceText, err.paint));
    for (const { id, note } of notes) out.write(`${id}: ${note}\n`);
    const told = `Took ${count(changed.length, 'translation')} and ${count(marked.length, 'new state')} in “${lang}”.\n`;
    err.write(result === undefined ? 'Nothing is written.\n' : told);
  }
  return hasErrors(problems) ? exitCodes.problems : exitCodes.done;
};

function readFile(
  { value: source, problems }: Staged<Source | undefined>,
  { workspace, lang }: Readonly<{ workspace: Workspace; lang: string | undefined }>,
): Staged<Exchange | undefined> {
  if (source === undefined) return { value: undefined, problems };
  const namespaces = workspace.readLocales(['en']).value.map(({ namespace }) => namespace);
  return readExchange(source, { lang, namespaces });
}

function wrongLanguage(read: Exchange, lang: string, file: string): readonly Problem[] {
  const same = (tag: string): string => tag.replaceAll('_', '-').toLowerCase();
  if (read.lang === undefined || same(read.lang) === same(lang)) return [];
  return [
    {
      code: 'exchange/wrong-language',
      severity: 'error',
      message: `The file holds the language "${read.lang}", not "${lang}".`,
      at: { file, line: 1, column: 1 },
      hint: `Import it with --lang ${read.lang}, or choose another file.`,
    },
  ];
}

type Writing = Readonly<{ workspace: Workspace; lang: string; sourceText: SourceText }>;

function write({ files, ledger }: Application, { workspace, lang, sourceText }: Writing): void {
  const texts = [...files].map(([namespace, text]) => [`${namespace}.json`, text] as const);
  if (ledger) texts.push(['review.json', writeLedger(ledger)]);
  if (texts.length === 0) return;
  writeOutput(
    workspace.roots.at(-1)!,
    texts.map(([name, text]) => {
      const path = `locales/${lang}/${name}`;
      return { path, bytes: new TextEncoder().encode(keepReference(sourceText(path), text)) };
    }),
  );
}

function readVouching({ texts, flags }: Arguments): Vouching {
  return {
    by: oneLine('by', texts.get('by') ?? 'translator'),
    role: oneLine('role', texts.get('role') ?? 'translator'),
    at: readReviewDay(texts.get('at')),
    trustStates: flags.has('trust-states'),
  };
}

function oneLine(option: string, text: string): string {
  const clean = text.normalize('NFC').trim();
  if (clean === '' || /\p{Cc}/u.test(clean)) throw new UsageError(`--${option} is empty or not one line.`);
  return clean;
}

import { basename, dirname, resolve } from 'node:path';

import { usedNames } from '../content/usage.js';
import { writeOutput } from '../delivery/store.js';
import type { ExchangeUnit } from '../exchange/exchange.js';
import { exchangeFormatNames, exchangeFormats, type ExchangeFormat } from '../exchange/formats.js';
import type { Arguments, RunCommand } from './command.js';
import { exitCodes } from './exit-code.js';
import { formatProblems } from './report.js';
import { openWorkspaceOf } from './run-build.js';
import { count, foundErrors, jsonText, problemRecords } from './summary.js';
import { openLanguage } from './translate-language.js';
import { unknownName, UsageError } from './usage-error.js';

/**
 * The command `translate export`: writes the texts of one language, with what is on record about them, for translators.
 * @throws {UsageError} for an unknown language, format or text
 * @throws {OutsideError} when the file can't be written
 */
export const runTranslateExport: RunCommand = async (args, context) => {
  const lang = args.texts.get('lang');
  if (lang === undefined) throw new UsageError('A language is missing.', 'Name one with --lang, such as es.');
  const format = readFormat(args);
  const { out, err } = context.terminal;
  const opened = await openWorkspaceOf(args, context);
  const { exchange, problems } = openLanguage(opened.workspace, lang, args.lists.get('keep'));
  const found = [...opened.problems, ...problems].map((problem) => ({ problem, builds: [] }));
  const units = selectUnits(exchange.units, args.lists.get('only'));
  const isJson = args.flags.has('json');
  const { ending, write } = exchangeFormats[format];
  const file = args.texts.get('out') ?? (isJson ? `${lang}.${ending}` : undefined);
  const isWritten = !foundErrors(found);
  if (!isJson) err.write(formatProblems(found, opened.sourceText, err.paint));
  if (isWritten) {
    const text = write({ ...exchange, units });
    if (file === undefined) out.write(text);
    else {
      const path = resolve(context.cwd, file);
      writeOutput(dirname(path), [{ path: basename(path), bytes: new TextEncoder().encode(text) }]);
      if (!isJson) err.write(`Wrote ${count(units.length, 'text')} in “${lang}” to ${file}.\n`);
    }
  }
  if (isJson) {
    const summary = { lang, format, texts: units.length, states: countStates(units) };
    out.write(jsonText({ ...summary, ...(isWritten && { file }), problems: problemRecords(found) }));
  }
  return isWritten ? exitCodes.done : exitCodes.problems;
};

function readFormat({ texts }: Arguments): ExchangeFormat {
  const named = texts.get('format') ?? 'xliff2';
  const format = exchangeFormatNames.find((name) => name === named);
  if (format === undefined) throw unknownName('format', named, exchangeFormatNames);
  return format;
}

function selectUnits(
  units: readonly ExchangeUnit[],
  only: readonly string[] | undefined,
): readonly ExchangeUnit[] {
  if (only === undefined) return units;
  const ids = units.map(({ id }) => id);
  const wanted = new Set<string>();
  for (const pattern of only) {
    const names = usedNames(pattern, ids);
    if (names.length === 0) throw unknownName('text', pattern, ids.length > 40 ? [] : ids);
    for (const name of names) wanted.add(name);
  }
  return units.filter(({ id }) => wanted.has(id));
}

function countStates(units: readonly ExchangeUnit[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { state } of units) counts[state] = (counts[state] ?? 0) + 1;
  return counts;
}

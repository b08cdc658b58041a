import { hasErrors } from '../base/problem.js';
import { isAtLeast, reviewStates, type ReviewState } from '../base/review-state.js';
import { formatRange } from '../base/source.js';
import type { ReviewedLanguage } from '../check/reviews.js';
import { languageName } from '../content/locale.js';
import type { ReviewedUnit } from '../content/reviews.js';
import { requireLanguages } from './build-settings.js';
import type { Arguments, RunCommand } from './command.js';
import { exitCodes } from './exit-code.js';
import type { CheckTools } from './pipeline.js';
import { formatProblems } from './report.js';
import { openWorkspaceOf } from './run-build.js';
import { jsonText, problemRecords } from './summary.js';
import { printedTable, type Column } from './table.js';
import type { Channel } from './terminal.js';

/** The command `status`: tells how far the translations of each language are reviewed. */
export const runStatus: RunCommand = async (args, context) => {
  const { out, err } = context.terminal;
  const { workspace, problems, sourceText } = await openWorkspaceOf(args, context);
  const languages = requireLanguages(workspace, args.lists.get('lang'));
  const tools = await context.pipeline.check();
  const reviewed = tools.reviewLanguages(workspace, languages);
  const found = [...problems, ...reviewed.problems].map((problem) => ({ problem, builds: [] }));
  const rows = reviewed.value.map(summarise);
  if (args.flags.has('json')) {
    const records = rows.map((row) => recordOf(row, args, tools));
    out.write(jsonText({ languages: records, problems: problemRecords(found) }));
  } else {
    err.write(formatProblems(found, sourceText, err.paint));
    out.write(printedTable(columns, rows.map(cells), out.paint));
    if (args.flags.has('keys')) out.write(printedUnits(rows, tools, out.paint));
  }
  return hasErrors(found.map(({ problem }) => problem)) ? exitCodes.problems : exitCodes.done;
};

type StatusRow = ReviewedLanguage &
  Readonly<{
    counts: Readonly<Record<ReviewState, number>>;
    /** Whole per cent of the texts that are reviewed or better; 100 only when all are. */
    reviewedPercent: number;
    /** The day of the last review on record. */
    lastChange: string | undefined;
  }>;

function summarise({ lang, units }: ReviewedLanguage): StatusRow {
  const counts = { untranslated: 0, stale: 0, draft: 0, translated: 0, reviewed: 0, approved: 0 };
  for (const { state } of units) counts[state] += 1;
  const reviewed = counts.reviewed + counts.approved;
  const days = units.flatMap(({ review }) => (review === undefined ? [] : [review.at])).sort();
  return {
    lang,
    units,
    counts,
    reviewedPercent: units.length === 0 ? 100 : Math.floor((100 * reviewed) / units.length),
    lastChange: days.at(-1),
  };
}

const columns: readonly Column[] = [
  { heading: 'Language', align: 'left' },
  { heading: 'Name', align: 'left' },
  ...reviewStates.map((state): Column => ({ heading: capitalised(state), align: 'right' })),
  { heading: 'Reviewed %', align: 'right' },
  { heading: 'Last change', align: 'left' },
];

function cells({ lang, counts, reviewedPercent, lastChange = '' }: StatusRow): readonly string[] {
  const numbers = [...reviewStates.map((state) => counts[state]), reviewedPercent];
  return [lang, languageName(lang, 'en'), ...numbers.map(String), lastChange];
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function recordOf(row: StatusRow, args: Arguments, tools: CheckTools): object {
  const { lang, units, counts, reviewedPercent, lastChange } = row;
  return {
    lang,
    name: languageName(lang, 'en'),
    texts: units.length,
    states: counts,
    reviewedPercent,
    ...(lastChange !== undefined && { lastChange }),
    ...(args.flags.has('keys') && { keys: unapproved(units).map((unit) => unitRecord(unit, tools)) }),
  };
}

function unitRecord(reviewed: ReviewedUnit, { placeOfUnit }: CheckTools): object {
  const { file, line, column } = placeOfUnit(reviewed);
  const { source: _, ...review } = reviewed.review ?? {};
  return { key: reviewed.id, ...review, state: reviewed.state, file, line, column };
}

function unapproved(units: readonly ReviewedUnit[]): readonly ReviewedUnit[] {
  return units.filter(({ state }) => !isAtLeast(state, 'approved'));
}

function printedUnits(rows: readonly StatusRow[], tools: CheckTools, paint: Channel['paint']): string {
  const headings = (['State', 'Language', 'Text', 'Place'] as const).map((heading): Column => {
    return { heading, align: 'left' };
  });
  const lines = rows.flatMap(({ lang, units }) =>
    unapproved(units).map((unit) => [unit.state, lang, unit.id, formatRange(tools.placeOfUnit(unit))]),
  );
  return lines.length === 0 ? '' : `\n${printedTable(headings, lines, paint)}`;
}

import type { FoundProblem } from '../check/found.js';
import type { JobOutcome, RunEnd } from '../delivery/send-many.js';
import type { MailPlace } from '../delivery/mail-transport.js';
import type { RowFault } from '../delivery/visits/read-visits.js';
import type { TableFault } from '../delivery/visits/table.js';
import type { CommandContext } from './command.js';
import type { ListSettings } from './email-list-settings.js';
import { exitCodes, type ExitCode } from './exit-code.js';
import { formatConcerns } from './report.js';
import type { OpenedWorkspace } from './run-build.js';
import { count, jsonText, problemRecords, seconds } from './summary.js';
import type { Channel } from './terminal.js';

/** What became of a line of the list that was right. Without a key, nobody asked the journal. */
export type ListRow = Readonly<{ line: number; key?: string; outcome: JobOutcome }>;

/** All that there is to tell of a list. */
export type ListReport = Readonly<{
  rows: readonly ListRow[];
  faults: readonly RowFault[];
  found: readonly FoundProblem[];
  /** `held`: nothing was tried; `shown`: the first message was written to a file; `rehearsed`: all were made and none sent. */
  end: RunEnd | 'held' | 'shown' | 'rehearsed';
  place: MailPlace | undefined;
  settings: ListSettings;
  opened: OpenedWorkspace;
  ms: number;
}>;

type Kind = JobOutcome['kind'];

/** Digits of a message's key that a person has to copy. */
const KEY_DIGITS = 12;

/** What is open after a run, and needs somebody. */
const TOLD: ReadonlySet<Kind> = new Set([
  'refused',
  'refused-before',
  'unsure',
  'waiting',
  'faulty',
  'repeated',
]);

/** What a person decides about, by its key. */
const DECIDED: ReadonlySet<Kind> = new Set(['refused', 'refused-before', 'unsure']);

/** Tells what is wrong with a list as a whole. */
export function printWholeFault(
  { line, message, hint }: TableFault,
  asJson: boolean,
  { terminal: { out, err } }: CommandContext,
): ExitCode {
  const place = line === undefined ? '' : `line ${String(line)}: `;
  err.write(`${err.paint('red', 'error')}: ${place}${message}\n${err.paint('cyan', 'Hint:')} ${hint}\n`);
  err.write('Nothing was sent.\n');
  if (asJson) out.write(jsonText({ outcome: 'failed', fault: { line, message, hint } }));
  return exitCodes.problems;
}

/** Tells what came of a list, line by line where somebody has to do something, and counts the rest. Patients are not named. */
export function printList(report: ListReport, { terminal: { out, err } }: CommandContext): ExitCode {
  const { found, opened, settings, faults, rows } = report;
  err.write(formatConcerns(found, opened.sourceText, err.paint));
  if (settings.asJson) out.write(jsonText(recordOf(report)));
  else {
    const told = [
      ...faults.map((fault) => ({ line: fault.line, text: formatFault(fault, err.paint) })),
      ...rows
        .filter(({ outcome }) => TOLD.has(outcome.kind))
        .map((row) => ({ line: row.line, text: formatRow(row, err.paint) })),
    ];
    for (const { text } of told.sort((one, other) => one.line - other.line)) err.write(text);
    err.write(`${summaryOf(report)}\n`);
    for (const hint of hintsOf(report)) err.write(`${err.paint('cyan', 'Hint:')} ${hint}\n`);
  }
  return exitCodeOf(report);
}

function formatFault({ line, column, message, hint }: RowFault, paint: Channel['paint']): string {
  const place = column === undefined ? 'It' : `“${column}”`;
  const end = hint === undefined ? '' : ` ${hint}`;
  return `${paint('bold', `line ${String(line)}`)} ${paint('red', 'not sent')}: ${place} ${message}${end}\n`;
}

function formatRow({ line, key, outcome: { kind, reason } }: ListRow, paint: Channel['paint']): string {
  const name = key === undefined || !DECIDED.has(kind) ? '' : ` ${paint('dim', key.slice(0, KEY_DIGITS))}`;
  const end = reason === undefined ? '' : ` ${reason}`;
  return `${paint('bold', `line ${String(line)}`)}${name} ${wordsOf[kind].alone}.${end}\n`;
}

/** How an outcome is told of a line, and counted. */
const wordsOf: Readonly<Record<Kind, Readonly<{ alone: string; counted: string }>>> = {
  sent: { alone: 'Sent', counted: 'sent' },
  'sent-before': { alone: 'Sent before', counted: 'sent before' },
  refused: { alone: 'Refused', counted: 'refused' },
  'refused-before': { alone: 'Refused before', counted: 'refused before' },
  unsure: { alone: 'Perhaps sent', counted: 'unsure' },
  waiting: { alone: 'Put off', counted: 'put off' },
  faulty: { alone: 'Not sent: its handout has an error', counted: 'with an error in the handout' },
  repeated: { alone: 'The same message as a line above, so it goes once', counted: 'repeated' },
  left: { alone: 'Not begun', counted: 'left' },
};

const ORDER: readonly Kind[] = [
  ...(['sent', 'sent-before', 'unsure', 'waiting', 'refused', 'refused-before'] as const),
  ...(['faulty', 'repeated', 'left'] as const),
];

function countsOf({ rows, faults }: ListReport): readonly (readonly [Kind | 'bad', number])[] {
  const counts = ORDER.map((kind) => [kind, amount(rows, kind)] as const);
  const bad = new Set(faults.map(({ line }) => line)).size;
  return [...counts, ['bad', bad] as const].filter(([, number]) => number > 0);
}

function amount(rows: readonly ListRow[], kind: Kind): number {
  return rows.filter(({ outcome }) => outcome.kind === kind).length;
}

function summaryOf(report: ListReport): string {
  const { end, rows, ms, place, faults } = report;
  const lines = count(rows.length + new Set(faults.map(({ line }) => line)).size, 'line');
  const counts = countsOf(report).map(
    ([kind, number]) => `${String(number)} ${kind === 'bad' ? 'bad' : wordsOf[kind].counted}`,
  );
  const told = counts.length === 0 ? 'nothing to send' : counts.join(', ');
  switch (end) {
    case 'held':
      return `Nothing was sent. ${lines}: ${told}.`;
    case 'shown':
      return amount(rows, 'faulty') > 0
        ? 'Nothing was sent.'
        : 'Wrote the preview of the first message; nothing was sent.';
    case 'rehearsed': {
      const ready = amount(rows, 'left');
      const others = counts.filter((text) => !text.endsWith(' left'));
      return `Nothing was sent: ${count(ready, 'message')} would be.${others.length === 0 ? '' : ` Of the rest: ${others.join(', ')}.`}`;
    }
    case 'finished':
      return `${place?.kind === 'outbox' ? `Written to ${place.name}. ` : ''}${lines} in ${seconds(ms)}: ${told}.`;
    case 'stopped':
      return `Stopped. ${lines}: ${told}.`;
    case 'unreachable':
      return `The mail server takes nothing at present. ${lines}: ${told}.`;
  }
}

function hintsOf(report: ListReport): readonly string[] {
  const { rows, end } = report;
  const has = (...kinds: readonly Kind[]): boolean => kinds.some((kind) => amount(rows, kind) > 0);
  const isRun = end === 'finished' || end === 'stopped' || end === 'unreachable';
  return [
    ...(isRun && has('waiting', 'left')
      ? ['Run the same command again: it sends what is missing, and nothing twice.']
      : []),
    ...(has('unsure', 'refused', 'refused-before')
      ? [
          'Decide about each with “handout email decide KEY --as sent” or “--as again”; “handout email journal” lists them.',
        ]
      : []),
    ...(isRun && has('sent-before')
      ? ['For a new round of the same messages, give it a name with --batch.']
      : []),
  ];
}

function recordOf(report: ListReport): object {
  const { rows, faults, found, end, place, ms } = report;
  const lines = [
    ...rows.map(({ line, key, outcome: { kind, reason } }) => ({
      line,
      outcome: kind,
      ...(key !== undefined && { key }),
      ...(reason !== undefined && { reason }),
    })),
    ...faults.map(({ line, column, message, hint }) => ({
      ...{ line, outcome: 'bad', column, reason: message },
      ...(hint !== undefined && { hint }),
    })),
  ];
  return {
    end,
    counts: Object.fromEntries(countsOf(report)),
    ms: Math.round(ms),
    ...(place !== undefined && { by: place.kind, place: place.name }),
    lines: lines.sort((one, other) => one.line - other.line),
    problems: problemRecords(found),
  };
}

function exitCodeOf(report: ListReport): ExitCode {
  const { rows, faults, end, settings } = report;
  if (end === 'stopped') return exitCodes.interrupted;
  const open = (['unsure', 'waiting', 'refused', 'refused-before'] as const).some(
    (kind) => amount(rows, kind) > 0,
  );
  if (end === 'unreachable' || (open && !settings.isDryRun)) return exitCodes.outside;
  return faults.length > 0 || amount(rows, 'faulty') > 0 ? exitCodes.problems : exitCodes.done;
}

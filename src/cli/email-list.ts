import type { FoundProblem } from '../check/found.js';
import { mailJob, type SendingJob } from '../delivery/mail-jobs.js';
import type { Sending } from '../delivery/message-key.js';
import { settledOutcome, type JobOutcome } from '../delivery/send-many.js';
import type { ReadVisits, Visit } from '../delivery/visits/read-visits.js';
import type { Arguments, CommandContext, RunCommand } from './command.js';
import { printProblems, writePreview } from './email-output.js';
import { printList, printWholeFault, type ListReport, type ListRow } from './email-list-output.js';
import { readListSettings, usualRequest, type ListSettings } from './email-list-settings.js';
import {
  openForSending,
  openRoom,
  recallMessages,
  runJobs,
  type Memory,
  type OpenedRoom,
} from './email-room.js';
import { createProgress } from './progress.js';
import { hasSettingsErrors, type OpenedWorkspace } from './run-build.js';
import { UsageError } from './usage-error.js';

/**
 * The command `email --csv`: sends each patient of a list what their line says.
 * @throws {UsageError} for a list that isn't there, unknown names, and options that don't go together
 * @throws {OutsideError} as `runEmail` does
 */
export const runEmailList: RunCommand = async (args, context) => {
  const start = performance.now();
  const settings = readListSettings(args, context.cwd);
  const opened = await openForSending(args, context);
  const outside = opened.problems.map((problem) => ({ problem, builds: [] }));
  if (hasSettingsErrors(opened.problems))
    return printProblems(outside, { opened, asJson: settings.asJson }, context);
  const list = await readListFile(opened, { settings, args }, context);
  if ('whole' in list) return printWholeFault(list.whole, settings.asJson, context);
  const work: ListWork = { opened, list, settings, context };
  const done = await carryOut(work);
  const report: ListReport = {
    ...done,
    faults: list.faults,
    settings,
    opened,
    ms: performance.now() - start,
  };
  return printList({ ...report, found: [...outside, ...done.found] }, context);
};

type ListWork = Readonly<{
  opened: OpenedWorkspace;
  list: ReadVisits;
  settings: ListSettings;
  context: CommandContext;
}>;

/** What was done with the lines that are right, and what was found on the way. */
type ListDone = Pick<ListReport, 'rows' | 'found' | 'end' | 'place'>;

async function carryOut(work: ListWork): Promise<ListDone> {
  const { list, settings, opened } = work;
  if (settings.preview !== undefined) return preview(work, settings.preview);
  const nothing: ListDone = { rows: [], found: [], end: 'held', place: undefined };
  if (settings.allOrNothing && list.faults.length > 0) return nothing;
  if (!settings.isDryRun && !settings.allOrNothing) return send(work);
  const memory = recallMessages(opened.workspace);
  const rehearsed = await rehearse(work, memory);
  const isGood = rehearsed.rows.every(({ outcome }) => outcome.kind !== 'faulty');
  return settings.isDryRun || !isGood ? rehearsed : send(work);
}

async function readListFile(
  { workspace }: OpenedWorkspace,
  { settings, args }: Readonly<{ settings: ListSettings; args: Arguments }>,
  { pipeline }: CommandContext,
) {
  const usual = usualRequest(workspace, args);
  const [{ readVisitsFile }, { readList }] = await Promise.all([
    pipeline.workspace(),
    import('../delivery/visits/read-list.js'),
  ]);
  const bytes = readVisitsFile(settings.file);
  if (bytes === undefined) {
    throw new UsageError('The list that --csv names cannot be read.', 'Name a file of at most 64 MB.');
  }
  return readList(bytes, { workspace, usual, personal: settings.personal });
}

/** The first line that is right, as a message to look at. */
async function preview(work: ListWork, file: string): Promise<ListDone> {
  const { list, opened, context } = work;
  const [visit] = list.visits;
  if (visit === undefined) return { rows: [], found: [], end: 'held', place: undefined };
  const { room, found } = await openRoom(opened.workspace, recallMessages(opened.workspace), context);
  const message = await mailJob(room, sendingOf(visit, work)).compose();
  if (message !== undefined) writePreview(file, message, context);
  const kind = message === undefined ? 'faulty' : 'left';
  return { rows: [{ line: visit.line, outcome: { kind } }], found, end: 'shown', place: undefined };
}

/** Makes every message and sends none. */
async function rehearse(work: ListWork, memory: Memory): Promise<ListDone> {
  const { opened, context } = work;
  const opening = await openRoom(opened.workspace, memory, context);
  const collect = collector(work);
  const seen = new Set<string>();
  for (const job of jobsOf(work, opening)) {
    const settled = seen.has(job.key)
      ? { kind: 'repeated' as const }
      : settledOutcome(memory.state.messages.get(job.key)?.standing);
    seen.add(job.key);
    const isMade = settled !== undefined || (await job.compose()) !== undefined;
    collect.add(job, settled ?? { kind: isMade ? 'left' : 'faulty' });
  }
  collect.progress.clear();
  return { rows: collect.rows, found: opening.found, end: 'rehearsed', place: undefined };
}

async function send(work: ListWork): Promise<ListDone> {
  const { opened, context } = work;
  const { err } = context.terminal;
  const collect = collector(work);
  let found: readonly FoundProblem[] = [];
  try {
    const { end, place } = await runJobs(
      opened.workspace,
      {
        jobs: async (memory) => {
          const opening = await openRoom(opened.workspace, memory, context);
          found = opening.found;
          return jobsOf(work, opening);
        },
        onOutcome: (job, outcome) => collect.add(job, outcome),
        onStop: () => {
          collect.progress.clear();
          err.write('Finishing what is under way; press Ctrl-C again to end at once.\n');
        },
      },
      context,
    );
    return { rows: collect.rows, found, end, place };
  } finally {
    collect.progress.clear();
  }
}

function* jobsOf(work: ListWork, { room }: OpenedRoom): Generator<SendingJob> {
  for (const visit of work.list.visits) yield mailJob(room, { ...sendingOf(visit, work), line: visit.line });
}

/** A calendar needs a day, which a general copy doesn't tell. */
function sendingOf(visit: Visit, { settings: { batch, withCalendar } }: ListWork): Sending {
  const { to, request, day, visit: number } = visit;
  return {
    ...{ to, request },
    ...(day !== undefined && { day }),
    ...(number !== undefined && { visit: number }),
    ...(batch !== undefined && { batch }),
    withCalendar: withCalendar && request.personal?.treatmentDate !== undefined,
  };
}

function collector({ list, context }: ListWork) {
  const rows: ListRow[] = [];
  const progress = createProgress(context.terminal.err, list.visits.length, () => performance.now());
  progress.advance('');
  return {
    rows,
    progress,
    add({ key, line = 0 }: Pick<SendingJob, 'key' | 'line'>, outcome: JobOutcome): void {
      rows.push({ line, key, outcome });
      progress.advance('');
    },
  };
}

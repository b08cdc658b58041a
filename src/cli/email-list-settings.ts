import { resolve } from 'node:path';

import type { HandoutRequest } from '../handout/request.js';
import type { Workspace } from '../workspace/workspace.js';
import { readBuildSettings, selectRequests } from './build-settings.js';
import type { Arguments } from './command.js';
import { readPreview } from './email-settings.js';
import { UsageError } from './usage-error.js';

/** What a command line asks to be sent to the patients of a list. */
export type ListSettings = Readonly<{
  /** Absolute path of the list. */
  file: string;
  /** What this round is called, if it has a name. */
  batch: string | undefined;
  /** Whether patients want their own copies, where no column says so for each. */
  personal: boolean;
  withCalendar: boolean;
  allOrNothing: boolean;
  isDryRun: boolean;
  /** A file to show the first message in, instead of sending any. */
  preview: string | undefined;
  asJson: boolean;
}>;

const DETAILS = ['to', 'first-name', 'treatment-date', 'next-appointment', 'clinician', 'note'] as const;
const LONGEST_BATCH = 60;

/**
 * Reads the options of `email --csv`.
 * @throws {UsageError} for an option that is about one patient
 */
export function readListSettings({ flags, texts }: Arguments, cwd: string): ListSettings {
  const detail = DETAILS.find((name) => texts.has(name));
  if (detail !== undefined) {
    throw new UsageError(
      `--csv and --${detail} do not go together.`,
      `The list has a column for each detail of a patient.`,
    );
  }
  if (flags.has('locked') || texts.has('pdf-password-file')) {
    throw new UsageError('A list has no password: each patient would know that of the others.');
  }
  if (flags.has('again')) {
    throw new UsageError(
      '--csv and --again do not go together.',
      'Name messages with “handout email decide”, or the round with --batch.',
    );
  }
  const batch = texts.get('batch');
  if (batch !== undefined && batch.length > LONGEST_BATCH)
    throw new UsageError(`--batch is longer than ${String(LONGEST_BATCH)} characters.`);
  return {
    file: resolve(cwd, texts.get('csv') ?? ''),
    batch,
    personal: flags.has('personal'),
    withCalendar: flags.has('ics'),
    allOrNothing: flags.has('all-or-nothing'),
    isDryRun: flags.has('dry-run'),
    preview: readPreview(texts.get('preview')),
    asJson: flags.has('json'),
  };
}

/**
 * Reads what holds for the lines of a list that don't say.
 * @throws {UsageError} for unknown names, and for several handouts or languages
 */
export function usualRequest(workspace: Workspace, args: Arguments): Partial<HandoutRequest> {
  const { handouts, languages, treatments, bilingual } = readBuildSettings(args);
  if ((handouts?.length ?? 0) > 1 || (languages?.length ?? 0) > 1 || languages?.includes('all') === true) {
    throw new UsageError(
      'A list has one usual handout and one usual language.',
      'Name others in its columns “handout” and “lang”.',
    );
  }
  // Any language but the other one of two tells whether the rest of the names are right.
  const lang = languages ?? [workspace.languages.find((each) => each !== bilingual) ?? 'en'];
  const settings = { ...readBuildSettings(args), languages: lang, personal: undefined };
  const [selected] = selectRequests(workspace, settings);
  const { handout: _, lang: __, treatments: ___, ...design } = selected!;
  return {
    ...design,
    ...(handouts?.[0] !== undefined && { handout: handouts[0] }),
    ...(languages?.[0] !== undefined && { lang: languages[0] }),
    ...(treatments !== undefined && { treatments }),
  };
}

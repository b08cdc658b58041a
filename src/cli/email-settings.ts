import { readAddress, type MailAddress } from '../delivery/mail-address.js';
import type { HandoutRequest } from '../handout/request.js';
import { readBuildSettings } from './build-settings.js';
import type { Arguments, CommandContext } from './command.js';
import { readPdfPassword } from './pdf-password.js';
import { selectShowingWhy, type OpenedWorkspace } from './run-build.js';
import { UsageError } from './usage-error.js';

/** What a command line asks to be sent to one patient. */
export type EmailSettings = Readonly<{
  to: MailAddress;
  withCalendar: boolean;
  /** What the PDF opens with; undefined where it isn't locked. */
  password: string | undefined;
  isDryRun: boolean;
  /** A file to show the message in, instead of sending it. */
  preview: string | undefined;
}>;

/**
 * Reads the options of `email` but for the handout.
 * @throws {UsageError} for an address that can't be right, personal details that nobody asked for, and options that don't go together
 */
export function readEmailSettings(args: Arguments, context: CommandContext): EmailSettings {
  const { flags, texts, operands } = args;
  if (operands.length === 0)
    throw new UsageError('“handout email” needs HANDOUT.', 'See “handout email --help”.');
  if (flags.has('all-or-nothing')) throw new UsageError('--all-or-nothing goes with --csv.');
  const { personal } = readBuildSettings(args);
  const withCalendar = flags.has('ics');
  if (personal !== undefined && !flags.has('personal')) {
    throw new UsageError(
      'A patient’s details are sent by e-mail only if the patient wants that.',
      'Add --personal if so; without these options the general handout is sent.',
    );
  }
  if (personal === undefined && flags.has('personal')) {
    throw new UsageError(
      '--personal needs a detail of the patient.',
      'Add --first-name or --treatment-date.',
    );
  }
  if (withCalendar && personal?.treatmentDate === undefined) {
    throw new UsageError(
      '--ics needs the day of the treatment.',
      'Add --personal and --treatment-date YYYY-MM-DD.',
    );
  }
  const password = readPdfPassword(args, context);
  if (withCalendar && password !== undefined) {
    throw new UsageError('--ics and a password do not go together: anybody could read the calendar file.');
  }
  return {
    to: readRecipient(texts.get('to')),
    withCalendar,
    password,
    isDryRun: flags.has('dry-run'),
    preview: readPreview(texts.get('preview')),
  };
}

/**
 * Names the one handout to send, in one language.
 * @throws {UsageError} for unknown names, and when there are several languages
 */
export function selectMessage(
  opened: OpenedWorkspace,
  args: Arguments,
  context: CommandContext,
): HandoutRequest {
  const [request, ...more] = selectShowingWhy(opened, readBuildSettings(args), context);
  if (request === undefined || more.length > 0) {
    throw new UsageError('A message is in one language.', 'Name the patient’s with --lang.');
  }
  return request;
}

function readRecipient(text: string | undefined): MailAddress {
  if (text === undefined) {
    throw new UsageError('“handout email” needs --to and an address, or --csv and a list of visits.');
  }
  const address = readAddress(text);
  if (address !== undefined) return address;
  throw new UsageError('--to is not an e-mail address.', 'Write one address alone, such as ada@example.org.');
}

/**
 * Reads the name of the file to show a message in.
 * @throws {UsageError} for one that is neither a page nor a message
 */
export function readPreview(file: string | undefined): string | undefined {
  if (file === undefined || /\.(html|eml)$/.test(file)) return file;
  throw new UsageError('--preview needs a file that ends in .html or .eml.');
}

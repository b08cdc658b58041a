import type { GroupReader } from './ipp/group.js';
import { printable } from './words.js';

/** How a printer is. */
export type PrinterCondition = Readonly<{
  state: 'idle' | 'printing' | 'stopped' | 'unknown';
  /** What is the matter, in words; nothing when all is well. */
  reasons: readonly string[];
}>;

/** Reads `printer-state` and `printer-state-reasons`. */
export function conditionOf(group: GroupReader): PrinterCondition {
  const state = group.number('printer-state');
  return {
    state: state === 3 ? 'idle' : state === 4 ? 'printing' : state === 5 ? 'stopped' : 'unknown',
    reasons: reasonWords(group.texts('printer-state-reasons')),
  };
}

/**
 * Says in words what the reasons of a printer's or a job's state mean, each once. The endings `-error`, `-warning` and `-report` only say how bad it is;
 * a reason of a vendor's own is shown as it is.
 */
export function reasonWords(reasons: readonly string[]): readonly string[] {
  const words = reasons
    .map((reason) => reason.replace(/-(error|warning|report)$/, ''))
    .filter((reason) => reason !== '' && !quietReasons.has(reason))
    .map((reason) => meanings.get(reason) ?? printable(reason.replace(/-/g, ' ')));
  return [...new Set(words)];
}

/** What goes without saying, or only says where a job is on its way. */
const quietReasons: ReadonlySet<string> = new Set([
  ...['none', 'job-incoming', 'job-queued', 'job-printing', 'job-transforming', 'job-interpreting'],
  ...['job-outgoing', 'job-data-insufficient', 'processing-to-stop-point', 'job-completed-successfully'],
  ...['job-canceled-by-user', 'cups-waiting-for-job-completed', 'job-spooling', 'job-fetchable'],
]);

/** @see RFC 8011 sections 5.3.8 and 5.4.12, PWG 5100.9 and 5100.13 */
const meanings: ReadonlyMap<string, string> = new Map([
  ['media-empty', 'out of paper'],
  ['media-needed', 'wants paper'],
  ['media-low', 'little paper left'],
  ['media-jam', 'paper jam'],
  ['input-tray-missing', 'a paper tray is missing'],
  ['input-media-supply-empty', 'a paper tray is empty'],
  ['input-media-supply-low', 'a paper tray is almost empty'],
  ['output-area-full', 'the output tray is full'],
  ['output-area-almost-full', 'the output tray is almost full'],
  ['output-tray-missing', 'the output tray is missing'],
  ['cover-open', 'a cover is open'],
  ['door-open', 'a door is open'],
  ['interlock-open', 'a cover is open'],
  ['toner-empty', 'out of toner'],
  ['toner-low', 'little toner left'],
  ['marker-supply-empty', 'out of ink or toner'],
  ['marker-supply-low', 'little ink or toner left'],
  ['marker-waste-full', 'the container for waste toner is full'],
  ['marker-waste-almost-full', 'the container for waste toner is almost full'],
  ['developer-empty', 'out of developer'],
  ['developer-low', 'little developer left'],
  ['opc-near-eol', 'the drum is almost worn out'],
  ['opc-life-over', 'the drum is worn out'],
  ['fuser-over-temp', 'too hot'],
  ['fuser-under-temp', 'warming up'],
  ['spool-area-full', 'its memory is full'],
  ['connecting-to-device', 'connecting to the printer'],
  ['connecting-to-printer', 'connecting to the printer'],
  ['offline', 'off-line'],
  ['timed-out', 'the printer does not answer'],
  ['shutdown', 'switched off'],
  ['paused', 'paused'],
  ['moving-to-paused', 'pausing'],
  ['stopping', 'stopping'],
  ['stopped-partly', 'a part of it has stopped'],
  ['deactivated', 'out of service'],
  ['identify-printer-requested', 'showing which one it is'],
  ['cups-missing-filter', 'a filter of its driver is missing'],
  ['cups-insecure-filter', 'a filter of its driver is not safe'],
  ['job-hold-until-specified', 'held back'],
  ['job-held-for-authentication', 'waiting for a name and a password at the print server'],
  ['cups-held-for-authentication', 'waiting for a name and a password at the print server'],
  ['job-password-wait', 'waiting for a password at the printer'],
  ['job-release-wait', 'waiting to be released at the printer'],
  ['resources-are-not-ready', 'waiting for something it needs, such as paper'],
  ['printer-stopped', 'the printer has stopped'],
  ['printer-stopped-partly', 'a part of the printer has stopped'],
  ['job-canceled-at-device', 'cancelled at the printer'],
  ['job-canceled-by-operator', 'cancelled by whoever runs the printer'],
  ['aborted-by-system', 'given up by the printer'],
  ['document-format-error', 'the document has an error that the printer cannot get over'],
  ['unsupported-document-format', 'the printer does not take this kind of document'],
  ['unsupported-compression', 'the printer does not know this compression'],
  ['document-access-error', 'the printer could not read the document'],
  ['document-unprintable', 'the printer cannot print this document'],
  ['submission-interrupted', 'the document did not arrive whole'],
  ['job-completed-with-errors', 'printed with errors'],
  ['job-completed-with-warnings', 'printed with warnings'],
  ['job-restartable', 'can be started again at the printer'],
  ['account-authorization-failed', 'the account may not print'],
  ['account-limit-reached', 'the account has printed all that it may'],
]);

import type { checkHandout } from '../check/check-handout.js';
import type { Policy } from '../check/policy.js';
import { OutsideError } from '../base/outside-error.js';
import type { Staged } from '../base/problem.js';
import { remindersOf } from '../handout/build.js';
import { visitName } from '../handout/names.js';
import { refusalOf } from '../handout/policy.js';
import type { HandoutRequest } from '../handout/request.js';
import type { Workspace } from '../workspace/workspace.js';
import { writeCalendar } from './calendar-file.js';
import { composeMessage, type ComposedMessage, type Sender } from './compose-message.js';
import { readAddress, type MailAddress } from './mail-address.js';
import type { MailKey } from './mail-key.js';

/** A handout for one patient, and how it is to go. */
export type Dispatch = Readonly<{
  /** The handout; only a patient who wanted personal details has them in it. */
  request: HandoutRequest;
  to: MailAddress;
  /** Whether the handout's dates go along; it then has a treatment date. */
  withCalendar: boolean;
  /** What the PDF opens with; then there is no calendar, which anybody could read. */
  password?: string | undefined;
  /** As in `MessageParts`. */
  occasion?: string;
  /** As in `MessageParts`. */
  identify?: (domain: string) => string;
  date: Date;
}>;

/** What preparing messages needs. */
export type PreparingTools = Readonly<{
  workspace: Workspace;
  checkHandout: typeof checkHandout;
  policy: Policy;
  key: MailKey;
}>;

/**
 * Makes, checks and composes a message.
 * @returns nothing when there is an error among the problems; reports what `checkHandout`, `remindersOf` and `refusalOf` do
 * @throws {OutsideError} `mail/no-sender` when the clinic has no address to send from
 */
export async function prepareMessage(
  { workspace, checkHandout, policy, key }: PreparingTools,
  dispatch: Dispatch,
): Promise<Staged<ComposedMessage | undefined>> {
  const { to, withCalendar, password, occasion, identify, date } = dispatch;
  const letter = { hasCalendar: withCalendar, isLocked: password !== undefined };
  const request: HandoutRequest = { ...dispatch.request, formats: ['pdf'], letter };
  const sender = senderOf(workspace, request);
  const { value: handout, problems } = await checkHandout(workspace, request, { policy });
  if (handout === undefined) return { value: undefined, problems };
  const intent = { action: 'email', lang: request.lang, state: handout.state } as const;
  const refusal = request.allowDrafts === true ? undefined : refusalOf(workspace.config.review, intent);
  if (refusal !== undefined) return { value: undefined, problems: [...problems, refusal] };
  const calendar = withCalendar ? calendarOf(workspace, request) : { value: undefined, problems: [] };
  const all = [...problems, ...calendar.problems];
  if (withCalendar && calendar.value === undefined) return { value: undefined, problems: all };
  const name = visitName(request);
  const personal = request.personal !== undefined;
  const value = await composeMessage(
    {
      ...{ handout, name, sender, to, calendar: calendar.value, password, personal, date },
      ...(occasion !== undefined && { occasion }),
      identify,
    },
    key,
  );
  return { value, problems: all };
}

function senderOf({ config, brands }: Workspace, { brand: id = config.brand }: HandoutRequest): Sender {
  const brand = brands.get(id);
  const from = readAddress(config.email.from ?? brand?.contact.email ?? '');
  const replyTo = config.email.replyTo === undefined ? from : readAddress(config.email.replyTo);
  if (brand === undefined || from === undefined || replyTo === undefined) {
    throw new OutsideError(
      'mail/no-sender',
      'There is no address to send from. Set “from” under “email” in handout.yaml.',
    );
  }
  return { name: brand.name, from, replyTo };
}

function calendarOf(workspace: Workspace, request: HandoutRequest): Staged<Uint8Array | undefined> {
  const { value, problems } = remindersOf(workspace, request);
  const treatmentDate = request.personal?.treatmentDate;
  if (value === undefined || treatmentDate === undefined) return { value: undefined, problems };
  const facts = { title: value.title, name: visitName(request), lang: request.lang, treatmentDate };
  return { value: writeCalendar(value.reminders, facts), problems };
}

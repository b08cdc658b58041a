import type { HandoutRequest } from '../handout/request.js';
import { visitName } from '../handout/names.js';
import type { MailAddress } from './mail-address.js';
import type { JournalKeys } from './journal/keys.js';
import type { MessageKey } from './journal/entry.js';

/** What is sent to whom, and on what occasion. */
export type Sending = Readonly<{
  to: MailAddress;
  request: HandoutRequest;
  /** The day of the treatment, `YYYY-MM-DD`, whether or not the copy says it. */
  day?: string;
  /** The clinic's number of the visit. */
  visit?: string;
  /** What the person who sends calls this round: the same handout goes to the same patient once in each. */
  batch?: string;
  withCalendar: boolean;
  /** What the PDF opens with; that it is locked makes it another message, with what doesn't. */
  password?: string;
}>;

/**
 * Tells messages apart. Two are the same when they would bring the same patient the same copy for the same visit, as far as the visit is
 * known by its day or number. What the handout's texts say today doesn't count: a message that was sent isn't sent again because a
 * sentence has changed in between. Nor does what is allowed or where it is shown.
 */
export function messageKey(keys: JournalKeys, sending: Sending): MessageKey {
  const { to, request, day = '', visit = '', batch = '', withCalendar, password } = sending;
  const extras = [...(withCalendar ? ['calendar'] : []), ...(password === undefined ? [] : ['locked'])];
  const { lang, bilingual = '', brand = '', paper = '', variants = [], personal = {} } = request;
  const details = Object.entries(personal).sort(([one], [other]) => (one < other ? -1 : 1));
  return keys.messageKey([
    ...[to.address, visitName(request), lang, bilingual, brand, paper, [...variants].sort().join(' ')],
    ...[day, visit, batch, extras.join(' '), JSON.stringify(details)],
  ]);
}

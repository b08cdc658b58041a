import { checkHandout } from '../../src/check/check-handout.js';
import { openPolicy } from '../../src/check/policy.js';
import { readAddress, type MailAddress } from '../../src/delivery/mail-address.js';
import { mailKeyOf } from '../../src/delivery/mail-key.js';
import { prepareMessage, type Dispatch } from '../../src/delivery/prepare-message.js';
import type { ComposedMessage } from '../../src/delivery/compose-message.js';
import { openWorkspace, type Workspace } from '../../src/workspace/workspace.js';

/** A secret that is none. */
export const key = mailKeyOf(new Uint8Array(32));

/** The built-in workspace. */
export const builtIn = openWorkspace({ cwd: '/' }).value;

/** An address that must be one. */
export function addressOf(text: string): MailAddress {
  const address = readAddress(text);
  if (address === undefined) throw new Error('That is no address.');
  return address;
}

/** A message with everything in it. */
export const fullDispatch: Dispatch = {
  request: {
    handout: 'microneedling/combined-aftercare',
    lang: 'en',
    personal: { firstName: 'Zenobia', treatmentDate: '2026-03-14', nextAppointment: '2026-04-11T14:30' },
    allowDrafts: true,
  },
  to: addressOf('zenobia@example.org'),
  withCalendar: true,
  date: new Date('2026-03-14T09:30:00Z'),
};

/** Composes a message that must be right. */
export async function compose(
  changes: Partial<Dispatch> = {},
  workspace: Workspace = builtIn,
): Promise<ComposedMessage> {
  const tools = { workspace, checkHandout, policy: openPolicy(workspace), key };
  const { value, problems } = await prepareMessage(tools, { ...fullDispatch, ...changes });
  if (value === undefined) throw new Error(problems.map(({ message }) => message).join('\n'));
  return value;
}

/** Composes the message in another language. */
export function composeIn(lang: string): Promise<ComposedMessage> {
  return compose({ request: { ...fullDispatch.request, lang } });
}

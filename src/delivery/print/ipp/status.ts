import { OutsideError } from '../../../base/outside-error.js';
import { printable } from '../words.js';
import type { IppMessage } from './message.js';
import { readGroup } from './group.js';

/** The statuses that this program acts on. */
export const statuses = {
  ignoredOrSubstituted: 0x0001,
  notFound: 0x0406,
  gone: 0x0407,
  versionNotSupported: 0x0503,
  temporaryError: 0x0505,
  busy: 0x0507,
} as const;

const FIRST_ERROR = 0x0100;

/** Tells whether an answer is a success, perhaps with attributes that were ignored. */
export function isSuccess({ code }: IppMessage): boolean {
  return code >= 0 && code < FIRST_ERROR;
}

/**
 * Makes the error for a request that a printer refused.
 * @returns `print/refused`, with what the printer said and the attributes that it named
 */
export function refusal(answer: IppMessage): OutsideError {
  const { code } = answer;
  const reason = meanings.get(code) ?? `it answered with the status 0x${code.toString(16).padStart(4, '0')}`;
  const said = readGroup(answer, 'operation').text('status-message');
  const unsupported = answer.groups
    .filter(({ name }) => name === 'unsupported')
    .flatMap(({ attributes }) => attributes.map(({ name }) => printable(name)));
  const parts = [
    `The printer refused: ${reason}.`,
    ...(unsupported.length === 0 ? [] : [`It named ${unsupported.join(', ')}.`]),
    ...(said === undefined || said === '' ? [] : [`It said: “${printable(said)}”`]),
  ];
  return new OutsideError('print/refused', parts.join(' '));
}

/** @see RFC 8011, appendix B */
const meanings: ReadonlyMap<number, string> = new Map([
  [0x0400, 'it does not understand the request'],
  [0x0401, 'this user may not print there'],
  [0x0402, 'it wants a name and a password'],
  [0x0403, 'this user may not do that'],
  [0x0404, 'it cannot do that now'],
  [0x0405, 'it waited too long for the document'],
  [0x0406, 'there is no such printer or job; check the path of its address'],
  [0x0407, 'there is no such printer or job any more'],
  [0x0408, 'the document is too large'],
  [0x040a, 'it does not take this kind of document'],
  [0x040b, 'it cannot print in this way'],
  [0x040d, 'it does not know this character set'],
  [0x040e, 'two settings do not go together'],
  [0x0410, 'it could not fetch the document'],
  [0x0411, 'the document is damaged'],
  [0x0412, 'it can print this kind of document, but not this one'],
  [0x0500, 'something went wrong inside the printer'],
  [0x0501, 'it does not know this operation'],
  [0x0502, 'its service is not there now'],
  [0x0503, 'it does not know this version of IPP'],
  [0x0504, 'something in the printer failed'],
  [0x0505, 'it is busy for a moment; try again'],
  [0x0506, 'it takes no jobs now'],
  [0x0507, 'it is busy; try again'],
  [0x0508, 'the job was cancelled'],
  [0x0509, 'it does not take several documents in a job'],
]);

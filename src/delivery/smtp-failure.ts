import { OutsideError } from '../base/outside-error.js';
import type { SendOutcome } from './mail-transport.js';

/** What nodemailer tells of a failure. Its message is not used: a server's answer may repeat an address. */
export type SmtpFailure = Readonly<{
  /** `EAUTH`, `ETLS`, `ECONNECTION` … */
  code: string | undefined;
  /** What the system or OpenSSL called it, such as `CERT_HAS_EXPIRED`. */
  originalCode: string | undefined;
  /** The three digits that the server answered with. */
  responseCode: number | undefined;
  /** The code after them, such as `5.1.1`. @see RFC 3463 */
  enhancedCode: string | undefined;
  /** The command that was answered. */
  command: string | undefined;
}>;

/** Takes out of an error what is known not to hold anything about the patient. */
export function failureOf(error: unknown): SmtpFailure {
  const fields: Readonly<Record<string, unknown>> = error instanceof Error ? { ...error } : {};
  const text = (name: string): string | undefined =>
    typeof fields[name] === 'string' ? fields[name] : undefined;
  const { responseCode } = fields;
  return {
    code: text('code'),
    originalCode: text('originalCode'),
    responseCode: typeof responseCode === 'number' ? responseCode : undefined,
    enhancedCode: /^\d{3}[ -]([245]\.\d{1,3}\.\d{1,3})\b/.exec(text('response') ?? '')?.[1],
    command: text('command'),
  };
}

/**
 * Judges a failure before any message was sent.
 * @param place the server as a person would name it
 * @returns why to try later, or the error that says what is wrong with the set-up
 */
export function judgeOpening(failure: SmtpFailure, place: string): string | OutsideError {
  const { code, originalCode = '', command, responseCode = 0 } = failure;
  if (CERTIFICATE_FAULT.test(originalCode)) return badCertificate(originalCode, place);
  if (responseCode >= 400 && responseCode < 500) return answered(failure);
  if (command === 'STARTTLS' || (responseCode >= 500 && command === 'EHLO')) {
    return new OutsideError(
      'mail/no-starttls',
      `The mail server ${place} does not encrypt what it is sent (STARTTLS), so nothing was sent. Set email.smtp.security to tls, with its port, or ask who runs the server.`,
    );
  }
  if (code === 'EAUTH') return wrongCredentials(failure, place);
  if (responseCode >= 500) {
    return new OutsideError(
      'mail/server-refused',
      `The mail server ${place} does not want to talk to this computer (${codes(failure)}). Nothing was sent; ask who runs the server.`,
    );
  }
  if (PROTOCOL_FAULT.test(originalCode)) {
    return new OutsideError(
      'mail/no-tls',
      `The mail server ${place} does not speak TLS in the way that email.smtp.security says. Nothing was sent; try starttls in place of tls, or another port.`,
    );
  }
  if (code === 'EDNS') return 'The name of the mail server was not found.';
  if (code === 'ETIMEDOUT') return 'The mail server did not answer in time.';
  return 'The mail server could not be reached.';
}

/**
 * Judges a failure of a message.
 * @param wasSentWhole whether the message was handed to the connection up to its last dot
 * @returns what came of the message, or the error that says what is wrong with the set-up
 */
export function judgeSending(
  failure: SmtpFailure,
  { wasSentWhole, place }: Readonly<{ wasSentWhole: boolean; place: string }>,
): SendOutcome | OutsideError {
  const { code, command, responseCode = 0 } = failure;
  if (responseCode === 530 || responseCode === 538) return wrongCredentials(failure, place);
  if (responseCode >= 500) return { kind: 'refused', reason: answered(failure) };
  if (responseCode >= 400) return { kind: 'deferred', reason: answered(failure) };
  if (code === 'EMESSAGE' && command === 'MAIL FROM') {
    return { kind: 'refused', reason: 'It is larger than the mail server takes.' };
  }
  const reason =
    code === 'ETIMEDOUT'
      ? 'The mail server did not answer in time.'
      : 'The connection to the mail server broke.';
  return { kind: wasSentWhole ? 'unsure' : 'deferred', reason };
}

/** @see OpenSSL, the names of the errors of X509_verify_cert, and `ERR_TLS_CERT_ALTNAME_INVALID` of Node.js */
const CERTIFICATE_FAULT =
  /CERT|SELF_SIGNED|UNABLE_TO_(?:GET|VERIFY|DECODE|DECRYPT)|INVALID_CA|HOSTNAME_MISMATCH|CRL/;
const PROTOCOL_FAULT = /^(?:ERR_SSL|ERR_TLS|EPROTO)/;

function badCertificate(fault: string, place: string): OutsideError {
  const why = fault.includes('EXPIRED')
    ? 'its certificate has expired'
    : fault.includes('ALTNAME') || fault.includes('HOSTNAME')
      ? 'its certificate is for another name'
      : 'nobody known vouches for its certificate';
  return new OutsideError(
    'mail/bad-certificate',
    `The mail server ${place} cannot prove that it is the right one: ${why}. Nothing was sent. Ask who runs the server; where the clinic has a certificate authority of its own, name its file under email.smtp.caFile.`,
  );
}

function wrongCredentials(failure: SmtpFailure, place: string): OutsideError {
  return new OutsideError(
    'mail/wrong-credentials',
    `The mail server ${place} did not let this clinic log in (${codes(failure)}). Nothing was sent; look at email.smtp.user and its password or token.`,
  );
}

function answered(failure: SmtpFailure): string {
  return `The mail server answered ${codes(failure)}${meaningOf(failure)}.`;
}

function codes({ responseCode, enhancedCode }: SmtpFailure): string {
  return [responseCode ?? 'without a code', enhancedCode].filter((part) => part !== undefined).join(' ');
}

/** What a code says of the reason, as far as it is the same with all servers. @see RFC 3463, 3 */
function meaningOf({ enhancedCode = '', command }: SmtpFailure): string {
  const detail = /^[45]\.(\d\.\d+)$/.exec(enhancedCode)?.[1] ?? '';
  if (detail === '1.1' || detail === '1.10') return ': there is no such mailbox';
  if (detail === '1.2') return ': there is no such domain';
  if (detail === '2.2') return ': the mailbox is full';
  if (detail.startsWith('3.4') || detail === '2.3') return ': the message is too large';
  if (detail.startsWith('7.')) return ': its rules forbid it';
  return command === 'RCPT TO' ? ' for the address' : '';
}

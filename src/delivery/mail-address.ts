import { domainToASCII } from 'node:url';

/** An address that a message can be sent to. */
export type MailAddress = Readonly<{
  /** As in the envelope and the headers: a domain in other letters than ASCII is written in Punycode. */
  address: string;
  /** Whether the part before the @ has other letters than ASCII, which only some servers take. */
  needsSmtpUtf8: boolean;
}>;

/** @see RFC 5321, 4.5.3.1 */
const MOST_OCTETS_BEFORE_AT = 64;
const MOST_OCTETS = 254;

/** The characters of an atom, and letters of any script. @see RFC 5322, 3.2.3, and RFC 6532, 3.2 */
const ATOM = String.raw`(?:[A-Za-z0-9!#$%&'*+/=?^_\x60{|}~-]|(?![\p{C}\p{Z}])[^\x00-\x7f])+`;
const DOTTED_ATOMS = new RegExp(String.raw`^${ATOM}(?:\.${ATOM})*$`, 'u');
const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/**
 * Reads one address, without a name or angle brackets. Addresses in quotation marks and domains in square brackets are legal,
 * but nobody's, so they are taken for mistakes.
 * @returns undefined if it can't be right
 */
export function readAddress(text: string): MailAddress | undefined {
  const trimmed = text.trim().normalize('NFC');
  const at = trimmed.lastIndexOf('@');
  const [local, written] = [trimmed.slice(0, at), trimmed.slice(at + 1)];
  if (at < 1 || !DOTTED_ATOMS.test(local) || Buffer.byteLength(local) > MOST_OCTETS_BEFORE_AT)
    return undefined;
  const domain = readDomain(written);
  const address = `${local}@${domain ?? ''}`;
  if (domain === undefined || Buffer.byteLength(address) > MOST_OCTETS) return undefined;
  return { address, needsSmtpUtf8: /[^\x00-\x7f]/.test(local) };
}

/** Turns a domain's labels into ASCII; one label alone is a machine's own name, and one of digits alone ends an IP address. */
function readDomain(text: string): string | undefined {
  if (/[\s%/:?#\\[\]@]/.test(text)) return undefined;
  const labels = domainToASCII(text).split('.');
  const isGood =
    labels.length > 1 && labels.every((label) => LABEL.test(label)) && /[a-z]/.test(labels.at(-1)!);
  return isGood ? labels.join('.') : undefined;
}

/** An address as much as a screen at a front desk may show of it. */
export function maskAddress({ address }: MailAddress): string {
  const at = address.lastIndexOf('@');
  const ending = address.slice(address.lastIndexOf('.'));
  return `${[...address][0]!}…@${address[at + 1]!}…${ending}`;
}

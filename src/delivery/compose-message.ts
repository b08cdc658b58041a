import MailComposer from 'nodemailer/lib/mail-composer';

import type { CheckedHandout } from '../check/check-handout.js';
import type { Letter } from '../handout/letter.js';
import { protectPdf } from '../handout/protect.js';
import type { MailAddress } from './mail-address.js';
import type { MailKey } from './mail-key.js';
import type { MailMessage, MessageFacts } from './mail-transport.js';

/** Who writes. */
export type Sender = Readonly<{ name: string; from: MailAddress; replyTo: MailAddress }>;

/** A message to one patient. */
export type MessageParts = Readonly<{
  /** Made with a letter. */
  handout: CheckedHandout;
  /** The handout's name with the treatments that are merged into it. */
  name: string;
  sender: Sender;
  to: MailAddress;
  /** The handout's dates as a calendar file. */
  calendar?: Uint8Array | undefined;
  /** What the PDF opens with. */
  password?: string | undefined;
  /** Whether the copy has personal details in it. */
  personal: boolean;
  /**
   * Tells apart two messages that bring the same handout to the same patient on purpose. The same occasion gives the same
   * Message-ID, so that a repetition is known for one.
   */
  occasion?: string;
  /** Gives the message its Message-ID, in the sender's domain; without it, it is made of all that the message says. */
  identify?: ((domain: string) => string) | undefined;
  date: Date;
}>;

/** A message, and what a person may want to see of it before it goes. */
export type ComposedMessage = MailMessage &
  Readonly<{
    subject: string;
    /** The page that it shows. */
    html: string;
    attachments: readonly Readonly<{ name: string; byteLength: number }>[];
  }>;

/**
 * Composes a message: the letter as plain text and as a page, with the handout attached as PDF. All of it is ASCII in lines of 76
 * characters at most, but for addresses in other letters, so that no server has a reason to change it and break a signature.
 * @param key makes the Message-ID, in which nothing of the patient can be read
 * @see RFC 5322, RFC 2046, RFC 2231, RFC 3282 (Content-Language) and RFC 3834 (Auto-Submitted)
 */
export async function composeMessage(parts: MessageParts, key: MailKey): Promise<ComposedMessage> {
  const { handout, sender, to, calendar, password, date } = parts;
  const { letter } = handout;
  if (letter === undefined) throw new Error('A handout that is sent needs a letter.');
  const messageId = messageIdOf(parts, letter, key);
  const pdf = password === undefined ? handout.pdf : protectPdf(handout, password);
  const attachments = [
    attachment(letter.handoutFile, 'application/pdf', pdf),
    ...(calendar === undefined || letter.calendarFile === undefined
      ? []
      : [attachment(letter.calendarFile, 'text/calendar; charset=utf-8', calendar)]),
  ];
  const composer = new MailComposer({
    from: { name: oneLine(sender.name), address: sender.from.address },
    replyTo: { name: oneLine(sender.name), address: sender.replyTo.address },
    to: { name: '', address: to.address },
    subject: oneLine(letter.subject),
    messageId,
    date,
    headers: { 'Content-Language': languagesOf(handout), 'Auto-Submitted': 'auto-generated' },
    text: bodyPart(letter.text),
    html: bodyPart(letter.html),
    attachments,
    baseBoundary: key.digest('boundary', [messageId]).slice(0, 32),
    newline: 'win',
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const bytes = withoutFromLines(await composer.compile().build());
  return {
    messageId,
    from: sender.from.address,
    to: to.address,
    needsSmtpUtf8: to.needsSmtpUtf8 || sender.from.needsSmtpUtf8 || sender.replyTo.needsSmtpUtf8,
    bytes,
    facts: factsOf(parts),
    subject: letter.subject,
    html: letter.html,
    attachments: attachments.map(({ filename, content }) => ({
      name: filename,
      byteLength: content.byteLength,
    })),
  };
}

function languagesOf({ lang, bilingual }: CheckedHandout): string {
  return bilingual === undefined ? lang : `${lang}, ${bilingual}`;
}

function factsOf({ name, handout, personal, password }: MessageParts): MessageFacts {
  return { handout: name, lang: handout.lang, personal, isLocked: password !== undefined };
}

/** Says what is sent to whom, so it changes when any of it does; when it is sent counts for nothing. */
function messageIdOf(parts: MessageParts, letter: Letter, key: MailKey): string {
  const { handout, name, sender, to, calendar, password, occasion = '' } = parts;
  const domain = sender.from.address.slice(sender.from.address.lastIndexOf('@') + 1);
  if (parts.identify !== undefined) return parts.identify(domain);
  const digest = key.digest('message', [
    ...[name, handout.lang, sender.from.address, to.address, occasion],
    ...[letter.subject, letter.html, letter.text],
    ...[handout.pdf, calendar ?? new Uint8Array()].map((bytes) => Buffer.from(bytes).toString('base64')),
    ...(password === undefined ? [] : ['locked', password]),
  ]);
  return `<${digest.slice(0, 40)}@${domain}>`;
}

/** A body in Base64 or quoted-printable whatever it holds, so that its lines are short. */
function bodyPart(content: string) {
  const isMostlyLatin = Buffer.byteLength(content) < 1.2 * content.length;
  const contentTransferEncoding = isMostlyLatin ? 'quoted-printable' : 'base64';
  return { content: content.replace(/\r\n|\r|\n/g, '\r\n'), contentTransferEncoding };
}

/**
 * Some servers put a sign before a line that begins with this word, since it once parted the messages of a mailbox; such a line is
 * only in a quoted-printable part, where the word can be written otherwise.
 */
function withoutFromLines(bytes: Uint8Array): Uint8Array {
  const text = Buffer.from(bytes).toString('latin1');
  return Buffer.from(text.replaceAll('\r\nFrom ', '\r\n=46rom=\r\n '), 'latin1');
}

function attachment(filename: string, contentType: string, bytes: Uint8Array) {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return {
    filename,
    contentType,
    content,
    contentTransferEncoding: 'base64',
    contentDisposition: 'attachment',
  };
}

/** A header's text is one line, and nothing in it steers a screen. */
function oneLine(text: string): string {
  return text
    .replace(/(?![\u200c\u200d])\p{Cf}/gu, '')
    .replace(/(?![\u200c\u200d])\p{C}/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

import fc from 'fast-check';
import { simpleParser } from 'mailparser';
import { describe, expect, it } from 'vitest';

import type { CheckedHandout } from '../../src/check/check-handout.js';
import { composeMessage } from '../../src/delivery/compose-message.js';
import { addressOf, key } from './sample-letters.js';

const to = addressOf('zenobia@example.org');
const from = addressOf('care@clinic.example');

/** Texts with whatever could end a header, and begin another, in them. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '\r\n',
        '\r',
        '\n',
        '\0',
        '\u2028',
        '\u0085',
        'Bcc: eve@example.net',
        '\r\n\r\n',
        '=?utf-8?Q?=0D=0ABcc:?=',
        '<',
        '>',
        '"',
        '\\',
        ';',
        ', ',
      ),
      fc.string({ unit: 'grapheme', maxLength: 8 }),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''));

type Texts = Readonly<Record<'name' | 'subject' | 'file' | 'lang' | 'title' | 'body', string>>;

function handoutOf({ subject, file, lang, title, body }: Texts): CheckedHandout {
  // A handout that never was checked stands in for one: what matters here are its texts.
  return {
    id: 's/t',
    lang: `en${lang}`,
    title,
    pdf: new TextEncoder().encode('%PDF'),
    letter: {
      subject,
      html: `<p>${body}</p>`,
      text: `Text ${body}`,
      handoutFile: `${file}.pdf`,
      calendarFile: `${file}.ics`,
    },
  } as unknown as CheckedHandout;
}

function headersOf(bytes: Uint8Array): readonly string[] {
  const [head = ''] = Buffer.from(bytes).toString('latin1').split('\r\n\r\n', 1);
  return head.replace(/\r\n[ \t]/g, ' ').split('\r\n');
}

describe('texts with line ends and controls in them', () => {
  it('add no header, no recipient and no part', async () => {
    const record = fc.record({
      name: hostile,
      subject: hostile,
      file: hostile,
      lang: hostile,
      title: hostile,
      body: hostile,
    });
    await fc.assert(
      fc.asyncProperty(record, async (texts) => {
        const { name } = texts;
        const sender = { name, from, replyTo: from };
        const calendar = new TextEncoder().encode('BEGIN:VCALENDAR\r\n');
        const date = new Date('2026-03-14T00:00:00Z');
        const parts = { handout: handoutOf(texts), name, sender, to, calendar, personal: false, date };
        const { bytes } = await composeMessage(parts, key);
        const names = headersOf(bytes).map((line) => /^[A-Za-z-]+(?=:)/.exec(line)?.[0] ?? line);
        const usual = [
          'Content-Language',
          'Auto-Submitted',
          'From',
          'To',
          'Reply-To',
          'Subject',
          'Message-ID',
          'Date',
          'MIME-Version',
          'Content-Type',
        ];
        expect(names.filter((header) => header !== 'Subject')).toEqual(
          usual.filter((header) => header !== 'Subject'),
        );
        const mail = await simpleParser(Buffer.from(bytes), { skipTextToHtml: true });
        expect(mail.from?.value.map(({ address }) => address)).toEqual([from.address]);
        expect([mail.to].flat().flatMap((each) => each?.value.map(({ address }) => address))).toEqual([
          to.address,
        ]);
        expect([mail.bcc, mail.cc]).toEqual([undefined, undefined]);
        expect(mail.attachments).toHaveLength(2);
        expect(Buffer.from(bytes).toString('latin1')).not.toMatch(/\0|(?<!\r)\n|\r(?!\n)/);
      }),
      { numRuns: 300 },
    );
  });
});

import { fileURLToPath } from 'node:url';
import { simpleParser } from 'mailparser';
import { describe, expect, it } from 'vitest';

import { checkHandout } from '../../src/check/check-handout.js';
import { isMissing, runTool } from '../support/tools.js';
import { builtIn, compose, composeIn, fullDispatch } from './sample-letters.js';

const LANGUAGES = ['ar', 'zh-Hans', 'hi', 'en', 'ur', 'ru', 'fr'];

function linesOf(bytes: Uint8Array): readonly string[] {
  return Buffer.from(bytes).toString('latin1').split('\r\n');
}

/** What was put into a message, from the same handout. */
async function contentsOf(lang: string) {
  const request = { ...fullDispatch.request, lang, formats: ['pdf'] as const };
  const letter = { hasCalendar: true, isLocked: false };
  const { value } = await checkHandout(builtIn, { ...request, letter });
  return { letter: value!.letter!, pdf: Buffer.from(value!.pdf) };
}

describe('a composed message', () => {
  it.each(LANGUAGES)('is read by mailparser as it was written, in %s', async (lang) => {
    const { letter, pdf } = await contentsOf(lang);
    const message = await composeIn(lang);
    const mail = await simpleParser(Buffer.from(message.bytes), { skipTextToHtml: true });
    expect(mail.subject).toBe(letter.subject.replace(/[\u2066-\u2069]/g, ''));
    expect(mail.from?.text).toBe('"Lumen Skin Clinic" <care@lumen.example.org>');
    expect(mail.replyTo?.text).toBe('"Lumen Skin Clinic" <care@lumen.example.org>');
    expect([mail.to].flat().map((to) => to?.text)).toEqual(['zenobia@example.org']);
    expect(mail.messageId).toBe(message.messageId);
    expect(mail.date).toEqual(fullDispatch.date);
    expect(mail.headers.get('content-language')).toBe(lang);
    expect(mail.headers.get('auto-submitted')).toBe('auto-generated');
    expect(mail.text?.trimEnd()).toBe(letter.text.trimEnd());
    expect(mail.html).toBe(letter.html);
    expect(
      mail.attachments.map(({ filename, contentType, contentDisposition }) => [
        filename,
        contentType,
        contentDisposition,
      ]),
    ).toEqual([
      [letter.handoutFile, 'application/pdf', 'attachment'],
      [letter.calendarFile, 'text/calendar', 'attachment'],
    ]);
    expect(mail.attachments[0]!.content.equals(pdf)).toBe(true);
    expect(mail.attachments[1]!.content.toString('utf8')).toMatch(/^BEGIN:VCALENDAR\r\n/);
  });

  it.skipIf(isMissing('python3')).each(LANGUAGES)(
    'is read by Python as it was written, in %s',
    async (lang) => {
      const { letter, pdf } = await contentsOf(lang);
      const message = await composeIn(lang);
      const script = fileURLToPath(new URL('read-message.py', import.meta.url));
      const read = JSON.parse(runTool('python3', [script], message.bytes)) as PythonMessage;
      expect(read.defects).toEqual([]);
      expect(read.headers).toEqual({
        'Content-Language': lang,
        'Auto-Submitted': 'auto-generated',
        From: 'Lumen Skin Clinic <care@lumen.example.org>',
        To: 'zenobia@example.org',
        'Reply-To': 'Lumen Skin Clinic <care@lumen.example.org>',
        Subject: letter.subject.replace(/[\u2066-\u2069]/g, ''),
        'Message-ID': message.messageId,
        Date: 'Sat, 14 Mar 2026 09:30:00 +0000',
        'MIME-Version': '1.0',
        'Content-Type': expect.stringMatching(/^multipart\/mixed; boundary=/) as string,
      });
      const parts = read.parts.map(({ bytes, ...part }) => ({
        ...part,
        bytes: Buffer.from(bytes, 'base64'),
      }));
      expect(parts.map(({ type, name, disposition }) => [type, name, disposition])).toEqual([
        ['text/plain', null, null],
        ['text/html', null, null],
        ['application/pdf', letter.handoutFile, 'attachment'],
        ['text/calendar', letter.calendarFile, 'attachment'],
      ]);
      expect(parts[0]!.bytes.toString('utf8')).toBe(letter.text.replaceAll('\n', '\r\n'));
      expect(parts[1]!.bytes.toString('utf8')).toBe(letter.html.replaceAll('\n', '\r\n'));
      expect(parts[2]!.bytes.equals(pdf)).toBe(true);
    },
  );

  it.each(LANGUAGES)('is ASCII in short lines, which no server has to change, in %s', async (lang) => {
    const { bytes } = await composeIn(lang);
    const lines = linesOf(bytes);
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(78);
    expect(lines.filter((line) => /[^\x20-\x7e\t]/.test(line))).toEqual([]);
    // A line of “From ” at its start would be changed by some, and a space at its end lost by others.
    expect(lines.filter((line) => /^From |[ \t]$/.test(line))).toEqual([]);
  });

  it('tells nothing of the patient or the treatment where it can be seen without being opened', async () => {
    for (const lang of builtIn.languages) {
      const message = await composeIn(lang);
      const headers = linesOf(message.bytes).filter((line) =>
        /^(?:[A-Z][\w-]+:|\s+(?:file)?name)/.test(line),
      );
      expect(headers.filter((line) => !line.startsWith('To: ')).join('\n')).not.toMatch(
        /zenobia|microneedling|after-?care|2026-03|\bskin care\b/i,
      );
      const { subject, attachments } = message;
      const title = (await contentsOf(lang)).letter.html.match(/<h1[^>]*>(.*?)<\/h1>/g)![1]!;
      for (const shown of [subject, ...attachments.map(({ name }) => name)])
        expect(title).not.toContain(shown);
    }
  });

  it('names both languages of a handout that has two', async () => {
    const { request } = fullDispatch;
    const { bytes } = await compose({ request: { ...request, lang: 'ar', bilingual: 'en' } });
    expect(linesOf(bytes)).toContain('Content-Language: ar, en');
  });

  it('is the same, byte for byte, when it is composed again', async () => {
    expect((await compose()).bytes).toEqual((await compose()).bytes);
  });

  it('keeps its Message-ID whenever it is sent, and has another for whatever differs', async () => {
    const { messageId } = await compose();
    expect((await compose({ date: new Date('2026-05-01T00:00:00Z') })).messageId).toBe(messageId);
    expect(messageId).toMatch(/^<[0-9a-f]{40}@lumen\.example\.org>$/);
    const { request } = fullDispatch;
    const others = [
      await compose({ to: { address: 'ben@example.org', needsSmtpUtf8: false } }),
      await compose({ request: { ...request, handout: 'microneedling/aftercare' } }),
      await compose({ request: { ...request, lang: 'es' } }),
      await compose({ request: { ...request, personal: { ...request.personal, firstName: 'Zoe' } } }),
      await compose({ occasion: 'second visit' }),
      await compose({ withCalendar: false }),
      await compose({ withCalendar: false, password: 'correct horse' }),
    ];
    expect(new Set([messageId, ...others.map((other) => other.messageId)]).size).toBe(8);
  });

  it('says nothing of the handout or the patient outside a PDF that is locked', async () => {
    const locked = await compose({ withCalendar: false, password: 'correct horse' });
    const mail = await simpleParser(Buffer.from(locked.bytes), { skipTextToHtml: true });
    const clear = `${mail.text ?? ''}${String(mail.html)}`;
    expect(clear).not.toMatch(/zenobia|microneedling|after ?care|makeup|2026|fever/i);
    expect(clear).toContain('202-555-0142');
    expect(clear).toContain('use the password that we gave you');
    expect(mail.attachments).toHaveLength(1);
    expect(locked.facts).toEqual({
      ...{ handout: 'microneedling/combined-aftercare', lang: 'en', personal: true, isLocked: true },
    });
  });
});

type PythonMessage = Readonly<{
  headers: Readonly<Record<string, string>>;
  defects: readonly string[];
  parts: readonly Readonly<{
    type: string;
    name: string | null;
    disposition: string | null;
    bytes: string;
  }>[];
}>;

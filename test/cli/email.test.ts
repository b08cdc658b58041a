import { chmodSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { describe, expect, it } from 'vitest';

import { answer, makeCertificate, startMailServer } from '../delivery/mail-server.js';
import { filesIn, temporaryFolder } from '../support/temporary-folder.js';
import { runRealLine, type LineOutput } from './run-line.js';

const SHEET = 'microneedling/combined-aftercare';
const CONTACT = "clinic: { contact: { phone: '703-555-0142', afterHoursPhone: '703-555-0178' } }\n";
const to = ['--to', 'zenobia@patient.example'];
const details = ['--personal', '--first-name', 'Zenobia', '--treatment-date', '2026-03-14'];

function clinicOf(settings = ''): string {
  return temporaryFolder({ 'handout.yaml': CONTACT + settings });
}

async function email(
  dir: string,
  line: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<LineOutput> {
  const output = await runRealLine(['email', SHEET, ...line], dir, undefined, environment);
  // Whatever happens, nobody who looks over a shoulder or into a log learns who gets what.
  expect(output.out + output.err).not.toMatch(/zenobia|patient\.example|2026-03-14/i);
  return output;
}

function smtp(port: number, more = ''): string {
  return `email: { smtp: { host: 127.0.0.1, port: ${port}, security: none${more} } }\n`;
}

describe('handout email', () => {
  it('writes the general handout to the outbox where there is no server', async () => {
    const dir = clinicOf();
    const { exitCode, out, err } = await email(dir, [...to, '--lang', 'en']);
    expect(err).toMatch(
      /^Wrote [0-9a-f]{40}\.eml\. Open it with a mail program, and send it from there\.\n$/,
    );
    expect(out).toMatch(
      /^To +z…@p….example\nFrom +care@lumen\.example\.org\nSubject +Your handout from Lumen Skin Clinic\nHandout +microneedling\/combined-aftercare \(en\), general\nAttached +Your handout\.pdf \(\d+\.\d KB\)\nBy way of output\/outbox\n$/,
    );
    expect(exitCode).toBe(0);
    const [file] = filesIn(dir).filter((path) => path.startsWith('output/'));
    expect(statSync(join(dir, file!)).mode & 0o777).toBe(0o600);
    const mail = await simpleParser(readFileSync(join(dir, file!)));
    expect([mail.to].flat()[0]?.text).toBe('zenobia@patient.example');
    expect(mail.text).toContain('703-555-0142');
  });

  it('writes a message again when it is told to', async () => {
    const dir = clinicOf();
    for (let count = 0; count < 2; count++) await email(dir, [...to, '--lang', 'en', '--again']);
    // As a message of its own, which a mail program doesn't take for the first one.
    expect(filesIn(dir).filter((path) => path.endsWith('.eml'))).toHaveLength(2);
  });

  it('sends a patient’s own copy with its dates only when the patient wants that', async () => {
    const dir = clinicOf();
    const { out } = await email(dir, [...to, '--lang', 'es', '--allow-drafts', ...details, '--ics']);
    expect(out).toContain('Attached  Su folleto.pdf (');
    expect(out).toContain('Sus fechas.ics (');
    expect(out).toContain('(es), personal\n');
    const without = await email(dir, [...to, '--lang', 'es', '--first-name', 'Zenobia']);
    expect(without.exitCode).toBe(2);
    expect(without.err).toBe(
      'error: A patient’s details are sent by e-mail only if the patient wants that.\n' +
        'Hint: Add --personal if so; without these options the general handout is sent.\n',
    );
  });

  it('sends nothing that is not reviewed as far as the clinic asks', async () => {
    const dir = clinicOf();
    const { exitCode, err } = await email(dir, [...to, '--lang', 'es']);
    expect(exitCode).toBe(1);
    expect(err).toContain(
      'error content/not-reviewed\n  The translation (Spanish, es) is a draft; to be sent by e-mail',
    );
    expect(err).toMatch(/Nothing was sent\.\n$/);
    expect(filesIn(dir).filter((path) => path.endsWith('.eml'))).toEqual([]);
  });

  it('sends nothing while there is a mistake in the settings', async () => {
    const { exitCode, err } = await email(clinicOf('email: { smtp: {} }\n'), [...to, '--lang', 'en']);
    expect(exitCode).toBe(1);
    expect(err).toContain('“host” is missing in “smtp”; expected text.');
  });

  it('locks the PDF with a password from a file or the environment', async () => {
    const dir = clinicOf();
    const file = join(dir, 'password');
    writeFileSync(file, 'correct horse\n');
    chmodSync(file, 0o600);
    const { out } = await email(dir, [...to, '--lang', 'en', ...details, '--pdf-password-file', 'password']);
    expect(out).toContain('(en), personal, with a password\n');
    const environment = { HANDOUT_PDF_PASSWORD: 'correct horse' };
    const again = await email(dir, [...to, '--lang', 'en', ...details, '--locked', '--again'], environment);
    expect(again.out).toBe(out);
    chmodSync(file, 0o644);
    const unsafe = await email(dir, [...to, '--lang', 'en', '--pdf-password-file', 'password']);
    expect([unsafe.err, unsafe.exitCode]).toEqual([
      'error: Others can read the file of --pdf-password-file; make it your own with “chmod 600”.\n',
      3,
    ]);
    const none = await email(dir, [...to, '--lang', 'en', '--pdf-password-file', 'zenobia']);
    expect(none.err).toBe('error: The file of --pdf-password-file cannot be read.\n');
  });

  it.each([
    [
      ['--locked'],
      {},
      '--locked needs a password.\nHint: Set HANDOUT_PDF_PASSWORD in the environment, or add --pdf-password-file.',
    ],
    [
      ['--locked'],
      { HANDOUT_PDF_PASSWORD: 'short' },
      'The password of the PDF is shorter than 8 characters.',
    ],
    [
      ['--locked'],
      { HANDOUT_PDF_PASSWORD: 'ünïcödé words' },
      'The password of the PDF has other characters than those of an English keyboard.\nHint: Not every program takes them for the same; use letters from a to z, digits and signs.',
    ],
    [
      ['--locked', '--ics', ...details],
      { HANDOUT_PDF_PASSWORD: 'correct horse' },
      '--ics and a password do not go together: anybody could read the calendar file.',
    ],
  ])('does not lock it with %j and %j', async (line, environment, message) => {
    const { exitCode, err } = await email(clinicOf(), [...to, '--lang', 'en', ...line], environment);
    expect(err).toBe(`error: ${message}\n`);
    expect(exitCode).toBe(2);
  });

  it.each([
    [['--lang', 'en'], '“handout email” needs --to and an address, or --csv and a list of visits.'],
    [
      ['--lang', 'en', '--to', 'zenobia'],
      '--to is not an e-mail address.\nHint: Write one address alone, such as ada@example.org.',
    ],
    [
      ['--lang', 'en', '--to', 'zenobia@patient.example\r\nBcc: eve@example.net'],
      '--to is not an e-mail address.\nHint: Write one address alone, such as ada@example.org.',
    ],
    [[...to, '--lang', 'en,es'], 'A message is in one language.\nHint: Name the patient’s with --lang.'],
    [[...to], 'A message is in one language.\nHint: Name the patient’s with --lang.'],
    [
      [...to, '--lang', 'en', '--personal'],
      '--personal needs a detail of the patient.\nHint: Add --first-name or --treatment-date.',
    ],
    [
      [...to, '--lang', 'en', '--ics'],
      '--ics needs the day of the treatment.\nHint: Add --personal and --treatment-date YYYY-MM-DD.',
    ],
    [[...to, '--lang', 'en', '--preview', 'x.pdf'], '--preview needs a file that ends in .html or .eml.'],
  ])('refuses %j', async (line, message) => {
    const dir = clinicOf();
    const { exitCode, err } = await email(dir, line);
    expect(err).toBe(`error: ${message}\n`);
    expect(exitCode).toBe(2);
    expect(filesIn(dir)).toEqual(['handout.yaml']);
  });

  it('shows what would be sent, and sends and keeps nothing, with --dry-run', async () => {
    const server = await startMailServer();
    const dir = clinicOf(smtp(server.port));
    const { exitCode, out, err } = await email(dir, [...to, '--lang', 'en', '--dry-run']);
    expect(exitCode).toBe(0);
    expect(out).toContain(`By way of 127.0.0.1:${server.port}\n`);
    expect(err).toBe('Nothing was sent: this is what would be.\n');
    expect(server.connectionCount()).toBe(0);
    expect(filesIn(dir)).toEqual(['handout.yaml']);
  });

  it.each([
    ['look.html', /^<!doctype html>/],
    ['look.eml', /^Content-Language: en\r\n/],
  ])('shows the message in %s, for its owner alone', async (file, start) => {
    const dir = clinicOf();
    const { err } = await email(dir, [...to, '--lang', 'en', '--preview', file]);
    expect(err).toBe('Wrote the preview; nothing was sent.\n');
    expect(filesIn(dir)).toEqual(['handout.yaml', file]);
    expect(readFileSync(join(dir, file), 'utf8')).toMatch(start);
    expect(statSync(join(dir, file)).mode & 0o777).toBe(0o600);
    const { err: failure } = await email(dir, [
      ...to,
      '--lang',
      'en',
      '--preview',
      'handout.yaml/zenobia.html',
    ]);
    expect(failure).toBe('error: The preview cannot be written. Name another place with --preview.\n');
  });

  it('speaks to programs', async () => {
    const { out } = await email(clinicOf(), [...to, '--lang', 'en', '--json']);
    expect(JSON.parse(out)).toMatchObject({
      outcome: 'sent',
      messageId: expect.stringMatching(/^<[0-9a-f]{40}@lumen\.example\.org>$/) as string,
      to: 'z…@p….example',
      subject: 'Your handout from Lumen Skin Clinic',
      handout: SHEET,
      lang: 'en',
      personal: false,
      isLocked: false,
      attachments: [{ name: 'Your handout.pdf' }],
      by: 'outbox',
      file: expect.stringMatching(/\.eml$/) as string,
      problems: [],
    });
    const refused = await email(clinicOf(), [...to, '--lang', 'es', '--json']);
    expect(JSON.parse(refused.out)).toMatchObject({
      outcome: 'failed',
      problems: [{ code: 'content/not-reviewed' }],
    });
  });

  it('says that there is no address to send from', async () => {
    const dir = temporaryFolder({
      'handout.yaml': CONTACT,
      'templates/brands/own/brand.yaml': readFileSync('templates/brands/default/brand.yaml', 'utf8').replace(
        /^ *email:.*\n/m,
        '',
      ),
    });
    const { exitCode, err } = await email(dir, [...to, '--lang', 'en', '--brand', 'own']);
    expect(exitCode).toBe(3);
    expect(err).toBe('error: There is no address to send from. Set “from” under “email” in handout.yaml.\n');
  });
});

describe('handout check', () => {
  it('finds a mistake in the letter before one is sent', async () => {
    const dir = temporaryFolder({
      'handout.yaml': CONTACT,
      'templates/email/letter.hbs':
        '<html lang="{{lang}}" dir="{{dir}}">\n<head><title>a</title></head><body><main><p>{{letter.file}}</p></main></body></html>',
    });
    const { exitCode, err } = await runRealLine(['check', SHEET, '--lang', 'en'], dir);
    expect(exitCode).toBe(1);
    expect(err).toMatch(/^templates\/email\/letter\.hbs:2:\d+ error template\//m);
  });
});

describe('handout email with a server', () => {
  it('logs in over TLS and sends', async () => {
    const pair = await makeCertificate('localhost');
    const server = await startMailServer({
      ...pair,
      secure: true,
      authOptional: false,
      onAuth: ({ username, password }, _session, done) =>
        done(username === 'clinic' && password === 'correct horse' ? null : new Error('no'), {
          user: 'clinic',
        }),
    });
    const settings = `email:\n  from: desk@clinic.example\n  smtp: { host: localhost, port: ${server.port}, security: tls, user: clinic, caFile: ca.pem }\n`;
    const dir = clinicOf(settings);
    writeFileSync(join(dir, 'ca.pem'), pair.cert);
    const line = [...to, '--lang', 'en'];
    const missing = await email(dir, line);
    expect(missing.exitCode).toBe(3);
    expect(missing.err).toBe(
      'error: The mail server needs a password. Set HANDOUT_SMTP_PASSWORD in the environment, or name a file with it under email.smtp.secretFile.\n',
    );
    const { exitCode, err } = await email(dir, line, { HANDOUT_SMTP_PASSWORD: 'correct horse' });
    expect(err).toBe('Sent.\n');
    expect(exitCode).toBe(0);
    expect(server.received).toHaveLength(1);
    expect(server.received[0]).toContain('From: Lumen Skin Clinic <desk@clinic.example>\r\n');
    expect(server.received[0]).not.toContain('X-Unsent');
    const wrong = await email(dir, [...line, '--again'], { HANDOUT_SMTP_PASSWORD: 'wrong' });
    expect(wrong.exitCode).toBe(3);
    expect(wrong.err).toContain('did not let this clinic log in');
  });

  it.each([
    [
      550,
      '5.1.1 <zenobia@patient.example> unknown',
      'Not sent, and the mail server will not take it later either. The mail server answered 550 5.1.1: there is no such mailbox.\n',
    ],
    [
      451,
      '4.3.0 zenobia later',
      'Not sent. The mail server answered 451 4.3.0 for the address. Try again later.\n',
    ],
  ])('tells what came of it after %i', async (code, text, sentence) => {
    const server = await startMailServer({
      onRcptTo: (_address, _session, done) => done(answer(code, text)),
    });
    const { exitCode, err } = await email(clinicOf(smtp(server.port)), [...to, '--lang', 'en']);
    expect(err).toBe(sentence);
    expect(exitCode).toBe(3);
  });

  it('tells that it may have been sent where the answer was lost', async () => {
    const server = await startMailServer({
      onMessage: (hangUp) => {
        hangUp();
        return 'silence';
      },
    });
    const { exitCode, err } = await email(clinicOf(smtp(server.port)), [...to, '--lang', 'en']);
    expect(err).toBe(
      'Perhaps sent: The connection to the mail server broke. Ask the patient before you send it again.\n',
    );
    expect(exitCode).toBe(3);
  });
});

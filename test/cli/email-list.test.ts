import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

import { openJournalDisk } from '../../src/delivery/journal/disk.js';
import { openJournal } from '../../src/delivery/journal/journal.js';
import { filesIn, temporaryFolder } from '../support/temporary-folder.js';
import { runRealLine } from './run-line.js';

const OF_LIST = ['email', '--csv', 'visits.csv', '--lang', 'en'];
const GOOD =
  'email,handout\nada@example.org,microneedling/benefits\nbob@example.org,microneedling/benefits\n';

/** A clinic's folder with a list. Its sample telephone numbers are no matter here. */
function clinic(list: string, settings = ''): string {
  const rules = 'rules: { workspace/*: off, check/*: off }\n';
  return temporaryFolder({ 'handout.yaml': rules + settings, 'visits.csv': list });
}

function outbox(dir: string): readonly string[] {
  return filesIn(dir).filter((file) => file.startsWith('output/outbox/'));
}

function withoutTimes(text: string): string {
  return text
    .replace(/Written to \S+handout-\w+/g, 'Written to FOLDER')
    .replace(/[\d.]+ s\b/g, '0 s')
    .replace(/[0-9a-f]{12}/g, 'KEY');
}

describe('handout email --csv', () => {
  it('sends each patient of a list a message, and nothing twice', async () => {
    const dir = clinic(GOOD);
    const first = await runRealLine(OF_LIST, dir);
    expect(first.exitCode).toBe(0);
    expect(withoutTimes(first.err)).toBe('Written to FOLDER/output/outbox. 2 lines in 0 s: 2 sent.\n');
    const files = outbox(dir);
    expect(files).toHaveLength(2);
    const second = await runRealLine(OF_LIST, dir);
    expect(second.exitCode).toBe(0);
    expect(withoutTimes(second.err)).toBe(
      'Written to FOLDER/output/outbox. 2 lines in 0 s: 2 sent before.\nHint: For a new round of the same messages, give it a name with --batch.\n',
    );
    expect((await runRealLine([...OF_LIST, '--batch', 'spring'], dir)).err).toContain('2 sent.');
    expect(outbox(dir)).toHaveLength(4);
  });

  it('reports bad lines without repeating what stands there, and sends the others', async () => {
    const dir = clinic(
      [
        'E-Mail;Handout;First name;Treatment date;Next appointment;Note;Personal;Treatments;Variant',
        'ada@example.org;microneedling/benefits;=1+1;2026-03-14;;"one\ntwo";yes;;large-print',
        'secret@example;microneedling/benefits;;;;;;;',
        ';microneedling/benefits;;;;;;;',
        'a@example.org;microneedling/benefit;;;;;;;',
        `b@example.org;microneedling/benefits;${'secret'.repeat(170_000)};;;;;;`,
        'c@example.org;microneedling/benefits;secret\u0007;14.3.2026;tomorrow;;maybe;peel;huge',
        'd@example.org;microneedling/benefits',
        'ada@example.org;microneedling/benefits;=1+1;2026-03-14;;"one\ntwo";yes;;large-print',
        'e@example.org;;;;;;;;',
      ].join('\r\n'),
    );
    const { err, out, exitCode } = await runRealLine(OF_LIST, dir);
    expect(exitCode).toBe(1);
    expect(out).toBe('');
    expect(withoutTimes(err)).toMatchInlineSnapshot(`
      "line 4 not sent: “E-Mail” is not an e-mail address.
      line 5 not sent: “E-Mail” is empty.
      line 6 not sent: “Handout” names no handout of this workspace. Did you mean “microneedling/benefits”?
      line 7 not sent: “First name” is longer than 80 characters.
      line 8 not sent: “Personal” is neither “yes” nor “no”.
      line 8 not sent: “Treatments” names no treatment that there is.
      line 8 not sent: “Variant” names no variant that there is.
      line 8 not sent: “First name” holds a control character or another character that cannot be printed.
      line 8 not sent: “Treatment date” is not a date. Write it as YYYY-MM-DD, such as 2026-03-14.
      line 8 not sent: “Next appointment” is not a date and time. Write it as YYYY-MM-DDTHH:MM, such as 2026-03-28T14:30.
      line 9 not sent: It has 2 fields; the first line has 9. Look for a missing or unquoted delimiter.
      line 10 The same message as a line above, so it goes once.
      line 12 not sent: “Handout” is empty. Fill it in, or name one handout for all lines on the command line.
      Written to FOLDER/output/outbox. 9 lines in 0 s: 1 sent, 1 repeated, 7 bad.
      "
    `);
    expect(outbox(dir)).toHaveLength(1);
  });

  it('sends nothing when a line is bad and all or nothing is asked for', async () => {
    const dir = clinic(`${GOOD}nobody,microneedling/benefits\n`);
    const { err, exitCode } = await runRealLine([...OF_LIST, '--all-or-nothing'], dir);
    expect(exitCode).toBe(1);
    expect(err).toBe(
      'line 4 not sent: “email” is not an e-mail address.\nNothing was sent. 1 line: 1 bad.\n',
    );
    expect(filesIn(dir)).toEqual(['handout.yaml', 'visits.csv']);
  });

  it('sends nothing of all or nothing when a handout may not go', async () => {
    const dir = clinic(
      'email,handout,lang\na@example.org,microneedling/benefits,en\nb@example.org,microneedling/benefits,es\n',
    );
    const { err, exitCode } = await runRealLine([...OF_LIST, '--all-or-nothing'], dir);
    expect(exitCode).toBe(1);
    expect(err).toContain('content/not-reviewed');
    expect(err).toContain(
      'line 3 Not sent: its handout has an error.\nNothing was sent: 1 message would be.',
    );
    expect(outbox(dir)).toEqual([]);
    expect((await runRealLine([...OF_LIST, '--all-or-nothing', '--allow-drafts'], dir)).exitCode).toBe(0);
    expect(outbox(dir)).toHaveLength(2);
  });

  it('makes everything and sends nothing in a dry run, and leaves no trace', async () => {
    const dir = clinic(`${GOOD}bob@example.org,microneedling/benefits\n`);
    const { err, exitCode } = await runRealLine([...OF_LIST, '--dry-run'], dir);
    expect(exitCode).toBe(0);
    expect(err).toBe(
      'line 4 The same message as a line above, so it goes once.\nNothing was sent: 2 messages would be. Of the rest: 1 repeated.\n',
    );
    expect(filesIn(dir)).toEqual(['handout.yaml', 'visits.csv']);
  });

  it('shows the first message, and sends nothing', async () => {
    const dir = clinic(GOOD);
    const { err, exitCode } = await runRealLine([...OF_LIST, '--preview', 'look.html'], dir);
    expect({ err, exitCode }).toEqual({
      err: 'Wrote the preview of the first message; nothing was sent.\n',
      exitCode: 0,
    });
    expect(filesIn(dir)).toEqual(['handout.yaml', 'look.html', 'visits.csv']);
  });

  it('tells programs what came of each line', async () => {
    const dir = clinic(`${GOOD}nobody,microneedling/benefits\n`);
    const { out, exitCode } = await runRealLine([...OF_LIST, '--json'], dir);
    expect(exitCode).toBe(1);
    expect(JSON.parse(out)).toEqual({
      end: 'finished',
      counts: { sent: 2, bad: 1 },
      ms: expect.any(Number) as number,
      by: 'outbox',
      place: join(dir, 'output/outbox'),
      lines: [
        { line: 2, outcome: 'sent', key: expect.stringMatching(/^[0-9a-f]{32}$/) as string },
        { line: 3, outcome: 'sent', key: expect.any(String) as string },
        { line: 4, outcome: 'bad', column: 'email', reason: 'is not an e-mail address.' },
      ],
      problems: [],
    });
  });

  it('sends personal copies only to whom they are wanted by, and writes that down', async () => {
    const dir = clinic(
      'email,handout,first name,personal\nada@example.org,microneedling/benefits,Ada,yes\nbob@example.org,microneedling/benefits,Bob,no\n',
    );
    await runRealLine([...OF_LIST, '--preview', 'look.html'], dir);
    expect(readFileSync(join(dir, 'look.html'), 'utf8')).toContain('Ada');
    expect((await runRealLine(OF_LIST, dir)).exitCode).toBe(0);
    const journal = async (to: string): Promise<string> =>
      (await runRealLine(['email', 'journal', '--to', to], dir)).err;
    expect(await journal('Ada@example.org')).toMatch(
      /^Wants personal copies since \d{4}-\d\d-\d\d\.\n2 messages/,
    );
    expect(await journal('bob@example.org')).toMatch(/^2 messages/);
  });

  it('leaves neither names nor addresses beside the messages', async () => {
    const dir = clinic('email,handout,first name,personal\nzoe@example.org,microneedling/benefits,Zoe,yes\n');
    await runRealLine(OF_LIST, dir);
    const folder = join(dir, '.handout', 'email');
    for (const name of readdirSync(folder))
      expect(readFileSync(join(folder, name), 'utf8')).not.toMatch(/zoe|example|benefits/i);
  });

  it('reads the columns and the delimiter that handout.yaml names', async () => {
    const dir = clinic(
      'Post|Blatt;x\nada@example.org;microneedling/benefits\n',
      "email: { list: { delimiter: semicolon, columns: { to: 'Post|Blatt', handout: X } } }\n",
    );
    expect((await runRealLine(OF_LIST, dir)).err).toContain('1 sent.');
  });

  it.each([
    ['email,handout\nada@example.org,"x\n', 'line 2: A quotation mark that opens a field is never closed.'],
    ['emial\n', 'line 1: There is no column “email”.'],
    ['', 'The list is empty.'],
  ])('sends nothing of a list that cannot be read', async (list, message) => {
    const dir = clinic(list);
    const { err, exitCode } = await runRealLine(OF_LIST, dir);
    expect(exitCode).toBe(1);
    expect(err).toMatch(new RegExp(`^error: ${message}\nHint: .*\nNothing was sent.\n$`));
    expect(filesIn(dir)).toEqual(['handout.yaml', 'visits.csv']);
  });

  it.each([
    [['--csv', 'none.csv'], 'The list that --csv names cannot be read.'],
    [['--csv', 'visits.csv', '--to', 'a@example.org'], '--csv and --to do not go together.'],
    [['--csv', 'visits.csv', '--first-name', 'Ada'], '--csv and --first-name do not go together.'],
    [['--csv', 'visits.csv', '--again'], '--csv and --again do not go together.'],
    [['--csv', 'visits.csv', '--locked'], 'A list has no password'],
    [['--csv', 'visits.csv', '--lang', 'en,es'], 'A list has one usual handout and one usual language.'],
    [['--csv', 'visits.csv', 'microneedling/benefit'], 'There is no handout “microneedling/benefit”.'],
    [['--csv', 'visits.csv', '--batch', 'x'.repeat(61)], '--batch is longer than 60 characters.'],
  ])('refuses %j', async (words, message) => {
    const { err, exitCode } = await runRealLine(['email', ...words], clinic(GOOD));
    expect(err).toContain(`error: ${message}`);
    expect(exitCode).toBe(2);
  });
});

describe('handout email', () => {
  const TO_ADA = ['email', 'microneedling/benefits', '--lang', 'en', '--to', 'ada@example.org'];

  it('does not send the same twice unless it is told to', async () => {
    const dir = clinic('');
    expect((await runRealLine(TO_ADA, dir)).exitCode).toBe(0);
    const second = await runRealLine(TO_ADA, dir);
    expect(second.exitCode).toBe(0);
    expect(second.err).toMatch(
      /^This patient was sent this before \(\d{4}-\d\d-\d\d\)\. Nothing was sent now; --again sends it\.\n$/,
    );
    expect((await runRealLine([...TO_ADA, '--again'], dir)).err).toContain('Wrote ');
    expect(outbox(dir)).toHaveLength(2);
  });
});

describe('handout email journal and decide', () => {
  /** Leaves a message of the list in doubt, as a crash does. */
  async function clinicInDoubt(): Promise<Readonly<{ dir: string; key: string }>> {
    const dir = clinic(GOOD);
    const { out } = await runRealLine([...OF_LIST, '--json'], dir);
    const { key } = (JSON.parse(out) as { lines: readonly { key: string }[] }).lines[1]!;
    const journal = await openJournal(openJournalDisk(join(dir, '.handout', 'email')));
    const { to } = journal.state.messages.get(key)!;
    await journal.record({ kind: 'intent', key, to, at: '2026-03-14T10:00:00Z', line: 3 });
    await journal.close();
    return { dir, key };
  }

  it('lists what is in doubt, and ends with 3 until somebody has decided', async () => {
    const { dir, key } = await clinicInDoubt();
    const listed = await runRealLine(['email', 'journal'], dir);
    expect(listed.out).toBe(
      `Message       Since (UTC)       State   Tried  Batch  Line  Reason\n${key.slice(0, 12)}  2026-03-14 10:00  unsure      2            3\n`,
    );
    expect(listed.err).toBe('2 messages on record: 1 sent, 1 unsure.\n');
    const run = await runRealLine(OF_LIST, dir);
    expect(run.exitCode).toBe(3);
    expect(run.err).toContain(`line 3 ${key.slice(0, 12)} Perhaps sent.\n`);
    expect(run.err).toContain(
      'Hint: Decide about each with “handout email decide KEY --as sent” or “--as again”',
    );
  });

  it('sends again what somebody decided to', async () => {
    const { dir, key } = await clinicInDoubt();
    const decided = await runRealLine(['email', 'decide', key.slice(0, 12), '--as', 'again'], dir);
    expect(decided).toEqual({
      out: '',
      err: '1 message will be sent when the same command is run again.\n',
      exitCode: 0,
    });
    expect((await runRealLine(OF_LIST, dir)).err).toContain('1 sent, 1 sent before.');
  });

  it('leaves what somebody decided to leave', async () => {
    const { dir } = await clinicInDoubt();
    const { err } = await runRealLine(['email', 'decide', 'unsure', '--as', 'sent'], dir);
    expect(err).toBe('1 message will not be sent again.\n');
    expect((await runRealLine(OF_LIST, dir)).err).toContain('2 sent before.');
  });

  it('forgets what was settled before a day', async () => {
    const { dir } = await clinicInDoubt();
    const { err, exitCode } = await runRealLine(['email', 'journal', '--forget-before', '9999-01-01'], dir);
    expect(exitCode).toBe(0);
    expect(err).toBe(
      'Forgot 1 message: nothing keeps them from being sent once more.\n1 message on record: 1 unsure.\n',
    );
  });

  it('has nothing to list where nothing was sent', async () => {
    const dir = clinic('');
    expect(await runRealLine(['email', 'journal', '--json'], dir)).toEqual({
      out: '{\n  "counts": {},\n  "messages": []\n}\n',
      err: '',
      exitCode: 0,
    });
    expect(filesIn(dir)).toEqual(['handout.yaml', 'visits.csv']);
  });

  it.each([
    [['decide', '--as', 'sent'], '“handout email decide” needs messages.'],
    [['decide', '0123456789ab'], '“handout email decide” needs --as sent or --as again.'],
    [['decide', '0123456789ab', '--as', 'again'], 'A message that is named is not on record.'],
    [['decide', '0', '--as', 'again'], 'A message that is named is not on record.'],
    [['journal', '--forget-before', 'May'], '--forget-before is not a date.'],
    [['journal', '--to', 'Ada'], '--to is not an e-mail address.'],
  ])('refuses %j', async (words, message) => {
    const { err, exitCode } = await runRealLine(['email', ...words], clinic(GOOD));
    expect(err).toContain(`error: ${message}`);
    expect(exitCode).toBe(2);
  });
});

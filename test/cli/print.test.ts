import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isMissingPrintServer, startPrintServer } from '../support/print-server.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { isMissing } from '../support/tools.js';
import { isMissingVirtualPrinter, startVirtualPrinter, waitFor } from '../support/virtual-printer.js';
import { MAIN, runProcess, type ProcessOutput } from './cli-process.js';

const AFTERCARE = 'microneedling/aftercare';
const CONTACT = 'clinic: { contact: { phone: "202-555-0101", afterHoursPhone: "202-555-0102" } }';
/** No print server is there to be asked for queues. */
const noServer = { CUPS_SERVER: '127.0.0.1:1' };

/** Makes a clinic's folder with a section `print`. The shipped reviews are due one day, and these tests aren't about that. */
function clinicWith(print: string, contact = CONTACT): string {
  const rules = 'rules: { safety/review-due: off, safety/overdue-review: off }';
  return temporaryFolder({ 'handout.yaml': `paper: a4\n${print}\n${rules}\n${contact}\n` });
}

function print(
  line: string,
  cwd: string,
  env: Readonly<Record<string, string>> = {},
): Promise<ProcessOutput> {
  return runProcess({ line: ['print', ...line.split(' ')], cwd, env: { ...noServer, ...env } });
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

describe.skipIf(isMissingVirtualPrinter())('handout print', () => {
  it('prints the very bytes that are built, as the desk and the handout in handout.yaml say', async () => {
    const printer = await startVirtualPrinter({
      printing: 'state +media-empty-error; sleep 1.5; state -media-empty-error',
    });
    const cwd = clinicWith(`print:
  desks: { front: { printer: "${printer.uri}", sides: two-sided-long-edge, media: iso_a4, copies: 2 } }
  handouts: { ${AFTERCARE}: { copies: 20, variants: [greyscale] } }`);
    const { out, err, exitCode } = await print(`${AFTERCARE} --lang en`, cwd);
    expect(out).toBe(
      [
        'Handout                  Language  Copies  Pages  Paper  Job  State',
        `${AFTERCARE}  en            20      2  A4       1  printed\n`,
      ].join('\n'),
    );
    // Whether the job is seen before the paper runs out is a matter of luck.
    expect(err.replace(`${AFTERCARE} (en): printing\n`, '')).toBe(
      [
        'note: The printer has no A4 in its trays now, only letter, na_number-10_4.125x9.5in; it will ask for it.',
        `${AFTERCARE} (en): printing: out of paper`,
        `${AFTERCARE} (en): printed`,
        'Printed 1 handout on front.\n',
      ].join('\n'),
    );
    expect(exitCode).toBe(0);
    await runProcess({ line: ['build', AFTERCARE, '--lang', 'en', '--variant', 'greyscale'], cwd });
    const built = readFileSync(join(cwd, 'output/en/microneedling-aftercare.greyscale.pdf'));
    const [job] = printer.jobs();
    expect(sha256(job!.document)).toBe(sha256(built));
    expect(Object.fromEntries(job!.attributes)).toMatchObject({ COPIES: '20', SIDES: 'two-sided-long-edge' });
  });

  it('makes the handout for the paper that the printer has, and says so', async () => {
    const { uri } = await startVirtualPrinter();
    const { out, err } = await print(`${AFTERCARE} --lang en --json --printer ${uri}`, clinicWith(''));
    expect(err).toContain('note: The printer has no A4 in its trays: the handout is made for letter.');
    expect(JSON.parse(out)).toMatchObject({
      printer: { uri },
      jobs: [
        {
          id: AFTERCARE,
          lang: 'en',
          state: 'printed',
          jobId: 1,
          paper: 'letter',
          media: 'na_letter_8.5x11in',
          format: 'pdf',
        },
      ],
    });
  });

  it('says that the telephone numbers are samples, where they are', async () => {
    const { uri } = await startVirtualPrinter();
    const line = `${AFTERCARE} --lang en --printer ${uri}`;
    const { err, exitCode } = await print(line, clinicWith('', ''));
    expect(err).toMatch(/^handout\.yaml:1:1 warning workspace\/sample-contact\n/);
    expect(exitCode).toBe(0);
  });

  it('tells the printer nothing about a patient but the pages', async () => {
    const printer = await startVirtualPrinter();
    const line = `${AFTERCARE} --lang en --printer ${printer.uri} --first-name Zebedee --treatment-date 2026-03-14`;
    const { out, err, exitCode } = await print(line, clinicWith(''));
    expect(exitCode).toBe(0);
    const told = [out, err, ...printer.jobs()[0]!.attributes.values()].join('\n');
    expect(told).not.toMatch(/Zebedee|2026-03-14/);
  });

  it('prints nothing at all when a translation is not reviewed, unless that is set aside', async () => {
    const printer = await startVirtualPrinter();
    const line = `${AFTERCARE} --lang en,es --printer ${printer.uri}`;
    const refused = await print(line, clinicWith(''));
    expect(refused.exitCode).toBe(1);
    expect(refused.err).toBe(
      `error content/not-reviewed
  The translation (Spanish, es) is a draft; to be printed it must be reviewed or better.
  Hint: Have it reviewed (“handout status --lang es --keys” lists its texts), allow it with --allow-drafts, or change review.print in handout.yaml.
  In ${AFTERCARE} (es).

Nothing was printed.
`,
    );
    expect(printer.jobs()).toEqual([]);
    const allowed = await print(`${line} --allow-drafts`, clinicWith(''));
    expect(allowed.exitCode).toBe(0);
    expect(printer.jobs().map(({ attributes }) => attributes.get('JOB_NAME'))).toEqual([
      `${AFTERCARE} (en)`,
      `${AFTERCARE} (es)`,
    ]);
  });

  it('cancels the job on Ctrl-C, says whether the printer confirms it, and begins no other', async () => {
    const printer = await startVirtualPrinter({ printing: 'sleep 3' });
    const line = ['print', AFTERCARE, 'microneedling/benefits', '--lang', 'en', '--printer', printer.uri];
    const child = spawn(process.execPath, [MAIN, ...line], { cwd: clinicWith('') });
    let out = '';
    let err = '';
    child.stdout.on('data', (text: Buffer) => (out += text.toString()));
    child.stderr.on('data', (text: Buffer) => (err += text.toString()));
    await waitFor(() => err.includes('(en): printing'));
    child.kill('SIGINT');
    const exitCode = await new Promise((resolve) => child.once('close', resolve));
    expect(err).toContain('note: The printer has cancelled job 1; what was printed by then is there.\n');
    expect(out).toMatch(/aftercare .* 1 {2}interrupted\n.*benefits .* not begun\n/);
    expect(exitCode).toBe(130);
    expect(printer.jobs()).toHaveLength(1);
  });

  it('ends with 3 when the printer gives a job up', async () => {
    const { uri } = await startVirtualPrinter({ printing: 'exit 1' });
    const { err, exitCode } = await print(`${AFTERCARE} --lang en --printer ${uri}`, clinicWith(''));
    expect(err).toContain('error: Job 1 was not printed whole; it is given up by the printer');
    expect(exitCode).toBe(3);
  });

  it('refuses what the printer cannot do', async () => {
    const { uri } = await startVirtualPrinter({ hasDuplex: false });
    const { err, exitCode } = await print(
      `${AFTERCARE} --lang en --printer ${uri} --sides two-sided-long-edge`,
      clinicWith(''),
    );
    expect(err).toBe('error: The printer cannot print on both sides; ask for one-sided.\n');
    expect(exitCode).toBe(3);
  });

  it.skipIf(isMissing('pdftoppm'))('sends pictures to a printer that takes no PDF', async () => {
    const printer = await startVirtualPrinter({ formats: ['image/pwg-raster', 'image/urf'] });
    const { err, exitCode } = await print(`${AFTERCARE} --lang en --printer ${printer.uri}`, clinicWith(''));
    expect(err).toContain('note: The printer takes no PDF: the pages go to it as pictures (PWG raster).');
    expect(exitCode).toBe(0);
    const [job] = printer.jobs();
    expect(Buffer.from(job!.document.subarray(0, 13)).toString()).toBe('RaS2PwgRaster');
    expect(job!.attributes.get('DOCUMENT_FORMAT_SUPPLIED')).toBe('image/pwg-raster');
  });
});

describe('handout print, on a command line that is wrong', () => {
  it.each([
    ['--lang en', 'No handout is named.', 'Name what to print; “handout list” lists all there are.'],
    [AFTERCARE, 'No language is named.', 'Name one or several with --lang, such as --lang es.'],
    [
      `${AFTERCARE} --lang en`,
      'No printer is named.',
      'Name one with --printer; “handout printers” lists what is there. Or set print: desk: in handout.yaml.',
    ],
    [`${AFTERCARE} --lang en -p frnt`, 'There is no printer “frnt”.', 'Did you mean “front”?'],
    [
      `${AFTERCARE} --lang en -p http://x/`,
      '--printer is not the address of a printer.',
      'Write it as ipp://host/path or ipps://host/path, without a name or password in it.',
    ],
    [
      `${AFTERCARE} --lang en --copies 0`,
      '--copies is not a number of copies.',
      'Write a whole number from 1 to 999.',
    ],
    [
      `${AFTERCARE} --lang en --sides both`,
      'There is no value of --sides “both”.',
      'Choose from: one-sided, two-sided-long-edge, two-sided-short-edge.',
    ],
  ])('says what is wrong with: print %s', async (line, message, hint) => {
    const cwd = clinicWith('print: { desks: { front: { printer: Office }, back: { printer: Office } } }');
    const { err, exitCode } = await print(line, cwd);
    expect(err).toBe(`error: ${message}\nHint: ${hint}\n`);
    expect(exitCode).toBe(2);
  });

  it('says what is wrong with handout.yaml before it asks any printer', async () => {
    const { err, exitCode } = await print(`${AFTERCARE} --lang en`, clinicWith('print: { desk: front }'));
    expect(err).toContain('handout.yaml:2:16 error workspace/unknown-desk\n  There is no desk “front”.');
    expect(err).toContain('Nothing was printed.\n');
    expect(exitCode).toBe(1);
  });
});

describe.skipIf(isMissingVirtualPrinter() || isMissingPrintServer())('handout printers', () => {
  it('lists desks and queues with what they can do, and printers that do not answer', async () => {
    const printer = await startVirtualPrinter({ printing: '' });
    const server = await startPrintServer();
    server.addQueue('Office', printer.uri);
    const cwd = clinicWith(`print:
  desks:
    front: { printer: "${printer.uri}" }
    back: { printer: Office }
    gone: { printer: "ipp://127.0.0.1:1/" }`);
    const env = { CUPS_SERVER: server.name };
    const { out, exitCode } = await runProcess({ line: ['printers', '--json'], cwd, env });
    expect(exitCode).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      printers: [
        {
          name: 'front',
          kind: 'desk',
          state: 'idle',
          sides: ['one-sided', 'two-sided-long-edge', 'two-sided-short-edge'],
        },
        { name: 'back', kind: 'desk', place: 'Office', state: 'idle' },
        { name: 'gone', kind: 'desk', trouble: expect.stringContaining('No printer answers') as string },
        { name: 'Office', kind: 'queue' },
      ],
    });
    const table = await runProcess({ line: ['printers'], cwd, env });
    expect(table.out).toMatch(
      /^Name +Kind +State +Sides +Colour +Paper +Takes +Model\nfront +desk +idle +both +no +letter, /,
    );
    const printed = await print(`${AFTERCARE} --lang en --printer back`, cwd, env);
    expect(printed.err).toContain('Printed 1 handout on back.\n');
    expect(printer.jobs()).toHaveLength(1);
  });
});

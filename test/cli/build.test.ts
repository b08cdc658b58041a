import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

import { UsageError } from '../../src/cli/usage-error.js';
import { contentError, fakeBuilder, runCommand } from './run-command.js';
import { runRealLine } from './run-line.js';
import { filesIn, temporaryFolder } from '../support/temporary-folder.js';

const AFTERCARE = 'microneedling/aftercare';

const brokenSpanish = fakeBuilder(({ lang }) =>
  lang === 'es' ? [contentError('The key “a” is missing.')] : [],
);

function listed(dir: string): readonly string[] {
  const manifest = JSON.parse(readFileSync(join(dir, 'output/manifest.json'), 'utf8')) as {
    readonly handouts: readonly { readonly file: string }[];
  };
  return manifest.handouts.map(({ file }) => file);
}

async function mistake(...line: readonly string[]): Promise<string> {
  const error: unknown = await runCommand(line, temporaryFolder()).catch((reason: unknown) => reason);
  if (error instanceof UsageError) return [error.message, error.hint].filter(Boolean).join(' ');
  throw new Error('There was no mistake.');
}

describe('build', () => {
  it('writes every handout in every language, and a manifest that lists them', async () => {
    const dir = temporaryFolder();
    const { exitCode } = await runCommand(['build'], dir);
    expect(exitCode).toBe(0);
    const files = filesIn(join(dir, 'output'));
    expect(files).toHaveLength(24 * 6 + 1);
    expect([...listed(dir), 'manifest.json'].sort()).toEqual(files);
  });

  it('prints a table and one line that sums up', async () => {
    const { out, err } = await runCommand(['build', AFTERCARE, '--lang', 'en,es'], temporaryFolder());
    expect(out).toBe(`Handout                  Language  Pages    Size  State
microneedling/aftercare  en            2  0.0 KB  original
microneedling/aftercare  es            2  0.0 KB  draft
`);
    expect(err).toBe('Wrote 2 handouts to output in 0.00 s: nothing to fix.\n');
  });

  it('writes the other handouts when one has an error', async () => {
    const dir = temporaryFolder();
    const { out, err, exitCode } = await runCommand(
      ['build', AFTERCARE, '--lang', 'en,es'],
      dir,
      brokenSpanish,
    );
    expect(exitCode).toBe(1);
    expect(filesIn(dir)).toEqual(['output/en/microneedling-aftercare.pdf', 'output/manifest.json']);
    expect(out).toBe(`Handout                  Language  Pages    Size  State
microneedling/aftercare  en            2  0.0 KB  original
microneedling/aftercare  es                       failed
`);
    expect(err).toBe(`error content/missing-key
  The key “a” is missing.
  In microneedling/aftercare (es).

Wrote 1 handout to output in 0.00 s: 1 error.
`);
  });

  it('keeps the old file of a handout that fails, says so, and takes it off the manifest', async () => {
    const dir = temporaryFolder();
    const line = ['build', AFTERCARE, '--lang', 'en,es'];
    await runCommand(line, dir);
    const { out, err } = await runCommand(line, dir, brokenSpanish);
    expect(out).toContain('failed, old file kept');
    expect(err).toContain(
      'The old files of handouts that failed are still there; manifest.json does not list them.',
    );
    expect(listed(dir)).toEqual(['en/microneedling-aftercare.pdf']);
  });

  it('writes nothing at all with --strict when one has an error', async () => {
    const dir = temporaryFolder();
    const { out, err } = await runCommand(
      ['build', AFTERCARE, '--lang', 'en,es', '--strict'],
      dir,
      brokenSpanish,
    );
    expect(filesIn(dir)).toEqual([]);
    expect(out).toContain('not written (--strict)');
    expect(err).toContain('Wrote nothing in 0.00 s: 1 error.');
  });

  it('prints one problem of all builds once', async () => {
    const broken = fakeBuilder(() => [{ ...contentError('The key “a” is missing.'), severity: 'warning' }]);
    const { err, exitCode } = await runCommand(['build'], temporaryFolder(), broken);
    expect(err.match(/content\/missing-key/g)).toHaveLength(1);
    expect(err).toContain('Wrote 144 handouts to output in 0.00 s: 1 warning.');
    expect(exitCode).toBe(0);
  });

  it('keeps the other entries of the manifest when only some handouts are built', async () => {
    const dir = temporaryFolder();
    await runCommand(['build', AFTERCARE, '--lang', 'en'], dir);
    await runCommand(['build', AFTERCARE, '--lang', 'es'], dir);
    expect(listed(dir)).toEqual(['en/microneedling-aftercare.pdf', 'es/microneedling-aftercare.pdf']);
  });

  it('writes a variant beside the usual copy, and lists both', async () => {
    const dir = temporaryFolder();
    await runCommand(['build', '--lang', 'ar,en'], dir);
    const usual = listed(dir);
    await runCommand(['build', '--lang', 'ar,en', '--variant', 'greyscale,large-print'], dir);
    const variants = usual.map((file) => file.replace('.pdf', '.large-print.greyscale.pdf'));
    expect(listed(dir).toSorted()).toEqual([...usual, ...variants].toSorted());
  });

  it('sets two languages beside each other in a file of their own, for every language but the second', async () => {
    const dir = temporaryFolder();
    writeFileSync(
      join(dir, 'handout.yaml'),
      'languages: [ar, en, es]\nclinic: { contact: { phone: "202-555-0111", afterHoursPhone: "202-555-0112" } }\n',
    );
    await runCommand(['build', AFTERCARE, '--bilingual', 'en'], dir);
    expect(listed(dir).toSorted()).toEqual([
      'ar/microneedling-aftercare.bilingual-en.pdf',
      'es/microneedling-aftercare.bilingual-en.pdf',
    ]);
  });

  it('drops entries of the manifest that a whole build did not make', async () => {
    const dir = temporaryFolder();
    await runCommand(['build'], dir);
    writeFileSync(join(dir, 'handout.yaml'), 'languages: [en]\n');
    await runCommand(['build'], dir);
    expect(listed(dir)).toHaveLength(6);
  });

  it('writes a personal handout beside the general one, for its owner alone, and leaves the manifest be', async () => {
    const dir = temporaryFolder();
    await runCommand(['build', AFTERCARE, '--lang', 'en'], dir);
    const before = readFileSync(join(dir, 'output/manifest.json'), 'utf8');
    const { out, err } = await runCommand(['build', AFTERCARE, '--lang', 'en', '--first-name', 'Ada'], dir);
    const personal = join(dir, 'output/en/microneedling-aftercare.personal.pdf');
    expect(statSync(personal).mode & 0o077).toBe(0);
    expect(readFileSync(join(dir, 'output/manifest.json'), 'utf8')).toBe(before);
    expect(filesIn(join(dir, 'output/en'))).toHaveLength(2);
    expect(out).toContain('original, personal');
    expect(err).toContain("Files that end in .personal.pdf hold a patient's details");
    expect(out + err).not.toContain('Ada');
  });

  it("takes an older personal file away when the build fails, because it may be another patient's", async () => {
    const dir = temporaryFolder();
    const line = ['build', AFTERCARE, '--lang', 'es', '--first-name', 'Ada'];
    await runCommand(line, dir);
    const { out } = await runCommand(line, dir, brokenSpanish);
    expect(filesIn(dir)).toEqual([]);
    expect(out).toMatch(/ failed$/m);
  });

  it('prints one JSON object, without the patient and the time', async () => {
    const line = ['build', AFTERCARE, '--lang', 'en,es', '--first-name', 'Ada', '--json'];
    const { out, err } = await runCommand(line, temporaryFolder(), brokenSpanish);
    expect(err).toBe('');
    expect(JSON.parse(out)).toEqual({
      output: 'output',
      handouts: [
        {
          id: AFTERCARE,
          lang: 'en',
          outcome: 'written',
          personal: true,
          format: 'pdf',
          file: 'en/microneedling-aftercare.personal.pdf',
          pages: 2,
          bytes: 31,
          state: 'original',
        },
        {
          id: AFTERCARE,
          lang: 'es',
          outcome: 'failed',
          personal: true,
          format: 'pdf',
          file: 'es/microneedling-aftercare.personal.pdf',
        },
      ],
      problems: [
        {
          code: 'content/missing-key',
          severity: 'error',
          message: 'The key “a” is missing.',
          builds: ['microneedling/aftercare (es)'],
        },
      ],
    });
  });

  it('builds nothing while handout.yaml has an error, since other settings could be wrong for the clinic', async () => {
    const dir = temporaryFolder();
    writeFileSync(join(dir, 'handout.yaml'), 'paper: a6\n');
    const { out, err, exitCode } = await runCommand(['build'], dir);
    expect(exitCode).toBe(1);
    expect(filesIn(dir)).toEqual(['handout.yaml']);
    expect(err).toContain('handout.yaml:1:8 error workspace/wrong-value');
    expect(err).toContain('  1 | paper: a6\n    |        ^');
    expect(out).toBe('');
  });

  it.each([
    [
      ['microneedling/aftercar'],
      'There is no handout “microneedling/aftercar”. Did you mean “microneedling/aftercare”?',
    ],
    [['--lang', 'frr'], 'There is no language “frr”. Did you mean “fr”?'],
    [['--paper', 'leter'], 'There is no paper “leter”. Did you mean “letter”?'],
    [['--format', 'pdf,htm'], 'There is no format “htm”. Did you mean “html”?'],
    [['--brand', 'defualt'], 'There is no brand “defualt”. Did you mean “default”?'],
    [['--watch', '--json'], '--watch and --json do not go together.'],
  ])('explains the mistake in %j', async (options, text) => {
    expect(await mistake('build', ...options)).toBe(text);
  });

  it('does not repeat a word that could be the rest of a name', async () => {
    expect(await mistake('build', '--first-name', 'Ada', 'Lovelace')).toBe(
      'A handout that is named does not exist. Put quotation marks around a first name of several words; see “handout list” for the handouts.',
    );
  });

  it('shows what is wrong with the workspace even when a handout is unknown, since it may be the reason', async () => {
    const dir = temporaryFolder();
    mkdirSync(join(dir, 'templates/series'), { recursive: true });
    writeFileSync(join(dir, 'templates/series/x.yaml'), 'version: [\n');
    writeFileSync(join(dir, 'handout.yaml'), '');
    for (const line of [
      ['build', 'x/y'],
      ['inspect', 'x/y', '--lang', 'en'],
      ['email', 'x/y', '--lang', 'en', '--to', 'ada@example.org'],
    ]) {
      const { err, exitCode } = await runRealLine(line, dir);
      expect(exitCode).toBe(2);
      expect(err).toMatch(/error workspace\/yaml-syntax[^]*error: There is no handout “x\/y”/);
    }
  });
});

describe('build --format', () => {
  const line = ['build', AFTERCARE, '--lang', 'en'];

  it('writes one file for each format, by the same name, and lists each', async () => {
    const dir = temporaryFolder();
    const { out, err } = await runCommand([...line, '--format', 'pdf,html,text'], dir);
    expect(listed(dir)).toEqual([
      'en/microneedling-aftercare.html',
      'en/microneedling-aftercare.pdf',
      'en/microneedling-aftercare.txt',
    ]);
    expect(filesIn(join(dir, 'output'))).toEqual([...listed(dir), 'manifest.json']);
    expect(out).toBe(`Handout                  Language  Format  Pages    Size  State
microneedling/aftercare  en        pdf         2  0.0 KB  original
microneedling/aftercare  en        html           0.0 KB  original
microneedling/aftercare  en        text           0.0 KB  original
`);
    expect(err).toBe('Wrote 1 handout to output in 0.00 s: nothing to fix.\n');
  });

  it('says the format of each file in the manifest, and the pages of a PDF alone', async () => {
    const dir = temporaryFolder();
    await runCommand([...line, '--format', 'text,pdf'], dir);
    const manifest: unknown = JSON.parse(readFileSync(join(dir, 'output/manifest.json'), 'utf8'));
    const [pdf, text] = (manifest as { handouts: readonly object[] }).handouts;
    expect(pdf).toMatchObject({ format: 'pdf', pages: 2 });
    expect(text).toMatchObject({ format: 'text', file: 'en/microneedling-aftercare.txt' });
    expect(text).not.toHaveProperty('pages');
  });

  it('leaves the files of other formats in the manifest, also when everything is built', async () => {
    const dir = temporaryFolder();
    writeFileSync(join(dir, 'handout.yaml'), 'languages: [en]\n');
    await runCommand(['build'], dir);
    await runCommand(['build', '--format', 'html'], dir);
    expect(listed(dir)).toHaveLength(12);
  });

  it("writes a patient's copy in each format for its owner alone, and lists none", async () => {
    const dir = temporaryFolder();
    const { err } = await runCommand([...line, '--format', 'html,text', '--first-name', 'Ada'], dir);
    const files = ['en/microneedling-aftercare.personal.html', 'en/microneedling-aftercare.personal.txt'];
    expect(filesIn(join(dir, 'output'))).toEqual(files);
    for (const file of files) expect(statSync(join(dir, 'output', file)).mode & 0o077).toBe(0);
    expect(err).toContain(
      "Files that end in .personal.html or .personal.txt hold a patient's details; manifest.json does not list them.",
    );
  });

  it('takes an older copy away in every format when a copy fails', async () => {
    const dir = temporaryFolder();
    const spanish = ['build', AFTERCARE, '--lang', 'es', '--first-name', 'Ada'];
    await runCommand([...spanish, '--format', 'pdf,html'], dir);
    await runCommand([...spanish, '--format', 'html'], dir, brokenSpanish);
    expect(filesIn(dir)).toEqual([]);
  });
});

describe('check', () => {
  it('writes nothing and reports what is wrong', async () => {
    const dir = temporaryFolder();
    const { out, err, exitCode } = await runCommand(['check', '--lang', 'es', AFTERCARE], dir, brokenSpanish);
    expect(exitCode).toBe(1);
    expect(filesIn(dir)).toEqual([]);
    expect(out).toBe('');
    expect(err).toBe(`error content/missing-key
  The key “a” is missing.
  In microneedling/aftercare (es).
  Why: handout explain content/missing-key

Checked 1 handout in 0.00 s: 1 error.
`);
  });

  it('reports what no single handout shows', async () => {
    const dir = temporaryFolder();
    mkdirSync(join(dir, 'locales/en'), { recursive: true });
    writeFileSync(join(dir, 'locales/en/common.json'), '{"spare": "x"}');
    writeFileSync(
      join(dir, 'handout.yaml'),
      'clinic: { contact: { phone: "202-555-0111", afterHoursPhone: "202-555-0112" } }\n',
    );
    const { err, exitCode } = await runCommand(['check', AFTERCARE], dir);
    expect(exitCode).toBe(0);
    expect(err).toBe(`locales/en/common.json:1:2 warning content/unused-key
  No template uses the text "common:spare".
  1 | {"spare": "x"}
    |  ^
  Hint: Remove it in every language, or use it.
  Why: handout explain content/unused-key

Checked 24 handouts in 0.00 s: 1 warning.
`);
  });

  it('prints one JSON object', async () => {
    const { out } = await runCommand(['check', '--json', '--lang', 'ar,en'], temporaryFolder());
    expect(JSON.parse(out)).toEqual({ checked: 12, problems: [], scores: [] });
  });
});

describe('list', () => {
  it('names every handout with its version, review dates and languages', async () => {
    const { out, exitCode } = await runCommand(['list'], temporaryFolder());
    expect(exitCode).toBe(0);
    expect(out.split('\n').slice(0, 2).join('\n')).toBe(
      `Handout                           Version  Reviewed    Next review  Languages
microneedling/what-it-is          1.0      2026-01-15  2027-01-15   ar, bn, de, en, es, fa, fr, he, hi, ht, it, ja, ko, pa, pl, pt, ru, th, tl, uk, ur, vi, zh-Hans, zh-Hant`,
    );
  });

  it('prints one JSON object', async () => {
    const { out } = await runCommand(['list', '--json'], temporaryFolder());
    expect(JSON.parse(out)).toMatchObject({ problems: [], handouts: { length: 6 } });
  });
});

describe('init', () => {
  it('makes a workspace that builds at once', async () => {
    const dir = temporaryFolder();
    const { out, err, exitCode } = await runCommand(['init', 'clinic'], dir);
    expect({ out, err, exitCode }).toEqual({
      out: `${dir}/clinic/handout.yaml\n`,
      err: 'Edit it, then run “handout build -w clinic”.\n',
      exitCode: 0,
    });
    expect((await runCommand(['build', '-w', 'clinic', '--lang', 'ar,en,es'], dir)).exitCode).toBe(0);
    expect(filesIn(join(dir, 'clinic/output'))).toHaveLength(19);
  });

  it('leaves a workspace that is there as it is', async () => {
    const dir = temporaryFolder();
    await runCommand(['init', '.'], dir);
    const { err, exitCode } = await runCommand(['init', '.'], dir);
    expect(exitCode).toBe(1);
    expect(err).toContain('workspace/already-there');
  });
});

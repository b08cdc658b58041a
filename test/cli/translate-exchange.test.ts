import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exchangeFormatNames } from '../../src/exchange/formats.js';
import { filesIn, temporaryFolder } from '../support/temporary-folder.js';
import { runRealLine, type LineOutput } from './run-line.js';

/** A clinic's folder, with no texts of its own. */
function clinicFolder(): string {
  const dir = temporaryFolder();
  writeFileSync(join(dir, 'handout.yaml'), '{}\n');
  return dir;
}

async function run(dir: string, ...line: readonly string[]): Promise<LineOutput> {
  return runRealLine(['translate', ...line, '-w', '.'], dir);
}

function read(dir: string, file: string): string {
  return readFileSync(join(dir, file), 'utf8');
}

describe('translate export and import', () => {
  it.each(exchangeFormatNames)(
    'change nothing when a file comes back as it went out (%s)',
    async (format) => {
      const dir = clinicFolder();
      const before = filesIn(dir);
      const exported = await run(dir, 'export', '--lang', 'ar', '--format', format, '--out', 'ar.txt');
      expect(exported).toMatchObject({ out: '', exitCode: 0 });
      const imported = await run(dir, 'import', 'ar.txt', '--trust-states');
      expect(imported.err).toContain('Took 0 translations and 0 new states in “ar”.');
      expect(imported.exitCode).toBe(0);
      expect(filesIn(dir)).toEqual([...before, 'ar.txt'].sort());
    },
  );

  it('write the changed texts and who vouches for them, and nothing else', async () => {
    const dir = clinicFolder();
    await run(
      dir,
      'export',
      '--lang',
      'es',
      '--format',
      'json',
      '--only',
      'common:footer.*',
      '--out',
      'es.json',
    );
    writeFileSync(join(dir, 'es.json'), read(dir, 'es.json').replace('"Página ', '"Hoja '));
    const line = ['es.json', '--by', 'R. Ortiz', '--role', 'translator', '--at', '2026-03-14'];
    const { err, exitCode } = await run(dir, 'import', ...line);
    expect(err).toContain('Took 1 translation and 0 new states in “es”.\n');
    expect(exitCode).toBe(0);
    expect(read(dir, 'locales/es/common.json')).toBe(
      '{\n  "footer": {\n    "page": "Hoja {{page}} de {{total}}"\n  }\n}\n',
    );
    expect(read(dir, 'locales/es/review.json')).toMatch(
      /"page": \{ "source": "[0-9a-f]{16}", "state": "draft", "by": "R. Ortiz", "role": "translator", "at": "2026-03-14" \}/,
    );
  });

  it('leave the schema that a file names out of an export, and keep it in the file', async () => {
    const dir = clinicFolder();
    const reference = '"$schema": "../../.handout/schemas/locales/es/common.json"';
    mkdirSync(join(dir, 'locales/es'), { recursive: true });
    writeFileSync(
      join(dir, 'locales/es/common.json'),
      `{ ${reference}, "clinic": { "hours": "Siempre" } }\n`,
    );
    writeFileSync(join(dir, 'locales/es/review.json'), '{ "$schema": "../../.handout/schemas/review.json" }');
    await run(dir, 'export', '--lang', 'es', '--format', 'json', '--out', 'es.json');
    expect(read(dir, 'es.json')).not.toContain('$schema');
    writeFileSync(join(dir, 'es.json'), read(dir, 'es.json').replace('"Siempre"', '"Nunca"'));
    expect((await run(dir, 'import', 'es.json')).err).toContain('Took 1 translation');
    expect(read(dir, 'locales/es/common.json')).toBe(
      `{\n  ${reference},\n  "clinic": {\n    "hours": "Nunca"\n  }\n}\n`,
    );
    const ledger = /^{\n {2}"\$schema": "..\/..\/.handout\/schemas\/review.json",\n {2}"common": {/;
    expect(read(dir, 'locales/es/review.json')).toMatch(ledger);
    const marked = await run(
      dir,
      'review',
      '--lang',
      'es',
      '--by',
      'R. Ortiz',
      '--only',
      'common:clinic.hours',
    );
    expect(marked.exitCode).toBe(0);
    expect(read(dir, 'locales/es/review.json')).toMatch(ledger);
  });

  it('write nothing while a text is broken, and what is right with --partial', async () => {
    const dir = clinicFolder();
    await run(
      dir,
      'export',
      '--lang',
      'es',
      '--format',
      'json',
      '--only',
      'common:footer.*',
      '--out',
      'es.json',
    );
    const broken = read(dir, 'es.json').replace('{{total}}"', '{{all}}"').replace('Versión', 'Edición');
    const target = broken.replace(/("target": "P[^"]*)\{\{total\}\}/, '$1{{all}}');
    writeFileSync(join(dir, 'es.json'), target);
    const refused = await run(dir, 'import', 'es.json');
    expect(refused.exitCode).toBe(1);
    expect(refused.err).toMatch(/es\.json:\d+:\d+ error content\/extra-placeholder/);
    expect(refused.err).toContain('Nothing is written.');
    expect(filesIn(dir)).not.toContain('locales/es/common.json');
    const partial = await run(dir, 'import', 'es.json', '--partial');
    expect(partial.exitCode).toBe(1);
    expect(read(dir, 'locales/es/common.json')).toContain('Edición');
    expect(read(dir, 'locales/es/common.json')).not.toContain('{{all}}');
  });

  it('write nothing of another language than was asked for', async () => {
    const dir = clinicFolder();
    await run(dir, 'export', '--lang', 'es', '--only', 'common:footer.page', '--out', 'es.xliff');
    const { err, exitCode } = await run(dir, 'import', 'es.xliff', '--lang', 'pt', '--partial');
    expect(exitCode).toBe(1);
    expect(err).toContain(
      'es.xliff:1:1 error exchange/wrong-language\n  The file holds the language "es", not "pt".\n',
    );
    expect(err).toContain('Nothing is written.');
  });

  it('take an approval only from a file that is trusted', async () => {
    const dir = clinicFolder();
    const only = ['--only', 'common:footer.page'];
    await run(dir, 'export', '--lang', 'es', ...only, '--out', 'es.xliff');
    const approved = read(dir, 'es.xliff').replace(/<segment [^>]*>/, '<segment state="final">');
    writeFileSync(join(dir, 'es.xliff'), approved);
    await run(dir, 'import', 'es.xliff');
    expect(read(dir, 'locales/es/review.json')).toContain('"state": "reviewed"');
    await run(dir, 'import', 'es.xliff', '--trust-states');
    expect(read(dir, 'locales/es/review.json')).toContain('"state": "approved"');
  });

  it('give back all texts and all that is on record to a folder that has none', async () => {
    const dir = clinicFolder();
    await run(dir, 'export', '--lang', 'es', '--only', 'common:footer.*', '--out', 'es.xliff');
    const text = read(dir, 'es.xliff').replaceAll('>Página', '>Hoja').replaceAll('>Versión', '>Edición');
    writeFileSync(join(dir, 'es.xliff'), text);
    await run(dir, 'import', 'es.xliff', '--by', 'A. Khan', '--role', 'reviewer', '--at', '2026-02-01');
    await run(dir, 'export', '--lang', 'es', '--only', 'common:footer.*', '--out', 'again.xliff');
    const files = ['locales/es/common.json', 'locales/es/review.json'];
    const written = files.map((file) => read(dir, file));
    for (const file of files) rmSync(join(dir, file));
    await run(dir, 'import', 'again.xliff', '--trust-states');
    expect(files.map((file) => read(dir, file))).toEqual(written);
  });

  it('make a language that was not there', async () => {
    const dir = clinicFolder();
    await run(dir, 'export', '--lang', 'nl', '--only', 'common:footer.version', '--out', 'nl.xliff');
    const text = read(dir, 'nl.xliff');
    const source = /<source>(.*)<\/source>/.exec(text)![0];
    const target = source.replaceAll('source>', 'target>').replace('Version', 'Versie');
    writeFileSync(join(dir, 'nl.xliff'), text.replace(source, source + target));
    expect((await run(dir, 'import', 'nl.xliff')).exitCode).toBe(0);
    expect(read(dir, 'locales/nl/common.json')).toContain('"Versie {{version}} of {{date}}"');
  });

  it('tell programs what happened', async () => {
    const dir = clinicFolder();
    const { out } = await run(dir, 'export', '--lang', 'es', '--only', 'common:footer.page', '--json');
    expect(JSON.parse(out)).toMatchObject({ lang: 'es', format: 'xliff2', texts: 1, file: 'es.xliff' });
    const imported = await run(dir, 'import', 'es.xliff', '--json');
    expect(JSON.parse(imported.out)).toMatchObject({ lang: 'es', written: true, changed: [] });
  });

  it('refuse what is no language, no format, no text, no file and no command', async () => {
    const dir = clinicFolder();
    const said = async (...line: readonly string[]): Promise<string> => {
      const { err, exitCode } = await run(dir, ...line);
      expect(exitCode).toBe(2);
      return err;
    };
    expect(await said('export')).toContain('A language is missing.');
    expect(await said('export', '--lang', 'en')).toContain('The source language is not translated.');
    expect(await said('export', '--lang', 'es', '--format', 'xlif2')).toContain('Did you mean “xliff2”?');
    expect(await said('export', '--lang', 'es', '--only', 'nothing')).toContain(
      'There is no text “nothing”.',
    );
    expect(await said('import', 'none.po')).toContain('The file to import is not there.');
    expect(await said('import', 'none.po', '--lang', 'es', '--at', '2026-02-30')).toContain(
      '--at is not a date.',
    );
    expect(await said('export', '--lang', '1')).toContain('--lang is no language tag.');
  });
});

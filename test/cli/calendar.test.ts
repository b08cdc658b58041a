import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesIn, temporaryFolder } from '../support/temporary-folder.js';
import { visitFolder } from '../support/visit.js';
import { runRealLine, type LineOutput } from './run-line.js';

const SHEET = 'microneedling/combined-aftercare';
const dated = ['--lang', 'es', '--treatment-date', '2026-03-14'];

async function run(dir: string, ...line: readonly string[]): Promise<LineOutput> {
  return runRealLine(['build', '-w', visitFolder, '--out', 'output', ...line], dir);
}

describe('build --treatments', () => {
  it('writes the sheet of a visit under a name of its own, whatever the order of the treatments', async () => {
    const dir = temporaryFolder();
    const { exitCode, out } = await run(dir, SHEET, '--lang', 'en', '--treatments', 'laser,chemical-peel');
    expect(exitCode).toBe(0);
    expect(out).toContain(`${SHEET}+chemical-peel+laser  en`);
    await run(dir, SHEET, '--lang', 'en', '--treatments', 'chemical-peel', '--treatments', 'laser');
    expect(filesIn(dir)).toEqual([
      'output/en/microneedling-combined-aftercare+chemical-peel+laser.pdf',
      'output/manifest.json',
    ]);
  });

  it('means the sheet of the first treatment where no handout is named', async () => {
    const dir = temporaryFolder();
    const { out } = await run(dir, '--lang', 'en', '--treatments', 'laser,microneedling');
    expect(out.split('\n')[1]).toMatch(/^laser\/combined-aftercare\+microneedling {2}en /);
  });

  it('keeps the general sheet in the manifest beside that of the visit', async () => {
    const dir = temporaryFolder();
    await run(dir, SHEET, '--lang', 'en');
    await run(dir, SHEET, '--lang', 'en', '--treatments', 'laser');
    const manifest = readFileSync(join(dir, 'output/manifest.json'), 'utf8');
    expect(manifest.match(/"id": ".*"/g)).toEqual([`"id": "${SHEET}"`, `"id": "${SHEET}+laser"`]);
  });

  it('refuses a treatment that is not there', async () => {
    const { exitCode, err } = await run(temporaryFolder(), SHEET, '--treatments', 'lazer');
    expect(exitCode).toBe(2);
    expect(err).toBe('error: There is no treatment “lazer”.\nHint: Did you mean “laser”?\n');
  });

  it('refuses a handout that is about one treatment', async () => {
    const { exitCode, err } = await run(
      temporaryFolder(),
      ...['microneedling/aftercare', '--lang', 'en', '--treatments', 'laser'],
    );
    expect(exitCode).toBe(1);
    expect(err).toContain('error workspace/not-a-sheet');
  });
});

describe('build --ics', () => {
  it('writes the dates of a copy in its language, for its owner alone and without the patient’s name', async () => {
    const dir = temporaryFolder();
    const { exitCode, err } = await run(
      dir,
      ...[SHEET, ...dated, '--treatments', 'laser', '--first-name', 'Zenobia'],
      ...['--next-appointment', '2026-04-11T14:30', '--ics', 'dates.ics'],
    );
    expect(exitCode).toBe(0);
    expect(err).toContain('Wrote its dates to the calendar file.');
    const path = join(dir, 'dates.ics');
    expect(statSync(path).mode & 0o077).toBe(0);
    const text = readFileSync(path, 'utf8').replaceAll('\r\n ', '');
    expect(text).toContain('DTSTART;VALUE=DATE:20260317');
    expect(text).toContain('SUMMARY:Último día: No use maquillaje durante 3\u00a0días.');
    expect(text).toContain('DTSTART:20260411T143000');
    expect(text).toContain('SUMMARY:Su cita en Lumen Skin Clinic');
    expect(text).toContain('Esta traducción es un borrador.');
    expect(text).not.toMatch(/Zenobia|[<>]/);
  });

  it('writes the same bytes for another patient of the same day', async () => {
    const dir = temporaryFolder();
    for (const name of ['Ada', 'Ben']) {
      await run(dir, SHEET, ...dated, '--first-name', name, '--ics', `${name}.ics`);
    }
    expect(readFileSync(join(dir, 'Ada.ics'))).toEqual(readFileSync(join(dir, 'Ben.ics')));
  });

  it.each([
    [
      [SHEET, '--lang', 'es'],
      '--ics needs the day of the treatment.\nHint: Add --treatment-date YYYY-MM-DD.',
    ],
    [[SHEET, ...dated, '--watch'], '--watch and --ics do not go together.'],
    [
      [SHEET, ...dated, '--lang', 'en'],
      '--ics writes the dates of one handout in one language.\nHint: Name one handout, and one language with --lang.',
    ],
  ])('refuses %j', async (line, message) => {
    const dir = temporaryFolder();
    const { exitCode, err } = await run(dir, ...line, '--ics', 'dates.ics');
    expect(err).toBe(`error: ${message}\n`);
    expect(exitCode).toBe(2);
    expect(filesIn(dir)).toEqual([]);
  });

  it('tells that the file cannot be written without repeating its name', async () => {
    const dir = temporaryFolder({ 'a-file': '' });
    const { exitCode, err } = await run(dir, SHEET, ...dated, '--ics', 'a-file/zenobia.ics');
    expect(exitCode).toBe(3);
    expect(err).toContain('error: The calendar file cannot be written. Name another place with --ics.');
    expect(err).not.toContain('zenobia');
  });
});

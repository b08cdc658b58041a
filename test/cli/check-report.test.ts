import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

import type { Problem } from '../../src/base/problem.js';
import { fakeBuilder, runCommand } from './run-command.js';
import { runRealLine } from './run-line.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const AFTERCARE = 'microneedling/aftercare';
const at = (line: number) => ({ file: 'b.hbs', line, column: 1 });
const problems: readonly Problem[] = [
  { code: 'layout/overfull-page', severity: 'warning', message: 'Tall.', at: at(1) },
  { code: 'content/extra-key', severity: 'warning', message: 'Spare.', at: at(2) },
  { code: 'layout/overfull-page', severity: 'warning', message: 'Taller.', at: at(3) },
];
const builder = fakeBuilder(() => problems);
const check = (...words: readonly string[]) =>
  runCommand(['check', '--lang', 'es', AFTERCARE, ...words], temporaryFolder(), builder);

describe('check', () => {
  it('groups what it found by file and rule, and says how to learn more', async () => {
    expect((await check()).err).toBe(`b.hbs:1:1 warning layout/overfull-page
  Tall.
  In microneedling/aftercare (es).

b.hbs:3:1 warning layout/overfull-page
  Taller.
  In microneedling/aftercare (es).
  Why: handout explain layout/overfull-page

b.hbs:2:1 warning content/extra-key
  Spare.
  In microneedling/aftercare (es).
  Why: handout explain content/extra-key

Checked 1 handout in 0.00 s: 3 warnings.
`);
  });

  it('says one line when nothing is wrong', async () => {
    const { out, err } = await runCommand(['check', '--lang', 'es', AFTERCARE], temporaryFolder());
    expect(out + err).toBe('Checked 1 handout in 0.00 s: nothing to fix.\n');
  });

  it('gives rules the levels of --rule', async () => {
    const { err, exitCode } = await check('--rule', 'layout/*=error,content/extra-key=off');
    expect(err.match(/^\S+ (error|warning) \S+$/gm)).toEqual([
      'b.hbs:1:1 error layout/overfull-page',
      'b.hbs:3:1 error layout/overfull-page',
    ]);
    expect(exitCode).toBe(1);
  });

  it.each([
    ['layout/overful-page=off', 'There is no rule “layout/overful-page”.'],
    ['layout/overfull-page', '--rule needs a rule and its level.'],
    ['layout/overfull-page=of', 'There is no level “of”.'],
    ['text/missing-glyph=off', "The errors of “text/missing-glyph” can't be switched off."],
  ])('refuses --rule %s', async (value, message) => {
    await expect(check('--rule', value)).rejects.toThrow(message);
  });

  it('writes its report for other programs', async () => {
    expect(JSON.parse((await check('--format', 'sarif')).out)).toMatchObject({ version: '2.1.0' });
    expect((await check('--format', 'junit')).out).toMatch(/^<\?xml/);
    expect((await check('--format', 'json')).out).toBe((await check('--json')).out);
    await expect(check('--format', 'pdf')).rejects.toThrow('There is no format “pdf”.');
    await expect(check('--format', 'html', '--json')).rejects.toThrow('do not go together');
  });

  it('writes a page with pictures of pages into a file', async () => {
    const dir = temporaryFolder({
      'handout.yaml': 'clinic: { contact: { phone: "202-555-0111", afterHoursPhone: "202-555-0112" } }\n',
      'locales/en/microneedling.json': '{"aftercare": {\n"title": "Care for your \\"skin\\" at home"}}',
    });
    const line = [
      'check',
      AFTERCARE,
      '--lang',
      'en',
      '--at',
      '2026-06-01',
      '--format',
      'html',
      '--out',
      'check.html',
    ];
    const { out, err, exitCode } = await runRealLine(line, dir);
    expect([out, exitCode]).toEqual(['', 0]);
    expect(err).toMatch(/^Checked 1 handout in [\d.]+ s: 2 warnings\.\n$/);
    const html = readFileSync(join(dir, 'check.html'), 'utf8');
    expect(html).toContain(
      '<svg viewBox="0 0 595.28 841.89" role="img" aria-label="Page 1 of microneedling/aftercare (en)',
    );
  });
});

describe('check --at', () => {
  it('holds reviews against that day', async () => {
    const line = ['check', AFTERCARE, '--lang', 'en', '--at'];
    const late = await runRealLine([...line, '2027-01-16'], temporaryFolder());
    expect(late.exitCode).toBe(1);
    expect(late.err).toContain('error safety/overdue-review');
    const early = await runRealLine([...line, '2026-06-01'], temporaryFolder());
    expect(early.err).not.toContain('safety/');
    const wrong = await runRealLine([...line, '2026-02-30'], temporaryFolder());
    expect([wrong.exitCode, wrong.err]).toEqual([
      2,
      'error: --at is not a date.\nHint: Write it as YYYY-MM-DD, such as 2026-03-14.\n',
    ]);
  });
});

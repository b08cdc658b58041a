import { describe, expect, it } from 'vitest';
import { buildHandout } from '../../src/handout/build.js';
import { runCommand } from './run-command.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const BENEFITS = 'microneedling/benefits';

describe('check --scores', () => {
  it('prints every score with its formula, the hardest sentences and the checklist', async () => {
    const line = ['check', BENEFITS, '--lang', 'en,ar', '--at', '2026-06-01', '--scores'];
    const { out, err, exitCode } = await runCommand(line, temporaryFolder(), buildHandout);
    expect(exitCode).toBe(0);
    expect(out).toMatch(/^Handout +Formula +Score +Grade +Target +Verdict\n/);
    expect(out).toMatch(/benefits \(en\) +Flesch–Kincaid grade +\d\.\d +\d\.\d +6 +met; decides\n/);
    expect(out).toMatch(/SMOG .*an estimate: \d+ sentences, where SMOG asks for 30\n/);
    expect(out).toMatch(/benefits \(ar\) +not scored +[\d.]+ words to a sentence, \d+ in the longest\n/);
    expect(out).toMatch(/\nPages +Smallest text +Least contrast +Characters per line +Ink +QR squares\n/);
    expect(out).toMatch(
      /benefits \(en\) +9\.5 pt +\d\.\d\d to 1 +(?:–|\d+, at most \d+) +\d\.\d % +0\.44 mm\n/,
    );
    expect(out).toMatch(/ {2}hard: templates\/[a-z/-]+\.hbs:\d+:\d+ “/);
    expect(out).toContain(
      '  for a human: Risks are told beside benefits. (CDC Clear Communication Index, item 19)\n',
    );
    expect(err).toBe('Checked 2 handouts in 0.00 s: nothing to fix.\n');
  });

  it('are in the JSON of check, block by block', async () => {
    const { out } = await runCommand(
      ['check', BENEFITS, '--lang', 'en', '--at', '2026-06-01', '--json'],
      temporaryFolder(),
      buildHandout,
    );
    const { scores } = JSON.parse(out) as { readonly scores: readonly unknown[] };
    expect(scores).toHaveLength(1);
    expect(scores[0]).toMatchObject({
      handout: BENEFITS,
      lang: 'en',
      scores: [
        { formula: 'Flesch–Kincaid grade', source: 'Kincaid and others 1975', verdict: 'met' },
        {},
        {},
        {},
      ],
      understandability: { length: 12 },
      pages: { smallestText: 9.5 },
    });
  });

  it('measure against the grade of handout.yaml', async () => {
    const dir = temporaryFolder({ 'handout.yaml': 'readability: { grade: 2 }\n' });
    const { err, exitCode } = await runCommand(
      ['check', BENEFITS, '--lang', 'en', '--at', '2026-06-01'],
      dir,
      buildHandout,
    );
    expect(err).toContain(
      'warning check/too-hard\n  The handout is harder to read than grade 2: Flesch–Kincaid grade',
    );
    expect(exitCode).toBe(0);
  });

  it('need a grade between 1 and 16', async () => {
    const dir = temporaryFolder({ 'handout.yaml': 'readability: { grade: 20 }\n' });
    const { err, exitCode } = await runCommand(
      ['check', BENEFITS, '--lang', 'en', '--at', '2026-06-01'],
      dir,
      buildHandout,
    );
    expect(err).toContain('handout.yaml:1:23 error workspace/');
    expect(exitCode).toBe(1);
  });
});

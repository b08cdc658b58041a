import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';

import { lastingReview } from '../support/lasting-review.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { runProcess } from './cli-process.js';
import { endWatched, SETTINGS, startWatched } from './watched-process.js';

afterEach(endWatched);

const TEMPLATE = 'templates/topics/benefits.hbs';
const original = readFileSync(fileURLToPath(new URL(`../../${TEMPLATE}`, import.meta.url)), 'utf8');

/** With a text that there is none of. */
const MISTAKEN = original.replace('"benefits.lead"', '"benefits.leed"');

function clinic(): string {
  const dir = temporaryFolder({ 'handout.yaml': SETTINGS, ...lastingReview });
  for (const folder of ['templates/topics', 'locales/es']) mkdirSync(join(dir, folder), { recursive: true });
  writeFileSync(join(dir, TEMPLATE), original);
  return dir;
}

describe('check --watch', () => {
  it('says what is new, what is fixed and how much is left, and looks only at what a saved file touches', async () => {
    const dir = clinic();
    const { until, ended, interrupt } = startWatched(dir, ['check', '--watch', '--lang', 'en,es']);
    await until(
      /Checked 12 handouts in [\d.]+ s: \d+ warnings?\.\nWatching for saved files; press Ctrl-C to stop\.\n/,
    );

    writeFileSync(join(dir, TEMPLATE), MISTAKEN);
    expect(await until(/[^]*benefits\.hbs: checked .*\n/)).toMatch(
      /^templates\/topics\/benefits\.hbs:\d+:\d+ error content\/missing-text\n[^]*\^[^]*: checked 2 handouts in [\d.]+ s: \d+ new, \d+ fixed; \d errors?, \d warnings?\.\n$/,
    );

    writeFileSync(join(dir, TEMPLATE), original);
    expect(await until(/[^]*benefits\.hbs: checked .*\n/)).toMatch(
      /^Fixed [^]*: checked 2 handouts in [\d.]+ s: \d+ new, \d+ fixed; \d warnings?\.\n$/,
    );

    writeFileSync(join(dir, 'locales/es/common.json'), '{');
    expect(await until(/common\.json: checked .*\n/)).toMatch(/: checked 6 handouts in /);

    interrupt();
    expect(await ended).toBe(130);
  });

  it('gives programs one JSON object a line for each round, and keeps a report in a file up to date', async () => {
    const dir = clinic();
    const line = ['check', '--watch', '--lang', 'en', 'microneedling/benefits'];
    const toFile = startWatched(dir, [...line, '--format', 'sarif', '--out', 'check.sarif']);
    const { until, out, ended, interrupt } = startWatched(dir, [...line, '--json']);
    for (const each of [until, toFile.until]) await each(/Watching for saved files.*\n/);
    const results = () =>
      (JSON.parse(readFileSync(join(dir, 'check.sarif'), 'utf8')) as { runs: { results: unknown[] }[] })
        .runs[0]!.results.length;
    const before = results();

    writeFileSync(join(dir, TEMPLATE), MISTAKEN);
    await toFile.until(/benefits\.hbs: checked 1 handout/);
    expect(results()).toBeGreaterThan(before);
    while (out().split('\n').length < 3) await new Promise((resolve) => setTimeout(resolve, 10));
    const rounds = out()
      .trim()
      .split('\n')
      .map((text) => JSON.parse(text) as Record<string, unknown>);
    expect(rounds).toMatchObject([
      { changed: [], checked: 1 },
      {
        changed: [TEMPLATE],
        checked: 1,
        added: expect.arrayContaining([expect.objectContaining({ file: TEMPLATE })]) as unknown,
      },
    ]);
    interrupt();
    expect(await ended).toBe(130);
  });

  it('needs a file for a report that is no stream', async () => {
    const { err, exitCode } = await runProcess({ line: ['check', '--watch', '--format', 'html'], cwd: '/' });
    expect([err, exitCode]).toEqual([
      'error: --watch with --format html needs a file.\nHint: Name one with --out.\n',
      2,
    ]);
  });
});

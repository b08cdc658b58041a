import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesIn, temporaryFolder } from '../support/temporary-folder.js';
import { runRealLine } from './run-line.js';

const settings = "clinic: { contact: { phone: '202-555-0142', afterHoursPhone: '202-555-0178' } }\n";

/** A clinic's workspace with telephone numbers of its own. */
function makeWorkspace(more = ''): string {
  return temporaryFolder({ 'handout.yaml': settings + more });
}

describe('translate add', () => {
  it('makes the files of a language in the workspace, and says what comes next', async () => {
    const dir = makeWorkspace();
    const { out, err, exitCode } = await runRealLine(['translate', 'add', 'sw'], dir);
    expect(exitCode).toBe(0);
    expect(out).toBe('locales/sw/common.json\nlocales/sw/microneedling.json\n');
    expect(err.replace(/\d+ texts/, '… texts')).toBe(
      'Added Swahili (sw, Kiswahili): … texts to translate; 2 plural forms: one, other.\n' +
        'Fill in the empty texts; “handout build --lang sw” says what is still missing.\n',
    );
    expect(filesIn(dir)).toEqual([
      '.handout/schemas/locales/sw/common.json',
      '.handout/schemas/locales/sw/microneedling.json',
      'handout.yaml',
      'locales/sw/common.json',
      'locales/sw/microneedling.json',
    ]);
    const text = readFileSync(join(dir, 'locales/sw/common.json'), 'utf8');
    expect(text).toContain('"$schema": "../../.handout/schemas/locales/sw/common.json",');
    expect(text).toContain('"days_one": ""');
  });

  it('leaves a language that a build reports key by key, and status as wholly untranslated', async () => {
    const dir = makeWorkspace();
    const added = await runRealLine(['translate', 'add', 'sw', '--json'], dir);
    const { texts } = JSON.parse(added.out) as { texts: number };
    const built = await runRealLine(['build', '--lang', 'sw', '--json'], dir);
    expect(built.exitCode).toBe(1);
    const { problems } = JSON.parse(built.out) as { problems: readonly { code: string; file: string }[] };
    // A plural is one text of two forms in English as in Swahili.
    expect(problems.length).toBeGreaterThanOrEqual(texts);
    expect(new Set(problems.map(({ code }) => code))).toEqual(new Set(['content/empty-text']));
    const status = await runRealLine(['status', '--lang', 'sw'], dir);
    expect(status.out).toMatch(new RegExp(`sw +Swahili +${String(texts)} +0 +0 +0 +0 +0 +0\\n`));
  });

  it('reminds of the languages that the settings name, and warns of a missing font', async () => {
    const { err, exitCode } = await runRealLine(
      ['translate', 'add', 'ka'],
      makeWorkspace('languages: [en]\n'),
    );
    expect(exitCode).toBe(0);
    expect(err).toContain('warning text/missing-font');
    expect(err).toContain('Add the package: npm install @expo-google-fonts/noto-sans-georgian');
    expect(err).toContain('When it is ready, add ka to “languages:” in handout.yaml.');
  });

  it('warns of a language that Node has no data for', async () => {
    const { err } = await runRealLine(['translate', 'add', 'gcf'], makeWorkspace());
    expect(err).toContain('content/no-locale-data');
  });

  it.each([
    [['swahili'], '“swahili” is not the tag of a language.', 'Write “sw”.'],
    [['pt_br'], '“pt_br” is not the tag of a language.', 'Write “pt-BR”.'],
    [['../x'], '“../x” is not the tag of a language.', 'Use a BCP 47 tag, such as sw or pt-BR.'],
    [
      ['es'],
      'The language “es” is there already.',
      'See “handout status --lang es --keys” for what is left to translate.',
    ],
    [['en-XA'], '“en-XA” is made from the English texts by itself.', undefined],
    [
      [],
      '“handout translate add” needs one language.',
      'Name it by its tag, such as “handout translate add sw”.',
    ],
    [
      ['sw', 'so'],
      '“handout translate add” needs one language.',
      'Name it by its tag, such as “handout translate add sw”.',
    ],
  ])('refuses %j and writes nothing', async (operands, message, hint) => {
    const dir = makeWorkspace();
    const { err, exitCode } = await runRealLine(['translate', 'add', ...operands], dir);
    expect(exitCode).toBe(2);
    expect(err).toBe(`error: ${message}\n${hint === undefined ? '' : `Hint: ${hint}\n`}`);
    expect(filesIn(dir)).toEqual(['handout.yaml']);
  });

  it('takes no operands for the other actions', async () => {
    const { err, exitCode } = await runRealLine(['translate', 'review', 'es'], '/');
    expect([exitCode, err]).toEqual([
      2,
      'error: “handout translate” was given too many arguments.\nHint: See “handout translate --help”.\n',
    ]);
  });
});

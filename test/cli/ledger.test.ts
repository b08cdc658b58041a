import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesIn, temporaryFolder } from '../support/temporary-folder.js';
import { runRealLine, type LineOutput } from './run-line.js';

const SETTINGS = `languages: [en, es, ar]
clinic: { contact: { phone: '703-555-0142', afterHoursPhone: '703-555-0178' } }
`;
const HANDOUT = 'microneedling/benefits';
const REVIEWER = ['--by', 'R. Ortiz', '--at', '2026-11-23'];
const DRAFT = 'This translation is a draft.';
const STALE = 'The English text has changed since.';

/** A clinic whose Spanish is reviewed, and whose Arabic is a machine's draft. */
async function reviewedClinic(settings = '') {
  const dir = temporaryFolder({ 'handout.yaml': SETTINGS + settings });
  const run = (...line: readonly string[]): Promise<LineOutput> => runRealLine(line, dir);
  const save = (path: string, text: string): void => {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), text);
  };
  const pageOf = async (lang: string, handout = HANDOUT, ...more: readonly string[]): Promise<string> => {
    await run('build', handout, '--lang', lang, '--format', 'html', ...more);
    const [name] = filesIn(dir).filter((path) => path.endsWith('.html') && path.includes(`output/${lang}/`));
    const page = readFileSync(join(dir, name!), 'utf8');
    return [page.includes(DRAFT) ? 'draft' : '', page.includes(STALE) ? 'stale' : ''].join(' ').trim();
  };
  const { err, exitCode } = await run('translate', 'review', '--lang', 'es', ...REVIEWER);
  return { dir, run, save, pageOf, err, exitCode };
}

type Status = Readonly<{
  languages: readonly Readonly<{
    lang: string;
    states: Readonly<Record<string, number>>;
    keys?: readonly Readonly<{ key: string; state: string; file: string; line: number }>[];
  }>[];
}>;

function staleIn({ out }: LineOutput): readonly string[] {
  const { languages } = JSON.parse(out) as Status;
  return languages.flatMap(({ lang, keys = [] }) =>
    keys.filter(({ state }) => state === 'stale').map(({ key, file }) => `${lang} ${key} ${file}`),
  );
}

const CHANGED = '{ "benefits": { "close": "Ask us what microneedling can do for you." } }';

describe('a change of one English sentence', () => {
  it('makes exactly its translations stale: in status, on the pages and in the exit code of check', async () => {
    const { run, save, pageOf, exitCode, err } = await reviewedClinic();
    expect(exitCode).toBe(0);
    expect(err).toMatch(/^Spanish \(es\): marked \d+ texts as reviewed in locales\/es\/review\.json\.\n$/);
    expect(staleIn(await run('status', '--keys', '--json'))).toEqual([]);
    expect([await pageOf('es'), await pageOf('ar'), await pageOf('en')]).toEqual(['', 'draft', '']);
    const check = ['check', HANDOUT, 'microneedling/how-it-works', '--lang', 'es', '--at', '2026-06-01'];
    expect((await run(...check, '--strict')).exitCode).toBe(0);

    save('locales/en/microneedling.json', CHANGED);
    expect(staleIn(await run('status', '--keys', '--json'))).toEqual([
      'es microneedling:benefits.close built-in/locales/es/microneedling.json',
      'ar microneedling:benefits.close built-in/locales/ar/microneedling.json',
    ]);
    expect([await pageOf('es'), await pageOf('ar'), await pageOf('en')]).toEqual([
      'stale',
      'draft stale',
      '',
    ]);
    expect((await run(...check)).exitCode).toBe(0);
    const strict = await run(...check, '--strict');
    expect(strict.exitCode).toBe(1);
    expect(strict.err.match(/warning content\/stale-translation/g)).toHaveLength(1);
    expect(strict.err.replace(/\d+:\d+|\d+ \|/g, '#')).toContain(
      `built-in/locales/es/microneedling.json:# warning content/stale-translation
  The source of "microneedling:benefits.close" (es) has changed since it was translated: locales/en/microneedling.json:#.
`,
    );
    expect(strict.err).toContain(
      'Hint: Bring it up to date, then say who vouches for it: handout translate mark --lang es --only microneedling:benefits.close',
    );
  });

  it('shows on the handouts that use it, and on no other', async () => {
    const { run, save } = await reviewedClinic();
    save('locales/en/microneedling.json', CHANGED);
    const { out, err } = await run('build', '--lang', 'es', '--format', 'text');
    expect(out.match(/\S+(?=\s+es )|stale|reviewed/g)).toEqual(
      ['what-it-is', 'how-it-works', 'skin-concerns', 'benefits', 'aftercare', 'combined-aftercare'].flatMap(
        (name) => [`microneedling/${name}`, name === 'benefits' ? 'stale' : 'reviewed'],
      ),
    );
    expect(err).toContain('es: 1 handout out of date, since the source has changed; see “handout status');
  });

  it('ends once its translation is brought up to date and somebody vouches for it', async () => {
    const { run, save, pageOf } = await reviewedClinic();
    save('locales/en/microneedling.json', CHANGED);
    const left = await run('translate', 'approve', '--lang', 'es', ...REVIEWER);
    expect(left.err).toContain('Left out 1 text whose source has changed;');
    save('locales/es/microneedling.json', '{ "benefits": { "close": "Pregúntenos." } }');
    // Nobody has vouched for it against the new sentence yet.
    expect(await pageOf('es')).toBe('stale');
    const only = ['--only', 'microneedling:benefits.*'];
    await run(
      'translate',
      'mark',
      '--state',
      'translated',
      '--role',
      'translator',
      '--lang',
      'es',
      ...REVIEWER,
      ...only,
    );
    expect(await pageOf('es')).toBe('draft');
    await run('translate', 'review', '--lang', 'es', ...REVIEWER);
    expect(await pageOf('es')).toBe('');
  });

  it('that only a copy uses shows on copies alone', async () => {
    const { run, save, pageOf } = await reviewedClinic();
    save('locales/en/common.json', '{ "personal": { "clinician": "Seen by <bdi>{{name}}</bdi>." } }');
    expect(await pageOf('es')).toBe('');
    const { out } = await run('build', HANDOUT, '--lang', 'es', '--clinician', 'Ada');
    expect(out).toContain('stale, personal');
  });
});

describe('where a handout stands', () => {
  it('in two languages is the worse of both, and the source language counts as reviewed', async () => {
    const { run } = await reviewedClinic();
    const states = async (bilingual: string) => {
      const { out } = await run('build', HANDOUT, '--lang', 'es', '--bilingual', bilingual, '--json');
      return (JSON.parse(out) as { readonly handouts: readonly { readonly state: string }[] }).handouts[0]
        ?.state;
    };
    expect([await states('ar'), await states('en')]).toEqual(['draft', 'reviewed']);
  });

  it('shows in its calendar, as far as the calendar uses the texts', async () => {
    const { dir, run } = await reviewedClinic();
    const calendarOf = async (lang: string) => {
      const line = ['build', 'microneedling/aftercare', '--lang', lang, '--treatment-date', '2026-03-14'];
      await run(...line, '--ics', `${lang}.ics`);
      return readFileSync(join(dir, `${lang}.ics`), 'utf8');
    };
    expect(await calendarOf('es')).not.toContain('borrador');
    expect(await calendarOf('ar')).toContain('مسودة');
  });

  it('keeps it from being built where the clinic asks for more, unless drafts are allowed', async () => {
    const { dir, run } = await reviewedClinic('review: { build: reviewed }\n');
    const line = ['build', HANDOUT, '--format', 'text', '--lang'];
    expect((await run(...line, 'es')).exitCode).toBe(0);
    const refused = await run(...line, 'ar');
    expect(refused.exitCode).toBe(1);
    expect(refused.err).toContain(
      `error content/not-reviewed\n  The translation (Arabic, ar) is a draft; to be built it must be reviewed or better.\n`,
    );
    expect(filesIn(dir).filter((path) => path.includes('output/ar/'))).toEqual([]);
    expect((await run(...line, 'ar', '--allow-drafts')).exitCode).toBe(0);
  });
});

describe('status', () => {
  it('shows every language in one table', async () => {
    const { run } = await reviewedClinic();
    const { out, err, exitCode } = await run('status');
    expect({ err, exitCode }).toEqual({ err: '', exitCode: 0 });
    expect(
      out.replace(/\d{2,3}(?= )/g, (number) => (number === '100' ? number : '###'.slice(0, number.length))),
    ).toMatchInlineSnapshot(`
        "Language  Name     Untranslated  Stale  Draft  Translated  Reviewed  Approved  Reviewed %  Last change
        es        Spanish             0      0      0           0       ###         0         100  2026-11-23
        ar        Arabic              0      0    ###           0         0         0           0  2026-11-26
        "
      `);
  });
});

describe('translate', () => {
  const mistakes: readonly (readonly [string, string])[] = [
    ['raise --lang es', 'There is no action “raise”.'],
    ['mark --lang es --by A --role b', '--state STATE is missing.'],
    ['mark --lang es --state good --by A --role b', 'There is no state “good”.'],
    ['review --lang es --state draft --by A', '--state goes with “handout translate mark” only.'],
    ['review --lang es', '--by NAME is missing.'],
    ['review --by A', 'A language is missing.'],
    ['review --lang xx --by A', 'There is no language “xx”.'],
    ['review --lang es --by A --at 2026-02-30', '--at is not a date.'],
    ['review --lang es --by A --only common:nothing', 'There is no text “common:nothing”.'],
  ];

  it.each(mistakes)('refuses %s', async (line, message) => {
    const { exitCode, err } = await runRealLine(
      ['translate', ...line.split(' ')],
      temporaryFolder({ 'handout.yaml': SETTINGS }),
    );
    expect(exitCode).toBe(2);
    expect(err).toContain(`error: ${message}`);
  });

  it('writes nothing over a ledger that it cannot read whole', async () => {
    const text = '{ "common": { "clinic": { "hours": { "by": "A. Khan" } } } }';
    const dir = temporaryFolder({ 'handout.yaml': SETTINGS, 'locales/es/review.json': text });
    const { exitCode, err } = await runRealLine(['translate', 'review', '--lang', 'es', ...REVIEWER], dir);
    expect(exitCode).toBe(1);
    expect(err).toContain('locales/es/review.json:1:44 error content/bad-review');
    expect(readFileSync(join(dir, 'locales/es/review.json'), 'utf8')).toBe(text);
  });

  it('writes nothing for a text that is not translated', async () => {
    const dir = temporaryFolder({
      'handout.yaml': SETTINGS,
      'locales/en/common.json': '{ "our": { "motto": "Gently." } }',
    });
    const { exitCode, err } = await runRealLine(['translate', 'review', '--lang', 'es', ...REVIEWER], dir);
    expect(exitCode).toBe(1);
    expect(err).toContain('locales/en/common.json:1:12 error content/not-translated');
    expect(filesIn(dir)).toEqual(['handout.yaml', 'locales/en/common.json']);
  });
});

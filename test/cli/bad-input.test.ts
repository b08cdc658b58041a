import { truncateSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

import { runRealLine } from './run-line.js';
import { filesIn, temporaryFolder } from '../support/temporary-folder.js';

const SETTINGS = `clinic:
  contact:
    phone: '703-555-0142'
    afterHoursPhone: '703-555-0178'
`;

const BENEFITS_EN = 'output/en/microneedling-benefits.pdf';
const BENEFITS_ES = 'output/es/microneedling-benefits.pdf';
const AFTERCARE_EN = 'output/en/microneedling-aftercare.pdf';
const AFTERCARE_ES = 'output/es/microneedling-aftercare.pdf';
const ALL_FOUR = [AFTERCARE_EN, BENEFITS_EN, AFTERCARE_ES, BENEFITS_ES];

/** Makes a clinic's workspace out of files. */
function workspaceOf(files: Readonly<Record<string, string>>): string {
  return temporaryFolder({ 'handout.yaml': SETTINGS, ...files });
}

/** Builds two handouts in two languages. */
async function buildFour(dir: string, ...options: readonly string[]) {
  const languages = options.includes('--lang') ? [] : ['--lang', 'en,es'];
  const line = ['build', 'microneedling/benefits', 'microneedling/aftercare', ...languages, ...options];
  const { out, err, exitCode } = await runRealLine(line, dir);
  expect(out + err).not.toMatch(/^ +at .*:\d+:\d+\)?$/m);
  expect(out + err).not.toContain('a mistake in it');
  const files = filesIn(dir).filter((file) => file.startsWith('output/'));
  // Nothing half-written is left beside what is whole.
  expect(files.filter((file) => !/\.pdf$|^output\/manifest\.json$/.test(file))).toEqual([]);
  return { out, err, exitCode, written: files.filter((file) => file.endsWith('.pdf')) };
}

describe('a mistake in handout.yaml', () => {
  it.each([
    ['broken YAML', 'brand: [\n', 'workspace/yaml-syntax'],
    ['an unknown brand', 'brand: defualt\n', 'workspace/unknown-brand'],
    ['an unknown key', 'papr: a4\n', 'workspace/unknown-key'],
    ['an unknown paper', 'paper: a44\n', 'workspace/wrong-value'],
    ['an unknown language', 'languages: [en, sp]\n', 'workspace/unknown-language'],
    ['a colour that is not one', 'clinic:\n  colours:\n    accent: blue\n', 'workspace/wrong-value'],
  ])('keeps everything from being built: %s', async (_what, text, code) => {
    const { err, exitCode, written } = await buildFour(workspaceOf({ 'handout.yaml': text }));
    expect({ exitCode, written }).toEqual({ exitCode: 1, written: [] });
    expect(err).toMatch(new RegExp(`^handout\\.yaml:\\d+:\\d+ error ${code}$`, 'm'));
  });
});

describe('a mistake in one file', () => {
  it.each([
    [
      'a broken template',
      { 'templates/topics/benefits.hbs': '<p>{{#if x}</p>' },
      'templates/topics/benefits.hbs:1:11 error template/syntax',
      [AFTERCARE_EN, AFTERCARE_ES],
    ],
    [
      'a picture outside the workspace',
      {
        'templates/topics/benefits.hbs':
          '{{#> layouts/handout}}<figure><img src="../../../etc/passwd" alt="x"></figure>{{/layouts/handout}}',
      },
      'templates/topics/benefits.hbs:1:23 error workspace/outside',
      [AFTERCARE_EN, AFTERCARE_ES],
    ],
    [
      'broken JSON',
      { 'locales/es/common.json': '{' },
      'locales/es/common.json:1:2 error content/bad-json',
      [AFTERCARE_EN, BENEFITS_EN],
    ],
    [
      'a broken series beside the others',
      { 'templates/series/other.yaml': 'version: [\n' },
      'templates/series/other.yaml:2:1 error workspace/yaml-syntax',
      ALL_FOUR,
    ],
  ])('keeps only what needs it from being built: %s', async (_what, files, heading, written) => {
    const built = await buildFour(workspaceOf(files));
    expect(built.err).toContain(heading);
    expect({ exitCode: built.exitCode, written: built.written }).toEqual({ exitCode: 1, written });
  });

  it('keeps everything from being written with --strict', async () => {
    const dir = workspaceOf({ 'templates/topics/benefits.hbs': '<p>{{#if x}</p>' });
    const { exitCode, written } = await buildFour(dir, '--strict');
    expect({ exitCode, written }).toEqual({ exitCode: 1, written: [] });
    expect(filesIn(dir)).not.toContain('output/manifest.json');
  });

  it('warns of a translation with a key that nothing shows', async () => {
    const dir = workspaceOf({ 'locales/es/common.json': '{"nonsense":"x"}' });
    const { err, exitCode, written } = await buildFour(dir);
    expect(err).toContain('locales/es/common.json:1:2 warning content/extra-key');
    expect({ exitCode, written }).toEqual({ exitCode: 0, written: ALL_FOUR });
  });

  it('builds the other languages when a translation lacks keys', async () => {
    const dir = workspaceOf({ 'locales/nl/common.json': '{"clinic":{"hours":"x"}}' });
    const { err, exitCode, written } = await buildFour(dir, '--lang', 'en,nl');
    expect(err).toMatch(/error content\/missing-/);
    expect({ exitCode, written }).toEqual({ exitCode: 1, written: [AFTERCARE_EN, BENEFITS_EN] });
  });
});

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1">';

describe('a logo', () => {
  it.each([
    ['that is no picture', 'hello', 'graphics/unknown-format'],
    ['with a script', `${SVG}<script>1</script></svg>`, 'graphics/script'],
    ['with a reference to the outside', `${SVG}<image href="http://x/y.png"/></svg>`, 'graphics/element'],
    [
      'with an entity bomb',
      `<!DOCTYPE s [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]>${SVG}</svg>`,
      'graphics/doctype',
    ],
  ])('%s is a problem at its place', async (_what, text, code) => {
    const dir = workspaceOf({ 'templates/brands/default/logo.svg': text });
    const { err, exitCode, written } = await buildFour(dir);
    expect(err).toMatch(new RegExp(`^templates/brands/default/logo\\.svg:\\d+:\\d+ error ${code}$`, 'm'));
    expect({ exitCode, written }).toEqual({ exitCode: 1, written: [] });
  });

  it('of 100 MB is not read', async () => {
    const dir = workspaceOf({ 'templates/brands/default/logo.svg': '' });
    truncateSync(join(dir, 'templates/brands/default/logo.svg'), 100 * 1024 * 1024);
    const { err, exitCode, written } = await buildFour(dir);
    expect(err).toContain('error workspace/too-large');
    expect({ exitCode, written }).toEqual({ exitCode: 1, written: [] });
  });

  it.each([
    ['that is missing', 'brands/default/none.svg', 'workspace/missing-asset'],
    ['outside the workspace', '../../../etc/passwd', 'workspace/outside'],
  ])('%s is a problem where it is named', async (_what, path, code) => {
    const dir = workspaceOf({ 'handout.yaml': `clinic:\n  logo: ${path}\n` });
    const { err, exitCode, written } = await buildFour(dir);
    expect(err).toContain(`handout.yaml:2:9 error ${code}`);
    expect({ exitCode, written }).toEqual({ exitCode: 1, written: [] });
  });
});

describe('a first name', () => {
  const personal = async (name: string, lang: string) => {
    const dir = workspaceOf({});
    const line = ['build', 'microneedling/combined-aftercare', '--lang', lang, '--first-name', name];
    const { out, err, exitCode } = await runRealLine(line, dir);
    expect(out + err).not.toContain(name);
    return { err, exitCode, written: filesIn(dir).filter((file) => file.startsWith('output/')) };
  };

  it.each([
    ['<b>&"\'', 'en'],
    ['مريم', 'en'],
    ['مريم', 'ar'],
  ])('of %j is printed in %s', async (name, lang) => {
    const file = `output/${lang}/microneedling-combined-aftercare.personal.pdf`;
    expect(await personal(name, lang)).toMatchObject({ exitCode: 0, written: [file] });
  });

  it('with an emoji that no font has is a problem which does not repeat it', async () => {
    const { err, exitCode, written } = await personal('🧑', 'en');
    expect(err).toContain(`error text/missing-glyph
  A character that was filled in (such as a name) has no glyph in the shipped fonts.`);
    expect({ exitCode, written }).toEqual({ exitCode: 1, written: [] });
  });

  it('of 10,000 characters is refused', async () => {
    expect(await personal('x'.repeat(10_000), 'en')).toEqual({
      err: 'error: --first-name is longer than 80 characters.\n',
      exitCode: 2,
      written: [],
    });
  });
});

describe('an output folder', () => {
  it('that is a file ends with 3', async () => {
    const dir = workspaceOf({ output: '' });
    const { err, exitCode } = await buildFour(dir);
    expect(exitCode).toBe(3);
    expect(err).toContain(
      `error: The output folder ${dir}/output cannot be made, because a file is in the way.`,
    );
  });

  it('outside the workspace cannot be named in handout.yaml', async () => {
    const { err, exitCode, written } = await buildFour(
      workspaceOf({ 'handout.yaml': 'output: ../elsewhere\n' }),
    );
    expect(err).toContain('handout.yaml:1:9 error workspace/wrong-value');
    expect({ exitCode, written }).toEqual({ exitCode: 1, written: [] });
  });
});

describe('a command line', () => {
  it.each([
    [['bild'], 'error: There is no command “bild”.\nHint: Did you mean “build”?\n'],
    [['build', '--langg'], 'error: There is no option “--langg”.\nHint: Did you mean “--lang”?\n'],
    [['build', '--lang', 'xx'], 'error: There is no language “xx”.'],
    [['build', '--bilingual', 'xx'], 'error: There is no language “xx”.\nHint: Choose from: ar, bn, de, en,'],
    [
      ['build', '--bilingual', 'en', '--lang', 'en'],
      'error: --bilingual en leaves no other language to set it beside.\nHint: Name one with --lang.\n',
    ],
    [
      ['build', '--variant', 'large-pint'],
      'error: There is no variant “large-pint”.\nHint: Did you mean “large-print”?\n',
    ],
    [['build', '--paper', 'a44'], 'error: There is no paper “a44”.\nHint: Did you mean “a4”?\n'],
    [['build', '--brand', 'defalt'], 'error: There is no brand “defalt”.\nHint: Did you mean “default”?\n'],
    [['build', 'microneedling/aftercar'], 'Hint: Did you mean “microneedling/aftercare”?\n'],
    [['list', '-w', 'nowhere'], 'error: “'],
  ])('with a mistake ends with 2: %j', async (line, text) => {
    const { out, err, exitCode } = await runRealLine(line, workspaceOf({}));
    expect({ out, exitCode }).toEqual({ out: '', exitCode: 2 });
    expect(err).toContain(text);
  });

  it('with a mistake and --json prints one JSON object too', async () => {
    const { out } = await runRealLine(['build', '--paper', 'a44', '--json'], workspaceOf({}));
    expect(JSON.parse(out)).toEqual({
      error: { code: 'usage', message: 'There is no paper “a44”.', hint: 'Did you mean “a4”?' },
    });
  });
});

describe('a mistake in the program itself', () => {
  it('ends with 3 and shows no stack trace', async () => {
    const broken = {
      workspace: () => Promise.reject(new TypeError('x is not a function')),
      handout: () => Promise.reject(new TypeError('x is not a function')),
      check: () => Promise.reject(new TypeError('x is not a function')),
    };
    expect(await runRealLine(['list'], temporaryFolder(), broken)).toEqual({
      out: '',
      err: `error: Something went wrong inside the program; this is a mistake in it.
Hint: Run the command again with HANDOUT_DEBUG=1 to see where.
`,
      exitCode: 3,
    });
  });
});

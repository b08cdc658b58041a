import { mkdirSync, symlinkSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

import { openWorkspace, type Workspace } from '../../src/workspace/workspace.js';
import { builtInFiles, ownNumbers } from './built-in.js';
import { printProblem, printProblems } from './print-problem.js';
import { temporaryFolder } from '../support/temporary-folder.js';

type Files = Readonly<Record<string, string | Uint8Array>>;

/** Opens a clinic's folder with these files over the small built-in workspace. */
function openClinic(files: Files): Workspace & { printed: string; clinicDir: string } {
  const clinicDir = temporaryFolder(files);
  const { value, problems } = openWorkspace({ dir: clinicDir, builtIn: temporaryFolder(builtInFiles) });
  return { ...value, printed: printProblems(problems), clinicDir };
}

function openBuiltIn(files: Files): Workspace & { printed: string } {
  const { value, problems } = openWorkspace({ cwd: '/', builtIn: temporaryFolder(files) });
  return { ...value, printed: printProblems(problems) };
}

function withSettings(text: string | Uint8Array): string {
  return openClinic({ 'handout.yaml': text }).printed;
}

const clinic = { 'handout.yaml': ownNumbers };

describe('finding the workspace', () => {
  it('opens the built-in one where no folder upwards has a handout.yaml', () => {
    const builtIn = temporaryFolder(builtInFiles);
    const { value, problems } = openWorkspace({ cwd: builtIn, builtIn });
    expect(problems).toEqual([]);
    expect(value.dir).toBeUndefined();
    expect(value.roots).toEqual([builtIn]);
    expect(value.config).toMatchObject({
      brand: 'default',
      languages: ['en', 'es'],
      namedLanguages: ['en', 'es', 'vi', 'tl', 'ru', 'ar'],
      paper: 'a4',
      rules: {},
      series: ['peeling'],
      outputDir: join(builtIn, 'output'),
      review: { build: 'stale', print: 'reviewed', email: 'reviewed' },
      readability: { grade: 6 },
      email: {
        from: undefined,
        replyTo: undefined,
        outboxDir: join(builtIn, 'output/outbox'),
        smtp: undefined,
      },
      print: {},
    });
  });

  it('finds the files of this program, whatever the current folder', () => {
    const { value } = openWorkspace({ cwd: '/' });
    expect([...value.series.keys()]).toContain('microneedling');
    expect(value.languages).toContain('en');
  });

  it('opens the nearest folder upwards that has a handout.yaml', () => {
    const outer = temporaryFolder({
      'handout.yaml': '',
      'inner/handout.yaml': '',
      'inner/deep/er/a.txt': '',
    });
    const { value } = openWorkspace({
      cwd: join(outer, 'inner/deep/er'),
      builtIn: temporaryFolder(builtInFiles),
    });
    expect(value.dir).toBe(join(outer, 'inner'));
    expect(value.config.outputDir).toBe(join(outer, 'inner/output'));
  });

  it('opens a folder that is named relative to the current one', () => {
    const outer = temporaryFolder({ 'rose/handout.yaml': '' });
    const { value } = openWorkspace({ dir: 'rose', cwd: outer, builtIn: temporaryFolder(builtInFiles) });
    expect(value.dir).toBe(join(outer, 'rose'));
  });

  it.each([
    [
      {},
      'rose',
      "“rose” can't be opened: there is no such file or folder.\nName the folder that holds “handout.yaml”.",
    ],
    [
      { rose: 'text' },
      'rose',
      '“rose” is a file; expected a folder.\nName the folder that holds “handout.yaml”.',
    ],
    [{ 'rose/a': '' }, 'rose', 'There is no “handout.yaml” in “rose”.\nMake one with “handout init rose”.'],
    [{ 'rose/handout.yml': '' }, 'rose', 'There is no “handout.yaml” in “rose”.\nRename “handout.yml”.'],
  ])('reports a named folder that is none: %j', (files, dir, text) => {
    const { value, problems } = openWorkspace({
      dir,
      cwd: temporaryFolder(files),
      builtIn: temporaryFolder(builtInFiles),
    });
    expect(value.dir).toBeUndefined();
    expect(printProblems(problems)).toBe(`error workspace/no-workspace\n${text}`);
  });
});

describe('handout.yaml', () => {
  it('gives the settings', () => {
    const text =
      'languages: [es]\npaper: letter\nseries: [peeling]\noutput: out/pdf\nbrand: default\n' +
      'review: { build: draft, email: approved }\n';
    const { config, clinicDir, printed } = openClinic({ 'handout.yaml': text + ownNumbers });
    expect(printed).toBe('');
    expect(config).toMatchObject({
      brand: 'default',
      languages: ['es'],
      namedLanguages: ['en', 'es', 'vi', 'tl', 'ru', 'ar'],
      paper: 'letter',
      rules: {},
      series: ['peeling'],
      outputDir: join(clinicDir, 'out/pdf'),
      review: { build: 'draft', print: 'reviewed', email: 'approved' },
      readability: { grade: 6 },
      email: {
        from: undefined,
        replyTo: undefined,
        outboxDir: join(clinicDir, 'out/pdf/outbox'),
        smtp: undefined,
      },
      print: {},
    });
  });

  it('is refused for a state of review that there is not', () => {
    expect(withSettings(`review: { print: good }\n${ownNumbers}`)).toBe(
      'handout.yaml:1:18 error workspace/wrong-value\n' +
        '“print” is “good”; expected “stale”, “draft”, “translated”, “reviewed” or “approved”.',
    );
  });

  it('may begin with a byte order mark', () => {
    expect(withSettings(`\uFEFF${ownNumbers}`)).toBe('');
    expect(withSettings(`\uFEFFpapr: a4`)).toContain('handout.yaml:1:1 error workspace/unknown-key');
  });

  it('is refused for an unknown key', () => {
    expect(withSettings(`langages: [en]\n${ownNumbers}`)).toBe(
      [
        'handout.yaml:1:1 error workspace/unknown-key',
        '“langages” is not a key of this file.',
        'Did you mean “languages”?',
      ].join('\n'),
    );
  });

  it.each([
    ['paper: A4', '“paper” is “A4”; expected “a4”, “letter” or “a5”.'],
    [
      'languages: [english!]',
      'Entry 1 of “languages” is “english!”; expected a language such as “en” or “pt-BR”.',
    ],
    ['languages: [es, es]', '“languages”: expected each only once.'],
    ['output: ../out', '“output” is “../out”; expected the name of a folder inside this one, without'],
    ['output: /tmp/out', '“output” is “/tmp/out”; expected the name of a folder inside this one, without'],
    ['output: C:\\out', '“output” is “C:\\out”; expected the name of a folder inside this one, without'],
    ['clinic: { name: "  " }', '“name” is “  ”; expected a name, on one line.'],
    ['clinic: { name: "Lumen\\nSkin" }', '“name” is “Lumen'],
    [
      'clinic: { onlineUrl: "https://a.example.org/?id=1" }',
      '“onlineUrl” is “https://a.example.org/?id=1”; expected an address without “?” and “#”.',
    ],
    ['brand: ../rose', '“brand” is “../rose”; expected small letters, digits and hyphens.'],
  ])('is refused for %s', (text, message) => {
    expect(withSettings(text)).toContain(`error workspace/wrong-value\n${message}`);
  });

  it('is refused for a brand that is not there', () => {
    expect(withSettings('brand: defalt\n')).toBe(
      [
        'handout.yaml:1:8 error workspace/unknown-brand',
        'There is no brand “defalt”.',
        'Did you mean “default”?',
      ].join('\n'),
    );
  });

  it('is refused for a language that is not there', () => {
    expect(withSettings(`languages: [en, fil]\n${ownNumbers}`)).toBe(
      [
        'handout.yaml:1:17 error workspace/unknown-language',
        'There is no language “fil”.',
        'Known: “en” and “es”.',
      ].join('\n'),
    );
  });

  it('is refused for a series that is not there', () => {
    expect(withSettings(`series:\n  - peling\n${ownNumbers}`)).toBe(
      [
        'handout.yaml:2:5 error workspace/unknown-series',
        'There is no series “peling”.',
        'Did you mean “peeling”?',
      ].join('\n'),
    );
  });

  it.each([
    ['bytes that are no text', new Uint8Array([0x89, 0x50, 0, 1])],
    ['another encoding', new Uint8Array([0x61, 0x3a, 0x20, 0xe9])],
  ])('is refused for %s', (_name, bytes) => {
    expect(withSettings(bytes)).toBe(
      [
        'handout.yaml:1:1 error workspace/not-text',
        '“handout.yaml” is not a text file in UTF-8.',
        'Save it as plain text in UTF-8.',
      ].join('\n'),
    );
  });

  it('is refused where it is a folder', () => {
    expect(openClinic({ 'handout.yaml/a.txt': '' }).printed).toBe(
      ['handout.yaml:1:1 error workspace/not-a-file', '“handout.yaml” is a folder; expected a file.'].join(
        '\n',
      ),
    );
  });

  it('is refused where the system does not let us read it', () => {
    const dir = temporaryFolder({ 'templates/series/a.txt': '' });
    symlinkSync('peeling.yaml', join(dir, 'templates/series/peeling.yaml'));
    const { problems } = openWorkspace({ cwd: '/', builtIn: dir });
    expect(printProblems(problems)).toBe(
      [
        'templates/series/peeling.yaml:1:1 error workspace/unreadable',
        "“templates/series/peeling.yaml” can't be read: its links lead back to themselves.",
      ].join('\n'),
    );
  });

  it('is refused for its size before it is read', () => {
    const dir = temporaryFolder({ 'handout.yaml': '' });
    truncateSync(join(dir, 'handout.yaml'), 3 * 1024 * 1024);
    expect(printProblems(openWorkspace({ dir, builtIn: temporaryFolder(builtInFiles) }).problems)).toBe(
      [
        'handout.yaml:1:1 error workspace/too-large',
        '“handout.yaml” has 3.0 MB; at most 1 MB are read.',
        'Make the file smaller.',
      ].join('\n'),
    );
  });
});

describe('the files of a clinic', () => {
  it('replace templates of the same path and add new ones', () => {
    const { templates } = openClinic({
      ...clinic,
      'templates/partials/footer.hbs': 'own footer',
      'templates/topics/own.hbs': 'own topic',
    });
    expect([...templates]).toEqual([
      ['layouts/handout', { file: 'built-in/templates/layouts/handout.hbs', text: 'built-in layout' }],
      ['partials/footer', { file: 'templates/partials/footer.hbs', text: 'own footer' }],
      ['topics/own', { file: 'templates/topics/own.hbs', text: 'own topic' }],
    ]);
  });

  it('replace a series whole', () => {
    const text = builtInFiles['templates/series/peeling.yaml']!.replace("'1.0'", "'2.5'");
    const { series } = openClinic({ ...clinic, 'templates/series/peeling.yaml': text });
    expect(series.get('peeling')?.id).toBe('peeling');
    expect(series.get('peeling')?.version).toBe('2.5');
  });

  it('lay strings over the built-in ones of the same language', () => {
    const { readLocales, languages } = openClinic({
      ...clinic,
      'locales/en/common.json': '{"a":"own"}',
      'locales/fr-CA/common.json': '{}',
    });
    expect(languages).toEqual(['en', 'es', 'fr-CA']);
    expect(readLocales(['en'])).toEqual({
      value: [
        {
          lang: 'en',
          namespace: 'common',
          source: { file: 'built-in/locales/en/common.json', text: '{"a":"built-in"}' },
        },
        { lang: 'en', namespace: 'common', source: { file: 'locales/en/common.json', text: '{"a":"own"}' } },
        {
          lang: 'en',
          namespace: 'peeling',
          source: { file: 'built-in/locales/en/peeling.json', text: '{}' },
        },
      ],
      problems: [],
    });
    expect(readLocales(['de']).value).toEqual([]);
  });

  it('report strings that are no text', () => {
    const { readLocales } = openClinic({
      ...clinic,
      'locales/es/common.json': new Uint8Array([0xff, 0xfe, 0, 0]),
    });
    expect(printProblems(readLocales(['es']).problems)).toContain(
      'locales/es/common.json:1:1 error workspace/not-text',
    );
  });

  it('may not have a language under a name that is none', () => {
    expect(openClinic({ ...clinic, 'locales/pt_BR/common.json': '{}' }).printed).toBe(
      [
        'error workspace/bad-language',
        "The folder “locales/pt_BR” isn't named by a language.",
        'Name it by the language’s tag, such as “en” or “pt-BR”.',
      ].join('\n'),
    );
  });

  it('are warned of where their name keeps them from being read', () => {
    expect(openClinic({ ...clinic, 'templates/series/own.yml': '' }).printed).toBe(
      [
        'templates/series/own.yml:1:1 warning workspace/stray-file',
        '“templates/series/own.yml” is not read.',
        'Name it “….yaml”.',
      ].join('\n'),
    );
  });

  it('may not be links to folders', () => {
    const dir = temporaryFolder({ ...clinic, 'templates/a/x.hbs': '' });
    symlinkSync('a', join(dir, 'templates/b'));
    expect(printProblems(openWorkspace({ dir, builtIn: temporaryFolder(builtInFiles) }).problems)).toBe(
      [
        'templates/b:1:1 error workspace/linked-folder',
        '“templates/b” is a link to a folder; such links are not followed.',
        'Copy the folder here, or link its files one by one.',
      ].join('\n'),
    );
  });

  it('may be links to files of the same folder, and to no others', () => {
    const dir = temporaryFolder({ ...clinic, 'templates/a/x.hbs': 'x' });
    const secret = temporaryFolder({ 'secret.hbs': 'secret' });
    symlinkSync('a/x.hbs', join(dir, 'templates/inside.hbs'));
    symlinkSync(join(secret, 'secret.hbs'), join(dir, 'templates/outside.hbs'));
    const { value, problems } = openWorkspace({ dir, builtIn: temporaryFolder(builtInFiles) });
    expect(value.templates.get('inside')?.text).toBe('x');
    expect(value.templates.has('outside')).toBe(false);
    expect(printProblems(problems)).toBe(
      [
        'templates/outside.hbs:1:1 error workspace/outside',
        '“templates/outside.hbs” leads out of its folder.',
        'Copy the file into the workspace and name it from there.',
      ].join('\n'),
    );
  });
});

describe('a series with a mistake', () => {
  it('is reported and left out, and the others are kept', () => {
    const { printed, series } = openClinic({ ...clinic, 'templates/series/own.yaml': 'version: 1.0\n' });
    expect([...series.keys()]).toEqual(['peeling']);
    expect(printed).toContain('templates/series/own.yaml:1:10 error workspace/wrong-type');
  });
});

describe('a brand', () => {
  it('is merged from the built-in file, the file of the clinic and its settings, key by key', () => {
    const { brands, printed } = openClinic({
      'handout.yaml': `${ownNumbers}  name: Harbour Clinic\n`,
      'templates/brands/default/brand.yaml':
        "name: Rose\ncolours: { accent: '#AA0000' }\ncontact: { address: [a, b] }\n",
    });
    const brand = brands.get('default')!;
    expect(printed).toBe('');
    expect(brand).toMatchObject({
      id: 'default',
      name: 'Harbour Clinic',
      colours: { accent: '#aa0000', ink: '#1f2a2c' },
      contact: { phone: '202-555-0111', emergency: '911', address: ['a', 'b'] },
    });
  });

  it('has a look that goes with any colours where its files say nothing of it', () => {
    const { brands } = openBuiltIn(builtInFiles);
    expect(brands.get('default')).toMatchObject({
      colours: { accent2: '#124a4e', accent2Tint: '#e8f2f1' },
      typeface: { headings: 'source-sans', body: 'source-sans' },
      shape: { radius: 4, boxes: 'bar' },
      headings: 'plain',
      spacing: 'regular',
      letterhead: 'beside',
      ruleThickness: 0.75,
    });
  });

  it('takes a part of its look from the settings', () => {
    const settings = '  shape: { boxes: outline }\n  typeface: { headings: lora }\n  letterhead: centred\n';
    const { brands, printed } = openClinic({ 'handout.yaml': ownNumbers + settings });
    expect(printed).toBe('');
    expect(brands.get('default')).toMatchObject({
      shape: { radius: 4, boxes: 'outline' },
      typeface: { headings: 'lora', body: 'source-sans' },
      letterhead: 'centred',
    });
  });

  it('is refused for a look that there is not', () => {
    const { printed } = openClinic({ 'handout.yaml': `${ownNumbers}  headings: underlined\n` });
    expect(printed).toBe(
      'handout.yaml:3:13 error workspace/wrong-value\n' +
        '“headings” is “underlined”; expected “plain”, “ruled” or “bar”.',
    );
  });

  it('takes the settings only if it is the one in use', () => {
    const own = builtInFiles['templates/brands/default/brand.yaml']!.replace('Sample Clinic', 'Rose');
    const { brands, printed } = openClinic({
      'handout.yaml': 'brand: rose\nclinic: { name: Harbour Clinic }\n',
      'templates/brands/rose/brand.yaml': own,
    });
    expect(printed).toBe('');
    expect(brands.get('rose')?.name).toBe('Harbour Clinic');
    expect(brands.get('default')?.name).toBe('Sample Clinic');
  });

  it('is refused for a mistake in any layer, at its place there', () => {
    const { printed, brands } = openClinic({
      ...clinic,
      'templates/brands/default/brand.yaml': 'colours:\n  accent: teal\n  acent: x\n',
    });
    expect(brands.has('default')).toBe(false);
    expect(printed).toBe(
      [
        'templates/brands/default/brand.yaml:2:11 error workspace/wrong-value',
        '“accent” is “teal”; expected a colour as # and six hexadecimal digits, such as “#1d6a6f”.',
        '',
        'templates/brands/default/brand.yaml:3:3 error workspace/unknown-key',
        '“acent” is not a key of “colours”.',
        'Did you mean “accent”?',
      ].join('\n'),
    );
  });

  it('is refused for a mistake in the settings, once and at its place', () => {
    expect(withSettings('clinic:\n  contact:\n    fone: 1\n')).toBe(
      [
        'handout.yaml:3:5 error workspace/unknown-key',
        '“fone” is not a key of “contact”.',
        'Did you mean “phone”?',
      ].join('\n'),
    );
  });

  it('must be whole if it is not built in', () => {
    const { printed } = openClinic({
      'handout.yaml': 'brand: rose\n',
      'templates/brands/rose/brand.yaml': 'name: Rose\n',
    });
    expect(printed).toContain(
      [
        'templates/brands/rose/brand.yaml:1:1 error workspace/missing-key',
        '“contact” is missing; expected lines of “key: value”.',
      ].join('\n'),
    );
  });

  it('is warned of where patients would be given sample telephone numbers', () => {
    expect(withSettings("clinic:\n  contact: { phone: '202-555-0111' }\n")).toBe(
      [
        'handout.yaml:1:1 warning workspace/sample-contact',
        'The handouts would give patients a telephone number made up as a sample: “contact.afterHoursPhone”.',
        'Write your own numbers under “clinic:” in handout.yaml, or in brand.yaml.',
      ].join('\n'),
    );
    expect(withSettings('')).toContain('“contact.phone” and “contact.afterHoursPhone”');
  });
});

describe('readAsset', () => {
  const at = { file: 'templates/topics/a.hbs', line: 3, column: 9 };

  function readFrom(workspace: Workspace, path: string): string {
    const asset = workspace.readAsset(path, at);
    return 'bytes' in asset ? new TextDecoder().decode(asset.bytes) : printProblem(asset);
  }

  it('prefers the file of the clinic', () => {
    const workspace = openClinic({ ...clinic, 'templates/brands/default/logo.svg': '<svg id="own"/>' });
    expect(readFrom(workspace, 'brands/default/logo.svg')).toBe('<svg id="own"/>');
    expect(readFrom(workspace, 'art/skin.svg')).toBe('<svg/>');
  });

  it('reports a file that is not there, with the nearest one', () => {
    expect(readFrom(openBuiltIn(builtInFiles), 'art/skn.svg')).toBe(
      [
        'templates/topics/a.hbs:3:9 error workspace/missing-asset',
        'There is no file “templates/art/skn.svg”.',
        'Did you mean “art/skin.svg”?',
      ].join('\n'),
    );
  });

  it('reports a missing logo where the brand names it', () => {
    const { readAsset } = openClinic({ 'handout.yaml': `${ownNumbers}  logo: brands/default/logo.png\n` });
    const asset = readAsset('brands/default/logo.png');
    expect('bytes' in asset ? '' : printProblem(asset)).toBe(
      [
        'handout.yaml:3:9 error workspace/missing-asset',
        'There is no file “templates/brands/default/logo.png”.',
        'Did you mean “brands/default/logo.svg”?',
      ].join('\n'),
    );
  });

  it.each(['../handout.yaml', 'art/../../x', '/etc/hostname', 'C:\\x', '..\\x', 'art/\0x', ''])(
    'never leaves its folder by %j',
    (path) => {
      expect(readFrom(openBuiltIn(builtInFiles), path)).toContain(
        'templates/topics/a.hbs:3:9 error workspace/outside',
      );
    },
  );

  it('never leaves its folder by a link', () => {
    const dir = temporaryFolder(builtInFiles);
    symlinkSync(
      join(temporaryFolder({ 'secret.svg': 'secret' }), 'secret.svg'),
      join(dir, 'templates/art/a.svg'),
    );
    mkdirSync(join(dir, 'templates/linked'));
    symlinkSync('/', join(dir, 'templates/linked/root'));
    const { value } = openWorkspace({ cwd: '/', builtIn: dir });
    expect(readFrom(value, 'art/a.svg')).toBe(
      [
        'templates/topics/a.hbs:3:9 error workspace/outside',
        '“templates/art/a.svg” leads out of its folder.',
        'Copy the file into the workspace and name it from there.',
      ].join('\n'),
    );
    expect(readFrom(value, 'linked/root/etc/passwd')).toContain('error workspace/outside');
  });

  it('refuses a file of more than 5 MB without reading it', () => {
    const dir = temporaryFolder(builtInFiles);
    truncateSync(join(dir, 'templates/art/skin.svg'), 100 * 1024 * 1024);
    const { value } = openWorkspace({ cwd: '/', builtIn: dir });
    expect(readFrom(value, 'art/skin.svg')).toBe(
      [
        'templates/topics/a.hbs:3:9 error workspace/too-large',
        '“templates/art/skin.svg” has 100.0 MB; at most 5 MB are read.',
        'Make the file smaller.',
      ].join('\n'),
    );
  });

  it('refuses a folder', () => {
    expect(readFrom(openBuiltIn(builtInFiles), 'art')).toBe(
      [
        'templates/topics/a.hbs:3:9 error workspace/not-a-file',
        '“templates/art” is a folder; expected a file.',
      ].join('\n'),
    );
  });
});

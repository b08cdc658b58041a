import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { encode as encodePng } from 'fast-png';
import { describe, expect, it } from 'vitest';
import { buildHandout } from '../../src/handout/build.js';
import type { HandoutRequest } from '../../src/handout/request.js';
import { openWorkspace } from '../../src/workspace/workspace.js';
import type { Workspace } from '../../src/workspace/workspace.js';
import { assertPdfInvariants } from '../support/pdf-invariants.js';
import { readPdf } from '../support/pdf-reader.js';
import { smallSeries } from '../workspace/built-in.js';
import { printProblems } from '../workspace/print-problem.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const SHEET = 'microneedling/combined-aftercare';
const shipped = openWorkspace({ cwd: '/' }).value;

/** Opens a clinic's folder with these files over the shipped ones. */
function openClinic(files: Readonly<Record<string, string>>): Workspace {
  return openWorkspace({ dir: temporaryFolder({ 'handout.yaml': '', ...files }) }).value;
}

async function complaints(workspace: Workspace, request: Partial<HandoutRequest>): Promise<string> {
  const { value, problems } = await buildHandout(workspace, { handout: SHEET, lang: 'en', ...request });
  expect(value).toBeUndefined();
  return printProblems(problems);
}

async function pdfOf(workspace: Workspace, request: Partial<HandoutRequest>): Promise<Uint8Array> {
  const { value, problems } = await buildHandout(workspace, { handout: SHEET, lang: 'en', ...request });
  expect(problems).toEqual([]);
  return value!.pdf;
}

/** The element of the structure tree that holds a name, written as a line with its language and text. */
async function linesWith(name: string, pdf: Uint8Array): Promise<readonly string[]> {
  const { structure } = await readPdf(pdf);
  return structure.split('\n').filter((line) => line.includes(name));
}

describe('a request that names what is not there', () => {
  it.each([
    [
      { handout: 'microneedling/aftercar' },
      'error workspace/unknown-handout\nThere is no handout "microneedling/aftercar".\nDid you mean "microneedling/aftercare"?',
    ],
    [
      { handout: `${SHEET}/more` },
      `error workspace/unknown-handout\nThere is no handout "${SHEET}/more".\nDid you mean "${SHEET}"?`,
    ],
    [{ lang: 'esp' }, 'error workspace/unknown-language\nThere is no language "esp".\nDid you mean "es"?'],
    [
      { lang: 'xxxxxxx' },
      'error workspace/unknown-language\nThere is no language "xxxxxxx".\nThere are: ar, bn, de, en, es, fa, fr, he, hi, ht, it, ja, ko, pa, pl, pt, ru, th, tl, uk, ur, vi, zh-Hans, zh-Hant.',
    ],
    [
      { brand: 'defalt' },
      'error workspace/unknown-brand\nThere is no brand "defalt".\nDid you mean "default"?',
    ],
  ])('is told the nearest name: %j', async (request, expected) => {
    expect(await complaints(shipped, request)).toBe(expected);
  });

  it('is told everything that is wrong at once', async () => {
    const printed = await complaints(shipped, { handout: 'x', lang: 'xx', brand: 'x' });
    expect(printed.match(/workspace\/unknown-\w+/g)).toEqual([
      'workspace/unknown-handout',
      'workspace/unknown-language',
      'workspace/unknown-brand',
    ]);
  });

  it('cannot have a handout of a series that the settings leave out', async () => {
    const files = { 'handout.yaml': 'series: [peeling]\n', 'templates/series/peeling.yaml': smallSeries };
    expect(await complaints(openClinic(files), {})).toBe(
      `error workspace/unknown-handout\nThere is no handout "${SHEET}".\nThere are: peeling/aftercare.`,
    );
  });
});

describe('a handout', () => {
  it('is the general one without details, and says what it is', async () => {
    const { value, problems } = await buildHandout(shipped, { handout: SHEET, lang: 'es' });
    expect(problems).toEqual([]);
    const { pdf, files, ...facts } = value!;
    expect(files).toEqual([{ format: 'pdf', bytes: pdf }]);
    expect(facts).toEqual({
      id: SHEET,
      lang: 'es',
      title: 'Sus cuidados en casa',
      paper: 'a4',
      variants: [],
      bilingual: undefined,
      pageCount: 2,
      version: '1.0',
      state: 'draft',
    });
    assertPdfInvariants(pdf);
  });

  it("is a patient's own with details, and still sound", async () => {
    const personal = {
      firstName: 'Ada',
      treatmentDate: '2026-03-14',
      nextAppointment: '2026-04-11T14:30',
    };
    const pdf = await pdfOf(shipped, { personal });
    assertPdfInvariants(pdf);
    const { pages } = await readPdf(pdf);
    const text = pages.flatMap(({ lines }) => lines).join('\n');
    for (const part of ['Hello Ada,', 'Saturday, March 14, 2026', 'April 11, 2026'])
      expect(text).toContain(part);
  });

  it('says nothing of a patient in its metadata', async () => {
    const { info, xmp, outline } = await readPdf(
      await pdfOf(shipped, { personal: { firstName: 'Zenobia' } }),
    );
    expect(JSON.stringify([[...info], xmp, outline])).not.toContain('Zenobia');
  });
});

describe('the formats of a handout', () => {
  const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

  it('come in the order of the request, each once', async () => {
    const formats = ['text', 'pdf', 'html', 'text'] as const;
    const { value } = await buildHandout(shipped, { handout: SHEET, lang: 'en', formats });
    const { files, pdf, pageCount } = value!;
    expect(files.map(({ format }) => format)).toEqual(['text', 'pdf', 'html']);
    expect(files[1]!.bytes).toBe(pdf);
    expect(pageCount).toBe(2);
    expect(decode(files[0]!.bytes)).toMatch(/^Lumen Skin Clinic\n/);
    expect(decode(files[2]!.bytes)).toMatch(/^<!doctype html>\n<html lang="en" dir="ltr">/);
  });

  it('other than PDF are the same beside one and alone, and need neither fonts nor pages', async () => {
    const clinic = openClinic({ 'locales/en/common.json': '{"clinic": {"tagline": "Calm 🧑"}}' });
    const request = { handout: SHEET, lang: 'en' };
    const alone = await buildHandout(clinic, { ...request, formats: ['html', 'text'] });
    expect(alone.problems).toEqual([]);
    expect(alone.value).toMatchObject({ pageCount: 0, pdf: new Uint8Array() });
    for (const { bytes } of alone.value!.files) expect(decode(bytes)).toContain('Calm 🧑');
    const one = await buildHandout(shipped, { ...request, formats: ['html', 'text'] });
    const other = await buildHandout(shipped, { ...request, formats: ['pdf', 'html', 'text'] });
    expect(other.value!.files.slice(1)).toEqual(one.value!.files);
  });

  it("hold a patient's details as text, whatever they are", async () => {
    const personal = { firstName: '<img src=x> & "Ada"' };
    const request = { handout: SHEET, lang: 'en', personal, formats: ['html', 'text'] as const };
    const { value } = await buildHandout(shipped, request);
    const [page, text] = value!.files.map(({ bytes }) => decode(bytes));
    expect(page).toContain('<bdi>&lt;img src=x&gt; &amp; "Ada"</bdi>');
    expect(text).toContain('Hello <img src=x> & "Ada",');
  });

  it('other than PDF tell what is wrong with the content', async () => {
    const clinic = openClinic({ 'templates/sheets/combined-aftercare.hbs': '<p>{{missing}}</p>' });
    expect(await complaints(clinic, { formats: ['text'] })).toContain('error template/');
  });

  it('hold a picture of pixels as the file that it was', async () => {
    const logo = 'clinic:\n  logo: logo.png\n';
    const png = encodePng({ width: 2, height: 1, data: new Uint8Array([255, 0, 0, 0, 255, 0]), channels: 3 });
    const dir = temporaryFolder({ 'handout.yaml': logo });
    mkdirSync(join(dir, 'templates'));
    writeFileSync(join(dir, 'templates/logo.png'), png);
    const { value } = await buildHandout(openWorkspace({ dir }).value, {
      ...{ handout: SHEET, lang: 'en', formats: ['html'] },
    });
    const data = Buffer.from(png).toString('base64');
    expect(decode(value!.files[0]!.bytes)).toContain(`<img src="data:image/png;base64,${data}" alt=`);
  });
});

describe('a mistake', () => {
  it('in a string that no font can show is told at the string', async () => {
    const clinic = openClinic({
      'locales/en/common.json': '{\n  "personal": {"greeting": "Hi {{name}} 🧑"}\n}',
    });
    expect(await complaints(clinic, { personal: { firstName: 'Ada' } })).toBe(
      'locales/en/common.json:2:28 error text/missing-glyph\n' +
        'No shipped font can show “🧑” (U+1F9D1), in the string "common:personal.greeting".\n' +
        'Replace the character with words or with one that the fonts have.',
    );
  });

  it("in the clinic's own name is told with the character, since it is no patient's", async () => {
    const clinic = openClinic({ 'handout.yaml': 'clinic:\n  name: Lumen 🧑\n' });
    expect(await complaints(clinic, {})).toContain('No shipped font can show “🧑” (U+1F9D1).');
  });

  it('in one template leaves the handouts that do without it as they were', async () => {
    const clinic = openClinic({ 'templates/topics/benefits.hbs': '<p>{{#if x}</p>' });
    expect(await complaints(clinic, { handout: 'microneedling/benefits' })).toContain(
      'templates/topics/benefits.hbs:1:11 error template/syntax',
    );
    expect(await pdfOf(clinic, {})).toEqual(await pdfOf(shipped, {}));
  });

  it('in one language leaves the others as they were', async () => {
    const clinic = openClinic({ 'locales/es/common.json': '{' });
    expect(await complaints(clinic, { lang: 'es' })).toContain(
      'locales/es/common.json:1:2 error content/bad-json',
    );
    expect(await pdfOf(clinic, { lang: 'ar' })).toEqual(await pdfOf(shipped, { lang: 'ar' }));
  });
});

describe('a mistake that would be told many times', () => {
  it('in a translation is told where the translation is, and not at every use', async () => {
    const clinic = openClinic({ 'locales/nl/common.json': '{"clinic": {"tagline": "x"}}' });
    const printed = await complaints(clinic, { lang: 'nl' });
    expect(printed).toContain(
      'error content/missing-key\nThe text "draft.notice" isn\'t translated (nl, common).',
    );
    expect(printed).not.toContain('missing-text');
  });
});

describe('a mistake without a place of its own', () => {
  it('in the name of a template is told where the series names it', async () => {
    const clinic = openClinic({
      'templates/series/peeling.yaml': smallSeries.replace('topics/aftercare', 'topics/aftercar'),
    });
    expect(await complaints(clinic, { handout: 'peeling/aftercare' })).toContain(
      'templates/series/peeling.yaml:4:37 error template/unknown-template\n' +
        'There is no template "topics/aftercar".\nDid you mean "topics/aftercare"?',
    );
  });

  it('in what a template makes as a whole is told at the template', async () => {
    const clinic = openClinic({ 'templates/topics/benefits.hbs': 'Hello' });
    expect(await complaints(clinic, { handout: 'microneedling/benefits' })).toContain(
      'templates/topics/benefits.hbs:1:1 error document/missing-element\nA handout starts with <html>.',
    );
  });
});

describe('colours that some readers could not tell apart', () => {
  it.each([
    ['handout.yaml', "clinic:\n  colours:\n    quietInk: '#8a9699'\n", 'handout.yaml:3:15'],
    [
      'templates/brands/default/brand.yaml',
      "colours: { quietInk: '#8a9699' }\n",
      'templates/brands/default/brand.yaml:1:22',
    ],
  ])('are told at their place in %s, and nothing is built with them', async (file, text, place) => {
    expect(await complaints(openClinic({ [file]: text }), {})).toBe(
      `${place} error style/low-contrast\nThe colour "quietInk" (#8a9699) on "urgentTint" (#fcecea) has a contrast of 2.65 to 1; ` +
        'text needs 4.5 to 1.\nThe nearest colour that passes is #646f72.',
    );
  });
});

describe('a first name', () => {
  it('is text, whatever it looks like', async () => {
    const pdf = await pdfOf(shipped, { personal: { firstName: '<b>&"\'' } });
    assertPdfInvariants(pdf);
    expect(await linesWith('<b>&', pdf)).toEqual([expect.stringContaining('<b>&\\"\'')]);
  });

  it.each([
    ['of Arabic letters in an English handout', 'مريم', 'en'],
    ['of Hebrew letters in an Arabic handout', 'מרים', 'ar'],
    ['of Latin letters in an Arabic handout', 'Ada', 'ar'],
    ['of Chinese letters in a Spanish handout', '美玲', 'es'],
    ['of Devanagari in an English handout', 'प्रिया', 'en'],
  ])('%s can be read back whole', async (_what, name, lang) => {
    const pdf = await pdfOf(shipped, { lang, personal: { firstName: name } });
    assertPdfInvariants(pdf);
    expect(await linesWith(name, pdf)).toHaveLength(1);
  });

  it('with a character that no font has is not repeated', async () => {
    const printed = await complaints(shipped, { personal: { firstName: 'A🧑' } });
    expect(printed).toMatch(/^templates\/partials\/personal\.hbs:\d+:\d+ error text\/missing-glyph\n/);
    expect(printed.slice(printed.indexOf('\n') + 1)).toBe(
      'A character that was filled in (such as a name) has no glyph in the shipped fonts.\n' +
        'Write the name in letters, without pictures and symbols.',
    );
    const { problems } = await buildHandout(shipped, {
      ...{ handout: SHEET, lang: 'en' },
      personal: { firstName: 'A🧑' },
    });
    expect(JSON.stringify(problems)).not.toMatch(/🧑|1F9D1/i);
  });

  it('wider than its column is told without being repeated', async () => {
    const printed = await complaints(shipped, {
      personal: { firstName: 'Wolfeschlegelsteinhausenbergerdorff'.repeat(3) },
    });
    expect(printed).toMatch(
      /^templates\/partials\/personal\.hbs:\d+:\d+ error layout\/overflow\nA word is wider than its column/,
    );
    expect(printed).not.toContain('Wolfe');
  });
});

describe("a patient's copy", () => {
  it('has the same bytes alone as after many others', async () => {
    const personal = { firstName: 'Żółć', treatmentDate: '2026-03-14' };
    const alone = await pdfOf(openClinic({}), { personal });
    const batch = openClinic({});
    for (const firstName of ['Ada', 'Łukasz', 'मीरा']) await pdfOf(batch, { personal: { firstName } });
    expect(await pdfOf(batch, { personal })).toEqual(alone);
  });

  it("never has the letters of another patient's name in its fonts", async () => {
    const workspace = openClinic({});
    const before = await lettersIn(await pdfOf(workspace, { personal: { firstName: 'Ada' } }));
    const own = await lettersIn(await pdfOf(workspace, { personal: { firstName: 'Ξένια Ґжегож' } }));
    const after = await lettersIn(await pdfOf(workspace, { personal: { firstName: 'Ada' } }));
    const general = await lettersIn(await pdfOf(workspace, {}));
    for (const letter of 'ΞέιαҐжго') expect(own).toContain(letter);
    for (const letter of 'ΞέιаҐжг') {
      for (const letters of [before, after, general]) expect(letters).not.toContain(letter);
    }
  });
});

/** Every character that a font of the file can show. */
async function lettersIn(pdf: Uint8Array): Promise<string> {
  const { fonts } = await readPdf(pdf);
  return fonts.flatMap(({ texts }) => [...(texts?.values() ?? [])]).join('');
}

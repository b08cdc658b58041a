import { describe, expect, it } from 'vitest';
import { buildHandout } from '../../src/handout/build.js';
import type { HandoutRequest } from '../../src/handout/request.js';
import { openWorkspace } from '../../src/workspace/workspace.js';
import { everyText } from '../support/pdf-texts.js';

const { value: workspace } = openWorkspace({ cwd: '/' });
const BREAK_CONTROL = /[\u200b\u2060]/;
const STEERING = /[\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069]/;
const decoder = new TextDecoder();

/** The handout's title, its PDF's texts, web page and plain text. */
async function build(request: HandoutRequest) {
  const { value } = await buildHandout(workspace, { ...request, formats: ['pdf', 'html', 'text'] });
  const [pdf, html, text] = value!.files.map(({ bytes }) => bytes);
  return {
    title: value!.title,
    pdf: everyText(pdf!),
    html: decoder.decode(html),
    text: decoder.decode(text),
  };
}

describe('the characters that steer line ends', () => {
  it('stand in the strings of Thai, and in nothing that is written', async () => {
    expect(JSON.stringify(workspace.readLocales(['th']).value)).toMatch(BREAK_CONTROL);
    for (const handout of ['microneedling/what-it-is', 'microneedling/combined-aftercare']) {
      const { title, pdf, html, text } = await build({ handout, lang: 'th' });
      for (const written of [html, text]) expect(written).toContain('ไมโครนีดลิ่ง');
      expect(pdf.length).toBeGreaterThan(100);
      expect(pdf.filter((each) => STEERING.test(each))).toEqual([]);
      for (const written of [title, html, text]) expect(written).not.toMatch(BREAK_CONTROL);
    }
  });
});

describe('the characters that isolate', () => {
  it.each(['ar', 'fa', 'he', 'ur'])('are not in the text layer of a PDF in %s', async (lang) => {
    const personal = { firstName: 'Ada', treatmentDate: '2026-03-14', nextAppointment: '2026-04-11T14:30' };
    const { pdf } = await build({ handout: 'microneedling/aftercare', lang, personal });
    expect(pdf.length).toBeGreaterThan(100);
    expect(pdf.filter((each) => STEERING.test(each))).toEqual([]);
  });
});

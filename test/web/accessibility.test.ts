import axe from 'axe-core';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';

import { buildHandout } from '../../src/handout/build.js';
import { handoutNames } from '../../src/handout/names.js';
import { openWorkspace } from '../../src/workspace/workspace.js';

const workspace = openWorkspace({ cwd: '/' }).value;
const personal = { firstName: 'Ada', treatmentDate: '2026-03-14', nextAppointment: '2026-04-11T14:30' };

/**
 * Every rule of axe, the best practices too, but for contrast: without a screen no colours are computed. The style sheet
 * sets a colour only on grounds that the brand's own check has judged (`src/style/contrast.ts`).
 */
const everyRule = `axe.run(document, { rules: { 'color-contrast': { enabled: false } } })`;

/** What axe finds wrong with a page: the rule, and the elements that break it. */
async function violations(html: string): Promise<readonly string[]> {
  // To work out every style takes this browser seconds, and but for contrast axe asks only what they hide: nothing.
  expect(html).not.toMatch(/display:\s*none|visibility:|opacity:/);
  const unstyled = html.replace(/<style>[^]*<\/style>/, '');
  const { window } = new JSDOM(unstyled, { runScripts: 'outside-only' });
  window.eval(axe.source);
  const results = (await window.eval(everyRule)) as axe.AxeResults;
  const found = results.violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`,
  );
  expect(results.passes.map(({ id }) => id)).toEqual(
    expect.arrayContaining(['bypass', 'document-title', 'heading-order', 'html-has-lang', 'list', 'region']),
  );
  window.close();
  return found;
}

async function pageOf(handout: string, lang: string, details?: typeof personal): Promise<string> {
  const request = { handout, lang, formats: ['html'] as const, ...(details && { personal: details }) };
  const { value, problems } = await buildHandout(workspace, request);
  expect(problems).toEqual([]);
  return new TextDecoder().decode(value!.files[0]!.bytes);
}

describe('the web page', () => {
  it.each(['en', 'es', 'ar'])('of every handout in %s is accessible', async (lang) => {
    for (const handout of handoutNames(workspace)) {
      expect(await violations(await pageOf(handout, lang)), handout).toEqual([]);
    }
  });

  it("of a patient's copy is accessible", async () => {
    for (const lang of ['en', 'ar']) {
      expect(await violations(await pageOf('microneedling/combined-aftercare', lang, personal))).toEqual([]);
    }
  });

  it.each(['en', 'ar'])('of an e-mail in %s is accessible', async (lang) => {
    const letter = { hasCalendar: true, isLocked: false };
    for (const handout of handoutNames(workspace)) {
      const request = { handout, lang, personal, letter, formats: ['text'] as const };
      const { value } = await buildHandout(workspace, request);
      expect(await violations(value!.letter!.html), handout).toEqual([]);
    }
  });

  it('is found wrong when a picture has no words, so the test sees something', async () => {
    const page = await pageOf('microneedling/how-it-works', 'en');
    const found = await violations(page.replaceAll(/ aria-label="[^"]*"/g, ''));
    expect(found.map((violation) => violation.split(':')[0])).toEqual(['svg-img-alt']);
  });
});

import { describe, expect, it } from 'vitest';
import { buildHandout } from '../../src/handout/build.js';
import type { HandoutRequest } from '../../src/handout/request.js';
import { openWorkspace } from '../../src/workspace/workspace.js';
import { assertPdfInvariants } from '../support/pdf-invariants.js';
import { readPdf } from '../support/pdf-reader.js';
import { visitFolder } from '../support/visit.js';
import { printProblems } from '../workspace/print-problem.js';

const SHEET = 'microneedling/combined-aftercare';
const visit = openWorkspace({ dir: visitFolder }).value;

async function complaints(request: Partial<HandoutRequest>): Promise<string> {
  const { value, problems } = await buildHandout(visit, { handout: SHEET, lang: 'en', ...request });
  expect(value).toBeUndefined();
  return printProblems(problems);
}

async function wordsOf(request: Partial<HandoutRequest>): Promise<string> {
  const { value, problems } = await buildHandout(visit, { handout: SHEET, lang: 'en', ...request });
  expect(printProblems(problems)).toBe('');
  assertPdfInvariants(value!.pdf);
  const { pages } = await readPdf(value!.pdf);
  return pages
    .flatMap(({ lines }) => lines)
    .join(' ')
    .replace(/\s+/g, ' ');
}

describe('the sheet of a visit', () => {
  it('names all treatments', async () => {
    expect(await wordsOf({ treatments: ['laser', 'chemical-peel'] })).toContain(
      'What you had done: Microneedling, Chemical peel, and Laser',
    );
    expect(await wordsOf({ treatments: ['laser'], lang: 'es' })).toContain('Microagujas y Láser');
  });

  it('says each rule once, the strictest, with who asks for it where not all do', async () => {
    const words = await wordsOf({ treatments: ['laser', 'chemical-peel'] });
    expect(words.match(/makeup/g)).toHaveLength(1);
    expect(words).toContain('No makeup for 3 days. (Laser)');
    expect(words).toContain('No waxing or hair removal for 2 weeks. (Chemical peel)');
    expect(words).toContain('From 24 hours after treatment, wash with lukewarm water. (Chemical peel)');
    expect(words).toMatch(/No touching, picking or scrubbing until healed: 7 days\. (?!\()/);
    expect(words).toContain('Normal for up to 10 days:');
  });

  it('is another than the sheet of one treatment, also for a copy', async () => {
    const personal = { treatmentDate: '2026-03-14' };
    expect(await wordsOf({ treatments: ['laser'], personal })).toContain('No makeup for 3 days.');
    expect(await wordsOf({ personal })).toContain('No makeup for 24 hours.');
    expect(await wordsOf({ treatments: ['microneedling'] })).toBe(await wordsOf({}));
  });

  it.each(['en', 'es', 'ar'])('has at most two sides of paper in %s, in every brand', async (lang) => {
    for (const brand of visit.brands.keys()) {
      for (const paper of ['a4', 'letter'] as const) {
        const request = { handout: SHEET, lang, brand, paper, treatments: ['laser', 'chemical-peel'] };
        expect((await buildHandout(visit, request)).value?.pageCount).toBeLessThanOrEqual(2);
      }
    }
  });
});

describe('a visit that cannot be', () => {
  it('with a series that isn’t there is told the nearest', async () => {
    expect(await complaints({ treatments: ['lazer'] })).toBe(
      'error workspace/unknown-series\nThere is no series "lazer".\nDid you mean "laser"?',
    );
  });

  it('on a handout about one treatment is told the sheets', async () => {
    expect(await complaints({ handout: 'microneedling/benefits', treatments: ['laser'] })).toBe(
      'error workspace/not-a-sheet\n' +
        '"microneedling/benefits" is about one treatment; only a sheet can hold several.\n' +
        'Sheets of microneedling: microneedling/combined-aftercare.',
    );
  });
});

import { itemsOf } from '../../src/layout/page.js';
import { describe, expect, test } from 'vitest';
import { walkDocument, walkNode } from '../../src/document/walk.js';
import { inspectHandout } from '../../src/handout/build.js';
import { handoutNames } from '../../src/handout/names.js';
import type { Page } from '../../src/layout/page.js';
import { checkContrast } from '../../src/style/contrast.js';
import { openWorkspace } from '../../src/workspace/workspace.js';

const workspace = openWorkspace({}).value;
const aftercare = ['microneedling/aftercare', 'microneedling/combined-aftercare'];
const languages = ['en', 'es', 'ar'];
const papers = ['a4', 'letter'] as const;

const inEveryLanguage = languages.map((lang) => [lang] as const);
const inEveryBrand = languages.flatMap((lang) =>
  [...workspace.brands.keys()].map((brand) => [lang, brand] as const),
);

describe('the shipped series', () => {
  test('has its six handouts, in the order in which a patient needs them', () => {
    expect(handoutNames(workspace)).toEqual([
      'microneedling/what-it-is',
      'microneedling/how-it-works',
      'microneedling/skin-concerns',
      'microneedling/benefits',
      'microneedling/aftercare',
      'microneedling/combined-aftercare',
    ]);
  });

  test('has colours that everyone can tell apart', () => {
    for (const { colours } of workspace.brands.values()) expect(checkContrast(colours)).toEqual([]);
  });

  test('comes in the looks of three clinics', () => {
    expect([...workspace.brands.keys()].sort()).toEqual(['clay', 'default', 'harbour']);
  });

  test.each(inEveryBrand)('sets every handout in %s on one sheet of paper as %s', async (lang, brand) => {
    for (const handout of handoutNames(workspace)) {
      for (const paper of papers) {
        const { value, problems } = await inspectHandout(workspace, { handout, lang, paper, brand });
        expect(problems).toEqual([]);
        expect(value?.laidOut.pages.length, `${handout} on ${paper}`).toBeLessThanOrEqual(2);
      }
    }
  });

  test.each(inEveryLanguage)('keeps the safety block whole, with every number, in %s', async (lang) => {
    for (const handout of aftercare) {
      for (const paper of papers) {
        const { value } = await inspectHandout(workspace, { handout, lang, paper });
        const { document, pages } = value!.laidOut;
        const callouts = [...walkDocument(document)].filter(
          (node) => node.kind === 'callout' && (node.role === 'call' || node.role === 'urgent'),
        );
        expect(callouts).toHaveLength(2);
        const nodes = callouts.flatMap((callout) => [...walkNode(callout)]);
        const text = nodes.map((node) => (node.kind === 'text' ? node.text : '')).join(' ');
        for (const number of ['202-555-0142', '202-555-0178', '911']) expect(text).toContain(number);
        const ids = new Set(nodes.map((node) => node.id));
        expect(pages.filter((page) => showsAny(page, ids))).toHaveLength(1);
      }
    }
  });

  test.each([['es'], ['ar']])('says in %s and in English that the translation is a draft', async (lang) => {
    for (const handout of handoutNames(workspace)) {
      const { value } = await inspectHandout(workspace, { handout, lang });
      expect(value?.html).toContain('class="draft-notice"');
      expect(value?.html).toContain('This translation is a draft.');
    }
  });

  test('tells of other languages and of interpreters, and in which language it is', async () => {
    const furniture = (html: string): readonly boolean[] =>
      ['Also available in:', '>العربية<', '>Español<', 'interpreter', 'microneedling/', '>English<'].map(
        (each) => html.includes(each),
      );
    for (const handout of handoutNames(workspace)) {
      const { value } = await inspectHandout(workspace, { handout, lang: 'en' });
      expect(furniture(value!.html), handout).not.toContain(false);
    }
  });

  test('does not promise: it says can, may and helps', async () => {
    for (const handout of handoutNames(workspace)) {
      const { value } = await inspectHandout(workspace, { handout, lang: 'en' });
      expect(value?.html).not.toMatch(/\b(will|guarantee\w*|always|cures?)\b/i);
    }
  });
});

function showsAny(page: Page, ids: ReadonlySet<number>): boolean {
  return itemsOf(page).some((item) => item.meaning.kind === 'node' && ids.has(item.meaning.node));
}

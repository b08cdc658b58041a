import { describe, expect, it } from 'vitest';
import type { DocumentNode } from '../../src/document/node.js';
import { plainText, walkDocument } from '../../src/document/walk.js';
import { buildHandout, inspectHandout } from '../../src/handout/build.js';
import { handoutNames } from '../../src/handout/names.js';
import type { HandoutRequest } from '../../src/handout/request.js';
import { openWorkspace } from '../../src/workspace/workspace.js';
import { withoutControls, wordsOf } from '../support/extracted-text.js';
import { isMissing, runTool } from '../support/tools.js';

const { value: workspace } = openWorkspace({ cwd: '/' });
const personal = { firstName: 'Ada', treatmentDate: '2026-03-14', nextAppointment: '2026-04-11T14:30' };

/** General handouts in a language, and a patient's copy of the last. */
function requestsIn(lang: string): readonly HandoutRequest[] {
  const general = handoutNames(workspace).map((handout) => ({ handout, lang }));
  return [...general, { ...general.at(-1)!, personal }];
}

describe.skipIf(isMissing('pdftotext'))('text extracted from a handout', () => {
  it.each(['en', 'es'])('gives every sentence of its source back in %s', async (lang) => {
    for (const request of requestsIn(lang)) {
      const { document, extracted } = await extract(request);
      const sentences = blocksOf(document).flatMap((text) => sentencesOf(text, lang));
      expect(sentences.length, request.handout).toBeGreaterThan(20);
      // A line that names languages runs both ways, and pdftotext puts the spaces between them elsewhere.
      const oneWay = sentences.filter((sentence) => !/\p{Script=Arabic}/u.test(sentence));
      expect(oneWay.length).toBeGreaterThan(sentences.length - 2);
      expect(oneWay.filter((sentence) => !extracted.includes(sentence))).toEqual([]);
    }
  });

  it('gives every word of its source back in ar, as often as it is there', async () => {
    for (const request of requestsIn('ar')) {
      const { document, extracted } = await extract(request);
      const source = wordsOf(withoutRanges(blocksOf(document).join(' ')));
      expect(source.length, request.handout).toBeGreaterThan(100);
      expect(missingFrom(wordsOf(withoutRanges(extracted)), source), request.handout).toEqual([]);
    }
  });
});

async function extract(
  request: HandoutRequest,
): Promise<Readonly<{ document: DocumentNode; extracted: string }>> {
  const set = await inspectHandout(workspace, request);
  const built = await buildHandout(workspace, request);

  const extracted = runTool('pdftotext', ['-', '-'], built.value!.pdf);
  return { document: set.value!.document, extracted: withoutControls(extracted) };
}

/** The text of each heading, paragraph and caption. */
function blocksOf(document: DocumentNode): readonly string[] {
  return walkDocument(document).flatMap((node) => {
    if (node.kind === 'heading' || node.kind === 'paragraph' || node.kind === 'figure-label')
      return [withoutControls(plainText(node.children))];
    return node.kind === 'figure' ? [withoutControls(plainText(node.caption))] : [];
  });
}

function sentencesOf(text: string, lang: string): readonly string[] {
  const segments = new Intl.Segmenter(lang, { granularity: 'sentence' }).segment(text);
  return [...segments].map(({ segment }) => segment.trim()).filter((sentence) => sentence !== '');
}

/** In a right-to-left line the program writes the ends of a range in the order in which they stand from left to right. */
function withoutRanges(text: string): string {
  return text.replaceAll('–', ' ');
}

/** The words that occur less often in what was extracted than in the source. */
function missingFrom(extracted: readonly string[], source: readonly string[]): readonly string[] {
  const left = new Map<string, number>();
  for (const word of extracted) left.set(word, (left.get(word) ?? 0) + 1);
  return source.filter((word) => {
    const count = left.get(word) ?? 0;
    left.set(word, count - 1);
    return count <= 0;
  });
}

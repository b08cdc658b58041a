import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { DocumentNode } from '../../src/document/node.js';
import { plainText, walkDocument } from '../../src/document/walk.js';
import { buildHandout, inspectHandout } from '../../src/handout/build.js';
import { handoutNames } from '../../src/handout/names.js';
import type { HandoutRequest } from '../../src/handout/request.js';
import { isHyphenated } from '../../src/text/hyphenate.js';
import { openWorkspace } from '../../src/workspace/workspace.js';
import { withoutControls, wordsOf } from '../support/extracted-text.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { isMissing, runTool } from '../support/tools.js';

const { value: workspace } = openWorkspace({ cwd: '/' });
const personal = { firstName: 'Ada', treatmentDate: '2026-03-14', nextAppointment: '2026-04-11T14:30' };
const rightToLeft = ['ar', 'fa', 'he', 'ur'];
const leftToRight = workspace.languages.filter((lang) => !rightToLeft.includes(lang));
/** Their runs have texts in the stead of their glyphs, at whose end the program that follows the structure stops reading. */
const replaced = new Set(['bn', 'hi', 'pa', 'th']);
/** Written without spaces between words. */
const unspaced = new Set(['ja', 'th', 'zh-Hans', 'zh-Hant']);

/** General handouts in a language, and a patient's copy of the last. */
function requestsIn(lang: string): readonly HandoutRequest[] {
  const general = handoutNames(workspace).map((handout) => ({ handout, lang }));
  return [...general, { ...general.at(-1)!, personal }];
}

describe.skipIf(isMissing('pdftotext'))('text extracted from a handout', () => {
  it.each(leftToRight)('gives every sentence and word of its source back in %s', async (lang) => {
    for (const request of requestsIn(lang)) {
      const { blocks, pdf } = await build(request);
      const sentences = blocks.flatMap((text) => sentencesOf(text, lang)).map(joined);
      expect(sentences.length, request.handout).toBeGreaterThan(20);
      const oneWay = sentences.filter(isOneWay);
      expect(oneWay.length).toBeGreaterThan(sentences.length - 2);
      const painted = joined(extract(pdf, 'as painted'));
      const parted = oneWay.filter((sentence) => !painted.includes(sentence));
      expect(parted.filter((sentence) => !isPartedByPages(sentence, painted))).toEqual([]);
      expect(parted.length).toBeLessThanOrEqual(1);
      // Blocks that stand beside each other are read line by line here, which parts sentences and, at hyphens, words.
      if (!unspaced.has(lang) && !isHyphenated(lang))
        expect(lostWords(blocks, extract(pdf, 'as placed'))).toEqual([]);
    }
  });

  it.each(leftToRight.filter((lang) => !replaced.has(lang)))(
    'has every space of its source where the structure is followed in %s',
    async (lang) => {
      const { blocks, pdf } = await build({ handout: 'microneedling/aftercare', lang });
      const heard = heardText(pdf);
      expect(blocks.filter((text) => isOneWay(text) && !heard.includes(text))).toEqual([]);
    },
  );

  it.each(rightToLeft)('gives every word of its source back in %s, as often as it is there', async (lang) => {
    for (const request of requestsIn(lang)) {
      const { blocks, pdf } = await build(request);
      expect(wordsOf(blocks.join(' ')).length, request.handout).toBeGreaterThan(100);
      const [source, placed] = [blocks.map(withoutRanges), withoutRanges(extract(pdf, 'as placed'))];
      expect(lostWords(source, placed), request.handout).toEqual([]);
    }
  });
});

async function build(
  request: HandoutRequest,
): Promise<Readonly<{ blocks: readonly string[]; pdf: Uint8Array }>> {
  const set = await inspectHandout(workspace, request);
  const built = await buildHandout(workspace, request);
  return { blocks: blocksOf(set.value!.document), pdf: built.value!.pdf };
}

/** The program's text, in the order in which the file paints it or in that in which it stands on the page. */
function extract(pdf: Uint8Array, order: 'as painted' | 'as placed'): string {
  const options = order === 'as painted' ? ['-raw'] : [];
  return withoutControls(runTool('pdftotext', [...options, '-', '-'], pdf));
}

/** The texts of the structure's elements, one after another, as a program gives them that looks at no places on the page. */
function heardText(pdf: Uint8Array): string {
  const dir = temporaryFolder({ 'handout.pdf': pdf });
  const lines = runTool('pdfinfo', ['-struct-text', join(dir, 'handout.pdf')]).split('\n');
  return withoutControls(lines.map((line) => /^\s*"(.*)"$/.exec(line)?.[1] ?? '').join(''));
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

/** A line that names languages runs both ways, and the program puts the spaces between them elsewhere. */
function isOneWay(sentence: string): boolean {
  return !/[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(sentence);
}

/** Painted order loses narrow spaces, and hyphens at line ends, which the program takes for divided words. */
function joined(text: string): string {
  return text.replaceAll(/[\s-]/g, '');
}

/** Whether a sentence goes on after the foot of one page and the head of the next. */
function isPartedByPages(sentence: string, painted: string): boolean {
  return Array.from(sentence, (_, index) => index).some((at) => {
    const start = at === 0 ? -1 : painted.indexOf(sentence.slice(0, at));
    return start >= 0 && painted.includes(sentence.slice(at), start + at);
  });
}

/** A compound, whose hyphen the program leaves out at a line's end. */
function withoutHyphens(text: string): string {
  return text.replaceAll(/(?<=[\p{L}\p{M}])-(?=\p{L})/gu, '');
}

/** In a right-to-left line the program writes the ends of a range in the order in which they stand from left to right. */
function withoutRanges(text: string): string {
  return text.replaceAll('–', ' ');
}

/** The words that occur less often in what was extracted than in the source. */
function lostWords(source: readonly string[], extracted: string): readonly string[] {
  const left = new Map<string, number>();
  for (const word of wordsOf(withoutHyphens(extracted))) left.set(word, (left.get(word) ?? 0) + 1);
  return wordsOf(withoutHyphens(source.join(' '))).filter((word) => {
    const count = left.get(word) ?? 0;
    left.set(word, count - 1);
    return count <= 0;
  });
}

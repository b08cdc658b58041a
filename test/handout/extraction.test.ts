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
const rightToLeft = ['ar', 'fa', 'he', 'ur'];
const leftToRight = workspace.languages.filter((lang) => !rightToLeft.includes(lang));
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
      expect(oneWay.filter((sentence) => !isIn(painted, sentence))).toEqual([]);
      // Blocks that stand beside each other are read line by line here, which parts sentences but no words.
      const placed = extract(pdf, 'as placed');
      // pdftotext drops a hyphen at a line's end, which joins the words beside it.
      const lost = unspaced.has(lang) ? [] : lostWords(blocks, placed);
      expect(lost.filter((word) => !joined(placed).includes(word))).toEqual([]);
    }
  });

  it.each(rightToLeft)('gives every word of its source back in %s, as often as it is there', async (lang) => {
    for (const request of requestsIn(lang)) {
      const { blocks, pdf } = await build(request);
      expect(wordsOf(blocks.join(' ')).length, request.handout).toBeGreaterThan(100);
      const [source, placed] = [blocks.map(withoutRanges), withoutRanges(extract(pdf, 'as placed'))];
      expect(lostWords(source, placed), request.handout).toEqual([]);
    }
  });
});

/** A sentence may go on over a page's end, where running lines come between. */
function isIn(painted: string, sentence: string): boolean {
  if (painted.includes(sentence)) return true;
  return Array.from(sentence, (_, end) => end).some((end) => {
    const start = painted.indexOf(sentence.slice(0, end));
    const rest = painted.indexOf(sentence.slice(end), start + end);
    return end > 0 && start >= 0 && rest >= 0 && rest - start - end < runningLines;
  });
}

/** The most that a page's running lines hold. */
const runningLines = 300;

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

/** In a right-to-left line the program writes the ends of a range in the order in which they stand from left to right. */
function withoutRanges(text: string): string {
  return text.replaceAll('–', ' ');
}

/** The words that occur less often in what was extracted than in the source. */
function lostWords(source: readonly string[], extracted: string): readonly string[] {
  const left = new Map<string, number>();
  for (const word of wordsOf(extracted)) left.set(word, (left.get(word) ?? 0) + 1);
  return wordsOf(source.join(' ')).filter((word) => {
    const count = left.get(word) ?? 0;
    left.set(word, count - 1);
    return count <= 0;
  });
}

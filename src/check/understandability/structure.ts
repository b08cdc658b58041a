import type { Block } from '../../document/node.js';
import { plainText, walkNode } from '../../document/walk.js';
import { wordsOf } from '../readability/sentence.js';
import {
  beginningOf,
  endOf,
  findingAt,
  metUnless,
  plainly,
  wordCount,
  type Finding,
  type Item,
} from './item.js';

/** More words than these need headings. */
const WORDS_WITHOUT_HEADING = 100;
const MOST_WORDS_OF_A_CHUNK = 150;
const MOST_SENTENCES_OF_A_PARAGRAPH = 6;
const MOST_ITEMS = 7;
/** Up to here a text is short; up to there its headings may do, which a person must judge. */
const WORDS_WITHOUT_SUMMARY = 300;
const MOST_WORDS_WITHOUT_SUMMARY = 600;

/** Before any list or further heading there is a lead or a callout that says the main thing. */
export const mainMessageFirst: Item = {
  id: 'main-message-first',
  code: 'check/understandability-main-message-first',
  asks: 'The main message comes first.',
  source: 'CDC Clear Communication Index, item 2',
  hint: 'Put a paragraph with the class “lead”, or a callout, right after the title.',
  judge: ({ document, nodes }) => {
    const beginning = nodes.slice(nodes.findIndex((node) => node.kind === 'heading' && node.level === 1) + 1);
    const first = beginning.find(
      (node) =>
        node.kind === 'callout' ||
        node.kind === 'list' ||
        node.kind === 'do-dont' ||
        node.kind === 'timeline' ||
        node.kind === 'cards' ||
        node.kind === 'table' ||
        (node.kind === 'heading' && node.level > 1) ||
        (node.kind === 'paragraph' && node.role === 'lead'),
    );
    if (first?.kind === 'paragraph' || first?.kind === 'callout') return plainly('met');
    return metUnless([
      findingAt('No lead and no callout stands before the rest.', first ?? document.children[0] ?? {}),
    ]);
  },
};

/** A text of some length has headings below its title. */
export const headings: Item = {
  id: 'headings',
  code: 'check/understandability-headings',
  asks: 'Sections have headings.',
  source: 'PEMAT-P 9',
  hint: 'Give each part a heading that says what it holds.',
  judge: (reading) => {
    if (wordCount(reading) <= WORDS_WITHOUT_HEADING) return plainly('not-applicable');
    const some = reading.nodes.some((node) => node.kind === 'heading' && node.level > 1);
    return metUnless(
      some ? [] : [findingAt(`${wordCount(reading)} words have no heading.`, beginningOf(reading))],
    );
  },
};

/** No stretch between two headings and no paragraph is long. */
export const chunks: Item = {
  id: 'chunks',
  code: 'check/understandability-chunks',
  asks: 'Information comes in short parts.',
  source: 'PEMAT-P 8',
  hint: 'Divide it: a heading, a list or a new paragraph for each thought.',
  judge: ({ passages, sentences, document }) => {
    const long: Finding[] = [];
    let words = 0;
    let start = passages[0];
    const close = (): void => {
      if (words > MOST_WORDS_OF_A_CHUNK && start)
        long.push(
          findingAt(`The part has ${words} words to the next heading, over ${MOST_WORDS_OF_A_CHUNK}.`, start),
        );
    };
    for (const passage of passages) {
      if (passage.kind === 'heading') {
        close();
        words = 0;
        start = passage;
        continue;
      }
      // An item of a list is a short part already.
      if (passage.isItem !== true) words += wordsOf(passage.text, document.lang).length;
      const own = sentences.filter((sentence) => sentence.passage === passage).length;
      if (own > MOST_SENTENCES_OF_A_PARAGRAPH)
        long.push(
          findingAt(`The paragraph has ${own} sentences, over ${MOST_SENTENCES_OF_A_PARAGRAPH}.`, passage),
        );
    }
    close();
    return metUnless(long);
  },
};

/** A person keeps about seven things in mind. */
export const shortLists: Item = {
  id: 'short-lists',
  code: 'check/understandability-short-lists',
  asks: `Lists have at most ${MOST_ITEMS} items.`,
  source: 'CDC Clear Communication Index, item 8',
  hint: 'Group the items under headings, or leave out what isn’t needed.',
  judge: ({ nodes }) => {
    const lists = nodes.filter(
      (node) => node.kind === 'list' || node.kind === 'cards' || node.kind === 'timeline',
    );
    if (lists.length === 0) return plainly('not-applicable');
    const long = lists.filter(({ items }) => items.length > MOST_ITEMS);
    return metUnless(long.map((list) => findingAt(`The list has ${list.items.length} items.`, list)));
  },
};

/** A long text says its main points once more. */
export const summary: Item = {
  id: 'summary',
  code: 'check/understandability-summary',
  asks: 'A summary repeats the main points.',
  source: 'PEMAT-P 11',
  hint: 'End with a short callout that says the main points again.',
  judge: (reading) => {
    if (wordCount(reading) <= WORDS_WITHOUT_SUMMARY) return plainly('not-applicable');
    const { nodes } = reading;
    const hasSummary = nodes.some(
      (node) =>
        (node.kind === 'callout' && node.role === 'today') ||
        (node.kind === 'section' && node.role === 'cut-off'),
    );
    if (hasSummary) return plainly('met');
    // A box that informs may sum up what stands around it, or say something else.
    const mayHave = nodes.some((node) => node.kind === 'callout' && node.role === 'info');
    if (mayHave || wordCount(reading) <= MOST_WORDS_WITHOUT_SUMMARY) return plainly('for-a-human');
    return metUnless([findingAt(`${wordCount(reading)} words end without a summary.`, endOf(reading))]);
  },
};

/** Boxes, marks, icons or strong words lead the eye. */
export const visualCues: Item = {
  id: 'visual-cues',
  code: 'check/understandability-visual-cues',
  asks: 'Boxes, marks or strong words point to what matters.',
  source: 'PEMAT-P 12',
  hint: 'Use a list, a callout, or <strong> for the words that matter.',
  judge: (reading) => {
    const kinds = new Set(['callout', 'list', 'cards', 'timeline', 'do-dont', 'strong']);
    const some = reading.nodes.some(({ kind }) => kinds.has(kind));
    return metUnless(some ? [] : [findingAt('Nothing stands out.', beginningOf(reading))]);
  },
};

/** A drawing says in words what it shows. */
export const captions: Item = {
  id: 'captions',
  code: 'check/understandability-captions',
  asks: 'Drawings have captions or labels.',
  source: 'PEMAT-P 17',
  hint: 'Add a <figcaption>, or labels.',
  judge: ({ nodes }) => {
    const figures = nodes.filter((node) => node.kind === 'figure' && node.isIcon !== true);
    if (figures.length === 0) return plainly('not-applicable');
    const bare = figures.filter(
      (node) => node.kind === 'figure' && plainText(node.caption) === '' && (node.labels ?? []).length === 0,
    );
    return metUnless(bare.map((node) => findingAt('The drawing has neither.', node)));
  },
};

/** What to do stands in steps, lists of do and don't, or with a number to call. */
export const clearActions: Item = {
  id: 'clear-actions',
  code: 'check/understandability-clear-actions',
  asks: 'What to do stands in clear steps.',
  source: 'PEMAT-P 20 and 22',
  hint: 'Say what the reader can do, in a numbered list, a list of do and don’t, or with a number to call.',
  judge: (reading) => {
    const some = reading.document.children
      .flatMap((block) => walkNode(block))
      .some((node) => isAction(node as Block));
    return metUnless(
      some ? [] : [findingAt('No step and no number to call was found.', beginningOf(reading))],
    );
  },
};

function isAction(node: Block): boolean {
  switch (node.kind) {
    case 'list':
      return node.marker === 'decimal' || node.marker === 'check' || node.marker === 'cross';
    case 'paragraph':
      return node.role === 'phone';
    case 'callout':
      return node.role === 'call' || node.role === 'urgent';
    case 'do-dont':
    case 'timeline':
      return true;
    default:
      return false;
  }
}

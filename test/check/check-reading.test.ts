import { describe, expect, it } from 'vitest';
import { checkReading } from '../../src/check/check-reading.js';
import type { Verdict } from '../../src/check/understandability/item.js';
import { checkHandout } from '../../src/check/check-handout.js';
import { handoutNames } from '../../src/handout/names.js';
import { openWorkspace } from '../../src/workspace/workspace.js';
import { documentOf, handout } from '../document/parse-body.js';
import { printProblem } from '../workspace/print-problem.js';

const TITLE = '<h1>Title</h1>';
/** Meets every item that a short text can meet. */
const GOOD = `${TITLE}<p class="lead">Your skin needs rest.</p><ol><li>Wash it.</li></ol>`;

const keloid = { source: 'keloid*', target: 'keloid*', explain: 'yes' } as const;
const collagen = { source: 'collagen', target: 'collagen', explain: 'ask' } as const;
const options = { target: 6, terms: [keloid, collagen] };

function read(main: string) {
  return checkReading(documentOf(handout(main)), options);
}

function reportOf(main: string, code: string): readonly string[] {
  const { problems } = read(main);
  return problems.filter((problem) => problem.code === code).map(printProblem);
}

function verdictOf(main: string, id: string): Verdict | undefined {
  const { items } = read(main).value;
  return items.find(({ item }) => item.id === id)?.judgement.verdict;
}

const part = (index: number): string =>
  `<h2 data-at="0:${index + 4}:0">Part</h2><p data-at="0:${index + 4}:1">${words(10)}</p>`;

const words = (count: number): string => Array.from({ length: count / 2 }, () => 'Rest well.').join(' ');

describe('a handout over its target', () => {
  it('is reported with its three hardest sentences and what makes them hard', () => {
    const hard = 'Individual dermatological complications necessitate immediate professional consultation.';
    const main = `${GOOD}<p data-at="0:3:1">${hard} Call us.</p>`;
    expect(reportOf(main, 'check/too-hard')).toEqual([
      `page.hbs:3:1 warning check/too-hard
The handout is harder to read than grade 6: Flesch–Kincaid grade 16.6, grade 16.6. Its hardest sentences: 1. “${hard}” (7 words, 31 syllables; long: Individual, dermatological, complications, necessitate, immediate, professional, consultation) 2. “Your skin needs rest.” (4 words, 4 syllables) 3. “Wash it.” (2 words, 2 syllables)
Shorten these first: one thought to a sentence, and shorter words. “handout check --scores” shows the figures.`,
    ]);
  });

  it('is not reported where there is no sentence to score', () => {
    expect(read(TITLE).value.score.scores).toEqual([]);
    expect(reportOf(TITLE, 'check/too-hard')).toEqual([]);
  });
});

describe('what makes a sentence hard', () => {
  it.each([
    ['en', 'We recommend proper moisturizing.', ['recommend', 'moisturizing']],
    ['pl', 'Pomaga nawilżanie skóry.', ['nawilżanie']],
    ['it', 'Usi una crema delicata.', ['delicata']],
    ['ar', 'اغسل بشرتك باستمرار.', ['باستمرار']],
  ])('is told by what the formula counts: %s', (lang, sentence, longWords) => {
    const document = { ...documentOf(handout(`${TITLE}<p>${sentence}</p>`)), lang };
    expect(checkReading(document, options).value.score.hardest[0]?.longWords).toEqual(longWords);
  });
});

describe('a short handout that is well made', () => {
  it('has nothing to report', () => {
    expect(read(GOOD).problems).toEqual([]);
  });
});

describe('what is not met', () => {
  const long = `<p data-at="0:4:1">${words(152)}</p>`;
  const eight = `<ul data-at="0:4:1">${'<li>a</li>'.repeat(8)}</ul>`;
  const passive = '<p data-at="0:4:1">The skin is cleaned by us.</p>';
  const cases: readonly (readonly [code: string, main: string, report: string])[] = [
    [
      'check/understandability-main-message-first',
      `${TITLE}<ul data-at="0:2:1"><li>one</li></ul>`,
      `page.hbs:2:1 warning check/understandability-main-message-first
No lead and no callout stands before the rest. The main message comes first. (CDC Clear Communication Index, item 2)
Put a paragraph with the class “lead”, or a callout, right after the title.`,
    ],
    [
      'check/understandability-headings',
      `${TITLE}<p data-at="0:3:1">${words(102)}</p>`,
      `page.hbs:3:1 warning check/understandability-headings
102 words have no heading. Sections have headings. (PEMAT-P 9)
Give each part a heading that says what it holds.`,
    ],
    [
      'check/understandability-chunks',
      `${GOOD}<h2 data-at="0:3:1">Part</h2>${long}`,
      `page.hbs:4:1 warning check/understandability-chunks
The paragraph has 76 sentences, over 6. Information comes in short parts. (PEMAT-P 8)
Divide it: a heading, a list or a new paragraph for each thought.

page.hbs:3:1 warning check/understandability-chunks
The part has 152 words to the next heading, over 150. Information comes in short parts. (PEMAT-P 8)
Divide it: a heading, a list or a new paragraph for each thought.`,
    ],
    [
      'check/understandability-short-lists',
      `${GOOD}${eight}`,
      `page.hbs:4:1 warning check/understandability-short-lists
The list has 8 items. Lists have at most 7 items. (CDC Clear Communication Index, item 8)
Group the items under headings, or leave out what isn’t needed.`,
    ],
    [
      'check/understandability-active-voice',
      `${GOOD}${passive}`,
      `page.hbs:4:1 warning check/understandability-active-voice
“The skin is cleaned by us.” is passive, as 1 of 3 sentences are. Most sentences are active. (PEMAT-P 5)
Say who does it: “your clinician cleans the skin”, not “the skin is cleaned”.`,
    ],
    [
      'check/understandability-terms-explained',
      `${GOOD}<p data-at="0:4:1">Ask for an MRI. The Food and Drug Administration (FDA) knows.</p>`,
      `page.hbs:4:1 warning check/understandability-terms-explained
“MRI” is not spelled out. Terms are explained at first use. (PEMAT-P 3 and 4)
Say in brackets what it means, or use a plain word instead. Of an abbreviation write the whole name.`,
    ],
    [
      'check/understandability-terms-explained',
      `${GOOD}<p data-at="0:4:1">Some skin gets Keloids.</p><p>Keloids (thick scars) stay.</p>`,
      `page.hbs:4:1 warning check/understandability-terms-explained
“Keloids” is not explained where it first comes. Terms are explained at first use. (PEMAT-P 3 and 4)
Say in brackets what it means, or use a plain word instead. Of an abbreviation write the whole name.`,
    ],
    [
      'check/understandability-risks-beside-benefits',
      `${GOOD}<p data-at="0:4:1">It has one benefit.</p>`,
      `page.hbs:4:1 warning check/understandability-risks-beside-benefits
“It has one benefit.” stands in a text without a risk. Risks are told beside benefits. (CDC Clear Communication Index, item 19)
Tell of risks where you tell of benefits.`,
    ],
    [
      'check/understandability-summary',
      GOOD + Array.from({ length: 60 }, (_, index) => part(index)).join(''),
      `page.hbs:63:1 warning check/understandability-summary
606 words end without a summary. A summary repeats the main points. (PEMAT-P 11)
End with a short callout that says the main points again.`,
    ],
    [
      'check/understandability-plain-numbers',
      `${GOOD}<p data-at="0:4:1">It helps 80% of us.</p>`,
      `page.hbs:4:1 warning check/understandability-plain-numbers
“80%” asks the reader to calculate. Numbers need no arithmetic. (PEMAT-P 6 and 7)
Say “1 in 10 people” for 10%, and give the amount itself for a dose.`,
    ],
    [
      'check/understandability-visual-cues',
      `${TITLE}<p data-at="0:3:1">Rest.</p>`,
      `page.hbs:3:1 warning check/understandability-visual-cues
Nothing stands out. Boxes, marks or strong words point to what matters. (PEMAT-P 12)
Use a list, a callout, or <strong> for the words that matter.`,
    ],
    [
      'check/understandability-captions',
      `${GOOD}<figure data-at="0:4:1"><img src="a.svg" alt="A face."></figure>`,
      `page.hbs:4:1 warning check/understandability-captions
The drawing has neither. Drawings have captions or labels. (PEMAT-P 17)
Add a <figcaption>, or labels.`,
    ],
    [
      'check/understandability-clear-actions',
      `${TITLE}<p data-at="0:3:1">Rest.</p>`,
      `page.hbs:3:1 warning check/understandability-clear-actions
No step and no number to call was found. What to do stands in clear steps. (PEMAT-P 20 and 22)
Say what the reader can do, in a numbered list, a list of do and don’t, or with a number to call.`,
    ],
  ];
  it.each(cases)('is told with its place: %s', (code, main, report) => {
    expect(reportOf(main, code).join('\n\n')).toBe(report);
  });
});

describe('a term that is explained', () => {
  it.each([
    'You get keloids (thick, raised scars).',
    'You get keloids or other scars (thick and raised).',
    'You get thick scars (keloids).',
    'Thick, raised scars are <strong>keloids</strong>.',
  ])('is not reported: %s', (sentence) => {
    expect(verdictOf(`${GOOD}<p>${sentence} Keloids stay.</p>`, 'terms-explained')).toBe('met');
  });
});

describe('what a program cannot tell', () => {
  it('is left to a human, or does not apply', () => {
    expect(verdictOf(GOOD, 'risks-beside-benefits')).toBe('for-a-human');
    expect(verdictOf(GOOD, 'summary')).toBe('not-applicable');
    expect(verdictOf(`${GOOD}<p>${words(310)}</p>`, 'summary')).toBe('for-a-human');
    expect(verdictOf(`${GOOD}<aside class="today"><p>${words(310)}</p></aside>`, 'summary')).toBe('met');
    expect(verdictOf(GOOD, 'captions')).toBe('not-applicable');
    expect(verdictOf(`${GOOD}<p>It is an individual matter.</p>`, 'terms-explained')).toBe('for-a-human');
  });

  it('is whether a term is known that many readers know', () => {
    expect(verdictOf(`${GOOD}<p>Skin has collagen.</p>`, 'terms-explained')).toBe('for-a-human');
    expect(verdictOf(`${GOOD}<p>Skin has <strong>collagen</strong>.</p>`, 'terms-explained')).toBe('met');
  });

  it('is the voice of a language other than English', () => {
    const spanish = { ...documentOf(handout(GOOD)), lang: 'es' };
    const { items } = checkReading(spanish, options).value;
    expect(items.find(({ item }) => item.id === 'active-voice')?.judgement.verdict).toBe('for-a-human');
  });
});

describe('the shipped handouts', () => {
  const workspace = openWorkspace({ cwd: '/' }).value;
  it.each(handoutNames(workspace))('meet grade 6 in English: %s', async (name) => {
    const { reading, problems } = await checkHandout(workspace, { handout: name, lang: 'en' });
    const { score } = reading!;
    expect(score.scores[0]).toMatchObject({ formula: 'Flesch–Kincaid grade', verdict: 'met' });
    expect(score.statistics.sentences).toBeGreaterThan(15);
    // Two lists of eight are known: the steps of aftercare, and what to tell before a treatment.
    expect(problems.map(({ code }) => code).filter((code) => !code.endsWith('short-lists'))).toEqual([]);
  });

  it('are not scored in Arabic, but their sentences are measured', async () => {
    const { reading } = await checkHandout(workspace, { handout: 'microneedling/benefits', lang: 'ar' });
    const { score } = reading!;
    expect(score.scores).toEqual([]);
    expect(score.longestSentence).toBeGreaterThan(5);
    expect(score.hardest).toHaveLength(3);
  });
});

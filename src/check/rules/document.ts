import type { RuleArea } from './rule.js';

/** Rules of the stage `document`. */
export const documentRules: RuleArea = {
  title: 'Structure',
  fixed:
    'The tags that a screen reader follows come from this structure, and a wrong one can’t be written as PDF/UA.',
  rules: {
    'bad-attribute': {
      what: 'An attribute has a value that it can’t have.',
      why: 'The element would be set or read aloud wrongly.',
      fix: 'Write one of the values in the hint.',
    },
    'bad-do-dont': {
      what: 'A do-and-don’t block doesn’t have exactly its two sections.',
      why: 'Readers must see at a glance which advice to follow and which to avoid.',
      fix: 'Give it one <section class="do"> and one <section class="dont">.',
    },
    'bad-link': {
      what: 'A link leads to something other than https:, mailto: or tel:.',
      why: 'It could run a program, or do nothing on a patient’s phone.',
      fix: 'Write a full address that begins with one of the three.',
    },
    'empty-element': {
      what: 'An element that should hold something is empty.',
      why: 'A screen reader would announce a heading or a list with nothing in it.',
      fix: 'Fill it, or leave it out with {{#if}}.',
      source: 'WCAG 2.2, 1.3.1 and 2.4.6',
    },
    'malformed-html': {
      what: 'The HTML isn’t well formed: something isn’t closed, or is closed in the wrong order.',
      why: 'Browsers repair such faults, each in its own way; a handout must say one thing.',
      fix: 'Close every element where it belongs; templates that open an element must close it.',
      source: 'HTML Standard, parse errors',
    },
    'misplaced-element': {
      what: 'An element stands where it may not, such as a paragraph inside a line of text.',
      why: 'Its role couldn’t be told to a screen reader.',
      fix: 'Move it to a place that the hint allows.',
      source: 'ISO 14289-1 (PDF/UA-1), 7.1',
    },
    'misplaced-text': {
      what: 'Words stand directly in an element that may only hold blocks.',
      why: 'They would belong to no paragraph and could be lost when read aloud.',
      fix: 'Put them into a <p>.',
    },
    'missing-attribute': {
      what: 'An element lacks an attribute that it needs, such as the words for a picture.',
      why: 'Without it some readers would miss what it shows.',
      fix: 'Add the attribute; for a picture, say in alt what it tells.',
      source: 'WCAG 2.2, 1.1.1',
    },
    'missing-element': {
      what: 'A part that every handout or this element needs isn’t there, such as a title.',
      why: 'Readers find their way by it.',
      fix: 'Add the element that the message names.',
      source: 'WCAG 2.2, 2.4.2',
    },
    'skipped-heading': {
      what: 'A heading is more than one level below the one before it.',
      why: 'People who go from heading to heading think that they missed something.',
      fix: 'Use the next level; looks are the brand’s business.',
      source: 'ISO 14289-1 (PDF/UA-1), 7.4.2; WCAG 2.2, 1.3.1',
    },
    'uneven-table': {
      what: 'The rows of a table don’t have the same number of columns.',
      why: 'A screen reader would announce the wrong heading with a cell.',
      fix: 'Give each row as many cells as the first, counting colspan.',
      source: 'ISO 14289-1 (PDF/UA-1), 7.5; ISO 32000-1, 14.8.4.3.4',
    },
    'unknown-attribute': {
      what: 'An element has an attribute that isn’t part of the vocabulary.',
      why: 'It would have no effect in the PDF.',
      fix: 'Remove it, or use the one in the hint.',
    },
    'unknown-class': {
      what: 'A class isn’t one that the element can have.',
      why: 'Classes say what a block is for; an unknown one would be set as plain text.',
      fix: 'Use one of the classes in the hint.',
    },
    'unknown-element': {
      what: 'An element isn’t part of the vocabulary that templates write in.',
      why: 'It couldn’t be set or tagged.',
      fix: 'Use one of the elements in the hint; src/document/vocabulary.ts has all of them.',
    },
  },
};

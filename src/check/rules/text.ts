import type { RuleArea } from './rule.js';

/** Rules of the stage `text`. */
export const textRules: RuleArea = {
  title: 'Type',
  fixed:
    'A patient would see an empty box in place of a letter, and a file with a missing glyph isn’t valid PDF/UA or PDF/A.',
  rules: {
    'missing-font': {
      what: 'A language is written in a script that no installed font has.',
      why: 'Its words would be printed as empty boxes.',
      fix: 'Add the package that the hint names; it is used as soon as it is installed.',
    },
    'missing-glyph': {
      what: 'None of the shipped fonts has a shape for this character.',
      why: 'It would be printed as an empty box, in the middle of a name or a dose.',
      fix: 'Write it with other characters; pictures such as emoji belong in a drawing.',
      source: 'ISO 14289-1 (PDF/UA-1), 7.21.8',
    },
  },
};

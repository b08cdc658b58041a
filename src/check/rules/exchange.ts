import type { RuleArea } from './rule.js';

/** Rules of the stage `exchange`. */
export const exchangeRules: RuleArea = {
  title: 'Files from translators',
  fixed: 'A text could land under another key or say something else than its translator wrote.',
  rules: {
    'bad-plural-header': {
      what: 'A PO file’s header has no plural forms, or others than its language.',
      why: 'Each form could land under another number.',
      fix: 'Restore the header Plural-Forms as it was exported.',
    },
    'bad-po': {
      what: 'A PO file can’t be read, or has an entry without msgctxt.',
      why: 'None of its texts can be taken.',
      fix: 'Save it again as PO in UTF-8 from the translator’s tool.',
    },
    'bad-xml': {
      what: 'An XLIFF file is not well-formed XML, or has a part that is not accepted.',
      why: 'None of its texts can be taken.',
      fix: 'Save it again from the translator’s tool.',
    },
    'changed-source': {
      what: 'The source text has changed since the file was exported.',
      why: 'The translation is of the old text.',
      fix: 'Export again, and let the text be translated anew.',
    },
    'lost-term': {
      what: 'A translation lacks a term that is to stay as it is.',
      why: 'Readers would not find the name on packs and signs.',
      fix: 'Write the term as in the source text.',
      severity: 'warning',
    },
    'repeated-key': {
      what: 'A file has the same text twice.',
      why: 'Only one of the two could be taken.',
      fix: 'Keep one.',
    },
    'too-long': {
      what: 'A translation is longer than the room that its text has.',
      why: 'It would not fit in its place on the page.',
      fix: 'Shorten it to the length in the message.',
      severity: 'warning',
    },
    'unknown-code': {
      what: 'A translation has an inline code that its source doesn’t have.',
      why: 'It would be printed, or a value would be lost.',
      fix: 'Use the codes of the source text only.',
    },
    'unknown-field': {
      what: 'A file has a field that isn’t known.',
      why: 'What it says would be lost without a word.',
      fix: 'Remove it, or correct its name.',
    },
    'unknown-form': {
      what: 'A file has a plural form that its language doesn’t have.',
      why: 'It would never be shown.',
      fix: 'Use the forms of the export.',
    },
    'unknown-format': {
      what: 'A file is neither XLIFF, PO nor JSON.',
      why: 'Its texts can’t be read.',
      fix: 'Save it in the format that was exported.',
    },
    'unknown-key': {
      what: 'A file has a text whose key doesn’t exist.',
      why: 'Nothing shows it; the key was changed, or the source has dropped it.',
      fix: 'Keep the keys of the export.',
    },
    'wrong-language': {
      what: 'A file is in another language than the one asked for.',
      why: 'The patient would read the wrong language.',
      fix: 'Name the language of the file with --lang, or choose the right file.',
    },
  },
};

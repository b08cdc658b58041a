import type { RuleArea } from './rule.js';

/** Rules of the stage `content`. */
export const contentRules: RuleArea = {
  title: 'Texts and translations',
  fixed: 'A patient would read a wrong text, a hole or raw code in its place, so the handout isn’t built.',
  rules: {
    'bad-count': {
      what: 'A text that depends on a count was given something that isn’t a number.',
      why: 'Its plural form can’t be chosen without a number.',
      fix: 'Give the number itself in the template; the text formats it.',
    },
    'bad-date': {
      what: 'A value that is to be shown as a date isn’t one.',
      why: 'A wrong day on an aftercare sheet is worse than none.',
      fix: 'Write dates as YYYY-MM-DD, and moments as YYYY-MM-DDTHH:MM.',
      source: 'ISO 8601',
    },
    'bad-json': {
      what: 'A file of texts is not valid JSON.',
      why: 'None of its texts can be read.',
      fix: 'Look at the place in the message; most often a comma or a quotation mark is missing just before it.',
      source: 'RFC 8259',
    },
    'bad-key': {
      what: 'A key has characters that keys can’t have.',
      why: 'Dots, colons and plural endings have a meaning in keys, so the text could never be found.',
      fix: 'Use small letters, digits and hyphens, in the spelling of the hint.',
    },
    'bad-language': {
      what: 'A language’s tag can’t be understood.',
      why: 'Plurals, dates and direction depend on it.',
      fix: 'Write a tag such as “es” or “pt-BR”.',
      source: 'BCP 47 (RFC 5646)',
    },
    'bad-placeholder': {
      what: 'A text has braces that aren’t a placeholder the program can fill.',
      why: 'A patient would read the braces.',
      fix: 'Write {{name}}, with the same name as in the source text.',
    },
    'bad-review': {
      what: 'The record of a translation’s review lacks a field or has one that isn’t known.',
      why: 'Nobody could tell who vouched for the text, in which role and when.',
      fix: 'Write the fields that the hint names.',
    },
    'bad-tag': {
      what: 'A text has a tag that is written wrongly.',
      why: 'The mark would be printed, or would swallow words.',
      fix: 'Write <strong>…</strong>, <em>…</em> or <bdi>…</bdi>, without attributes.',
    },
    'control-character': {
      what: 'A text has a character that is invisible and steers machines.',
      why: 'It is printed as a box or not at all, and confuses screen readers and searches.',
      fix: 'Delete it; it often comes along when a text is pasted.',
    },
    'extra-key': {
      what: 'A translation has a text that the source language doesn’t have.',
      why: 'Nothing shows it; the key is misspelt, or the source has dropped it.',
      fix: 'Correct the key to the name in the hint, or remove it.',
      severity: 'warning',
    },
    'extra-placeholder': {
      what: 'A translation has a placeholder that its source text doesn’t have.',
      why: 'Nothing fills it, so the sentence would have a hole.',
      fix: 'Use only the placeholders of the source text.',
    },
    'foreign-quotes': {
      what: 'A text uses quotation marks that its language doesn’t, or a typewriter’s.',
      why: 'Readers stumble over them, and straight marks look unfinished.',
      fix: 'Use the marks in the hint.',
      source: 'Unicode CLDR, delimiters',
      severity: 'warning',
    },
    'missing-key': {
      what: 'A translation lacks a text that the source language has.',
      why: 'The page can’t be shown in another language for one sentence, so the handout isn’t built in this one.',
      fix: 'Translate the text that the message names, under the same key.',
    },
    'missing-namespace': {
      what: 'A language lacks a whole file of texts.',
      why: 'Every text of it would be missing.',
      fix: 'Put the file that the hint names beside the others of the language.',
    },
    'missing-placeholder': {
      what: 'A translation leaves out a placeholder of its source text.',
      why: 'A value would be lost: a period, a name or a telephone number.',
      fix: 'Write the placeholder where the value belongs in the sentence.',
    },
    'missing-plural': {
      what: 'A translation lacks a plural form that its language needs.',
      why: 'The sentence would be ungrammatical for some numbers, or missing.',
      fix: 'Add the forms that the hint names; some languages have up to six.',
      source: 'Unicode CLDR, plural rules',
    },
    'missing-text': {
      what: 'A template asks for a text that isn’t there.',
      why: 'The page would have a hole.',
      fix: 'Correct the key in the template, or add the text to the source language and to every translation.',
    },
    'missing-variable': {
      what: 'A text has a placeholder that the template gives no value for.',
      why: 'The sentence would have a hole.',
      fix: 'Give the value in the template’s call, such as {{t "key" name=value}}.',
    },
    'needless-plural': {
      what: 'A translation has a plural form that its language never uses.',
      why: 'It is never shown, so work on it is lost.',
      fix: 'Remove it; the hint names the forms of the language.',
      source: 'Unicode CLDR, plural rules',
      severity: 'warning',
    },
    'no-locale-data': {
      what: 'Node has no data for this language.',
      why: 'Its dates, numbers and plurals come out as in English.',
      fix: 'Use a Node with full language data (the usual builds have it), and let a speaker read every date and number.',
      severity: 'warning',
    },
    'not-text': {
      what: 'A value in a file of texts is a list, a number or something else that isn’t text.',
      why: 'Translators’ tools lose lists, and only text can be translated.',
      fix: 'Write a text in quotation marks, or an object with a key for each part.',
    },
    'repeated-key': {
      what: 'A file of texts has the same key twice in one place.',
      why: 'Only one of the two would be shown, and tools disagree on which.',
      fix: 'Keep one.',
    },
    'unbalanced-tag': {
      what: 'A text opens a tag that it doesn’t close, or closes one that it didn’t open.',
      why: 'What follows would be set in bold or lost.',
      fix: 'Close every tag in the text that opens it, the last opened first.',
    },
    'unknown-date-style': {
      what: 'A date is to be written in a style that doesn’t exist.',
      why: 'The program can’t guess how much of the date matters here.',
      fix: 'Use one of the styles in the hint.',
    },
    'unknown-key': {
      what: 'A template, a brand or a series names a text that the source language doesn’t have.',
      why: 'Where it is used, the page would have a hole.',
      fix: 'Correct the key to the name in the hint, or add the text.',
    },
    'unknown-tag': {
      what: 'A text has a tag other than strong, em and bdi.',
      why: 'Layout belongs in templates, where it is the same in every language.',
      fix: 'Remove the tag, or move it to the template.',
    },
    'unknown-unit': {
      what: 'A number is to be written with a unit that isn’t known.',
      why: 'The program can’t say it in every language.',
      fix: 'Use one of the units in the hint.',
      source: 'ECMA-402, sanctioned unit identifiers',
    },
    'unused-key': {
      what: 'No template uses this text.',
      why: 'Translators would spend their time on it in every language for nothing.',
      fix: 'Remove it in every language, or use it.',
      severity: 'warning',
    },
  },
};

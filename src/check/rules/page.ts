import type { RuleArea } from './rule.js';

/** Rules of finished pages, as they are painted. */
export const pageRules: RuleArea = {
  title: 'Printed pages',
  fixed: 'Words on the page would be cut off, covered, or too faint or small to read.',
  rules: {
    'coarse-picture': {
      what: 'A picture of pixels is shown so large that each of them can be seen.',
      why: 'What it shows can’t be made out, and a handout with a blurred logo looks like a copy of a copy.',
      fix: 'Take a larger picture or a drawing, or show it smaller.',
      severity: 'warning',
    },
    'colour-only': {
      what: 'Only its colour tells what a box is for: it begins with no heading and has no marks.',
      why: 'Printed in black, “call us” and “get urgent help” would look the same, as they do to people who don’t see red from green.',
      fix: 'Begin the box with a heading, or with strong words, that say what it is for.',
      source: 'WCAG 2.2, 1.4.1',
      severity: 'warning',
    },
    'faint-mark': {
      what: 'A check mark, a cross, an icon or a line to write on hardly stands out from what is under it.',
      why: 'What tells something without words must be seen as well as words are.',
      fix: 'Give it a darker colour, or a paler ground.',
      source: 'WCAG 2.2, 1.4.11',
      severity: 'warning',
    },
    'grey-contrast': {
      what: 'Words stand out from their ground by hue alone, so a printer without colour makes them alike.',
      why: 'Most handouts are printed in black, and a printer’s greys aren’t those that the eye sees.',
      fix: 'Make one of the two colours darker or paler, not only another hue.',
      source: 'ISO 32000-1, 10.3.2 (the greys); WCAG 2.2, 1.4.3 (the contrast of large text)',
      severity: 'warning',
    },
    ink: {
      what: 'A page takes more ink than six pages of usual text.',
      why: 'It empties cartridges, comes out damp and shows through to the other side.',
      fix: 'Take paler tints or smaller pictures, or print the variant “greyscale”.',
      severity: 'warning',
    },
    'line-length': {
      what: 'The lines of a paragraph are so long that the eye misses the next one, or so short that it hardly gets going.',
      why: 'Who reads slowly or in a second language loses the line, and with it a word such as “not”.',
      fix: 'Set the text in a column of 45 to 75 characters.',
      source: 'WCAG 2.2, 1.4.8; RNIB, Clear Print (what to aim at); the limits are rules of this program',
      severity: 'warning',
    },
    'low-contrast': {
      what: 'Words are too faint on what is really painted under them: paper, a box, a drawing or a picture.',
      why: 'Many patients have low vision, and light print gets lighter on a copier.',
      fix: 'Take a darker colour for the words or a paler one for what is under them.',
      source: 'WCAG 2.2, 1.4.3',
    },
    'off-page': {
      what: 'Words or a picture stick out of the page.',
      why: 'What is outside the page is cut off, in print and on a screen.',
      fix: 'Make it smaller or shorter.',
    },
    overlap: {
      what: 'Words stand on other words, on a picture or across the edge of a box, or something is painted over them.',
      why: 'Nobody can read two things at one place.',
      fix: 'Give it more room: shorten it, or move what it meets.',
    },
    'qr-ground': {
      what: 'A QR code isn’t dark on a light, even ground, with its blank margin of four squares free.',
      why: 'Phones find a code by its margin and read it by its contrast.',
      fix: 'Put it on plain paper or a pale tint, with nothing else near it.',
      source:
        'ISO/IEC 18004 (the margin); ISO/IEC 15415 (how contrast is measured); the limit is a rule of this program',
    },
    'qr-size': {
      what: 'The squares of a QR code are too small for phones to read from paper.',
      why: 'An office printer makes a small square of few dots, and a copy of it of fewer.',
      fix: 'Show the code as wide as the hint says, or shorten its address.',
      source:
        'DENSO WAVE, Point for setting the module size (4 dots or more); the limit is a rule of this program',
      severity: 'warning',
    },
    'reading-order': {
      what: 'What is read next stands before what was read last: the order of reading crosses the order on the page.',
      why: 'A screen reader tells the page in another order than the eye sees it, and steps come out of order.',
      fix: 'Put both in the order in which they are to be read.',
      source: 'WCAG 2.2, 1.3.2; ISO 14289-1 (PDF/UA-1), 7.2',
    },
    'small-target': {
      what: 'A link is too small for a finger and has another one right beside it.',
      why: 'Who reads the handout on a phone would call or open the wrong one.',
      fix: 'Set it larger, or put more room between the links.',
      source: 'WCAG 2.2, 2.5.8',
      severity: 'warning',
    },
    'small-text': {
      what: 'Text is smaller than clear print, or large print where that was asked for, allows.',
      why: 'Many people, and most of those over sixty, can’t read small print without help.',
      fix: 'Set it larger: the sizes stand in “typeScale” of the brand.',
      source:
        'RNIB, Clear Print (12 points); APH Guidelines for Print Document Design (18); smaller sizes for notes are rules of this program',
    },
    'unprintable-margin': {
      what: 'Words or a picture are nearer to the edge of the paper than most printers print.',
      why: 'The printer leaves them out, or shrinks the whole page and its letters.',
      fix: 'Make it smaller or shorter, so that it stays within the margins.',
      source: 'a rule of this program, from the margins in drivers of laser printers',
      severity: 'warning',
    },
  },
};

import type { RuleArea } from './rule.js';

/** A program sees words and digits, and a clinic may know better. */
const READS_WORDS = false;

/** Rules of what could harm a patient. */
export const safetyRules: RuleArea = {
  title: 'Safety',
  fixed:
    'A patient could come to harm: without its safety block, its numbers or its notices a handout may not leave.',
  rules: {
    claim: {
      what: 'A text promises a result, or says that nothing can go wrong: “will”, “guaranteed”, “no risk”, “painless” and the like.',
      why: 'No handout may claim more than its source. Patients decide by such words, and advertising law forbids them.',
      fix: 'Say what it can or may do. Words alone are looked at: where they promise nothing, write why under "claim" in lint.json, or in a comment of the template.',
      source: 'Directive 2005/29/EC, annex I, 17; US FTC Health Products Compliance Guidance',
      fixed: READS_WORDS,
    },
    'hidden-sign-off': {
      what: 'Aftercare rules wait for the clinic’s review, and the handout doesn’t say so.',
      why: 'Whoever follows or hands out the advice must know that no clinician of this clinic has checked it.',
      fix: 'Show {{> partials/source-note}}, or set signOff: reviewed where a clinician has reviewed the rule.',
    },
    'hidden-source': {
      what: 'The handout doesn’t say where its aftercare rules come from.',
      why: 'Sources differ, and advice without one can’t be checked by anybody.',
      fix: 'Show {{> partials/source-note}}, which names every source once.',
      source: 'DISCERN, question 4',
    },
    'implausible-number': {
      what: 'A telephone number of the brand has too few or too many digits, the same digit only, or one bracket.',
      why: 'A patient in need would reach nobody.',
      fix: 'Write the number as a patient dials it; with a country’s code it begins with + and has up to 15 digits.',
      source: 'ITU-T E.164',
      fixed: READS_WORDS,
    },
    'incomplete-contact': {
      what: 'The handout lacks a telephone number, the number after hours, the opening hours, the address or the address online.',
      why: 'A patient with a question has only this sheet to go by.',
      fix: 'Fill in contact: of the brand and show it; partials/letterhead, contact-card and online do.',
      fixed: READS_WORDS,
    },
    'missing-block': {
      what: 'A handout of the kind aftercare has no box that says whom to call, or none that says when to get urgent help.',
      why: 'Whoever has a complication at night must find both without searching.',
      fix: 'Put {{> partials/safety-block}} into its template.',
    },
    'missing-draft-notice': {
      what: 'A translation that nobody qualified has reviewed, or whose source has changed, doesn’t say so on its first page.',
      why: 'The patient and whoever hands it out must know that it may be wrong, in the patient’s language and in English.',
      fix: 'Show {{> partials/draft-notice}} before the title.',
    },
    'missing-number': {
      what: 'The safety block lacks the clinic’s number, the one for after hours, or that of the emergency services.',
      why: 'Knowing whom to call is of no use without the number.',
      fix: 'Show the numbers of brand.contact, as templates/partials/safety-block.hbs does.',
    },
    'missing-sign': {
      what: 'A sign to call or to get urgent help, which the series lists, isn’t in the box of the safety block.',
      why: 'A patient who has just this sign would not call.',
      fix: 'Show every sign of series.callSigns and series.urgentSigns.',
    },
    'needless-draft-notice': {
      what: 'The handout says that it is a draft or out of date, though all of its texts are reviewed and up to date.',
      why: 'A notice that is untrue makes people overlook the true ones.',
      fix: 'Show the notice only {{#if (or draft stale)}}.',
      severity: 'warning',
    },
    'overdue-review': {
      what: 'The day by which the series had to be reviewed again has passed.',
      why: 'Advice may have changed since; a handout past its date isn’t printed or sent.',
      fix: 'Have a clinician review it; then write that day as reviewed: and a later one as nextReview:.',
      source: 'DISCERN, question 5',
    },
    'parted-block': {
      what: 'The two boxes of the safety block stand on different pages. It is a warning where they are too tall for one.',
      why: 'Who sees one page would think that it has all the signs.',
      fix: 'Put both boxes into one <section class="keep-together">, or take larger paper.',
    },
    'period-outside-range': {
      what: 'The period of a rule is shorter or longer than anything that its source gives.',
      why: 'Either is a mistake, or the clinic’s own decision, which should be told as its source.',
      fix: 'Have a clinician decide: correct the period or the range.',
      severity: 'warning',
    },
    'review-due': {
      what: 'The series has to be reviewed again within 60 days.',
      why: 'After that day its handouts can’t be printed or sent; reviews and translations take weeks.',
      fix: 'Have a clinician review it; then write that day as reviewed: and a later one as nextReview:.',
      severity: 'warning',
    },
    'review-in-future': {
      what: 'The day of the last review is still to come.',
      why: 'The handout would print a review that nobody has done yet.',
      fix: 'Write the day on which it was last reviewed.',
    },
    'review-order': {
      what: 'The next review isn’t after the last one.',
      why: 'Nobody can tell by when the series must be reviewed.',
      fix: 'Write the day by which it must be reviewed again as nextReview:.',
    },
    'split-block': {
      what: 'A box of the safety block goes on over a page’s end.',
      why: 'Signs or numbers on the next page are missed, or lost with it.',
      fix: 'Shorten the box: it is taller than a page. Or take larger paper.',
    },
    'uneven-range': {
      what: 'The range that a rule’s source gives has one end only, its longer end first, or no period to hold against it.',
      why: 'Nobody can then tell how far the rule’s period is from what is published.',
      fix: 'Write both shortest: and longest:, or neither.',
    },
    'wrong-phone-link': {
      what: 'A link that is tapped to call shows one number and calls another.',
      why: 'A patient would reach a stranger, and think that nobody answers.',
      fix: 'Take the number and its link from the same place: brand.contact.phone and brand.contact.phoneLink.',
    },
  },
};

import { describe, expect, it } from 'vitest';

import { checkWorkspace } from '../../src/check/check.js';
import { checkHandout } from '../../src/check/check-handout.js';
import type { HandoutRequest } from '../../src/handout/request.js';
import { printProblems } from '../workspace/print-problem.js';
import { ownNumbers } from '../workspace/built-in.js';
import { judged, openClinic, placeIn, QUIET_DAY, shipped, type Files } from './judged.js';

const AFTERCARE = { handout: 'microneedling/aftercare', lang: 'en' } as const;
const SHEET = { handout: 'microneedling/combined-aftercare', lang: 'en' } as const;
const BLOCK = 'templates/partials/safety-block.hbs';
const SERIES = 'templates/series/microneedling.yaml';
const NOTE = 'templates/partials/source-note.hbs';
const NOTICE = 'templates/partials/draft-notice.hbs';
const LAYOUT = 'templates/layouts/handout.hbs';

const URGENT_END = '<p class="phone"><a href="{{brand.contact.emergencyLink}}">';
const AFTER_HOURS = '{{bdi brand.contact.afterHoursPhone}}';

type Case = Readonly<{
  code: string;
  broken: Files;
  request: HandoutRequest;
  today?: string;
  printed: string;
  /** The shipped files without it. */
  fixed?: Files;
}>;

const dates = (reviewed: string, nextReview: string): Files =>
  shipped(
    SERIES,
    ['reviewed: 2026-01-15', `reviewed: ${reviewed}`],
    ['nextReview: 2027-01-15', `nextReview: ${nextReview}`],
  );

const cases: readonly Case[] = [
  {
    code: 'safety/missing-block',
    broken: shipped(BLOCK, ['<aside class="urgent">', '<aside class="info">']),
    request: AFTERCARE,
    printed:
      "built-in/templates/topics/aftercare.hbs:1:1 error safety/missing-block\nThe handout doesn't say when to get urgent help (en).\n" +
      'Put {{> partials/safety-block}} into it, or an <aside class="urgent"> with the signs and the numbers.',
  },
  {
    code: 'safety/missing-sign',
    broken: shipped(BLOCK, [
      '<li>{{t (key "call-signs" sign)}}</li>',
      '{{#unless (eq sign "fever")}}<li>{{t (key "call-signs" sign)}}</li>{{/unless}}',
    ]),
    request: AFTERCARE,
    printed:
      `${BLOCK}:4:7 error safety/missing-sign\nThe sign "call-signs.fever" isn't in the box that says whom to call (en).\n` +
      'Show every sign of series.callSigns in it, as templates/partials/safety-block.hbs does.',
  },
  {
    code: 'safety/missing-number',
    broken: shipped(BLOCK, [AFTER_HOURS, '{{t "safety.call.afterHours"}}']),
    request: SHEET,
    printed:
      `${BLOCK}:4:7 error safety/missing-number\nThe number after hours isn't in the box that says whom to call (en).\n` +
      'Show it from brand.contact, so that it is that of the clinic.',
  },
  {
    code: 'safety/missing-number',
    broken: shipped(BLOCK, [
      '<p class="phone"><a href="{{brand.contact.emergencyLink}}">{{t "safety.urgent.phone" phone=(bdi brand.contact.emergency)}}</a></p>',
      '<p>Call 999 right away.</p>',
    ]),
    request: SHEET,
    printed:
      `${BLOCK}:18:7 error safety/missing-number\nThe number for emergencies isn't in the box that says when to get urgent help (en).\n` +
      'Show it from brand.contact, so that it is that of the clinic.',
  },
  {
    code: 'safety/split-block',
    broken: shipped(BLOCK, [URGENT_END, `${'<p>Wait.</p>'.repeat(60)}${URGENT_END}`]),
    request: AFTERCARE,
    printed:
      `${BLOCK}:18:7 error safety/split-block\nA box of the safety block is divided over pages (en).\n` +
      'Shorten it: it is taller than a page.',
  },
  {
    code: 'safety/parted-block',
    broken: {
      [BLOCK]: shipped(
        BLOCK,
        ['<section class="keep-together">', '<section>'],
        ['<div class="columns">', ''],
        ['<div>', '<section class="keep-together">'],
        ['</div>\n    <div>', `</section>${'<p>Wait.</p>'.repeat(60)}<section class="keep-together">`],
        ['</div>\n  </div>', '</section>'],
      )[BLOCK]!,
    },
    request: AFTERCARE,
    printed:
      `${BLOCK}:17:7 error safety/parted-block\nThe two boxes of the safety block stand on different pages (en).\n` +
      'Put both into one <section class="keep-together">.',
  },
  {
    code: 'safety/implausible-number',
    broken: {
      'handout.yaml': ownNumbers.replace('202-555-0111', '(202-555-0111').replace('phone: (', 'phone: 1('),
    },
    request: AFTERCARE,
    printed:
      'handout.yaml:2:21 error safety/implausible-number\nNobody can be called at contact.phone: it has a bracket without its other.\n' +
      'Write the number as a patient dials it; with a country’s code it begins with +.',
  },
  {
    code: 'safety/wrong-phone-link',
    broken: shipped(BLOCK, ['{{brand.contact.phoneLink}}', 'tel:+12025550100']),
    request: AFTERCARE,
    printed:
      `${BLOCK}:12:26 error safety/wrong-phone-link\nThe link calls another number than the one that it shows.\n` +
      'Take both from brand.contact: phone and phoneLink, afterHoursPhone and afterHoursPhoneLink.',
  },
  {
    code: 'safety/incomplete-contact',
    broken: shipped('templates/partials/letterhead.hbs', [
      '{{#each brand.contact.address as |line|}}<bdi>{{line}}</bdi>&nbsp;· {{/each}}',
      '',
    ]),
    request: AFTERCARE,
    printed:
      'built-in/templates/topics/aftercare.hbs:1:1 error safety/incomplete-contact\n' +
      'The handout lacks how to reach the clinic: the address (en).\n' +
      'Fill it in under contact: of the brand, and show it: partials/letterhead, contact-card and online do.',
  },
  {
    code: 'safety/overdue-review',
    broken: dates('2026-01-15', '2026-05-31'),
    request: AFTERCARE,
    printed:
      `${placeIn(dates('2026-01-15', '2026-05-31'), SERIES, '2026-05-31')} error safety/overdue-review\nThe review of "microneedling" was due by 2026-05-31.\n` +
      'Have a clinician review it, then write that day as reviewed: and a later one as nextReview:.',
  },
  {
    code: 'safety/review-due',
    broken: dates('2026-01-15', '2026-07-31'),
    request: AFTERCARE,
    printed:
      `${placeIn(dates('2026-01-15', '2026-07-31'), SERIES, '2026-07-31')} warning safety/review-due\n` +
      `The review of "microneedling" is due by 2026-07-31; after that day its handouts can't be sent or printed.\n` +
      'Have a clinician review it, then write that day as reviewed: and a later one as nextReview:.',
    fixed: dates('2026-01-15', '2026-08-01'),
  },
  {
    code: 'safety/review-in-future',
    broken: dates('2026-06-02', '2027-01-15'),
    request: AFTERCARE,
    printed:
      `${placeIn(dates('2026-06-02', '2027-01-15'), SERIES, '2026-06-02')} error safety/review-in-future\n"microneedling" can't have been reviewed on 2026-06-02: that day is still to come.\n` +
      'Write the day on which it was last reviewed.',
    fixed: dates('2026-06-01', '2027-01-15'),
  },
  {
    code: 'safety/review-order',
    broken: dates('2026-01-15', '2026-01-15'),
    request: AFTERCARE,
    printed:
      `${placeIn(dates('2026-01-15', '2026-01-15'), SERIES, '2026-01-15\n\n')} error safety/review-order\nThe next review of "microneedling" isn't after the last one, of 2026-01-15.\n` +
      'Write the day by which it must be reviewed again.',
  },
  {
    code: 'safety/hidden-source',
    broken: shipped(NOTE, ['{{#each rules.sources as |source|}} {{t source}}{{/each}}', '']),
    request: AFTERCARE,
    printed:
      'built-in/templates/topics/aftercare.hbs:1:1 error safety/hidden-source\n' +
      'The handout doesn\'t say where its rules come from: "sources.published-advice" (en).\n' +
      'Put {{> partials/source-note}} into it.',
  },
  {
    code: 'safety/hidden-sign-off',
    broken: shipped(NOTE, ['{{#if rules.unreviewed}}', '{{#if false}}']),
    request: AFTERCARE,
    printed:
      'built-in/templates/topics/aftercare.hbs:1:1 error safety/hidden-sign-off\n' +
      'The handout doesn\'t say that the clinic hasn\'t reviewed some rules of "microneedling" (en).\n' +
      'Put {{> partials/source-note}} into it, or set signOff: reviewed where a clinician has.',
  },
  {
    code: 'safety/missing-draft-notice in English',
    broken: shipped(NOTICE, [
      'This translation is a draft. No qualified person has reviewed it yet.',
      'Draft.',
    ]),
    request: { ...AFTERCARE, lang: 'es' },
    printed:
      `${NOTICE}:2:1 error safety/missing-draft-notice\n` +
      "The handout has texts that nobody qualified has reviewed (es). It doesn't say so in English.\n" +
      'Show {{> partials/draft-notice}} before the title, as templates/layouts/handout.hbs does.',
  },
  {
    code: 'safety/missing-draft-notice at all',
    broken: shipped(LAYOUT, ['{{#if (or draft stale)}}', '{{#if stale}}']),
    request: { ...AFTERCARE, lang: 'ar' },
    printed:
      'built-in/templates/topics/aftercare.hbs:1:1 error safety/missing-draft-notice\n' +
      "The handout has texts that nobody qualified has reviewed (ar). It doesn't say so in its own language.\n" +
      'Show {{> partials/draft-notice}} before the title, as templates/layouts/handout.hbs does.',
  },
  {
    code: 'safety/missing-draft-notice on the first page',
    broken: shipped(
      LAYOUT,
      ['{{#if (or draft stale)}}', '{{#if stale}}'],
      ['{{> @partial-block}}', '{{> @partial-block}}{{> partials/draft-notice}}'],
    ),
    request: { ...AFTERCARE, lang: 'hi' },
    printed:
      `built-in/${NOTICE}:2:1 error safety/missing-draft-notice\n` +
      "The handout has texts that nobody qualified has reviewed (hi). It doesn't say so on its first page.\n" +
      'Show {{> partials/draft-notice}} before the title, as templates/layouts/handout.hbs does.',
  },
  {
    code: 'safety/needless-draft-notice',
    broken: {
      ...shipped(LAYOUT, ['{{#if (or draft stale)}}', '{{#if true}}']),
      [NOTICE]: '<p class="draft-notice">A draft.</p>',
    },
    request: AFTERCARE,
    printed:
      `${NOTICE}:1:1 warning safety/needless-draft-notice\n` +
      'The handout says that it isn’t reviewed, or out of date, and all of its texts are reviewed and up to date.\n' +
      'Show the notice only {{#if (or draft stale)}}.',
  },
];

describe('the judge of safety', () => {
  it.each(cases)(
    'finds $code alone, and nothing once it is mended',
    async ({ broken, request, printed, fixed = {} }) => {
      expect(await judged(broken, request)).toBe(printed);
      expect(await judged(fixed, request)).toBe('');
    },
  );

  it('looks for the safety block in both languages of a page', async () => {
    const bilingual = { ...AFTERCARE, lang: 'ar', bilingual: 'en' } as const;
    expect(await judged({}, bilingual)).toBe('');
    const broken = shipped(BLOCK, [
      '{{bdi brand.contact.phone}}',
      '{{#if (eq lang "en")}}–{{else}}{{bdi brand.contact.phone}}{{/if}}',
    ]);
    expect(await judged(broken, bilingual)).toContain(
      "The number of the clinic isn't in the box that says whom to call (en).",
    );
  });

  it('reads numbers in the digits of any language', async () => {
    const broken = shipped(BLOCK, ['{{t "safety.urgent.phone" phone=(bdi brand.contact.emergency)}}', '٩١١']);
    expect(await judged(broken, AFTERCARE)).toBe('');
    const other = shipped(BLOCK, ['{{t "safety.urgent.phone" phone=(bdi brand.contact.emergency)}}', '٩١٢']);
    expect(await judged(other, AFTERCARE)).toContain("The number for emergencies isn't in the box");
  });

  it('lets a block without a number say where to get urgent help', async () => {
    const words = shipped(BLOCK, [
      `${URGENT_END}{{t "safety.urgent.phone" phone=(bdi brand.contact.emergency)}}</a></p>`,
      '<p>Go to a hospital.</p>',
    ]);
    expect(await judged(words, AFTERCARE)).toBe('');
  });

  it('warns only, where the two boxes are too tall for one page', async () => {
    const request = { ...AFTERCARE, variants: ['large-print', 'booklet'] } as const;
    expect(await judged({}, request)).toContain('warning safety/parted-block');
    expect(await judged({}, { ...AFTERCARE, variants: ['booklet'] })).toBe('');
  });

  it('holds no review against a day that nobody has given', async () => {
    const workspace = openClinic(dates('2020-01-15', '2021-01-15'));
    expect((await checkHandout(workspace, AFTERCARE)).value).toBeDefined();
    expect((await checkHandout(workspace, AFTERCARE, { today: '2021-01-15' })).value).toBeDefined();
    expect((await checkHandout(workspace, AFTERCARE, { today: '2021-01-16' })).value).toBeUndefined();
  });

  it('lets nobody switch off that a review is overdue', async () => {
    const settings = `${ownNumbers}rules: { safety/*: off }\n`;
    const workspace = openClinic({ ...dates('2020-01-15', '2021-01-15'), 'handout.yaml': settings });
    const { problems } = await checkHandout(workspace, AFTERCARE, { today: QUIET_DAY });
    expect(problems.map(({ code }) => code)).toContain('safety/overdue-review');
  });

  it('says nothing of a patient', async () => {
    const personal = {
      firstName: 'Zofia',
      treatmentDate: '2026-05-05',
      clinician: 'Dr. Иван',
      note: 'Спасибо',
    };
    const broken = {
      ...dates('2026-01-15', '2026-05-31'),
      ...shipped(NOTE, ['{{#if rules.unreviewed}}', '{{#if false}}']),
    };
    const found = await judged(broken, { ...AFTERCARE, personal });
    expect(found).toContain('safety/overdue-review');
    expect(found).not.toMatch(/Zofia|2026-05-05|Иван|Спасибо|unmarked/);
  });
});

describe('the sources of rules', () => {
  const check = (from: string, to: string): string => {
    const files = shipped(SERIES, [from, to]);
    return printProblems(checkWorkspace(openClinic(files), []));
  };
  const RANGE = 'shortest: { hours: 24 }, longest: { hours: 72 }';

  it('give a range with both ends, the shorter first', () => {
    const printed = (what: string): string =>
      `${placeIn(shipped(SERIES), SERIES, `{ label: sources.published-advice, ${RANGE}`)} error safety/uneven-range\n${what}: the rule "makeup".\n` +
      'Write both shortest: and longest:, the shorter first, or neither.';
    expect(check(RANGE, 'shortest: { days: 4 }, longest: { hours: 72 }')).toBe(
      printed('The shortest period found is longer than the longest'),
    );
    expect(check(RANGE, 'longest: { hours: 72 }')).toBe(
      printed('Its source gives one end of a range and not the other'),
    );
    expect(check(RANGE, RANGE)).toBe('');
  });

  it('give a range that holds the rule’s period', () => {
    const makeup = 'subject: makeup\n    until: { hours: 24 }';
    expect(check(makeup, 'subject: makeup\n    until: { hours: 23 }')).toBe(
      `${placeIn(shipped(SERIES), SERIES, '{ hours: 24 }\n    phases: [today, days-1-3]\n    step: avoid-makeup')} warning safety/period-outside-range\n` +
        'The period of the rule "makeup" is shorter than any that its source gives.\n' +
        'Have a clinician decide: correct the period, or the range under source:.',
    );
    expect(check(makeup, 'subject: makeup\n    until: { days: 3 }')).toBe('');
    expect(check(makeup, 'subject: makeup\n    until: { weeks: 1 }')).toContain('is longer than any');
    expect(check('from: { hours: 4 }', 'from: { hours: 2 }')).toContain(
      'The period of the rule "first-wash" is shorter',
    );
  });
});

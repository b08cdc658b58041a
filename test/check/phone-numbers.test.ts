import { describe, expect, it } from 'vitest';

import { judged } from './judged.js';

const REQUEST = { handout: 'microneedling/aftercare', lang: 'en' } as const;

/** What is said of a clinic with this number, on the sheet that patients take home. */
const withNumber = (phone: string): Promise<string> =>
  judged(
    { 'handout.yaml': `clinic:\n  contact: { phone: '${phone}', afterHoursPhone: 202-555-0112 }\n` },
    REQUEST,
  );

/** What is said of a link, on a page of its own. */
const withLink = (link: string): Promise<string> =>
  judged(
    {
      'templates/topics/benefits.hbs': `{{#> layouts/handout}}\n<p>${link}</p>\n{{> partials/contact-card}}\n{{/layouts/handout}}\n`,
    },
    { handout: 'microneedling/benefits', lang: 'en' },
  );

describe('a telephone number', () => {
  it.each(['(703) 555-0123', '703.555.0123', '+49 (0)30 5550123', '+81 3-5555-0123'])(
    'may be written as usual where it is from: %s',
    async (phone) => {
      expect(await withNumber(phone)).toBe('');
    },
  );

  it.each([
    '<a href="tel:+49305550123">030 5550123</a>',
    '<a href="tel:+49305550123">+49 (0)30 5550123</a>',
    '<a href="tel:7035550123">+1 703-555-0123</a>',
    '<a href="tel:112">112</a>',
  ])('may be linked with and without its country’s code: %s', async (link) => {
    expect(await withLink(link)).toBe('');
  });

  it.each(['<a href="tel:3">703-555-0123</a>', '<a href="tel:911">703-555-0911</a>'])(
    'isn’t one that only ends like it: %s',
    async (link) => {
      expect(await withLink(link)).toContain('safety/wrong-phone-link');
    },
  );
});

import { describe, expect, it } from 'vitest';

import { judged, shipped } from './judged.js';

const LETTER = 'templates/email/letter.hbs';
const REQUEST = {
  handout: 'microneedling/aftercare',
  lang: 'en',
  letter: { hasCalendar: true, isLocked: false, isTrial: true },
} as const;

const saying = (paragraph: string) => shipped(LETTER, ['<p>{{t "email.intro"}}</p>', paragraph]);

describe('the letter of an e-mail', () => {
  it.each([
    ['<p>Smooth skin is guaranteed.</p>', 'error safety/claim'],
    ['<p><a href="https://a.example/">Click here</a></p>', 'error document/vague-link'],
  ])('is judged as the handout is: %s', async (paragraph, found) => {
    const printed = await judged(saying(paragraph), REQUEST);
    expect(printed).toContain(`${LETTER}:22:`);
    expect(printed).toContain(found);
  });

  it('is sound as it is shipped, and isn’t looked at where none is written', async () => {
    expect(await judged({}, REQUEST)).toBe('');
    const { letter: _, ...request } = REQUEST;
    expect(await judged(saying('<p>Smooth skin is guaranteed.</p>'), request)).toBe('');
  });
});

import { expect, it } from 'vitest';
import { reasonWords } from '../../../src/delivery/print/condition.js';
import { printable } from '../../../src/delivery/print/words.js';

it.each([
  ['media-empty-error', 'out of paper'],
  ['media-jam', 'paper jam'],
  ['cover-open-warning', 'a cover is open'],
  ['toner-empty-error', 'out of toner'],
  ['connecting-to-device-report', 'connecting to the printer'],
  ['offline-report', 'off-line'],
])('says what %s means', (reason, words) => {
  expect(reasonWords([reason])).toEqual([words]);
});

it('says each thing once, leaves out what goes without saying, and shows a reason of the vendor’s own', () => {
  expect(
    reasonWords([
      'none',
      'job-printing',
      'cover-open',
      'interlock-open-error',
      'com.example-stapler-empty-error',
    ]),
  ).toEqual(['a cover is open', 'com.example stapler empty']);
});

it('lets no printer steer the terminal', () => {
  expect(reasonWords(['\u001B[2Jevil\r\n\u202Ereason'])).toEqual(['[2Jevil reason']);
  expect(printable(`a\u0007${'b'.repeat(300)}`)).toHaveLength(200);
});

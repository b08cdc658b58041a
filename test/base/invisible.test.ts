import fc from 'fast-check';
import { expect, it } from 'vitest';
import { withoutBreakControls, withoutBreaks, withoutSteering } from '../../src/base/invisible.js';

const seen = 'na\u200dïve می\u200cشود';
const breaks = ['\u200b', '\u2060'];
const marks = ['\u200e', '\u200f', '\u202a', '\u202e', '\u2066', '\u2068', '\u2069'];

/** The seen text with some of these characters strewn in. */
function strewn(characters: readonly string[]) {
  return fc
    .array(fc.tuple(fc.nat(seen.length), fc.constantFrom(...characters)), { maxLength: 6 })
    .map((places) => places.reduce((text, [at, each]) => text.slice(0, at) + each + text.slice(at), seen));
}

it('takes break controls out of what another program sets, but leaves soft hyphens and isolates', () => {
  fc.assert(fc.property(strewn(breaks), (text) => withoutBreakControls(text) === seen));
  expect(withoutBreakControls('Haut\u00adpflege \u20684–6\u2069')).toBe('Haut\u00adpflege \u20684–6\u2069');
});

it('takes soft hyphens too out of titles, but leaves isolates', () => {
  fc.assert(fc.property(strewn([...breaks, '\u00ad']), (text) => withoutBreaks(text) === seen));
  expect(withoutBreaks('\u20684–6\u2069')).toBe('\u20684–6\u2069');
});

it('takes all that steers out of what was set, but never a joiner, which is spelling', () => {
  fc.assert(fc.property(strewn([...breaks, ...marks, '\u00ad']), (text) => withoutSteering(text) === seen));
  expect(withoutSteering('\u2066+1 202\u2069')).toBe('+1 202');
});

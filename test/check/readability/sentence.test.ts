import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { passagesOf } from '../../../src/check/readability/passage.js';
import { sentencesOf, splitSentences, wordsOf } from '../../../src/check/readability/sentence.js';
import { countText } from '../../../src/check/readability/statistics.js';
import { documentOf, handout } from '../../document/parse-body.js';

function sentencesIn(main: string, lang = 'en'): readonly string[] {
  const passages = passagesOf(documentOf(handout(`<h1>Title</h1>${main}`)));
  return sentencesOf(passages, lang).map(({ text }) => text);
}

describe('sentences', () => {
  it('come from running text: not from headings, labels, telephone lines or another language', () => {
    const main =
      '<h2>Heading.</h2><p>Rest well. Drink!</p><p class="phone">Call us.</p>' +
      '<p>Is it so? <span lang="es" dir="ltr">No es así.</span></p>';
    expect(sentencesIn(main)).toEqual(['Rest well.', 'Drink!', 'Is it so?']);
  });

  it('are items that end with a stop; other items are fragments', () => {
    expect(sentencesIn('<p>Tell us of:</p><ul><li>redness</li><li>You feel ill.</li></ul>')).toEqual([
      'Tell us of:',
      'You feel ill.',
    ]);
  });

  it('keep what is in isolates and strong words, without marks that nobody sees', () => {
    expect(sentencesIn('<p>Wait <bdi>3–4</bdi> <strong>long</strong>&nbsp;days.</p>')).toEqual([
      'Wait 3–4 long days.',
    ]);
  });

  it('go on after an initial, and before a small letter', () => {
    expect(splitSentences('Das gilt z. B. hier. Ja.', 'de')).toEqual(['Das gilt z. B. hier.', 'Ja.']);
    expect(splitSentences('ما هذا؟ هذا جلد.', 'ar')).toEqual(['ما هذا؟', 'هذا جلد.']);
  });

  it('are whole passages in Thai, which has no full stops', () => {
    expect(sentencesIn('<p>ดื่มน้ำ</p>', 'th')).toEqual(['ดื่มน้ำ']);
  });

  it('hold all letters of their text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const parted = splitSentences(text, 'en').join('');
        expect(parted.replace(/\s/gu, '')).toBe(text.replace(/\s/gu, ''));
      }),
    );
  });
});

describe('words', () => {
  it('are one with a hyphen or an apostrophe, and in figures', () => {
    const words = wordsOf('Don’t use young-looking 4.5 creams!', 'en').map(({ text }) => text);
    expect(words).toEqual(['Don’t', 'use', 'young-looking', '4.5', 'creams']);
  });

  it('are found by dictionary in scripts without spaces', () => {
    expect(wordsOf('请保持皮肤清洁。', 'zh-Hans').length).toBeGreaterThan(2);
  });

  it('are hard for Gunning unless they are names, compounds, or long by an ending', () => {
    const [text] = ['The elastin in Minnesota is long-lasting, collected devices.'];
    const words = wordsOf(text!, 'en');
    expect(countText([{ words }])).toMatchObject({ words: 8, polysyllables: 5, fogWords: 1 });
  });
});

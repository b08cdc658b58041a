import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../src/content/catalogue.js';
import { parseMessage } from '../../src/content/message.js';
import {
  isPseudoLanguage,
  pseudoLanguages,
  pseudoText,
  withPseudoLanguage,
} from '../../src/content/pseudo.js';
import { createTranslator } from '../../src/content/translate.js';
import { openWorkspace } from '../../src/workspace/workspace.js';
import { localeSource } from './sources.js';

const shipped = loadCatalogue(openWorkspace({ cwd: '/' }).value.readLocales(['en']).value, {
  sourceLang: 'en',
});
const sources = [...shipped.value.languages.get('en')!.values()].flatMap((messages) =>
  [...messages.values()].map(({ text }) => text),
);

const piece = fc.oneof(
  fc.constantFrom('{{name}}', '{{ count }}', '<bdi>', '</bdi>', '<strong>', '</strong>', ' ', '5', '– ', '“'),
  fc.stringMatching(/^[A-Za-z ,.?]{1,12}$/),
);
const message = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));

/** Everything but words, in order. */
function frameOf(text: string): readonly string[] {
  return parseMessage(text).parts.map((part) =>
    part.kind === 'text' ? part.text.replace(/[^\d–“]/gu, '') : `${part.kind} ${part.name}`,
  );
}

describe('a pseudo-language', () => {
  it.each(pseudoLanguages)('keeps tags, placeholders, digits and their order in %s', (lang) => {
    fc.assert(
      fc.property(message, (text) => {
        const { parts, faults } = parseMessage(text);
        fc.pre(faults.length === 0);
        const changed = pseudoText(text, lang);
        const isFramed = lang === 'en-XA' && (parts[0]?.kind !== 'text' || parts.at(-1)?.kind !== 'text');
        const frame = frameOf(changed).filter((part) => !isFramed || part !== '');
        expect(frame).toEqual(frameOf(text).filter((part) => !isFramed || part !== ''));
      }),
    );
  });

  it('is accented, in brackets and two fifths longer', () => {
    expect(pseudoText('Call {{phone}} <strong>right</strong> away', 'en-XA')).toBe(
      '⟦Çááļļ {{phone}} <strong>ŕîîîĝĥţ</strong> áááŵááý⟧',
    );
    const long = sources.filter((text) => text.length > 40 && !/[<{]/.test(text));
    for (const text of long) {
      const growth = (pseudoText(text, 'en-XA').length - 2) / text.length;
      expect(growth, text).toBeGreaterThan(1.2);
      expect(growth, text).toBeLessThan(1.45);
    }
    const lengths = [long, long.map((text) => pseudoText(text, 'en-XA'))].map(
      (texts) => texts.join('').length,
    );
    expect(lengths[1]! / lengths[0]!).toBeCloseTo(1.4, 1);
  });

  it('has as many letters, all of them Arabic, from right to left', () => {
    expect(pseudoText('Questions? Talk <bdi>to us</bdi>, {{name}}', 'ar-XB')).toBe(
      'قئعستيونس؟ تالك <bdi>تو ئس</bdi>، {{name}}',
    );
    for (const text of sources) {
      const words = parseMessage(pseudoText(text, 'ar-XB')).parts.map((part) =>
        part.kind === 'text' ? part.text : '',
      );
      expect(words.join('')).not.toMatch(/[A-Za-z]/);
      expect(parseMessage(pseudoText(text, 'ar-XB')).faults).toEqual([]);
      expect(pseudoText(text, 'ar-XB')).toHaveLength(text.length);
    }
  });

  it('has every plural form of its grammar', () => {
    const { value } = loadCatalogue(
      [localeSource('en', { days_one: '{{count}} day', days_other: '{{count}} days' })],
      { sourceLang: 'en' },
    );
    const forms = (lang: (typeof pseudoLanguages)[number]) => [
      ...withPseudoLanguage(value, lang).languages.get(lang)!.get('common')!.keys(),
    ];
    expect(forms('en-XA')).toEqual(['days_one', 'days_other']);
    expect(forms('ar-XB').sort()).toEqual(
      ['zero', 'one', 'two', 'few', 'many', 'other'].map((form) => `days_${form}`).sort(),
    );
    const { text, date } = createTranslator(withPseudoLanguage(value, 'ar-XB'), 'ar-XB');
    const report = (): void => expect.unreachable();
    for (const count of [0, 1, 2, 3, 11, 100])
      expect(text('days', { count }, report)).toContain(String(count));
    expect(date('2026-03-14', { style: 'long' }, report).html).toContain('مارس');
  });

  it('is told from others by its whole tag', () => {
    expect(['en-XA', 'ar-XB', 'en', 'ar', 'en-xa'].filter(isPseudoLanguage)).toEqual(['en-XA', 'ar-XB']);
  });
});

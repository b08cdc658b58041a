import { describe, expect, it } from 'vitest';

import { claimPatternsOf, claims } from '../../src/content/lint/claims.js';
import { findAlarms } from '../../src/content/lint/lint.js';
import { loadCatalogue } from '../../src/content/catalogue.js';
import { listUnits, type TranslationUnit } from '../../src/content/translation-unit.js';
import { printProblems } from '../workspace/print-problem.js';
import { claimSentences, fineSentences, furtherClaims } from './claim-sentences.js';
import { shippedTexts, translatedLanguages, withTarget } from './shipped-units.js';

const all = ['en', ...translatedLanguages];

/** What the claims rule finds in a text of a language. */
function claimsIn(lang: string, units: readonly TranslationUnit[]): ReturnType<typeof findAlarms> {
  return findAlarms(units, { lang, glossary: shippedTexts(lang).glossary, rules: [claims] });
}

function unitOf(text: string, lang = 'en'): TranslationUnit {
  const source = { file: `locales/${lang}/x.json`, text: JSON.stringify({ key: text }) };
  const { value } = loadCatalogue([{ lang, namespace: 'x', source }], { sourceLang: lang });
  return listUnits(value, lang)[0]!;
}

describe('the claims rule', () => {
  it('says what is claimed, at the words', () => {
    const [alarm] = claimsIn('en', [unitOf('Be calm. Your <strong>skin</strong> will look younger.')]);
    expect(printProblems([alarm!.problem])).toBe(
      'locales/en/x.json:1:45 error safety/claim\n“will” promises a result. (key)\n' +
        'Say what it can or may do, as the source does. If this promises nothing, write why under "claim" in lint.json.',
    );
  });

  it('shows whole words, of which its lists have stems', () => {
    const [alarm] = claimsIn('es', [unitOf('Resultados garantizados.', 'es')]);
    expect(alarm!.problem).toMatchObject({
      message: '“garantizados” guarantees a result. (key)',
      at: { line: 1, column: 20 },
    });
  });

  it('has words of every kind in every shipped language', () => {
    expect(all).toHaveLength(24);
    const kinds = all.map((lang) => [lang, claimPatternsOf(lang)?.kinds.length]);
    expect(kinds.filter(([, count]) => count !== 8)).toEqual([]);
  });

  it.each(all)('finds each claim that is put into a text (%s)', (lang) => {
    const sentences = Object.entries(claimSentences[lang]!);
    expect(sentences.length).toBeGreaterThanOrEqual(4);
    const missed = sentences.filter(([, sentence]) => claimsIn(lang, [unitOf(sentence, lang)]).length !== 1);
    expect(missed).toEqual([]);
    const further = furtherClaims[lang]!.filter((text) => claimsIn(lang, [unitOf(text, lang)]).length === 0);
    expect(further).toEqual([]);
  });

  it.each(all)('finds each claim that is added to a shipped text (%s)', (lang) => {
    const { units } = shippedTexts(lang);
    const texts = units.filter(({ key }) => key.endsWith('.text') || key.endsWith('.lead')).slice(0, 12);
    expect(texts.length).toBeGreaterThan(8);
    const missed = texts.flatMap((unit) =>
      Object.values(claimSentences[lang]!).filter((sentence) => {
        return claimsIn(lang, [withTarget(unit, (text) => `${text} ${sentence}`)]).length === 0;
      }),
    );
    expect(missed).toEqual([]);
  });

  it.each(all)('lets pass what is denied, asked or said of staff (%s)', (lang) => {
    const wrong = fineSentences[lang]!.flatMap((sentence) =>
      claimsIn(lang, [unitOf(sentence, lang)]).map(({ problem }) => `${sentence} ${problem.message}`),
    );
    expect(wrong).toEqual([]);
  });

  it('finds nothing in what is shipped', () => {
    const found = all.flatMap((lang) => claimsIn(lang, shippedTexts(lang).units));
    expect(printProblems(found.map(({ problem }) => problem))).toBe('');
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countSyllables } from '../../../src/check/readability/syllables.js';

/** Words divided by hand, a point between syllables. */
const DIVIDED: Readonly<Record<string, string>> = {
  en: 'mi·cro·need·ling a·re·a skin treat·ed e·las·tin col·la·gen pso·ri·a·sis see·ing don’t clinic’s:2 young-look·ing ra·di·o·fre·quen·cy i·so·tre·ti·noin a·re·as pro·fes·sion·al reach·es en·larged nau·se·a di·a·be·tes flu·ids',
  es: 'piel tra·ta·mien·to cue·llo dí·a sa·ú·co ca·er po·e·ta pro·te·í·na quie·re guí·a muy rey ciu·dad pier·nas a·gua lin·güís·ti·ca cui·da·do a·ho·ra cuí·da·te',
  pt: 'pe·le tra·ta·men·to não mãe a·ções sa·ú·de di·a fa·mí·lia te·ra·pi·a qual·quer á·gua pei·to co·o·pe·rar guer·ra',
  fr: 'peau soin trai·te·ment vi·sage fines muscle cré·ée·s:2 na·ïf voy·age jour vie qua·li·té beau·coup i·dée guide ai·guilles vieux',
  de: 'Haut Be·hand·lung The·a·ter Nar·ben heu·te Re·gi·on Pa·ti·en·ten Mus·kel Quel·le neu·e Säu·re Kreis See·le Ei·er Zei·tung',
  ru: 'ко·жа ле·че·ние:4 её:2 в:1 кол·ла·ген',
  pl: 'skó·ra le·cze·nie za·bieg nie·bie·ski au·to ciało:2 po·wie·rzch·nia:3',
};

describe('syllables', () => {
  it.each(Object.entries(DIVIDED))('are counted as spoken (%s)', (lang, words) => {
    const wrong = words.split(' ').flatMap((entry) => {
      const [divided = '', told] = entry.split(':');
      const word = divided.replaceAll('·', '');
      const expected = told === undefined ? divided.split(/[·-]/u).length : Number(told);
      const counted = countSyllables(word, lang);
      return counted === expected ? [] : [`${word}: ${counted}, not ${expected}`];
    });
    expect(wrong).toEqual([]);
  });

  it('are one in a figure, as with Flesch', () => {
    expect(['22', '9:00', '4.5'].map((figure) => countSyllables(figure, 'en'))).toEqual([1, 1, 1]);
  });

  it('are at least one in any word of any language', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.constantFrom('en', 'es', 'pt', 'fr', 'de', 'ru', 'pl', 'th'),
        (word, lang) => {
          expect(countSyllables(word || 'a', lang)).toBeGreaterThanOrEqual(1);
        },
      ),
    );
  });
});

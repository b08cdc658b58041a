import { gradeByBands, isPolysyllable, syllablesPerWord, wordsPerSentence, type Formula } from './formula.js';
import type { Statistics } from './statistics.js';

/** `base − perSentence × words per sentence − perWord × syllables per word`: the form that Flesch found and others fitted to their language. */
function easeScore(base: number, perSentence: number, perWord: number): (text: Statistics) => number {
  return (text) => base - perSentence * wordsPerSentence(text) - perWord * syllablesPerWord(text);
}

/** Flesch's table (1949), which his followers kept: 90 is very easy, 30 and less is for academics. */
const gradeByFlesch = gradeByBands(
  [
    [90, 5],
    [80, 6],
    [70, 7],
    [60, 8],
    [50, 10],
    [30, 13],
  ],
  16,
);

/**
 * Flesch reading ease: `206.835 − 1.015 × words per sentence − 84.6 × syllables per word`. From about 0 to 100, more is
 * easier; 80 to 90 is for grade 6.
 * @see Rudolf Flesch, “A new readability yardstick”, Journal of Applied Psychology 32 (1948)
 */
export const fleschEase: Formula = {
  name: 'Flesch reading ease',
  source: 'Flesch 1948',
  easier: 'higher',
  isHard: isPolysyllable,
  score: easeScore(206.835, 1.015, 84.6),
  grade: gradeByFlesch,
};

/**
 * Flesch–Kincaid grade level: `0.39 × words per sentence + 11.8 × syllables per word − 15.59`. A grade of American
 * schools; very easy texts fall below 0.
 * @see Kincaid, Fishburne, Rogers and Chissom, Research Branch Report 8-75, Naval Technical Training (1975)
 */
export const fleschKincaid: Formula = {
  name: 'Flesch–Kincaid grade',
  source: 'Kincaid and others 1975',
  easier: 'lower',
  isHard: isPolysyllable,
  score: (text) => 0.39 * wordsPerSentence(text) + 11.8 * syllablesPerWord(text) - 15.59,
  grade: (score) => score,
};

/**
 * Flesch–Kincaid for Russian, fitted to textbooks of grades 5 to 11: `0.36 × words per sentence + 5.76 × syllables per word − 11.97`. A
 * grade of Russian schools.
 * @see Valery Solovyev, Vladimir Ivanov and Marina Solnyshkina, “Assessment of reading difficulty levels in Russian academic texts”,
 *   Journal of Intelligent & Fuzzy Systems 34 (2018)
 */
export const solovyev: Formula = {
  name: 'Flesch–Kincaid for Russian',
  source: 'Solovyev and others 2018',
  easier: 'lower',
  isHard: isPolysyllable,
  score: (text) => 0.36 * wordsPerSentence(text) + 5.76 * syllablesPerWord(text) - 11.97,
  grade: (score) => score,
};

/**
 * Fernández-Huerta, Spanish: `206.84 − 60 × syllables per word − 1.02 × words per sentence`. More is easier; 70 to 80 is
 * for grade 6, by his own table, whose last three rows name kinds of schools and not grades. Many copies multiply sentences per
 * hundred words instead, which Law (2011) showed to be an error: shorter sentences would make a text harder.
 * @see José Fernández Huerta, “Medidas sencillas de lecturabilidad”, Consigna 214 (1959)
 */
export const fernandezHuerta: Formula = {
  name: 'Fernández-Huerta',
  source: 'Fernández Huerta 1959, as corrected by Law 2011',
  easier: 'higher',
  isHard: isPolysyllable,
  score: easeScore(206.84, 1.02, 60),
  grade: gradeByBands(
    [
      [90, 4],
      [80, 5],
      [70, 6],
      [60, 7],
      [50, 11],
      [30, 13],
    ],
    16,
  ),
};

/**
 * INFLESZ, Spanish: Szigriszt's perspicuity, `206.835 − 62.3 × syllables per word − words per sentence`, read on Barrio's scale
 * for patients. More is easier; 65 and more is for primary school, 55 to 65 for secondary school.
 * @see Francisco Szigriszt Pazos, doctoral thesis, Madrid (1993)
 * @see Barrio-Cantalejo and others, Anales del Sistema Sanitario de Navarra 31 (2008)
 */
export const inflesz: Formula = {
  name: 'INFLESZ',
  source: 'Szigriszt 1993, Barrio-Cantalejo 2008',
  easier: 'higher',
  isHard: isPolysyllable,
  score: easeScore(206.835, 1, 62.3),
  grade: gradeByBands(
    [
      [65, 6],
      [55, 7],
      [40, 11],
    ],
    13,
  ),
};

/**
 * Kandel–Moles, French: `207 − 1.015 × words per sentence − 73.6 × syllables per word`, read on Flesch's table.
 * @see Liliane Kandel and Abraham Moles, “Application de l'indice de Flesch à la langue française”, Cahiers d'études de
 *   radio-télévision 19 (1958)
 */
export const kandelMoles: Formula = {
  name: 'Kandel–Moles',
  source: 'Kandel and Moles 1958',
  easier: 'higher',
  isHard: isPolysyllable,
  score: easeScore(207, 1.015, 73.6),
  grade: gradeByFlesch,
};

/**
 * Amstad, German: `180 − words per sentence − 58.5 × syllables per word`, read on Flesch's table.
 * @see Toni Amstad, “Wie verständlich sind unsere Zeitungen?”, doctoral thesis, Zürich (1978)
 */
export const amstad: Formula = {
  name: 'Flesch–Amstad',
  source: 'Amstad 1978',
  easier: 'higher',
  isHard: isPolysyllable,
  score: easeScore(180, 1, 58.5),
  grade: gradeByFlesch,
};

/**
 * Flesch for Portuguese by Martins: `248.835 − 1.015 × words per sentence − 84.6 × syllables per word`. 75 and more is for
 * grades 1 to 4, 50 to 75 for grades 5 to 8, 25 to 50 for grades 9 to 12.
 * @see Martins, Ghiraldelo, Nunes and Oliveira, Notas do ICMSC-USP 28 (1996)
 */
export const martins: Formula = {
  name: 'Flesch–Martins',
  source: 'Martins and others 1996',
  easier: 'higher',
  isHard: isPolysyllable,
  score: easeScore(248.835, 1.015, 84.6),
  grade: gradeByBands(
    [
      [75, 1],
      [50, 5],
      [25, 9],
    ],
    13,
  ),
};

/**
 * Flesch for Russian by Oborneva: `206.835 − 1.3 × words per sentence − 60.1 × syllables per word`. She made a text and its translation
 * score alike, so the grades are those of Flesch's American table; nobody has held them against Russian pupils, as was done for
 * `solovyev`, which therefore decides.
 * @see Irina Oborneva, doctoral thesis, Moscow (2006)
 */
export const oborneva: Formula = {
  name: 'Flesch–Oborneva',
  source: 'Oborneva 2006',
  easier: 'higher',
  isHard: isPolysyllable,
  score: easeScore(206.835, 1.3, 60.1),
  grade: gradeByFlesch,
};

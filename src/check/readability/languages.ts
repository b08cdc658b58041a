import {
  amstad,
  fernandezHuerta,
  fleschEase,
  fleschKincaid,
  inflesz,
  kandelMoles,
  martins,
  oborneva,
  solovyev,
} from './flesch.js';
import { fogPolish, gunningFog } from './fog.js';
import type { Formula } from './formula.js';
import { gulpease } from './gulpease.js';
import { lix, rix } from './lix.js';
import { languageOf } from './sentence.js';
import { smog } from './smog.js';
import { wienerSachtext } from './wiener.js';

/**
 * The formulas that were validated for a language; the first one decides whether a handout meets its target. None for
 * languages without one, whose handouts are not scored.
 *
 * They are written here. The packages flesch, flesch-kincaid, smog-formula and gunning-fog are right on the published examples, but
 * each is one line for English counts; text-readability rounds before it multiplies and counts syllables anew, and gives
 * 24.4 where the example has 37.5; for the other languages there is no package.
 * @param lang BCP 47 tag
 */
export function formulasOf(lang: string): readonly Formula[] {
  return FORMULAS.get(languageOf(lang)) ?? [];
}

const FORMULAS: ReadonlyMap<string, readonly Formula[]> = new Map([
  ['en', [fleschKincaid, fleschEase, smog, gunningFog]],
  ['es', [inflesz, fernandezHuerta]],
  ['fr', [kandelMoles]],
  ['de', [...wienerSachtext, amstad]],
  ['it', [gulpease]],
  ['pt', [martins]],
  ['ru', [solovyev, oborneva]],
  ['pl', [fogPolish]],
  ['sv', [lix, rix]],
  ['da', [lix, rix]],
  ['nb', [lix, rix]],
  ['nn', [lix, rix]],
]);

import {
  amstad,
  fernandezHuerta,
  fleschEase,
  fleschKincaid,
  inflesz,
  kandelMoles,
  martins,
  oborneva,
} from './flesch.js';
import { fogPolish, gunningFog } from './fog.js';
import type { Formula } from './formula.js';
import { gulpease } from './gulpease.js';
import { lix } from './lix.js';
import { languageOf } from './sentence.js';
import { smog } from './smog.js';
import { wienerSachtext } from './wiener.js';

/**
 * The formulas that were validated for a language; the first one decides whether a handout meets its target. None for
 * languages without one, whose handouts are not scored.
 * @param lang BCP 47 tag
 */
export function formulasOf(lang: string): readonly Formula[] {
  return FORMULAS.get(languageOf(lang)) ?? [];
}

const FORMULAS: ReadonlyMap<string, readonly Formula[]> = new Map([
  ['en', [fleschKincaid, fleschEase, smog, gunningFog]],
  ['es', [inflesz, fernandezHuerta]],
  ['fr', [kandelMoles]],
  ['de', [wienerSachtext, amstad]],
  ['it', [gulpease]],
  ['pt', [martins]],
  ['ru', [oborneva]],
  ['pl', [fogPolish]],
  ['sv', [lix]],
  ['da', [lix]],
  ['nb', [lix]],
  ['nn', [lix]],
]);

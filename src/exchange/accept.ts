import { nearestName } from '../base/nearest.js';
import { hasErrors, type Problem, type Report } from '../base/problem.js';
import type { SourceRange } from '../base/source.js';
import { checkMessage } from '../content/check-message.js';
import { checkQuotes } from '../content/check-quotes.js';
import { checkTranslation } from '../content/check-translation.js';
import type { Message, Messages } from '../content/json.js';
import { pluralFormsOf, type PluralForms } from '../content/locale.js';
import type { Exchange, ExchangeUnit, FormName } from './exchange.js';

/** A unit that came back, beside what the program has for it. */
export type AcceptedUnit = Readonly<{ unit: ExchangeUnit; current: ExchangeUnit }>;

/** What is wrong with a file of translations, and which of its units are right. */
export type Acceptance = Readonly<{ accepted: readonly AcceptedUnit[]; problems: readonly Problem[] }>;

/**
 * Holds what came back against what would be sent out now. Units without a translation are passed over in silence.
 * @param current what `makeExchange` gives for the language
 * @returns the units without an error; reports `exchange/unknown-key`, `exchange/changed-source`, `exchange/unknown-form`,
 *   and what `checkMessage`, `checkTranslation` and `checkQuotes` find in the translations; and the warnings
 *   `exchange/lost-term` and `exchange/too-long`
 */
export function acceptUnits(read: Exchange, current: Exchange & Readonly<{ lang: string }>): Acceptance {
  const known = new Map(current.units.map((unit) => [unit.id, unit]));
  const plurals = pluralFormsOf(current.lang);
  const problems: Problem[] = [];
  const accepted: AcceptedUnit[] = [];
  for (const unit of read.units) {
    const counterpart = known.get(unit.id);
    if (counterpart === undefined) {
      problems.push(unknownKey(unit, known.keys()));
      continue;
    }
    const found: Problem[] = [];
    const report: Report = (problem) => found.push(problem);
    checkSource(unit, counterpart, report);
    if (isTranslated(unit)) checkTarget(unit, { current: counterpart, lang: current.lang, plurals }, report);
    problems.push(...found);
    if (isTranslated(unit) && !hasErrors(found)) accepted.push({ unit, current: counterpart });
  }
  return { accepted, problems };
}

function isTranslated({ forms }: ExchangeUnit): boolean {
  return [...forms.values()].some(({ target }) => target !== undefined);
}

function unknownKey({ id, at }: ExchangeUnit, known: Iterable<string>): Problem {
  const near = nearestName(id, known);
  return {
    code: 'exchange/unknown-key',
    severity: 'error',
    message: `There is no text "${id}" in the source language.`,
    ...(at && { at }),
    hint: near ? `Did you mean "${near}"?` : 'Remove it, or see where its text went.',
  };
}

/** A digest tells of every form; without one, the texts that the file repeats do. */
function checkSource(unit: ExchangeUnit, current: ExchangeUnit, report: Report): void {
  const changed = [...unit.forms].find(([name, { source }]) => {
    const now = current.forms.get(name)?.source;
    return source !== undefined && now !== undefined && source !== now;
  });
  const isOther = unit.digest !== undefined && unit.digest !== current.digest;
  // What is stale was sent out with the digest of the new source, so nothing but a real change is left here.
  if (!changed && !isOther) return;
  const now = current.forms.get(changed?.[0] ?? [...current.forms.keys()][0]!)?.source ?? '';
  report({
    code: 'exchange/changed-source',
    severity: 'error',
    message: `The source text of "${unit.id}" is not the one that was translated.`,
    ...(unit.at && { at: unit.at }),
    hint: `It is now “${now}”. Export it again and have it translated anew.`,
  });
}

type TargetCheck = Readonly<{ current: ExchangeUnit; lang: string; plurals: PluralForms }>;

function checkTarget(unit: ExchangeUnit, { current, lang, plurals }: TargetCheck, report: Report): void {
  const place = unit.at ?? { file: '', line: 1, column: 1 };
  for (const [name, { at }] of unit.forms) {
    if (current.forms.has(name) || name === 'zero') continue;
    report({
      code: 'exchange/unknown-form',
      severity: 'error',
      message: `"${unit.id}" has no form "${name}" in the language "${lang}".`,
      at: at ?? place,
      hint: `Its forms are ${[...current.forms.keys()].join(', ')}.`,
    });
  }
  const [namespace = '', key = ''] = [
    unit.id.slice(0, unit.id.indexOf(':')),
    unit.id.slice(unit.id.indexOf(':') + 1),
  ];
  const original = messagesOf(key, sourceTexts(current), place);
  const translated = messagesOf(key, targetTexts(unit), place);
  checkTranslation({ lang, plurals, namespace, original, translated, file: place.file }, report);
  for (const message of translated.values()) {
    checkMessage(message, report);
    checkQuotes(message, lang, report);
  }
  checkTerms(unit, current, report);
  for (const { text, at } of targetTexts(unit).values()) {
    const length = [...text.replace(/<[^<>]*>/g, '')].length;
    if (current.maxLength !== undefined && length > current.maxLength) {
      report({
        code: 'exchange/too-long',
        severity: 'warning',
        message: `The translation of "${unit.id}" has ${length} characters; there is room for ${current.maxLength}.`,
        at: at ?? place,
        hint: 'Shorten it, or look at the page whether it fits.',
      });
    }
  }
}

type Texts = ReadonlyMap<FormName, Readonly<{ text: string; at?: SourceRange }>>;

function sourceTexts({ forms }: ExchangeUnit): Texts {
  return new Map([...forms].map(([name, { source }]) => [name, { text: source ?? '' }]));
}

function targetTexts({ forms }: ExchangeUnit): Texts {
  return new Map(
    [...forms].flatMap(([name, { target, at }]) =>
      target === undefined ? [] : [[name, { text: target, ...(at && { at }) }] as const],
    ),
  );
}

function messagesOf(key: string, texts: Texts, place: SourceRange): Messages {
  return new Map(
    [...texts].map(([name, { text, at = place }]) => {
      const full = name === 'form' ? key : `${key}_${name}`;
      return [full, { key: full, text, keyAt: at, at } satisfies Message];
    }),
  );
}

function checkTerms(unit: ExchangeUnit, current: ExchangeUnit, report: Report): void {
  for (const [name, { text, at }] of targetTexts(unit)) {
    const source = current.forms.get(name)?.source ?? '';
    for (const term of current.keep) {
      if (!source.includes(term) || text.includes(term)) continue;
      report({
        code: 'exchange/lost-term',
        severity: 'warning',
        message: `The translation of "${unit.id}" leaves out “${term}”, which stays as it is in every language.`,
        ...(at && { at }),
        hint: `Write ${term} as in the source text.`,
      });
    }
  }
}

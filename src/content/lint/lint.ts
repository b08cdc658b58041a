import type { Problem } from '../../base/problem.js';
import type { Source } from '../../base/source.js';
import type { Catalogue } from '../catalogue.js';
import { within } from '../check-message.js';
import { unitId } from '../ledger.js';
import { listUnits, type TranslationUnit } from '../translation-unit.js';
import type { ClaimPatterns } from './claim-kind.js';
import { claimPatternsOf, claims } from './claims.js';
import { dates } from './dates.js';
import { endPunctuation } from './end-punctuation.js';
import { readGlossary, type Glossary } from './glossary.js';
import { isolates } from './isolates.js';
import { length } from './length.js';
import { links, placeholders, tags } from './markup.js';
import { measures } from './measures.js';
import { addedNegation, negation } from './negation.js';
import { numbers } from './numbers.js';
import { readText, type LintPair, type LintRule } from './pair.js';
import { periods } from './periods.js';
import { phones } from './phones.js';
import { spacing } from './spacing.js';
import { readSuppressions, unusedSuppression } from './suppressions.js';
import { terms } from './terms.js';
import { untranslated } from './untranslated.js';
import { wrongScript } from './wrong-script.js';

/** Every rule of the lint, in the order in which they are applied. */
export const lintRules: readonly LintRule[] = [
  ...[numbers, measures, periods, dates, phones, negation, addedNegation],
  ...[placeholders, tags, links, untranslated, wrongScript, isolates],
  ...[spacing, endPunctuation, terms, length, claims],
];

/** Those that look at a text alone, and so at a text of the source language too. */
const sourceRules: readonly LintRule[] = [claims];

/** What a language's lint goes by besides the texts; both files may be missing. */
export type LintFiles = Readonly<{
  /** The layers of `glossary.json`, the lowest first. */
  glossary: readonly Source[];
  /** The layers of `lint.json`. */
  suppressions: readonly Source[];
}>;

/** A problem that a rule found, with the text that it is about. */
export type Alarm = Readonly<{ unit: string; rule: string; problem: Problem }>;

/**
 * Holds every translation of a language against its source text: whether it says the same numbers, periods and negations, and whether it is
 * whole; of the source language, whether it claims too much. It looks at words, not at meaning, so it finds slips and not every error.
 * @returns what the rules find, each at its text, less what `lint.json` switches off; `content/unused-suppression`, and what
 *   `readSuppressions` and `readGlossary` report
 */
export function lintTranslations(catalogue: Catalogue, lang: string, files: LintFiles): readonly Problem[] {
  const glossary = readGlossary(files.glossary);
  const units = listUnits(catalogue, lang);
  const suppressions = readSuppressions(files.suppressions, {
    rules: lintRules.map(({ name }) => name),
    units: new Set(units.map(unitId)),
  });
  const rules = lang === catalogue.sourceLang ? sourceRules : lintRules;
  const alarms = findAlarms(units, { lang, glossary: glossary.value, rules });
  const isOff = ({ unit, rule }: Alarm): boolean =>
    suppressions.value.some((suppression) => suppression.unit === unit && suppression.rule === rule);
  const unused = suppressions.value.filter(
    ({ unit, rule }) => !alarms.some((alarm) => alarm.unit === unit && alarm.rule === rule),
  );
  return [
    ...glossary.problems,
    ...suppressions.problems,
    ...alarms.filter((alarm) => !isOff(alarm)).map(({ problem }) => problem),
    ...unused.map(unusedSuppression),
  ];
}

/** How texts are looked at. */
export type LintOptions = Readonly<{
  lang: string;
  glossary: Glossary;
  /** All of them without it. */
  rules?: readonly LintRule[];
  /** Those of the language, for who looks at its texts one by one. */
  claimPatterns?: ClaimPatterns | undefined;
}>;

/** Applies rules to every translation; nothing is switched off. */
export function findAlarms(units: readonly TranslationUnit[], options: LintOptions): readonly Alarm[] {
  const { lang, glossary, rules = lintRules, claimPatterns = claimPatternsOf(lang) } = options;
  return units.flatMap((unit) =>
    pairsOf(unit, { lang, glossary, claimPatterns }).flatMap((pair) =>
      rules.flatMap((rule) =>
        rule.find(pair).map(({ offset, message, hint }) => ({
          unit: unitId(unit),
          rule: rule.name,
          problem: {
            code: rule.code,
            severity: rule.severity,
            message: `${message} (${pair.message.key})`,
            at: offset === undefined ? pair.message.at : within(pair.message.at, offset),
            ...(hint === undefined ? {} : { hint }),
          },
        })),
      ),
    ),
  );
}

/** Each form of a translation beside the form of the source that says as much. */
function pairsOf(
  { key, source, target }: TranslationUnit,
  common: Pick<LintPair, 'lang' | 'glossary' | 'claimPatterns'>,
): readonly LintPair[] {
  return [...(target ?? [])].flatMap(([category, message]) => {
    const original = source.get(category) ?? source.get('other') ?? [...source.values()][0];
    if (original === undefined || message.text === '') return [];
    return [
      {
        ...common,
        key,
        source: readText(original.text),
        target: readText(message.text),
        isOfNought: category === 'zero',
        message,
      },
    ];
  });
}

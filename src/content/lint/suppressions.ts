import type { Problem, Report, Staged } from '../../base/problem.js';
import type { Source, SourceRange } from '../../base/source.js';
import { nearestName } from '../../base/nearest.js';
import { readMessages, type Message } from '../json.js';

/** A rule that is switched off for one text, and why. */
export type Suppression = Readonly<{
  /** `namespace:key`, without the ending of a plural form. */
  unit: string;
  rule: string;
  at: SourceRange;
}>;

/** Tells whether a text can be a reason: a dash, a dot or a letter alone says nothing. */
export function isReason(text: string): boolean {
  return /\p{L}.*\p{L}/su.test(text);
}

/**
 * Reads `locales/<lang>/lint.json`, layer over layer: namespaces and keys nested as in the locale files, and under each key the rules
 * that don't hold for it, each with the reason.
 * @param known the names of the rules, and the texts as `namespace:key`
 * @returns what is switched off; reports `content/bad-suppression` and what `readMessages` does
 */
export function readSuppressions(
  layers: readonly Source[],
  known: Readonly<{ rules: readonly string[]; units: ReadonlySet<string> }>,
): Staged<readonly Suppression[]> {
  const problems: Problem[] = [];
  const report: Report = (problem) => problems.push(problem);
  const suppressions = layers.flatMap((layer) => {
    const { messages, problems: found } = readMessages(layer);
    problems.push(...found);
    return messages.flatMap((message) => readSuppression(message, known, report));
  });
  return { value: suppressions, problems };
}

function readSuppression(
  { key, text, keyAt }: Message,
  { rules, units }: Readonly<{ rules: readonly string[]; units: ReadonlySet<string> }>,
  report: Report,
): readonly Suppression[] {
  const end = key.lastIndexOf('.');
  const [unit, rule] = [key.slice(0, Math.max(end, 0)).replace('.', ':'), key.slice(end + 1)];
  const refuse = (message: string, hint: string): readonly Suppression[] => {
    report({ code: 'content/bad-suppression', severity: 'error', message, at: keyAt, hint });
    return [];
  };
  if (!rules.includes(rule)) {
    const near = nearestName(rule, rules);
    return refuse(
      `There is no rule "${rule}".`,
      near ? `Did you mean "${near}"?` : `The rules are ${rules.join(', ')}.`,
    );
  }
  if (!units.has(unit)) {
    const near = nearestName(unit, units);
    return refuse(`There is no text "${unit}".`, near ? `Did you mean "${near}"?` : 'Remove it.');
  }
  if (!isReason(text))
    return refuse(`Nothing says why "${rule}" is off here.`, 'Write the reason as its text.');
  return [{ unit, rule, at: keyAt }];
}

/** Warns of a suppression that suppressed nothing. */
export function unusedSuppression({ unit, rule, at }: Suppression): Problem {
  return {
    code: 'content/unused-suppression',
    severity: 'warning',
    message: `The rule "${rule}" finds nothing in "${unit}".`,
    at,
    hint: 'Remove it.',
  };
}

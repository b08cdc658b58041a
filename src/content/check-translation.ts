import { nearestName } from '../base/nearest.js';
import type { Problem, Report } from '../base/problem.js';
import { formatRange, type SourceRange } from '../base/source.js';
import { groupForms, type Forms } from './forms.js';
import type { Message, Messages } from './json.js';
import type { PluralForms } from './locale.js';
import { parseMessage } from './message.js';
import { splitPluralKey } from './plural.js';

/** One namespace of a language beside the same namespace of the source language; they may be the same. */
export type TranslationCheck = Readonly<{
  lang: string;
  plurals: PluralForms;
  namespace: string;
  original: Messages;
  translated: Messages;
  /** Named where a text is missing and nothing near it is written. */
  file: string;
}>;

/**
 * Holds a translation against its source. Reports `content/missing-key`, `content/empty-text`, `content/extra-key`, `content/missing-plural`,
 * `content/needless-plural`, `content/missing-placeholder` and `content/extra-placeholder`.
 * @see CLDR plural rules, through `Intl.PluralRules`
 */
export function checkTranslation(check: TranslationCheck, report: Report): void {
  const original = groupForms(check.original);
  const translated = groupForms(check.translated);
  for (const [base, forms] of original) {
    const counterparts = translated.get(base);
    if (!counterparts) {
      report(missingKey(check, base, [...forms.values()][0]!));
      continue;
    }
    reportEmpty(check, { forms, counterparts }, report);
    if (forms.has('other') || counterparts.has('other')) checkPlurals(check, base, counterparts, report);
    checkPlaceholders(
      check.plurals,
      { sources: [...forms.values()], translations: [...counterparts.values()] },
      report,
    );
  }
  for (const [base, forms] of translated) {
    if (!original.has(base)) report(extraKey(base, [...forms.values()][0]!, original.keys()));
  }
}

function missingKey(check: TranslationCheck, base: string, source: Message): Problem {
  return {
    code: 'content/missing-key',
    severity: 'error',
    message: `The text "${base}" isn't translated (${check.lang}, ${check.namespace}).`,
    at: nearestParent(check, base),
    hint: `Translate what stands at ${formatRange(source.at)}.`,
  };
}

type BothForms = Readonly<{ forms: Forms; counterparts: Forms }>;

function reportEmpty(check: TranslationCheck, { forms, counterparts }: BothForms, report: Report): void {
  for (const [form, message] of counterparts) {
    const source = forms.get(form) ?? forms.get('other') ?? [...forms.values()][0]!;
    if (message.text.trim() !== '') continue;
    if (message === source) report(emptySource(message));
    if (source.text.trim() === '') continue;
    report({
      code: 'content/empty-text',
      severity: 'error',
      message: `The text "${message.key}" is empty: it isn't translated yet (${check.lang}, ${check.namespace}).`,
      at: message.at,
      hint: `Translate “${source.text}”, which stands at ${formatRange(source.at)}.`,
    });
  }
}

/** A part of a sentence may be left out on purpose; a whole element that is empty is an error of the document. */
function emptySource({ key, at }: Message): Problem {
  return {
    code: 'content/empty-text',
    severity: 'warning',
    message: `The text "${key}" is empty, so nothing stands where it belongs.`,
    at,
    hint: 'Write it, or remove its key: then the built-in text is used.',
  };
}

/** The first text of the innermost object that would hold the key, else the start of the file. */
function nearestParent(check: TranslationCheck, key: string): SourceRange {
  for (let end = key.lastIndexOf('.'); end > 0; end = key.lastIndexOf('.', end - 1)) {
    const parent = key.slice(0, end + 1);
    for (const message of check.translated.values()) {
      if (message.key.startsWith(parent)) return message.keyAt;
    }
  }
  return { file: check.file, line: 1, column: 1 };
}

function extraKey(base: string, message: Message, known: Iterable<string>): Problem {
  const near = nearestName(base, known);
  return {
    code: 'content/extra-key',
    severity: 'warning',
    message: `The text "${base}" isn't in the source language, so nothing shows it.`,
    at: message.keyAt,
    hint: near ? `Did you mean "${near}"?` : 'Remove it.',
  };
}

function checkPlurals(...[check, base, forms, report]: [TranslationCheck, string, Forms, Report]): void {
  const needed = check.plurals.categories;
  const [first] = [...forms.values()];
  const missing = needed.filter((category) => !forms.has(category));
  if (missing.length > 0) {
    const keys = missing.map((category) => `"${base}_${category}"`).join(', ');
    report({
      code: 'content/missing-plural',
      severity: 'error',
      message: `The language "${check.lang}" also needs the plural ${missing.length === 1 ? 'form' : 'forms'} ${keys}.`,
      at: first!.keyAt,
      hint: `Its forms are ${needed.join(', ')}.`,
    });
  }
  for (const [category, message] of forms) {
    // i18next takes _zero for nought in any language.
    if (category === 'zero' || (category !== 'form' && needed.includes(category))) continue;
    const what =
      category === 'form'
        ? 'has plural forms, so this one without a form is'
        : `has no form "${category}"; this is`;
    report({
      code: 'content/needless-plural',
      severity: 'warning',
      message: `"${base}" in the language "${check.lang}" ${what} never shown.`,
      at: message.keyAt,
      hint: `Its forms are ${needed.join(', ')}.`,
    });
  }
}

type Counterparts = Readonly<{ sources: readonly Message[]; translations: readonly Message[] }>;

function checkPlaceholders(
  plurals: PluralForms,
  { sources, translations }: Counterparts,
  report: Report,
): void {
  const expected = new Set(sources.flatMap((message) => placeholdersOf(message)));
  for (const message of translations) {
    if (message.text.trim() === '') continue;
    const found = new Set(placeholdersOf(message));
    for (const name of found) {
      if (expected.has(name)) continue;
      const near = nearestName(name, expected);
      report({
        code: 'content/extra-placeholder',
        severity: 'error',
        message: `The source text of "${message.key}" has no {{${name}}}.`,
        at: message.at,
        hint: near ? `Did you mean {{${near}}}?` : 'Remove it.',
      });
    }
    for (const name of expected) {
      if (found.has(name) || (name === 'count' && namesOneNumber(plurals, message.key))) continue;
      report({
        code: 'content/missing-placeholder',
        severity: 'error',
        message: `"${message.key}" leaves out {{${name}}}, which its source text has.`,
        at: message.at,
        hint: `Write {{${name}}} where its value belongs.`,
      });
    }
  }
}

/** Tells whether a plural form stands for one number only, such as “one week”, so that words may say the number. */
function namesOneNumber(plurals: PluralForms, key: string): boolean {
  const { category } = splitPluralKey(key);
  // i18next takes _zero for nought in any language.
  return category !== undefined && (category === 'zero' || plurals.ofOneNumber.has(category));
}

function placeholdersOf(message: Message): readonly string[] {
  if (!message.text.includes('{{')) return [];
  return parseMessage(message.text).parts.flatMap((part) => (part.kind === 'placeholder' ? [part.name] : []));
}

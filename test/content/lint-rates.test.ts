import { describe, expect, it } from 'vitest';
import { lintRules } from '../../src/content/lint/lint.js';
import type { TranslationUnit } from '../../src/content/translation-unit.js';
import { alarmsOf, shippedTexts, translatedLanguages, withTarget, type Shipped } from './shipped-units.js';

/** `npm run lint:translations` prints what this file measures. */
const isPrinted = process.env['npm_lifecycle_event'] === 'lint:translations';

/** What spoils a translation, and the rule that has to notice; undefined where there is nothing to spoil. */
type Spoiling = Readonly<{
  name: string;
  rule: string;
  spoil(text: string, source: string): string | undefined;
}>;

const spoilings: readonly Spoiling[] = [
  {
    name: 'a digit changed',
    rule: 'numbers|dates',
    spoil: (text) => changed(text, /\p{Nd}/u, (digit) => String((Number(digit) + 3) % 10)),
  },
  {
    name: 'another digit in another numeral system',
    rule: 'numbers|dates',
    spoil: (text) =>
      changed(text, /\p{Nd}/u, (digit) => String.fromCodePoint(0x966 + ((Number(digit) + 1) % 10))),
  },
  {
    name: 'a range turned',
    rule: 'numbers',
    spoil: (text) => changed(text, /(\d)–(\d)(?=<\/bdi>)/u, (range) => [...range].reverse().join('')),
  },
  {
    name: 'a phone number added',
    rule: 'phones',
    spoil: (text) => `${text} 202-555-0199`,
  },
  {
    name: 'the source left',
    rule: 'untranslated',
    spoil: (_text, source) => (/^[^<{]+ [^<{]+ [^<{]+$/u.test(source) ? source : undefined),
  },
  {
    name: 'a tag dropped',
    rule: 'tags',
    spoil: (text) => (text.includes('<strong>') ? text.replace(/<\/?strong>/gu, '') : undefined),
  },
  { name: 'a space doubled', rule: 'spaces', spoil: (text) => changed(text, / /u, () => '  ') },
  {
    name: 'the sentence sign dropped',
    rule: 'end',
    spoil: (text, source) => (/[^.]\.$/u.test(source) ? changed(text, /[.。।۔]$/u, () => '') : undefined),
  },
  {
    name: 'a placeholder doubled',
    rule: 'placeholders',
    spoil: (text) => changed(text, /\{\{\w+\}\}/u, (name) => `${name} ${name}`),
  },
  {
    name: 'text three times over',
    rule: 'length',
    spoil: (text, source) => (source.length > 60 ? `${text} ${text} ${text} ${text}` : undefined),
  },
];

function changed(text: string, pattern: RegExp, change: (found: string) => string): string | undefined {
  return pattern.test(text) ? text.replace(pattern, change) : undefined;
}

function spoilt(unit: TranslationUnit, { spoil }: Spoiling): TranslationUnit | undefined {
  const source = [...unit.source.values()][0]!.text;
  const texts = [...unit.target!.values()].map(({ text }) => spoil(text, source));
  return texts.includes(undefined) ? undefined : withTarget(unit, (text) => spoil(text, source)!);
}

/** How many units could be spoilt, and in how many of them the rule noticed. */
function recallOf(
  spoiling: Spoiling,
  shipped: Shipped,
): Readonly<{ tried: number; missed: readonly string[] }> {
  const units = shipped.units.flatMap((unit) => spoilt(unit, spoiling) ?? []);
  const missed = units.filter(
    (unit) => !alarmsOf(shipped, unit).some(({ rule }) => spoiling.rule.split('|').includes(rule)),
  );
  return { tried: units.length, missed: missed.map(({ key }) => `${shipped.lang} ${key}`) };
}

function print(line: string): void {
  if (isPrinted) console.log(line);
}

describe('over the shipped languages the lint', () => {
  const all = translatedLanguages.map(shippedTexts);

  it('raises an alarm in less than one text of a hundred', () => {
    const alarms = all.flatMap((shipped) =>
      shipped.units.flatMap((unit) =>
        alarmsOf(shipped, unit).map((alarm) => ({ ...alarm, unit: `${shipped.lang} ${alarm.unit}` })),
      ),
    );
    const texts = all.reduce((sum, { units }) => sum + units.length, 0);
    print(`${texts} texts in ${all.length} languages; alarms before suppression, by rule:`);
    for (const { name } of lintRules) {
      const own = alarms.filter(({ rule }) => rule === name);
      const perThousand = ((1000 * own.length) / texts).toFixed(2);
      print(`  ${name.padEnd(16)}${String(own.length).padStart(4)}  ${perThousand} of 1,000 texts`);
      for (const { unit, problem } of own) print(`      ${unit}: ${problem.message}`);
    }
    expect(alarms.length / texts).toBeLessThan(0.01);
  });

  it.each(spoilings)('notices $name', (spoiling) => {
    const found = all.map((shipped) => recallOf(spoiling, shipped));
    const tried = found.reduce((sum, each) => sum + each.tried, 0);
    const missed = found.flatMap((each) => each.missed);
    print(`${spoiling.name}: ${tried - missed.length} of ${tried} noticed`);
    for (const unit of missed) print(`      missed: ${unit}`);
    expect(tried).toBeGreaterThan(20);
    expect(missed.length / tried).toBeLessThan(0.02);
  });
});

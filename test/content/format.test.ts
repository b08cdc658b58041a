import { describe, expect, it } from 'vitest';
import type { Problem } from '../../src/base/problem.js';
import { createFormatter, type Formatter } from '../../src/content/format.js';
import { plainTextOf, type Markup } from '../../src/content/markup.js';
import { printProblems } from '../workspace/print-problem.js';

function text(
  lang: string,
  write: (formatter: Formatter, report: (problem: Problem) => void) => Markup,
): string {
  const problems: Problem[] = [];
  const written = write(createFormatter(lang), (problem) => problems.push(problem));
  // ICU puts marks and narrow spaces into its formats.
  return problems.length > 0
    ? printProblems(problems)
    : plainTextOf(written)
        .replace(/[\u200e\u200f]/g, '')
        .replace(/[\u2009\u202f\u00a0]/g, ' ');
}

describe('a date', () => {
  it.each([
    ['en', 'short', '5/12/26'],
    ['en', 'medium', 'May 12, 2026'],
    ['en', 'long', 'May 12, 2026'],
    ['en', 'full', 'Tuesday, May 12, 2026'],
    ['en', 'weekday', 'Tuesday'],
    ['es', 'long', '12 de mayo de 2026'],
    ['ar', 'long', '12 مايو 2026'],
    ['fa', 'long', '12 مهٔ 2026'],
    ['th', 'long', '12 พฤษภาคม 2026'],
    ['ht', 'long', '12 me 2026'],
    ['ht', 'full', 'madi 12 me 2026'],
    ['ht', 'medium', '12 me 2026'],
  ])('in %s, %s, is %s', (lang, style, expected) => {
    expect(text(lang, (formatter, report) => formatter.date('2026-05-12', { style }, report))).toBe(expected);
  });

  it('has its own names in a language that ICU lacks, in ranges and with a time too', () => {
    const write = (value: string, to?: string) =>
      text('ht', (formatter, report) => formatter.date(value, { style: 'long', ...(to && { to }) }, report));
    expect([write('2026-08-30', '2026-09-02'), write('2026-08-03T14:30')]).toEqual([
      '30 out – 2 septanm 2026',
      '3 out 2026 a 2:30 PM',
    ]);
    const korean = text('ko', (formatter, report) =>
      formatter.date('2026-04-11T14:30', { style: 'full' }, report),
    );
    expect(korean).toBe('2026년 4월 11일 토요일 오후 2:30');
  });

  it('has its time where it is given one', () => {
    const write = (style: string) =>
      text('en', (formatter, report) => formatter.date('2026-05-12T14:30', { style }, report));
    expect([write('full'), write('time'), write('weekday')]).toEqual([
      'Tuesday, May 12, 2026 at 2:30 PM',
      '2:30 PM',
      'Tuesday',
    ]);
  });

  it('may reach to another', () => {
    const write = (formatter: Formatter, report: (problem: Problem) => void): Markup =>
      formatter.date('2026-05-12', { style: 'medium', to: '2026-05-15' }, report);
    expect(text('en', write)).toBe('May 12 – 15, 2026');
  });

  it('is marked up with its value', () => {
    const { html } = createFormatter('es').date('2026-05-12', { style: 'long' }, () => undefined);
    expect(html).toBe('<time datetime="2026-05-12">12 de mayo de 2026</time>');
  });

  it.each(['2026-02-30', '2026-13-01', '12/05/2026', '2026-05-12T25:00', '', '"><script>'])(
    'is not %j',
    (value) => {
      expect(text('en', (formatter, report) => formatter.date(value, { style: 'long' }, report))).toBe(
        "error content/bad-date\nA value to be written as a date isn't one.\n" +
          'Give YYYY-MM-DD or YYYY-MM-DDTHH:mm, a day that exists.',
      );
    },
  );

  it('has no style of another name', () => {
    expect(text('en', (formatter, report) => formatter.date('2026-05-12', { style: 'lnog' }, report))).toBe(
      'error content/unknown-date-style\nThere is no date style "lnog".\nDid you mean "long"?',
    );
  });
});

describe('a number', () => {
  it.each([
    ['en', { unit: 'hour' }, '24 hours'],
    ['es', { unit: 'hour' }, '24 horas'],
    ['ar', { unit: 'hour' }, '24 ساعة'],
    ['en', {}, '24'],
    ['en', { to: 48, unit: 'hour' }, '24–48 hours'],
    ['fa', { to: 48 }, '24–48'],
  ])('in %s with %j is %s', (lang, options, expected) => {
    expect(text(lang, (formatter, report) => formatter.number(24, options, report))).toBe(expected);
  });

  it('is isolated and stays on one line', () => {
    const { html } = createFormatter('en').number(7, { to: 10 }, () => undefined);
    expect(html).toBe('<bdi class="no-break">7–10</bdi>');
  });

  it('has no unit that ECMA-402 has not', () => {
    expect(text('en', (formatter, report) => formatter.number(3, { unit: 'weeks' }, report))).toBe(
      'error content/unknown-unit\nThere is no unit "weeks".\nDid you mean "week"?',
    );
  });
});

describe('a list', () => {
  it.each([
    ['en', 'and', 'a, b, and c'],
    ['es', 'and', 'a, b y c'],
    ['en', 'or', 'a, b, or c'],
  ] as const)('in %s with %s is %s', (lang, type, expected) => {
    expect(text(lang, (formatter) => formatter.list(['a', 'b', 'c'], type))).toBe(expected);
  });

  it('escapes and isolates its items', () => {
    expect(createFormatter('en').list(['<a>', 'b'], 'and').html).toBe(
      '<bdi>&lt;a&gt;</bdi> and <bdi>b</bdi>',
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Problem } from '../../src/base/problem.js';
import { loadCatalogue } from '../../src/content/catalogue.js';
import { markupOf } from '../../src/content/markup.js';
import { createTranslator, type Translator, type Variables } from '../../src/content/translate.js';
import { printProblems } from '../workspace/print-problem.js';
import { localeSource } from './sources.js';

function translator(texts: unknown, lang = 'en'): Translator {
  return createTranslator(loadCatalogue([localeSource(lang, texts)], { sourceLang: lang }).value, lang);
}

/** The HTML of a text, and what was reported after it. */
function translated({ texts, key, variables = {}, lang = 'en' }: Request): string {
  const problems: Problem[] = [];
  const { html } = translator(texts, lang).t(key, variables, (problem) => problems.push(problem));
  return problems.length === 0 ? html : `${html}\n${printProblems(problems)}`;
}

type Request = Readonly<{ texts: unknown; key: string; variables?: Variables; lang?: string }>;

describe('a text', () => {
  it('is found by its key and filled in', () => {
    const texts = { hello: { name: 'Hi <strong>{{name}}</strong>!' } };
    expect(translated({ texts, key: 'hello.name', variables: { name: 'Ana' } })).toBe(
      'Hi <strong><bdi>Ana</bdi></strong>!',
    );
  });

  it.each([
    [0, 'لا أيام'],
    [1, 'يوم'],
    [2, 'يومان'],
    [3, '<bdi class="no-break">3</bdi> أيام'],
    [11, '<bdi class="no-break">11</bdi> يومًا'],
    [100, '<bdi class="no-break">100</bdi> يوم'],
  ])('has the plural form of %i in Arabic', (count, expected) => {
    const texts = {
      day_zero: 'لا أيام',
      day_one: 'يوم',
      day_two: 'يومان',
      day_few: '{{count}} أيام',
      day_many: '{{count}} يومًا',
      day_other: '{{count}} يوم',
    };
    expect(translated({ texts, key: 'day', variables: { count }, lang: 'ar' })).toBe(expected);
  });

  it('may read like its own key', () => {
    expect(translated({ texts: { ok: 'ok' }, key: 'ok' })).toBe('ok');
  });

  it('may be called like a property of every object', () => {
    expect(translated({ texts: { constructor: 'a' }, key: 'constructor' })).toBe('a');
    expect(translated({ texts: { a: 'b' }, key: 'constructor' })).toContain('content/missing-text');
  });

  it('is plain for metadata', () => {
    const report = (): void => undefined;
    expect(translator({ a: '<em>{{x}}</em> & "c"' }).text('a', { x: '<b>' }, report)).toBe('<b> & "c"');
  });

  it('isolates what is written in Latin letters in a right-to-left language', () => {
    expect(translated({ texts: { a: 'واقٍ SPF 30+ كل يوم' }, key: 'a', lang: 'ar' })).toBe(
      'واقٍ <bdi class="no-break">SPF 30+</bdi> كل يوم',
    );
  });
});

describe('a value in a text', () => {
  it('is escaped', () => {
    expect(translated({ texts: { a: '{{x}}' }, key: 'a', variables: { x: `<b>&"'` } })).toBe(
      '<bdi>&lt;b&gt;&amp;&quot;&#39;</bdi>',
    );
  });

  it('is not read as a placeholder or as a reference to another text', () => {
    expect(
      translated({ texts: { a: '{{x}}{{y}}', b: 'c' }, key: 'a', variables: { x: '{{y}}', y: '$t(b)' } }),
    ).toBe('<bdi>{{y}}</bdi><bdi>$t(b)</bdi>');
  });

  it('cannot break out of its isolate', () => {
    expect(
      translated({ texts: { a: '{{x}}' }, key: 'a', variables: { x: '\u2069\u202eab\u2066\u0000' } }),
    ).toBe('<bdi>ab</bdi>');
  });

  it('stays as it is when it is markup', () => {
    const variables = { x: markupOf('<time datetime="2026-05-12">12 May</time>') };
    expect(translated({ texts: { a: 'on {{x}}' }, key: 'a', variables })).toBe(
      'on <time datetime="2026-05-12">12 May</time>',
    );
  });

  it('never becomes a tag, whatever it is', () => {
    const { t } = translator({ a: '<em>{{x}}</em>' });
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (x) => {
        const { html } = t('a', { x }, () => undefined);
        expect(html.slice('<em><bdi>'.length, -'</bdi></em>'.length)).not.toMatch(
          /[<>"'\u202a-\u202e\u2066-\u2069]/,
        );
      }),
    );
  });
});

describe('a text that cannot be shown', () => {
  it('is missing from the language', () => {
    expect(translated({ texts: { title: 'a' }, key: 'titel' })).toBe(
      '\nerror content/missing-text\nThere is no text "common:titel" in the language "en".\nDid you mean "common:title"?',
    );
  });

  it('never falls back to another language', () => {
    const sources = [localeSource('en', { a: 'English' }), localeSource('es', { b: 'c' })];
    const es = createTranslator(loadCatalogue(sources, { sourceLang: 'en' }).value, 'es');
    const problems: Problem[] = [];
    expect(es.t('a', {}, (problem) => problems.push(problem)).html).toBe('');
    expect(problems).toHaveLength(1);
  });

  it('needs a value', () => {
    expect(translated({ texts: { a: 'Hi {{name}}' }, key: 'a', variables: { name: undefined } })).toBe(
      'Hi \nerror content/missing-variable\nThe text "common:a" needs a value for {{name}}.\n' +
        'Give name= where the text is used, put it inside an {{#if}}, or correct the name at en/common.json:2:8.',
    );
  });

  it('has no form for its count', () => {
    expect(translated({ texts: { day_one: 'a', day_other: 'b' }, key: 'day' })).toBe(
      '\nerror content/missing-text\nThe text "common:day" has no form for this count in the language "en".\n' +
        'A text with plural forms needs count=, and every form of its language.',
    );
  });

  it('has a count that is no number', () => {
    expect(translated({ texts: { day_other: 'b' }, key: 'day', variables: { count: '3' } })).toBe(
      '\nerror content/bad-count\nThe count given to the text "common:day" isn\'t a number.\n' +
        'Give the number itself; the text formats it.',
    );
  });
});

describe('a key', () => {
  const sources = [localeSource('en', { a: '1', b: '2' }), localeSource('en', { b: '3' }, 'series')];
  const { qualify } = createTranslator(loadCatalogue(sources, { sourceLang: 'en' }).value, 'en');

  it('is looked for in the series before the common texts', () => {
    expect([qualify('a', 'series'), qualify('b', 'series'), qualify('b', 'other')]).toEqual([
      'common:a',
      'series:b',
      'common:b',
    ]);
  });

  it('keeps the namespace that it names', () => {
    expect(qualify('common:b', 'series')).toBe('common:b');
  });

  it('that exists nowhere is named in the series', () => {
    expect(qualify('c', 'series')).toBe('series:c');
  });
});

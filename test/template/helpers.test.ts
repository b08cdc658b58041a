import { describe, expect, it } from 'vitest';
import { render } from './render-template.js';

function html(page: string, data: unknown = {}, lang = 'en'): string {
  const texts = {
    hi: 'Hi <em>{{name}}</em>',
    rules: { sun: 'Sun' },
    day_one: '{{count}} day',
    day_other: '{{count}} days',
  };
  const { value, problems } = render({ page, data, texts, lang });
  expect(problems).toEqual([]);
  return value;
}

describe('a helper', () => {
  it.each([
    ['{{t "hi" name="Ana"}}', 'Hi <em><bdi>Ana</bdi></em>'],
    ['{{t "hi" name=(bdi "1")}}', 'Hi <em><bdi class="no-break">1</bdi></em>'],
    ['{{t (key "rules" "sun")}}', 'Sun'],
    ['{{t (key "rules" "sun" in="common")}}', 'Sun'],
    ['{{t "common:day" count=2}}', '<bdi class="no-break">2</bdi> days'],
    ['{{date "2026-05-12"}}', '<time datetime="2026-05-12">May 12, 2026</time>'],
    ['{{date "2026-05-12" style="weekday"}}', '<time datetime="2026-05-12">Tuesday</time>'],
    ['{{date "2026-05-12" to="2026-05-14" style="long"}}', '<bdi>May 12\u2009–\u200914, 2026</bdi>'],
    ['{{number 4 to=6 unit="week"}}', '<bdi class="no-break">4–6 weeks</bdi>'],
    ['{{number 1500.5}}', '<bdi class="no-break">1,500.5</bdi>'],
    ['{{bdi "1-800-222-1222"}}', '<bdi class="no-break">1-800-222-1222</bdi>'],
    ['{{t "hi" name=(pageNumber)}}', 'Hi <em><span class="page-number"></span></em>'],
    ['{{pageCount}}', '<span class="page-count"></span>'],
  ])('%s', (page, expected) => {
    expect(html(page)).toBe(expected);
  });

  it('keeps a long value breakable', () => {
    expect(html('{{bdi name}}', { name: 'n'.repeat(10_000) })).toBe(`<bdi>${'n'.repeat(10_000)}</bdi>`);
  });

  it('writes lists of texts, numbers and markup', () => {
    expect(html('{{list items}}', { items: ['a', 2] })).toBe(
      '<bdi>a</bdi> and <bdi class="no-break">2</bdi>',
    );
    expect(html('{{list items type="or"}}', { items: ['a', 'b'] })).toBe('<bdi>a</bdi> or <bdi>b</bdi>');
  });
});

describe('a text of several namespaces', () => {
  const namespaces = ['common', 'common'];

  it('is written as a list of them', () => {
    expect(html('{{list (texts "rules.sun" in=namespaces)}}', { namespaces })).toBe('Sun and Sun');
  });

  it('is written one after the other, and once where it is the same', () => {
    expect(html('{{sentences (key "rules" "sun") in=namespaces}}', { namespaces })).toBe('Sun');
  });

  it('needs their list', () => {
    const { problems } = render({
      page: '{{sentences "rules.sun" in="common"}}',
      texts: { rules: { sun: 'Sun' } },
    });
    expect(problems.map(({ code, message }) => `${code} ${message}`)).toEqual([
      'template/not-text {{texts}} and {{sentences}} need a key, and in= with a list of namespaces.',
    ]);
  });
});

describe('a test', () => {
  it.each([
    ['(eq a 1)', true],
    ['(eq a "1")', false],
    ['(not b)', true],
    ['(not list)', true],
    ['(and a b)', false],
    ['(or b a)', true],
    ['(and a (not (or b list)))', true],
    ['list', false],
    ['a', true],
    ['zero', false],
  ])('%s is %s', (test, expected) => {
    expect(html(`{{#if ${test}}}yes{{/if}}`, { a: 1, b: undefined, list: [], zero: 0 })).toBe(
      expected ? 'yes' : '',
    );
  });
});

describe('a block', () => {
  it('repeats for the items of a list', () => {
    expect(
      html('{{#each items}}{{@index}}{{a}}{{#unless @last}},{{/unless}}{{/each}}', {
        items: [{ a: 'x' }, { a: 'y' }],
      }),
    ).toBe('0x,1y');
  });

  it('repeats for the entries of an object', () => {
    expect(html('{{#each items}}{{@key}}={{this}};{{/each}}', { items: { a: 1, b: 2 } })).toBe('a=1;b=2;');
  });

  it('gives names to its items', () => {
    expect(
      html('{{#each items as |item i|}}{{i}}{{item.a}}{{../b}}{{/each}}', { items: [{ a: 'x' }], b: 'y' }),
    ).toBe('0xy');
    expect(html('{{#with a as |it|}}{{it.b}}{{/with}}', { a: { b: 'c' } })).toBe('c');
  });

  it('may have another for nothing', () => {
    expect(html('{{#each items}}a{{else}}none{{/each}}', { items: [] })).toBe('none');
    expect(html('{{#with a}}a{{else}}none{{/with}}', { a: undefined })).toBe('none');
  });
});

describe('a printed value', () => {
  it('is isolated where two directions meet', () => {
    expect(html('{{a}}', { a: 'Glow, Inc.' }, 'ar')).toBe('<bdi>Glow, Inc.</bdi>');
    expect(html('{{a}}', { a: 'ليلى' })).toBe('<bdi>ليلى</bdi>');
    expect(html('{{a}}', { a: 'Ana' })).toBe('Ana');
  });

  it('has no tags in an attribute or in the title', () => {
    expect(
      html('<img alt="{{t "hi" name="&"}}"><title>{{t "hi" name="<"}}</title><p>{{t "hi" name="a"}}</p>'),
    ).toBe('<img alt="Hi &amp;"><title>Hi &lt;</title><p>Hi <em><bdi>a</bdi></em></p>');
  });

  it('has no tags in an attribute of either branch of a test', () => {
    expect(
      html(
        `<img {{#if 1}}alt='{{t "hi" name="a"}}'{{else}}alt="{{t "hi" name="b"}}"{{/if}}>{{t "hi" name="c"}}`,
      ),
    ).toBe(`<img alt='Hi a'>Hi <em><bdi>c</bdi></em>`);
  });
});

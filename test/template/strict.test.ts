import { describe, expect, it } from 'vitest';
import { printProblems } from '../workspace/print-problem.js';
import { render, type RenderSetup } from './render-template.js';

function complaints(page: string, setup: Omit<RenderSetup, 'page'> = {}): string {
  return printProblems(render({ page, ...setup }).problems);
}

function missing(place: string, name: string): string {
  return `${place} error template/missing-variable\nThere is no variable "${name}".`;
}

describe('a missing variable is an error', () => {
  it.each([
    ['where it is printed', '{{name}}', '1:3'],
    ['in an attribute', '<p class="{{name}}">a</p>', '1:13'],
    ['as an argument of a helper', '{{bdi name}}', '1:7'],
    ['as a value with a name', '{{t "a" x=name}}', '1:11'],
    ['as an argument in parentheses', '{{#if (eq name 1)}}{{/if}}', '1:11'],
    ['in #if', '{{#if name}}{{/if}}', '1:7'],
    ['in else if', '{{#if 0}}{{else if name}}{{/if}}', '1:20'],
    ['in #unless', '{{#unless name}}{{/unless}}', '1:11'],
    ['in #each', '{{#each name}}{{/each}}', '1:9'],
    ['in #with', '{{#with name}}{{/with}}', '1:9'],
    ['behind this', '{{this.name}}', '1:3'],
    ['behind ./', '{{./name}}', '1:3'],
    ['behind @root', '{{@root.name}}', '1:3'],
    ['as the context of a partial', '{{> other name}}', '1:11'],
    ['as a parameter of a partial', '{{> other x=name}}', '1:13'],
    ['as a parameter of a partial with a block', '{{#> other x=name}}{{/other}}', '1:14'],
  ])('%s', (_, page, place) => {
    expect(complaints(page, { others: { other: '' }, texts: { a: '{{x}}' } })).toBe(
      missing(`page.hbs:${place}`, 'name'),
    );
  });

  it('in a partial that was called without it', () => {
    expect(complaints('{{> other}}', { others: { other: '<p>{{name}}</p>' } })).toBe(
      missing('other.hbs:1:6', 'name'),
    );
  });

  it('behind ../', () => {
    expect(complaints('{{#each items}}{{../name}}{{/each}}', { data: { items: [{}] } })).toBe(
      `${missing('page.hbs:1:18', 'name')}\nThere are items.`,
    );
  });

  it('further out than there is anything', () => {
    expect(complaints('{{../name}}')).toBe(missing('page.hbs:1:3', 'name'));
  });

  it('in an object, which is named with what it has', () => {
    expect(complaints('{{brand.fone}}', { data: { brand: { name: '', phone: '' } } })).toBe(
      'page.hbs:1:3 error template/missing-variable\nThere is no variable "fone" in "brand".\nDid you mean "phone"?',
    );
    expect(complaints('{{brand.hours}}', { data: { brand: { name: '', phone: '' } } })).toContain(
      'There are name, phone.',
    );
  });

  it('in a value that is no object', () => {
    expect(complaints('{{a.b.c}}', { data: { a: { b: undefined } } })).toBe(
      'page.hbs:1:3 error template/missing-variable\nThere is no variable "c" in "a.b".',
    );
    expect(complaints('{{a.length}}', { data: { a: 'text' } })).toContain('"length" in "a"');
  });

  it('inside a loop, where it belongs to the whole handout', () => {
    expect(
      complaints('{{#each items}}{{brand.name}}{{/each}}', {
        data: { items: [{}, {}], brand: { name: '' } },
      }),
    ).toBe(
      'page.hbs:1:18 error template/missing-variable\nThere is no variable "brand".\n' +
        'It is a variable of the whole handout: write @root.brand.name.',
    );
  });

  it('outside a loop, where only a loop has it', () => {
    expect(complaints('{{@index}}')).toBe(missing('page.hbs:1:3', '@index'));
  });

  it('that Handlebars never had', () => {
    expect(complaints('{{@indx}}')).toBe(
      'page.hbs:1:3 error template/missing-variable\nThere is no variable @indx.\nDid you mean @index?',
    );
  });

  it('once in a loop, and does not hide the next', () => {
    const { problems } = render({
      page: '{{#each items}}{{a}}{{b}}{{/each}}',
      data: { items: [{}, {}, {}] },
    });
    expect(problems.map(({ message }) => message)).toEqual([
      'There is no variable "a".',
      'There is no variable "b".',
    ]);
  });
});

describe('a variable that is there but undefined', () => {
  const data = { personal: { firstName: undefined } };

  it('may be tested, and passed to a partial', () => {
    const { value, problems } = render({
      page: '{{#if personal.firstName}}a{{else}}b{{/if}}{{#each personal.firstName}}c{{/each}}{{> other x=personal.firstName}}',
      others: { other: '{{#unless x}}d{{/unless}}' },
      data,
    });
    expect([value, problems]).toEqual(['bd', []]);
  });

  it('is not printed', () => {
    expect(complaints('{{personal.firstName}}', { data })).toBe(
      'page.hbs:1:1 error template/no-value\nA value to be printed is absent here.\nPut it inside an {{#if}}.',
    );
  });

  it.each([
    ['date', 'a date (YYYY-MM-DD)'],
    ['number', 'a number'],
    ['list', 'a list'],
  ])('is not given to %s', (helper, expected) => {
    expect(complaints(`{{${helper} personal.firstName}}`, { data })).toBe(
      `page.hbs:1:1 error template/no-value\n{{${helper}}} needs ${expected}, and was given something else or nothing.\n` +
        'If the value may be absent, put it inside an {{#if}}.',
    );
  });

  it('does not fill a text', () => {
    expect(complaints('{{t "a" x=personal.firstName}}', { data, texts: { a: '{{x}}' } })).toBe(
      'page.hbs:1:1 error content/missing-variable\nThe text "common:a" needs a value for {{x}}.\n' +
        'Give x= where the text is used, put it inside an {{#if}}, or correct the name at en/common.json:1:6.',
    );
  });
});

describe('a value of the wrong kind', () => {
  it('is not printed', () => {
    expect(complaints('{{a}}', { data: { a: {} } })).toBe(
      'page.hbs:1:1 error template/not-text\nA value to be printed is neither a text nor a number.',
    );
  });

  it('is not looped over', () => {
    expect(complaints('{{#each a}}{{/each}}', { data: { a: 3 } })).toBe(
      'page.hbs:1:1 error template/not-a-list\n{{#each}} was given neither a list nor an object.',
    );
  });

  it('is no key of a text', () => {
    expect(complaints('{{t a}}', { data: { a: 3 } })).toBe(
      'page.hbs:1:1 error template/not-text\n{{t}} needs the key of a text.',
    );
    expect(complaints('{{t (key "a" b)}}', { data: { b: {} } })).toBe(
      'page.hbs:1:5 error template/not-text\nEvery part of a {{key}} must be a text.',
    );
  });
});

describe('a block passed to a partial', () => {
  it('is printed with the variables of its caller', () => {
    expect(
      render({
        page: '{{#> other}}{{a}}{{/other}}',
        others: { other: '[{{> @partial-block}}]' },
        data: { a: 1 },
      }).value,
    ).toBe('[1]');
  });

  it('is missed where a partial prints it', () => {
    expect(complaints('{{> other}}', { others: { other: '<p>{{> @partial-block}}</p>' } })).toBe(
      'other.hbs:1:4 error template/missing-block\n' +
        'This partial prints the block it is called with, but was called without one.\n' +
        'Call it with {{#> name}}…{{/name}}, or ask {{#if @partial-block}} here.',
    );
  });

  it('may be asked for', () => {
    const others = { other: '{{#if @partial-block}}{{> @partial-block}}{{else}}none{{/if}}' };
    expect(render({ page: '{{> other}}{{#> other}}some{{/other}}', others })).toEqual({
      value: 'nonesome',
      problems: [],
    });
  });
});

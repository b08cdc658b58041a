import { describe, expect, it } from 'vitest';
import { checkTemplates, compileTemplates, keysUsed } from '../../src/template/compile.js';
import { printProblems } from '../workspace/print-problem.js';
import { render, templateSources } from './render-template.js';

function complaints(page: string, others: Readonly<Record<string, string>> = {}): string {
  return printProblems(render({ page, others, data: { a: 'x' } }).problems);
}

describe('the syntax of a template', () => {
  it.each([
    [
      'a\n {{bdi "}}',
      "page.hbs:2:8 error template/syntax\nHere is a character, where it can't be.\n" +
        'Check the quotes, brackets and braces before it.',
    ],
    [
      'a\n {{#if a}}b{{/each}}',
      'page.hbs:2:5 error template/syntax\n{{/each}} comes where {{#if}} is still open.\nWrite {{/if}} first.',
    ],
    [
      'a\n {{#if a}}',
      "page.hbs:2:11 error template/syntax\nHere is the end of the template, where it can't be.\n" +
        'Close every {{#block}} with its {{/block}}, and every {{ with }}.',
    ],
    [
      '{{/if}}',
      "page.hbs:1:1 error template/syntax\nHere is {{/, where it can't be.\nCheck the quotes, brackets and braces before it.",
    ],
    ['{{a/../b}}', 'page.hbs:1:3 error template/syntax\nInvalid path: a/...'],
  ])('is checked: %j', (page, expected) => {
    expect(complaints(page)).toBe(expected);
  });
});

describe('what a template may not use', () => {
  it.each([
    [
      '{{{a}}}',
      'page.hbs:1:1 error template/unescaped\nA value must not be printed without escaping.\n' +
        'Write two braces. Tags in translations are kept; all else is escaped.',
    ],
    [
      '{{& a}}',
      'page.hbs:1:1 error template/unescaped\nA value must not be printed without escaping.\n' +
        'Write two braces. Tags in translations are kept; all else is escaped.',
    ],
    [
      '{{#*inline "b"}}{{/inline}}',
      "page.hbs:1:1 error template/decorator\n{{*…}} can't be used.\nPut the part in a file of its own.",
    ],
    [
      '{{{{if a}}}} {{b}} {{{{/if}}}}',
      "page.hbs:1:1 error template/raw-block\n{{{{…}}}} can't be used.\nWrite the text with &#123; for a brace.",
    ],
    [
      '{{"a"}}',
      'page.hbs:1:1 error template/bad-expression\nA fixed value stands in a mustache.\nWrite it as text.',
    ],
    [
      '{{> (eq a 1)}}',
      "page.hbs:1:1 error template/dynamic-partial\nThe name of a partial can't be computed.\n" +
        'Name the partial, and choose between partials with {{#if}}.',
    ],
    [
      '<p class="{{> other}}">',
      "page.hbs:1:11 error template/misplaced-partial\nA partial can't stand inside a tag or the title.\nCall it between tags.",
    ],
    [
      '<p {{a}}>',
      "page.hbs:1:4 error template/unquoted\nA value can't be printed inside a tag without quotes.\n" +
        'Write attributes as name="{{value}}", and tag names and attribute names in full.',
    ],
    [
      '<h{{a}}>',
      "page.hbs:1:3 error template/unquoted\nA value can't be printed inside a tag without quotes.\n" +
        'Write attributes as name="{{value}}", and tag names and attribute names in full.',
    ],
    [
      '{{lookup a "b"}}',
      'page.hbs:1:1 error template/unknown-helper\nThere is no helper "lookup".\n' +
        'There are t, date, number, list, bdi, pageNumber, pageCount, key, texts, sentences, eq, not, and, or.',
    ],
    [
      '{{dat a}}',
      'page.hbs:1:1 error template/unknown-helper\nThere is no helper "dat".\nDid you mean {{date …}}?',
    ],
    [
      '{{bdi (dat a)}}',
      'page.hbs:1:7 error template/unknown-helper\nThere is no helper "dat".\nDid you mean {{date …}}?',
    ],
    ['{{$get a "b"}}', 'page.hbs:1:1 error template/unknown-helper\nThere is no helper "$get".'],
    ['{{constructor a}}', 'page.hbs:1:1 error template/unknown-helper\nThere is no helper "constructor".'],
    [
      '{{#iff a}}{{/iff}}',
      'page.hbs:1:1 error template/unknown-helper\nThere is no block {{#iff}}.\nDid you mean {{#if}}?',
    ],
    [
      '{{#a}}{{/a}}',
      'page.hbs:1:1 error template/unknown-helper\nThere is no block {{#a}}.\nTo test a value write {{#if}}, to repeat {{#each}}.',
    ],
    [
      '{{> othr}}',
      'page.hbs:1:1 error template/unknown-partial\nThere is no template "othr".\nDid you mean {{> other}}?',
    ],
    ['{{date}}', 'page.hbs:1:1 error template/bad-helper-call\n{{date}} takes 1 value, not 0.'],
    ['{{bdi (eq a)}}', 'page.hbs:1:7 error template/bad-helper-call\n{{eq}} takes 2 values, not 1.'],
    ['{{bdi (or a)}}', 'page.hbs:1:7 error template/bad-helper-call\n{{or}} takes at least 2 values, not 1.'],
    [
      '{{date a stile="long"}}',
      'page.hbs:1:1 error template/bad-helper-call\n{{date}} has no option stile=.\nDid you mean style=?',
    ],
    ['{{#if a a}}{{/if}}', 'page.hbs:1:1 error template/bad-helper-call\n{{#if}} needs exactly one value.'],
    [
      '{{eq a a}}',
      'page.hbs:1:1 error template/bad-helper-call\n{{eq}} gives nothing to print.\n' +
        'Use it as an argument: {{t (eq …)}} or {{#if (eq …)}}.',
    ],
  ])('%s', (page, expected) => {
    expect(complaints(page, { other: '' })).toContain(expected);
  });

  it('is found where no rendering goes', () => {
    const templates = compileTemplates(templateSources({ a: '{{#if 0}}{{{b}}}{{/if}}', b: '{{> a}}' })).value;
    expect(printProblems(checkTemplates(templates))).toBe(
      'a.hbs:1:10 error template/unescaped\nA value must not be printed without escaping.\n' +
        'Write two braces. Tags in translations are kept; all else is escaped.',
    );
  });
});

describe('templates that call each other', () => {
  it('never call themselves', () => {
    expect(complaints('{{> b}}', { b: '{{#if a}}{{> c}}{{/if}}', c: '{{> b}}' })).toBe(
      'c.hbs:1:1 error template/recursive-partial\nThe template calls itself: b → c → b.',
    );
    expect(complaints('{{> page}}')).toContain('page → page');
  });

  it('may call the same partial often', () => {
    expect(render({ page: '{{> b}}{{> c}}', others: { b: '{{> c}}', c: 'x' } })).toEqual({
      value: 'xx',
      problems: [],
    });
  });

  it('are told once of a mistake in a partial that they share', () => {
    expect(
      complaints('{{> b}}{{> c}}', { b: '{{> d}}', c: '{{> d}}', d: '{{{a}}}' }).match(/unescaped/g),
    ).toHaveLength(1);
  });
});

describe('the name of a template', () => {
  it('is checked', () => {
    expect(printProblems(compileTemplates(templateSources({ '../a': '' })).problems)).toBe(
      '../a.hbs:1:1 error template/bad-name\nA template can\'t be called "../a".\n' +
        'Use letters, digits, - and _, and / between folders.',
    );
  });

  it('is one that exists', () => {
    const templates = compileTemplates(templateSources({ 'topics/aftercare': '' })).value;
    expect(printProblems(templates.prepare('topics/aftercaer').problems)).toBe(
      'error template/unknown-template\nThere is no template "topics/aftercaer".\nDid you mean "topics/aftercare"?',
    );
  });
});

describe('the texts that templates use', () => {
  it('are read from their source', () => {
    const page = '{{t "a.b"}}{{t (key "rules" id "text")}}{{> b title="maybe"}}{{date d style="long"}}';
    const uses = keysUsed(
      compileTemplates(templateSources({ page, b: '{{#if 0}}{{t "c" count=1}}{{/if}}' })).value,
    );
    expect(uses.filter(({ certain }) => certain).map(({ pattern }) => pattern)).toEqual([
      'a.b',
      'rules.*.text',
      'c',
    ]);
    expect(uses.filter(({ certain }) => !certain).map(({ pattern }) => pattern)).toContain('maybe');
    expect(uses[0]?.at).toEqual({ file: 'page.hbs', line: 1, column: 1 });
  });
});

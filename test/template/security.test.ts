import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../src/document/parse.js';
import { plainText, walkDocument } from '../../src/document/walk.js';
import { render } from './render-template.js';

const page =
  '<html lang="en"><head><title>{{name}}</title></head><body><main><h1>{{t "hi" name=name}}</h1>' +
  '<p>{{name}}</p><p>{{bdi name}}</p><figure><img src="a.svg" alt="{{name}}"></figure></main></body></html>';
const texts = { hi: 'Hi {{name}}' };

/** What a document says where a name was put in. */
function read(name: string): readonly string[] {
  const { value, problems } = render({ page, texts, data: { name } });
  const document = parseDocument(value, []);
  expect([...problems, ...document.problems]).toEqual([]);
  const nodes = [...walkDocument(document.value)];
  const said = nodes.flatMap((node) =>
    node.kind === 'paragraph' || node.kind === 'heading' ? [plainText(node.children)] : [],
  );
  const alternatives = nodes.flatMap((node) => (node.kind === 'figure' ? [node.alternative] : []));
  return [document.value.title, ...said, ...alternatives];
}

describe('a name', () => {
  it.each([
    `<b>&"'`,
    '{{evil}}',
    '{{{evil}}}',
    '$t(hi)',
    '</title><script>alert(1)</script>',
    '"><img src=x>',
    '`=a',
    '&amp;',
  ])('is written as it is: %s', (name) => {
    expect(read(name)).toEqual([name, `Hi ${name}`, name, name, name]);
  });

  it('is written as it is, whatever it is', () => {
    const visible = fc
      .string({ unit: 'grapheme', minLength: 1 })
      .map((text) => `x${text.normalize('NFC').replace(/\s+/g, '')}x`);
    const harmless = visible.filter(
      (text) => !/[\p{Cc}\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]/u.test(text),
    );
    fc.assert(
      fc.property(harmless, (name) => {
        expect(read(name)).toEqual([name, `Hi ${name}`, name, name, name]);
      }),
    );
  });

  it('cannot turn the text around it', () => {
    expect(read('A\u202eB\u2066C\u2069D\u202c')).toEqual(['ABCD', 'Hi ABCD', 'ABCD', 'ABCD', 'ABCD']);
  });
});

describe('the data of a template', () => {
  it('gives no way to prototypes', () => {
    const paths = [
      'constructor',
      '__proto__',
      'a.constructor.constructor',
      'a.__proto__',
      'toString',
      '@root.constructor',
    ];
    for (const path of paths) {
      const { value, problems } = render({ page: `{{${path}}}`, data: { a: {} } });
      expect([path, value, problems.map(({ code }) => code)]).toEqual([
        path,
        '',
        ['template/missing-variable'],
      ]);
    }
  });

  it('may have keys called like prototypes, which are keys and nothing else', () => {
    const data: unknown = JSON.parse('{"a": {"__proto__": {"polluted": "yes"}, "constructor": "c"}}');
    expect(render({ page: '{{a.constructor}}{{a.polluted}}', data })).toMatchObject({
      value: 'c',
      problems: [{ message: 'There is no variable "polluted" in "a".' }],
    });
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('has no functions to call', () => {
    const called: string[] = [];
    const data = { a: () => called.push('a'), b: { c: () => called.push('c') } };
    expect(
      render({ page: '{{a}}{{b.c}}{{#if a}}{{/if}}{{#each b.c}}{{/each}}', data }).problems,
    ).toHaveLength(4);
    expect(called).toEqual([]);
  });

  it('has nothing of the machinery', () => {
    expect(render({ page: '{{@$state}}' }).problems[0]?.code).toBe('template/missing-variable');
    expect(render({ page: '{{@_parent}}' }).problems[0]?.code).toBe('template/missing-variable');
  });
});

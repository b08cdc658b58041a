import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMessages } from '../../src/content/json.js';
import { printProblems } from '../workspace/print-problem.js';

function read(text: string): Readonly<Record<string, string>> {
  const { messages, problems } = readMessages({ file: 'en/common.json', text });
  expect(problems).toEqual([]);
  return Object.fromEntries(messages.map((message) => [message.key, message.text]));
}

function complaints(text: string): string {
  return printProblems(readMessages({ file: 'en/common.json', text }).problems);
}

describe('a locale file', () => {
  it('gives the texts of nested objects under joined keys', () => {
    expect(read('{"a": {"b": "one", "c": {"d": "two"}}, "e_other": "three"}')).toEqual({
      'a.b': 'one',
      'a.c.d': 'two',
      e_other: 'three',
    });
  });

  it('knows where each key and each text is written', () => {
    const { messages } = readMessages({ file: 'en/common.json', text: '{\n  "a": {\n    "b":\n "x" } }' });
    expect(messages[0]).toMatchObject({ keyAt: { line: 3, column: 5 }, at: { line: 4, column: 2 } });
  });

  it('may start with a byte order mark', () => {
    expect(read('\ufeff{"a": "b"}')).toEqual({ a: 'b' });
  });

  it('may name the schema that an editor goes by, which is no text', () => {
    expect(read('{"$schema": "../a.json", "a": "b"}')).toEqual({ a: 'b' });
    expect(complaints('{"a": {"$schema": "../a.json"}}')).toContain('content/bad-key');
    expect(complaints('{"$schema": 1}')).toContain('content/not-text');
  });

  it('reads every escape', () => {
    expect(read(String.raw`{"a": "\"\\\/\b\f\n\r\t\u00e9\ud83d\ude00"}`)).toEqual({ a: '"\\/\b\f\n\r\té😀' });
  });

  it('reads what JSON.stringify writes', () => {
    const name = fc.stringMatching(/^[a-z]{1,8}$/);
    const { tree } = fc.letrec((tie) => ({
      tree: fc.dictionary(name, fc.oneof({ depthSize: 'small' }, fc.string({ unit: 'binary' }), tie('tree'))),
    }));
    fc.assert(
      fc.property(tree, fc.constantFrom(0, 2), (value, indent) => {
        expect(read(JSON.stringify(value, undefined, indent))).toEqual(flatten(value as Tree));
      }),
    );
  });
});

describe('a locale file that is not JSON', () => {
  it('is told where it has a comma too many', () => {
    expect(complaints('{\n  "a": "b",\n}')).toBe(
      'en/common.json:2:11 error content/bad-json\nThere is a comma after the last entry.\nRemove the comma.',
    );
  });

  it('is told which text has no closing quote', () => {
    expect(complaints('{"a": "b\n}')).toBe(
      'en/common.json:1:7 error content/bad-json\nThis text has no closing quote on its line.\nWrite " at its end.',
    );
  });

  it.each([
    ['{"a": b}', 'en/common.json:1:7 error content/bad-json\nThe text of "a" has no opening quote.'],
    ['{a: "b"}', 'en/common.json:1:2 error content/bad-json\nExpected a key in double quotes, but found a.'],
    ['{"a" "b"}', 'en/common.json:1:6 error content/bad-json\nExpected a colon after "a".'],
    [
      '{"a": "b" "c": "d"}',
      'en/common.json:1:11 error content/bad-json\nExpected a comma or }, but found a quote.',
    ],
    ['{"a": "b"', 'en/common.json:1:1 error content/bad-json\nThis { is never closed.\nWrite } at its end.'],
    [
      '{"a": "b"} x',
      'en/common.json:1:12 error content/bad-json\nThere is something after the last }.\nRemove it.',
    ],
    ['["a"]', 'en/common.json:1:1 error content/bad-json\nA locale file is one object: it starts with {.'],
    ['', 'en/common.json:1:1 error content/bad-json\nA locale file is one object: it starts with {.'],
    ['{"a": ["b"', 'en/common.json:1:7 error content/not-text\n"a" is a list.'],
    [
      String.raw`{"a": "\x"}`,
      'en/common.json:1:8 error content/bad-json\n\\x is not an escape of JSON.\nWrite \\\\ for a backslash.',
    ],
  ])('reports %s', (text, expected) => {
    expect(complaints(text)).toContain(expected);
  });

  it('cannot exhaust the stack by nesting', () => {
    expect(complaints('{"a":'.repeat(100_000))).toContain('Objects are nested too deeply.');
  });

  it('never throws, whatever it holds', () => {
    const parts = fc.array(fc.constantFrom('{', '}', '[', ']', '"', ':', ',', '\\', 'a', '1', '\n', ' '));
    const read = (text: string): unknown => readMessages({ file: 'f', text });
    expect(() => fc.assert(fc.property(parts, (texts) => void read(`{${texts.join('')}`)))).not.toThrow();
  });
});

describe('what a locale file may not hold', () => {
  it('are lists', () => {
    expect(complaints('{"a": ["x", {"y": ["z]"]}], "b": "c"}')).toBe(
      'en/common.json:1:7 error content/not-text\n"a" is a list.\n' +
        'Give each item a key of its own; translators’ tools lose the order of lists.',
    );
  });

  it('are nothing at all', () => {
    expect(complaints('{"a": null}')).toBe(
      'en/common.json:1:7 error content/not-text\n"a" is null, not a text.\n' +
        'Write a text in double quotes, or remove the key.',
    );
  });

  it('are numbers', () => {
    expect(complaints('{"a": 12}')).toBe(
      'en/common.json:1:7 error content/not-text\n"a" is 12, not a text.\nWrite "12".',
    );
  });

  it('is the same key twice', () => {
    expect(complaints('{"a": {"b": "1", "b": "2"}}')).toBe(
      'en/common.json:1:18 error content/repeated-key\nThe key "a.b" is written twice.\nKeep one.',
    );
  });

  it('are keys that i18next would take apart', () => {
    expect(complaints('{"a.b": "c"}')).toBe(
      'en/common.json:1:2 error content/bad-key\n"a.b" can\'t be a key.\n' +
        'Keys are letters, digits and hyphens; a plural form ends in _one, _few, _other and so on.',
    );
  });
});

type Tree = Readonly<{ [name: string]: string | Tree }>;

function flatten(tree: Tree, path: readonly string[] = []): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(tree).flatMap(([name, value]) =>
      typeof value === 'string'
        ? [[[...path, name].join('.'), value]]
        : Object.entries(flatten(value, [...path, name])),
    ),
  );
}

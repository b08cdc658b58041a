import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

import { readYaml } from '../../src/workspace/yaml.js';
import { printProblems } from './print-problem.js';

const schema = z
  .strictObject({
    brand: z.string().optional(),
    paper: z.enum(['a4', 'letter']).optional(),
    count: z.number().int().min(1).max(9).optional(),
    share: z.number().optional(),
    draft: z.boolean().optional(),
    mail: z.email().optional(),
    site: z.url({ protocol: /^https$/ }).optional(),
    since: z.iso.date().optional(),
    colour: z.string().regex(/^#/, 'expected a colour').optional(),
    languages: z.array(z.string().min(1)).min(1).max(2).optional(),
    contact: z.strictObject({ phone: z.string(), mobile: z.string().optional() }).optional(),
    from: z
      .union([z.strictObject({ days: z.number().min(1) }), z.strictObject({ weeks: z.number() })])
      .optional(),
    phases: z
      .array(
        z
          .strictObject({ first: z.number(), last: z.number() })
          .refine((phase) => phase.last >= phase.first, 'expected last not to be before first'),
      )
      .optional(),
  })
  .readonly();

function problemsOf(text: string): string {
  return printProblems(readYaml({ file: 'a.yaml', text }, schema).problems);
}

function expectProblem(text: string, ...lines: readonly string[]): void {
  expect(problemsOf(text)).toBe(lines.join('\n'));
}

describe('a file without mistakes', () => {
  it('gives the data as the schema types it', () => {
    const text = 'brand: rose\ncontact:\n  phone: "1"\n';
    const { value, problems } = readYaml({ file: 'a.yaml', text }, schema);
    expect(value?.data).toEqual({ brand: 'rose', contact: { phone: '1' } });
    expect(problems).toEqual([]);
  });

  it.each(['', '\n', '# only a comment\n', '---\n'])('may be empty: %j', (text) => {
    const { value, problems } = readYaml({ file: 'a.yaml', text }, schema);
    expect(value?.data).toEqual({});
    expect(problems).toEqual([]);
  });

  it('may repeat itself a little through anchors', () => {
    const text = 'contact: { phone: &number "1", mobile: *number }';
    expect(readYaml({ file: 'a.yaml', text }, schema).value?.data.contact?.mobile).toBe('1');
  });
});

describe('an unknown key', () => {
  it('is reported at the key, with the nearest one', () => {
    expectProblem(
      'paper: a4\nbrnd: rose\n',
      'a.yaml:2:1 error workspace/unknown-key',
      '“brnd” is not a key of this file.',
      'Did you mean “brand”?',
    );
  });

  it('is reported with the keys there are where none is near', () => {
    expectProblem(
      'contact:\n  phone: "1"\n  telegraph: x\n',
      'a.yaml:3:3 error workspace/unknown-key',
      '“telegraph” is not a key of “contact”.',
      'The keys are “phone” and “mobile”.',
    );
  });

  it('hides that the key it was meant to be is missing', () => {
    expectProblem(
      'contact:\n  fone: "1"\n',
      'a.yaml:2:3 error workspace/unknown-key',
      '“fone” is not a key of “contact”.',
      'Did you mean “phone”?',
    );
  });

  it('may be one that means something to JavaScript', () => {
    expect(problemsOf('__proto__: { brand: x }\n')).toContain('“__proto__” is not a key of this file.');
  });
});

describe('a missing key', () => {
  it('is reported at the group that lacks it', () => {
    expectProblem(
      'brand: x\ncontact:\n  mobile: "1"\n',
      'a.yaml:2:1 error workspace/missing-key',
      '“phone” is missing in “contact”; expected text.',
      'Add a line “phone: …”.',
    );
  });

  it('is reported at the start of the file where it belongs to no group', () => {
    const { problems } = readYaml({ file: 'a.yaml', text: '# empty\n' }, z.object({ id: z.int() }));
    expect(printProblems(problems)).toBe(
      [
        'a.yaml:1:1 error workspace/missing-key',
        '“id” is missing; expected a whole number.',
        'Add a line “id: …”.',
      ].join('\n'),
    );
  });
});

describe('a value of the wrong type', () => {
  it('is reported at the value, with quotes as the remedy for a number', () => {
    expectProblem(
      'contact: { phone: 0911 }\n',
      'a.yaml:1:19 error workspace/wrong-type',
      '“phone” is the number 911; expected text.',
      'Put it in quotes: "0911".',
    );
  });

  it.each([
    ['count: 1.5', '“count” is the number 1.5; expected a whole number.'],
    ['count: many', '“count” is “many”; expected a whole number.'],
    ['share: half', '“share” is “half”; expected a number.'],
    ['draft: yes', '“draft” is “yes”; expected “true” or “false”.'],
    ['languages: en', '“languages” is “en”; expected a list.'],
    ['contact: "1"', '“contact” is “1”; expected lines of “key: value”.'],
    ['brand: [a]', '“brand” is a list; expected text.'],
    ['brand: { a: b }', '“brand” is a group of keys; expected text.'],
  ])('says what was expected: %s', (text, message) => {
    expect(problemsOf(text)).toContain(`error workspace/wrong-type\n${message}`);
  });

  it('may be no value at all', () => {
    expectProblem(
      'languages:\n#  - en\n',
      'a.yaml:1:1 error workspace/wrong-type',
      '“languages” is empty; expected a list.',
      'Give it a value, or remove the line.',
    );
  });

  it('may be the whole file', () => {
    expectProblem(
      '- a\n',
      'a.yaml:1:1 error workspace/wrong-type',
      'This file is a list; expected lines of “key: value”.',
    );
    expectProblem(
      'brand:rose\n',
      'a.yaml:1:1 error workspace/wrong-type',
      'This file is “brand:rose”; expected lines of “key: value”.',
      'Put a space after the colon.',
    );
  });
});

describe('a value that is not allowed', () => {
  it('is reported with the nearest one that is', () => {
    expectProblem(
      'paper: leter\n',
      'a.yaml:1:8 error workspace/wrong-value',
      '“paper” is “leter”; expected “a4” or “letter”.',
      'Did you mean “letter”?',
    );
  });

  it.each([
    ['count: 0', '“count” is the number 0; expected 1 or more.'],
    ['count: 10', '“count” is the number 10; expected 9 or less.'],
    ['mail: me', '“mail” is “me”; expected an e-mail address.'],
    ['site: http://x.org', '“site” is “http://x.org”; expected an address such as “https://example.org”.'],
    ['since: 2026-02-30', '“since” is “2026-02-30”; expected a date as “YYYY-MM-DD”.'],
    ['colour: red', '“colour” is “red”; expected a colour.'],
    ['languages: []', '“languages” has 0 entries; expected at least 1.'],
    ['languages: [a, b, c]', '“languages” has 3 entries; expected at most 2.'],
    ['languages: [""]', 'Entry 1 of “languages” is empty; expected text.'],
    ['from: 5', '“from” is the number 5; expected “days: …” or “weeks: …”.'],
    ['from: { days: 0 }', '“days” is the number 0; expected 1 or more.'],
    ['phases: [{ first: 2, last: 1 }]', 'Entry 1 of “phases”: expected last not to be before first.'],
  ])('says what was expected: %s', (text, message) => {
    expect(problemsOf(text)).toContain(`error workspace/wrong-value\n${message}`);
  });

  it('may be a choice that nearly names one of its options', () => {
    expectProblem(
      'from: { day: 1 }\n',
      'a.yaml:1:7 error workspace/wrong-value',
      '“from” is a group of keys; expected “days: …” or “weeks: …”.',
      'Did you mean “days”?',
    );
  });
});

describe('several mistakes', () => {
  it('are reported in the order of the file', () => {
    const places = problemsOf('zzzz: 1\npaper: x\ncontact: { mobile: 1 }\ncount: x\n').match(
      /a\.yaml:\d+:\d+/g,
    );
    expect(places).toEqual(['a.yaml:1:1', 'a.yaml:2:8', 'a.yaml:3:1', 'a.yaml:3:20', 'a.yaml:4:8']);
  });

  it('are found at the value itself where it is given through an alias', () => {
    expect(problemsOf('brand: &a x\npaper: *a\n')).toContain('a.yaml:2:8 error workspace/wrong-value');
  });
});

describe('text that is not YAML', () => {
  it('is refused for a key given twice', () => {
    expectProblem(
      'brand: a\n"brand": b\n',
      'a.yaml:2:1 error workspace/duplicate-key',
      '“brand” is here twice; a key can be given once only.',
      'Remove one of the two.',
    );
  });

  it('is refused for a tab', () => {
    expectProblem(
      'contact:\n\tphone: "1"\n',
      'a.yaml:2:1 error workspace/yaml-syntax',
      'This line is indented with a tab.',
      'Indent with spaces, two for each level.',
    );
  });

  it.each([
    ['brand: Rose: the clinic\n', 'a.yaml:1:8', 'There are two colons in one line.'],
    ['contact:\n  phone: "1"\n mobile: "2"\n', 'a.yaml:3:1', "This line's indentation doesn't fit"],
    ['languages: [en\nbrand: x\n', 'a.yaml:2:1', "This line's indentation doesn't fit"],
    ['brand: x\nrose\npaper: a4\n', 'a.yaml:2:1', 'This line has no colon.'],
    ['brand: "x\n', 'a.yaml:2:1', 'A sign is missing before this place'],
    ['brand: @x\n', 'a.yaml:1:8', 'This text begins with or holds a sign'],
    ["brand: 'it's'\n", 'a.yaml:1:12', 'This text begins with or holds a sign'],
    ['brand: "\\q"\n', 'a.yaml:1:9', 'A backslash in double quotes'],
    ['brand: a\n---\nbrand: b\n', 'a.yaml:2:1', 'A line “---” begins a second document'],
    ['? [a]\n: b\n', 'a.yaml:1:3', 'This key is not plain text.'],
    ['brand: !secret x\n', 'a.yaml:1:8', 'Tags such as “!name” are not known here.'],
  ])('is explained in plain words: %j', (text, place, message) => {
    expect(problemsOf(text)).toContain(`${place} error workspace/yaml-syntax\n${message}`);
  });

  it('is refused for an alias of nothing', () => {
    expectProblem(
      'brand: *rose\n',
      'a.yaml:1:8 error workspace/yaml-aliases',
      "“*rose” refers to “&rose”, which doesn't come before it.",
      'Put the value in quotes if its asterisk is meant as a letter.',
    );
  });

  it('is refused for anchors that would blow it up', () => {
    const levels = Array.from({ length: 9 }, (_, level) => {
      const alias = level === 0 ? 'x' : `*a${level - 1}`;
      return `k${level}: &a${level} [${Array(9).fill(alias).join(', ')}]\n`;
    });
    expectProblem(
      levels.join(''),
      'a.yaml:2:10 error workspace/yaml-aliases',
      'This file repeats its anchors (“&name”, “*name”) too often to be read.',
      'Write the values out.',
    );
  });

  it('is refused, not followed for ever, where an anchor holds itself', () => {
    expect(problemsOf('languages: &a [*a]\n')).toContain(
      'a.yaml:1:16 error workspace/wrong-type\nEntry 1 of “languages” is a list; expected text.',
    );
  });

  it('never makes the reader fail, whatever it is', () => {
    const signs = fc.constantFrom(...'ab:-#&*![]{}"\'|>%@`?,\\\n\t  ~0'.split(''), 'brand', 'contact', ': ');
    fc.assert(
      fc.property(fc.array(signs, { maxLength: 30 }), (parts) => {
        const text = parts.join('');
        for (const { at, message } of readYaml({ file: 'a.yaml', text }, schema).problems) {
          expect(message).not.toBe('');
          expect(at?.line).toBeLessThanOrEqual(text.split('\n').length);
        }
      }),
    );
  });
});

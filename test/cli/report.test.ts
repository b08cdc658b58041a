import { describe, expect, it } from 'vitest';

import type { Problem } from '../../src/base/problem.js';
import { textWidth } from '../../src/base/text-width.js';
import { formatProblem, formatProblems, problemLine, type FoundProblem } from '../../src/cli/report.js';

const FILE = 'locales/es/common.json';

function found(problem: Partial<Problem>, builds: readonly string[] = []): FoundProblem {
  const message = 'The key “a” is missing.';
  return { problem: { code: 'content/missing-key', severity: 'error', message, ...problem }, builds };
}

function print(problem: FoundProblem, text?: string): string {
  return formatProblem(
    problem,
    () => text,
    (_look, part) => part,
  );
}

function printAll(problems: readonly FoundProblem[]): string {
  return formatProblems(
    problems,
    () => undefined,
    (_look, part) => part,
  );
}

const at = (line: number, column: number) => ({ file: FILE, line, column });

describe('formatProblem', () => {
  it('prints place, severity, code, message, the line with a caret, and the hint', () => {
    const problem = found({ at: { ...at(2, 3), endColumn: 6 }, hint: 'Add it.' });
    expect(print(problem, '{\n  "b": 1\n}')).toBe(`locales/es/common.json:2:3 error content/missing-key
  The key “a” is missing.
  2 |   "b": 1
    |   ^^^
  Hint: Add it.
`);
  });

  it('prints a problem without a place and without a hint', () => {
    expect(print(found({ severity: 'warning' }))).toBe(`warning content/missing-key
  The key “a” is missing.
`);
  });

  it('leaves the line out when the source cannot be read or is shorter', () => {
    const bare = 'locales/es/common.json:9:1 error content/missing-key\n  The key “a” is missing.\n';
    expect(print(found({ at: at(9, 1) }))).toBe(bare);
    expect(print(found({ at: at(9, 1) }), '{}')).toBe(bare);
  });

  it('names three builds and counts the rest', () => {
    expect(print(found({}, ['a (en)', 'b (en)', 'c (en)', 'd (en)', 'e (en)']))).toContain(
      'In a (en), b (en), c (en) and 2 more.',
    );
  });

  it('cuts a long line around the place', () => {
    const frame = print(found({ at: at(1, 5000) }), 'x'.repeat(4999) + 'HERE' + 'x'.repeat(5000)).split('\n');
    expect(frame[2]!.length).toBeLessThan(120);
    expect(frame[2]!.slice(frame[3]!.indexOf('^')).startsWith('HERE')).toBe(true);
  });

  it('keeps the caret under the place after a tab and after wide characters', () => {
    const frame = print(found({ at: at(1, 4) }), '\t漢字X').split('\n');
    expect(frame.slice(2, 4)).toEqual(['  1 |  漢字X', '    |      ^']);
  });

  it('cuts between characters, says where it cut, and counts columns, not characters', () => {
    const long = '漢'.repeat(200);
    const lines = print(found({ at: { ...at(1, 101), endColumn: 103 } }), long).split('\n');
    expect(lines[2]).toBe(`  1 | …${'漢'.repeat(50)}…`);
    expect(lines[3]).toBe(`    | ${' '.repeat(51)}^^^^`);
    const family = '👩‍👩‍👧';
    const cut = print(found({ at: at(1, 400 * family.length + 1) }), `${family.repeat(400)}x`).split(
      '\n',
    )[2]!;
    expect(cut).toBe(`  1 | …${family.repeat(25)}x`);
  });

  it('keeps words that run from right to left apart from the line’s number, and marks them themselves', () => {
    const line = '  "title": "العناية ببشرتك"';
    const place = { ...at(1, 13), endColumn: 20 };
    const frame = formatProblem(
      found({ at: place }),
      () => line,
      (look, part) => (look === 'red' ? `<${part}>` : part),
    ).split('\n');
    expect(frame[2]).toBe('  1 | \u2066  "title": "<العناية> ببشرتك"\u2069');
    expect(frame[3]).toBe(`    | ${' '.repeat(12)}<^^^^^^^>`);
  });

  it('takes what could steer the terminal out of a line and a message', () => {
    expect(print(found({ at: at(1, 1), message: 'Bad \u001B[2J.' }), 'a\u001B[2Jb')).not.toContain('\u001B');
  });
});

describe('problemLine', () => {
  it('is one line, cut to the columns there are', () => {
    const problem = found({ at: at(2, 3), message: '“漢字漢字” is too long for a terminal.' });
    const plain = { paint: (_look: unknown, part: string) => part };
    expect(problemLine(problem, plain)).toBe(
      'locales/es/common.json:2:3 error content/missing-key “漢字漢字” is too long for a terminal.',
    );
    const cut = problemLine(problem, { ...plain, columns: 60 });
    expect(cut).toBe('locales/es/common.json:2:3 error content/missing-key “漢字…');
    expect(textWidth(cut)).toBeLessThanOrEqual(60);
  });
});

describe('formatProblems', () => {
  it('prints the same problem of several builds once', () => {
    expect(printAll([found({ at: at(1, 1) }, ['a (es)']), found({ at: at(1, 1) }, ['b (es)'])])).toBe(
      `locales/es/common.json:1:1 error content/missing-key
  The key “a” is missing.
  In a (es), b (es).

`,
    );
  });

  it('keeps problems of one place apart when they say something else', () => {
    expect(printAll([found({}), found({ message: 'Another.' })]).match(/content\/missing-key/g)).toHaveLength(
      2,
    );
  });

  it('sorts by file, line and column, those without a place first', () => {
    const places = [at(10, 1), at(2, 5), at(2, 1), { ...at(1, 1), file: 'handout.yaml' }, undefined];
    const printed = printAll(places.map((place) => found(place === undefined ? {} : { at: place })));
    expect(printed.match(/^\S.*(?= error)|^error/gm)).toEqual([
      'error',
      'handout.yaml:1:1',
      `${FILE}:2:1`,
      `${FILE}:2:5`,
      `${FILE}:10:1`,
    ]);
  });
});

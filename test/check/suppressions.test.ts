import { describe, expect, it } from 'vitest';
import fc from 'fast-check';

import { findSuppressions } from '../../src/check/suppressions.js';

const lines = (file: string, text: string) =>
  findSuppressions(file, text).map(({ rule, reason, line }) => `${line} ${rule}: ${reason}`);

describe('findSuppressions', () => {
  it('lets a comment hold for its own line, or for the next one where it stands alone', () => {
    const text = '<p>a</p> {{!-- check-off a/b: why --}}\n  {{! check-off c/d: so }}\n<p>b</p>';
    expect(lines('x.hbs', text)).toEqual(['1 a/b: why', '3 c/d: so']);
  });

  it('lets several comments above each other hold for the line below them', () => {
    expect(
      lines('x.yaml', '# check-off a/b: one\n# check-off c/d: two\nkey: 1 # check-off e/f: three'),
    ).toEqual([...['3 a/b: one', '3 c/d: two', '3 e/f: three']]);
  });

  it('says where a comment stands, and keeps what it lacks empty', () => {
    expect(findSuppressions('x.yaml', 'a: 1 # check-off a/b')).toEqual([
      { rule: 'a/b', reason: '', line: 1, at: { file: 'x.yaml', line: 1, column: 8, endColumn: 17 } },
    ]);
    expect(lines('x.hbs', '{{!-- check-off --}}')).toEqual(['2 : ']);
  });

  it('reads a comment of several lines, and one with braces in its reason', () => {
    const text = '{{!-- check-off a/b: why,\n  and so --}}\n<p>a</p>\n<p>{{!-- check-off c/d: {x} --}}</p>';
    expect(lines('x.hbs', text)).toEqual(['3 a/b: why, and so', '4 c/d: {x}']);
  });

  it('finds none in JSON, in text that is no comment, or in a longer word', () => {
    expect(lines('x.json', '{"a": "# check-off a/b: c"}')).toEqual([]);
    expect(lines('x.yaml', 'a: check-off a/b: c')).toEqual([]);
    expect(lines('x.yaml', '# check-offs a/b: c')).toEqual([]);
  });

  it('reads any reason back as it was written', () => {
    const reason = fc.stringMatching(/^[\p{L}\p{P}\p{N} ]{1,40}$/u).filter((text) => !/[{}]|--/.test(text));
    fc.assert(
      fc.property(reason, (written) => {
        const [found] = findSuppressions('x.yaml', `a: 1 # check-off a/b: ${written}`);
        expect(found?.reason).toBe(written.trim());
      }),
    );
  });
});

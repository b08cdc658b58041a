import { describe, expect, it } from 'vitest';

import type { Problem, ProblemCode } from '../../src/base/problem.js';
import { withoutFollowUps, type FoundProblem } from '../../src/check/found.js';

const at = { file: 'page.hbs', line: 3, column: 4 };

function found(code: ProblemCode, build: string | undefined, place: Problem['at'] = at): FoundProblem {
  const problem: Problem = { code, severity: 'error', message: 'x.', at: place };
  return { problem, builds: build === undefined ? [] : [build] };
}

describe('what only follows from something else', () => {
  const unknown = found('content/unknown-key', undefined);

  it('is the text that handouts lack where a template misnames it', () => {
    const lacking = ['a (en)', 'a (es)'].map((build) => found('content/missing-text', build));
    const [told, ...rest] = withoutFollowUps([...lacking, unknown], true);
    expect(told).toEqual({ problem: unknown.problem, builds: ['a (en)', 'a (es)'] });
    expect(rest).toEqual([]);
  });

  it('is no text that is lacking elsewhere', () => {
    const lacking = found('content/missing-text', 'a (en)', { ...at, line: 4 });
    expect(withoutFollowUps([lacking, unknown], true)).toHaveLength(2);
  });

  it('is a text that nothing uses, as long as a file that may use it can not be read', () => {
    const unused = found('content/unused-key', undefined);
    expect(withoutFollowUps([unused], true)).toEqual([unused]);
    expect(withoutFollowUps([unused], false)).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';

import type { FoundProblem } from '../../src/check/found.js';
import { compareRounds } from '../../src/cli/round-change.js';

const found = (message: string, line = 1): FoundProblem => ({
  problem: {
    code: 'content/missing-key',
    severity: 'error',
    message,
    at: { file: 'a.json', line, column: 1 },
  },
  builds: [],
});

describe('compareRounds', () => {
  it('tells new problems from fixed ones and from those that are left', () => {
    const change = compareRounds([found('a'), found('b')], [found('b'), found('c')]);
    expect(change).toEqual({ added: [found('c')], fixed: [found('a')], left: [found('b')] });
  });

  it('knows a problem again on another line, and counts those that are alike', () => {
    expect(compareRounds([found('a', 1)], [found('a', 9)])).toMatchObject({ added: [], fixed: [] });
    const change = compareRounds([found('a', 1), found('a', 2)], [found('a', 1)]);
    expect(change).toEqual({ added: [], fixed: [found('a', 2)], left: [found('a', 1)] });
  });
});

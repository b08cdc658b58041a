import { describe, expect, it } from 'vitest';

import type { Problem } from '../../src/base/problem.js';
import { withoutPatient } from '../../src/cli/redact.js';

function missing(subject: string, file: string): Problem {
  const message = `No shipped font can show “${subject}”.`;
  return {
    code: 'text/missing-glyph',
    severity: 'error',
    message,
    subject,
    at: { file, line: 1, column: 1 },
  };
}

describe('withoutPatient', () => {
  it('does not repeat a character of the first name', () => {
    expect(withoutPatient(missing('🧑', 'templates/partials/personal.hbs'), { firstName: 'A🧑' })).toEqual({
      code: 'text/missing-glyph',
      severity: 'error',
      message: 'No shipped font can show a character of the first name.',
      at: { file: 'templates/partials/personal.hbs', line: 1, column: 1 },
      hint: 'Write the name in letters.',
    });
  });

  it.each([
    ['a character that is not in the name', missing('🧑', 'templates/a.hbs'), { firstName: 'Ada' }],
    ['a character that a string has', missing('🧑', 'locales/en/common.json'), { firstName: 'A🧑' }],
    ['a problem of a general handout', missing('🧑', 'templates/a.hbs'), undefined],
  ])('leaves %s alone', (_what, problem, personal) => {
    expect(withoutPatient(problem, personal)).toBe(problem);
  });
});

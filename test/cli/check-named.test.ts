import { describe, expect, it } from 'vitest';

import type { ProblemRecord } from '../../src/cli/summary.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { runRealLine } from './run-line.js';

/** A number that the source text doesn't say, in the Spanish text of one handout. */
function wrongNumber(handout: string): Readonly<Record<string, string>> {
  return { 'locales/es/microneedling.json': JSON.stringify({ [handout]: { lead: 'Son 5 cosas.' } }) };
}

async function numbersFound(files: Readonly<Record<string, string>>, names: readonly string[]) {
  const dir = temporaryFolder({ 'handout.yaml': '', ...files });
  const { out } = await runRealLine(['check', ...names, '--lang', 'es', '--json'], dir);
  const { problems } = JSON.parse(out) as { problems: readonly ProblemRecord[] };
  return problems.map(({ code }) => code).filter((code) => /lint|suppression|stale/.test(code));
}

describe('a check of named handouts', () => {
  it('looks at the translations that they show', async () => {
    const files = wrongNumber('benefits');
    expect(await numbersFound(files, ['microneedling/benefits'])).toContain('content/lint-numbers');
    expect(await numbersFound(files, ['microneedling/benefits', 'microneedling/skin-concerns'])).toContain(
      'content/lint-numbers',
    );
  });

  it('leaves those alone that others show, and what is said of them', async () => {
    const files = {
      ...wrongNumber('benefits'),
      'locales/es/lint.json': JSON.stringify({ microneedling: { benefits: { lead: { dates: 'None.' } } } }),
    };
    expect(await numbersFound(files, ['microneedling/skin-concerns'])).toEqual([]);
    const found = await numbersFound(files, ['microneedling/benefits']);
    expect(found).toContain('content/lint-numbers');
    expect(found).toContain('content/unused-suppression');
  });

  it('looks at the texts of their letter', async () => {
    const files = { 'locales/es/common.json': JSON.stringify({ email: { greeting: 'Hola 7:' } }) };
    expect(await numbersFound(files, ['microneedling/skin-concerns'])).toContain('content/lint-numbers');
  });

  it('looks at all translations where one of them can not be made, since nobody knows what it shows', async () => {
    const files = { ...wrongNumber('benefits'), 'handout.yaml': 'review:\n  build: reviewed\n' };
    expect(await numbersFound(files, ['microneedling/skin-concerns'])).toContain('content/lint-numbers');
  });
});

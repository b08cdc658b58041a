import { describe, expect, it } from 'vitest';

import { runRealLine } from './run-line.js';

async function inspected(stage: string, lang = 'en'): Promise<string> {
  const line = ['inspect', 'microneedling/aftercare', '--stage', stage, '--lang', lang];
  const { out, err, exitCode } = await runRealLine(line, '/');
  expect({ err, exitCode }).toEqual({ err: '', exitCode: 0 });
  return out;
}

describe('inspect', () => {
  it.each([
    ['html', /<h1 [^>]*>/],
    ['document', /^ +heading #\d+ level=1$/m],
    ['lines', /^ {2}run 0\.0 SourceSans3-\w+ \d+(\.\d+)? en Latn level 0 "/m],
    ['pages', /^page 1 of \d+$/m],
    ['tags', /^ +H1$/m],
  ])('prints the stage %s', async (stage, pattern) => {
    expect(await inspected(stage)).toMatch(pattern);
  });

  it('prints the language that is named', async () => {
    expect(await inspected('document', 'ar')).toMatch(/^document ar rtl /);
  });

  it.each([
    [
      ['microneedling/aftercare', '--stage', 'page'],
      'There is no stage “page”.\nHint: Did you mean “pages”?\n',
    ],
    [[], '“handout inspect” needs HANDOUT.'],
  ])('explains the mistake in %j', async (words, text) => {
    const { err, exitCode } = await runRealLine(['inspect', ...words], '/');
    expect(exitCode).toBe(2);
    expect(err).toContain(text);
  });
});

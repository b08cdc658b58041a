import { describe, expect, it } from 'vitest';

import { UsageError } from '../../src/cli/usage-error.js';
import { runCommand } from './run-command.js';

const explain = async (...words: readonly string[]) => (await runCommand(['explain', ...words], '/')).out;

describe('explain', () => {
  it('tells what a rule means, why, where from, and how to fix it', async () => {
    expect(await explain('text/missing-glyph')).toBe(`text/missing-glyph (error)
None of the shipped fonts has a shape for this character.

Why: It would be printed as an empty box, in the middle of a name or a dose.
Source: ISO 14289-1 (PDF/UA-1), 7.21.8.
To fix it: Write it with other characters; pictures such as emoji belong in a drawing.
Its errors can’t be switched off: A patient would see an empty box in place of a letter, and a file with a missing glyph isn’t valid PDF/UA or PDF/A.
`);
  });

  it('says of a rule without a standard that it is the program’s own', async () => {
    expect(await explain('content/unused-key')).toContain('\nSource: a rule of this program.\n');
  });

  it('lists the rules of an area, and all of them by area', async () => {
    const layout = await explain('layout');
    expect(layout).toMatch(/^Pages\n {2}layout\/label-overflow {2}The words of a label/);
    expect(await explain('layout/*')).toBe(layout);
    const all = await explain();
    expect(all).toMatch(/\n\nPages\n {2}layout\/label-overflow +The words/);
    expect(all.split('\n').length).toBeGreaterThan(120);
  });

  it('prints one JSON object', async () => {
    expect(JSON.parse(await explain('content/unused-key', '--json'))).toMatchObject({
      rules: [{ id: 'content/unused-key', area: 'content', severity: 'warning' }],
    });
  });

  it('offers the nearest name', async () => {
    await expect(explain('content/mising-key')).rejects.toThrow(UsageError);
    await expect(explain('content/mising-key')).rejects.toMatchObject({
      hint: 'Did you mean “content/missing-key”?',
    });
  });
});

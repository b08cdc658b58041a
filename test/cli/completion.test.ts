import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';

import { commands } from '../../src/cli/commands.js';
import { complete } from '../../src/cli/complete.js';
import { pipeline } from '../../src/cli/pipeline.js';
import { UsageError } from '../../src/cli/usage-error.js';
import { runCommand } from './run-command.js';

async function completed(...words: readonly string[]): Promise<readonly string[]> {
  const text = await complete(words, { cwd: '/', pipeline, commands });
  return text.split('\n').flatMap((line) => line.split('\t')[0] || []);
}

describe('complete', () => {
  it('offers commands with what they do', async () => {
    expect(await complete(['bu'], { cwd: '/', pipeline, commands })).toBe(
      'build\tWrite handouts as PDF files, web pages or plain text\n',
    );
  });

  it('offers handouts', async () => {
    expect(await completed('build', 'microneedling/a')).toEqual(['microneedling/aftercare']);
  });

  it('offers the options of a command', async () => {
    expect(await completed('list', '-')).toEqual(['--json', '--workspace', '--help']);
  });

  it('offers the second word of a command of two, and then its options', async () => {
    expect(await completed('transl')).toEqual(['translate']);
    expect(await completed('translate', 'e')).toEqual(['export']);
    expect(await completed('translate', 'import', '--p')).toEqual(['--partial']);
  });

  it('offers languages after those that are there', async () => {
    expect(await completed('build', '--lang', 'ar,e')).toEqual(['ar,en', 'ar,es']);
  });

  it.each([
    [
      ['build', '--paper', 'a'],
      ['a4', 'a5'],
    ],
    [
      ['build', '--brand', ''],
      ['clay', 'default', 'harbour'],
    ],
    [['build', '--format', 'pdf,h'], ['pdf,html']],
    [['build', '--treatments', 'laser,m'], ['laser,microneedling']],
    [['completion', 'z'], ['zsh']],
    [['inspect', '--stage', 'h'], ['html']],
    [['build', '--first-name', ''], []],
    [['init', ''], []],
  ])('completes %j', async (words, candidates) => {
    expect(await completed(...words)).toEqual(candidates);
  });
});

describe('completion', () => {
  it('prints a script that bash accepts', async () => {
    const { out } = await runCommand(['completion', 'bash'], '/');
    expect(spawnSync('bash', ['-n'], { input: out, encoding: 'utf8' }).stderr).toBe('');
  });

  it.each(['bash', 'zsh', 'fish'])('prints a script for %s that asks the program', async (shell) => {
    expect((await runCommand(['completion', shell], '/')).out).toContain('handout --complete');
  });

  it('refuses a shell it does not know', async () => {
    await expect(runCommand(['completion', 'fsh'], '/')).rejects.toThrow(UsageError);
  });
});

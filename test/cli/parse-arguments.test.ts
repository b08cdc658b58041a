import { describe, expect, it } from 'vitest';

import { commands } from '../../src/cli/commands.js';
import { overview } from '../../src/cli/overview.js';
import { parseArguments } from '../../src/cli/parse-arguments.js';
import { UsageError } from '../../src/cli/usage-error.js';

function read(...line: readonly string[]) {
  const parsed = parseArguments(line, commands, 80);
  if (parsed.kind === 'help') throw new Error(parsed.text);
  const { operands, flags, texts, lists } = parsed.args;
  return {
    command: parsed.command.name,
    operands,
    flags: [...flags],
    texts: Object.fromEntries(texts),
    lists: Object.fromEntries(lists),
  };
}

function mistake(...line: readonly string[]): string {
  try {
    read(...line);
  } catch (error) {
    if (error instanceof UsageError) return [error.message, error.hint].filter(Boolean).join(' ');
    throw error;
  }
  throw new Error('There was no mistake.');
}

describe('parseArguments', () => {
  it('reads handouts, flags, texts and lists', () => {
    expect(read('build', 'm/a', 'm/b', '--lang', 'es,ar', '--strict', '--paper', 'a5')).toEqual({
      command: 'build',
      operands: ['m/a', 'm/b'],
      flags: ['strict'],
      texts: { paper: 'a5' },
      lists: { lang: ['es', 'ar'] },
    });
  });

  it('takes a list that is given in several parts, each name once', () => {
    expect(read('build', '-l', 'es', '--lang=ar, es').lists).toEqual({ lang: ['es', 'ar'] });
  });

  it('leaves the word after a list to the handouts', () => {
    expect(read('build', '--lang', 'es', 'm/a').operands).toEqual(['m/a']);
  });

  it('takes the workspace before the command as well as after', () => {
    expect(read('-w', 'clinic', 'list').texts).toEqual({ workspace: 'clinic' });
    expect(read('list', '-w', 'clinic').texts).toEqual({ workspace: 'clinic' });
  });

  it('keeps a name that looks like a number as it is written', () => {
    expect(read('build', '--first-name', '007').texts).toEqual({ 'first-name': '007' });
  });

  it('reads what follows two dashes as handouts', () => {
    expect(read('build', '--', 'm/a').operands).toEqual(['m/a']);
  });

  it.each([
    [['bild'], 'There is no command “bild”. Did you mean “build”?'],
    [['--json'], 'A command is missing. See “handout --help”.'],
    [['build', '--langg', 'es'], 'There is no option “--langg”. Did you mean “--lang”?'],
    [['build', '--no-strict'], 'There is no option “--no-strict”. Did you mean “--strict”?'],
    [['completion', '-x'], 'There is no option “-x”.'],
    [['build', '--out'], '--out needs a value.'],
    [['build', '--lang', ','], '--lang needs a value.'],
    [['build', '--paper', 'a4', '--paper', 'a5'], '--paper is given more than once.'],
    [['list', 'm/a'], '“handout list” was given too many arguments. See “handout list --help”.'],
    [['init'], '“handout init” needs DIR. See “handout init --help”.'],
    [['init', 'a', 'b'], '“handout init” was given too many arguments. See “handout init --help”.'],
    [['b\u001B[2Jld\u202E'], 'There is no command “b\uFFFD[2Jld\uFFFD”. Choose from: ' + commandList()],
  ])('explains the mistake in %j', (line, text) => {
    expect(mistake(...line)).toBe(text);
  });

  it('never repeats a word that may be the rest of an unquoted name', () => {
    expect(mistake('--first-name', 'Ann', 'Smith', 'build')).toBe(
      'A command is missing. See “handout --help”.',
    );
  });

  it('never repeats the value of an unknown option', () => {
    expect(mistake('build', '--frist-name=Ada')).not.toContain('Ada');
  });

  it.each(commands.map(({ name }) => name))('gives an example in the help of %s', (name) => {
    const help = parseArguments([...name.split(' '), '--help'], commands, 80);
    expect(help.kind === 'help' && help.text).toContain(`Examples:\n  handout ${name}`);
  });
});

describe('overview', () => {
  it.each(commands.map(({ name, summary }) => [name, summary]))('tells what %s does', (name, summary) => {
    expect(overview('1.0.0')).toMatch(new RegExp(`^ {2}${name} +${summary}$`, 'm'));
  });
});

function commandList(): string {
  return `${commands.map(({ name }) => name).join(', ')}.`;
}

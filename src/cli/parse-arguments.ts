import yargs, { type Argv } from 'yargs';

import type { Arguments, CommandSpec, OptionSpec } from './command.js';
import { unknownName, UsageError } from './usage-error.js';

/** What a command line means: help to show, or a command to run. */
export type ParsedLine =
  Readonly<{ kind: 'help'; text: string }> | Readonly<{ kind: 'run'; command: CommandSpec; args: Arguments }>;

type Values = Readonly<Record<string, unknown>>;

/**
 * Reads a command line.
 * @param line the words after the program's name
 * @param width columns for help
 * @throws {UsageError} for an unknown command or option, a missing value, or too few or too many operands
 */
export function parseArguments(
  line: readonly string[],
  commands: readonly CommandSpec[],
  width: number,
): ParsedLine {
  const place = findCommand(line, commands);
  const command = commandAt(line, place, commands);
  // A word after an option may be the rest of a name that wasn't quoted, so it isn't repeated.
  if (command === undefined) throw unknownCommand(place > 0 ? undefined : line[place], commands);
  let values: Values = {};
  let help = '';
  // The command is the only one of its parser: of several, yargs lays out its help even if nobody asks for it.
  void createParser(`handout ${command.name}`, width)
    .command(
      `$0${operandUsage(command)}`,
      command.summary,
      (builder) => configure(builder, command),
      (parsed: Values) => {
        values = parsed;
      },
    )
    .parse(line.toSpliced(place, command.name.split(' ').length), {}, (_error, _values, output) => {
      help = output;
    });
  if (help !== '') return { kind: 'help', text: `${help}\n` };
  return { kind: 'run', command, args: readValues(command, values) };
}

/** The command whose name, of one word or two, stands at a place. */
function commandAt(
  line: readonly string[],
  place: number,
  commands: readonly CommandSpec[],
): CommandSpec | undefined {
  const [first = '', second = ''] = place < 0 ? [] : line.slice(place);
  const find = (words: string): CommandSpec | undefined => commands.find(({ name }) => name === words);
  return find(`${first} ${second}`) ?? find(first);
}

function createParser(name: string, width: number): Argv {
  return yargs([])
    .scriptName(name)
    .locale('en')
    .parserConfiguration({
      'boolean-negation': false,
      'camel-case-expansion': false,
      'dot-notation': false,
      'greedy-arrays': false,
      'parse-numbers': false,
      'parse-positional-numbers': false,
    })
    .exitProcess(false)
    .version(false)
    .help('help', 'Show this help')
    .alias('help', 'h')
    .wrap(width)
    .fail((message: string | null, error: Error | undefined) => {
      throw error ?? new UsageError(message ?? 'The command line is wrong.');
    });
}

function operandUsage({ operand }: CommandSpec): string {
  return operand === undefined ? '' : ` [${operand.name}${operand.count === 'any' ? '..' : ''}]`;
}

function configure(builder: Argv, command: CommandSpec): Argv {
  const { operand } = command;
  if (operand !== undefined) {
    builder.positional(operand.name, {
      type: 'string',
      array: operand.count === 'any',
      describe: operand.summary,
    });
  }
  for (const option of command.options) {
    builder.option(option.name, {
      type: option.kind === 'flag' ? 'boolean' : 'string',
      array: option.kind === 'list',
      describe: option.summary,
      ...(option.alias === undefined ? {} : { alias: option.alias }),
    });
  }
  for (const [line, meaning] of command.examples) builder.example(`handout ${line}`, meaning);
  return builder;
}

/** Finds the first word that is neither an option nor the value of one. */
function findCommand(line: readonly string[], commands: readonly CommandSpec[]): number {
  const options = commands.flatMap((command) => command.options);
  const named = (isFlag: boolean): readonly string[] =>
    options.filter(({ kind }) => (kind === 'flag') === isFlag).map(({ name }) => `--${name}`);
  // An option that takes a value in one command may take none in another.
  const withValue = new Set(named(false));
  const withoutValue = new Set(['--help', '-h', ...named(true).filter((name) => !withValue.has(name))]);
  return line.findIndex((word, index) => {
    const before = line[index - 1] ?? '';
    const isValue = before.startsWith('-') && !before.includes('=') && !withoutValue.has(before);
    return !word.startsWith('-') && !isValue;
  });
}

function unknownCommand(name: string | undefined, commands: readonly CommandSpec[]): UsageError {
  if (name === undefined) return new UsageError('A command is missing.', 'See “handout --help”.');
  const group = commands.filter((command) => command.name.startsWith(`${name} `));
  if (group.length > 0) {
    const names = group.map((command) => `“handout ${command.name}”`).join(' or ');
    return new UsageError(`“handout ${name}” needs a second word.`, `Use ${names}.`);
  }
  return unknownName(
    'command',
    name,
    commands.map((command) => command.name),
  );
}

function readValues(command: CommandSpec, values: Values): Arguments {
  rejectUnknownOptions(command, values);
  const flags = new Set<string>();
  const texts = new Map<string, string>();
  const lists = new Map<string, readonly string[]>();
  for (const option of command.options) {
    const value = values[option.name];
    if (value === undefined) continue;
    if (option.kind === 'flag') {
      if (value !== false) flags.add(option.name);
    } else if (option.kind === 'list') {
      lists.set(option.name, readList(option, value));
    } else {
      texts.set(option.name, readText(option, value));
    }
  }
  return { operands: readOperands(command, values), flags, texts, lists };
}

function rejectUnknownOptions(command: CommandSpec, values: Values): void {
  const known = command.options.map((option) => option.name);
  const allowed = new Set(['_', '$0', 'help', 'h', command.operand?.name, ...known]);
  for (const option of command.options) if (option.alias !== undefined) allowed.add(option.alias);
  for (const name of Object.keys(values)) {
    if (allowed.has(name)) continue;
    const dashes = name.length === 1 ? '-' : '--';
    throw unknownName(
      'option',
      `${dashes}${name}`,
      known.map((option) => `--${option}`),
    );
  }
}

function readList(option: OptionSpec, value: unknown): readonly string[] {
  const parts = (Array.isArray(value) ? value : [value]).flatMap((part) => String(part).split(','));
  const names = parts.map((part) => part.trim()).filter((part) => part !== '');
  if (names.length === 0) throw new UsageError(`--${option.name} needs a value.`);
  return [...new Set(names)];
}

function readText(option: OptionSpec, value: unknown): string {
  if (Array.isArray(value)) throw new UsageError(`--${option.name} is given more than once.`);
  if (value === '') throw new UsageError(`--${option.name} needs a value.`);
  return String(value);
}

function readOperands({ name, operand }: CommandSpec, values: Values): readonly string[] {
  const value = operand === undefined ? undefined : values[operand.name];
  // The rest holds what its operand doesn't take and what follows two dashes.
  const rest: readonly unknown[] = Array.isArray(values['_']) ? values['_'] : [];
  const words = [...(Array.isArray(value) ? value : [value]), ...rest].filter((word) => word !== undefined);
  const operands = [...new Set(words.map(String))];
  const most = operand === undefined ? 0 : operand.count === 'any' ? Infinity : 1;
  if (operands.length > most) {
    throw new UsageError(`“handout ${name}” was given too many arguments.`, `See “handout ${name} --help”.`);
  }
  if (operand?.count === 'one' && operands.length === 0) {
    throw new UsageError(
      `“handout ${name}” needs ${operand.name.toUpperCase()}.`,
      `See “handout ${name} --help”.`,
    );
  }
  return operands;
}

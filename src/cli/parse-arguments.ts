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
  let chosen: { command: CommandSpec; values: Values } | undefined;
  const parser = createParser(width);
  for (const command of commands) {
    parser.command(
      `${command.name}${operandUsage(command)}`,
      command.summary,
      (builder) => configure(builder, command),
      (values: Values) => {
        chosen = { command, values };
      },
    );
  }
  let help = '';
  void parser.parse([...line], {}, (_error, _values, output) => {
    help = output;
  });
  if (help !== '') return { kind: 'help', text: `${help}\n` };
  if (chosen === undefined) throw unknownCommand(line, commands);
  return { kind: 'run', command: chosen.command, args: readValues(chosen.command, chosen.values) };
}

function createParser(width: number): Argv {
  return yargs([])
    .scriptName('handout')
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
  for (const [line, meaning] of command.examples) builder.example(`$0 ${line}`, meaning);
  return builder;
}

function unknownCommand(line: readonly string[], commands: readonly CommandSpec[]): UsageError {
  const name = line.find((word) => !word.startsWith('-'));
  if (name === undefined) return new UsageError('A command is missing.', 'See “handout --help”.');
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
  // The rest holds the command's own name first, then what its operand doesn't take and what follows two dashes.
  const rest: readonly unknown[] = Array.isArray(values['_']) ? values['_'].slice(1) : [];
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

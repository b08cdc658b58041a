import { parseArgs } from 'node:util';

import type { Arguments, CommandSpec, OptionSpec } from './command.js';
import { commandHelp } from './command-help.js';
import { unknownName, UsageError } from './usage-error.js';

/** What a command line means: help to show, or a command to run. */
export type ParsedLine =
  Readonly<{ kind: 'help'; text: string }> | Readonly<{ kind: 'run'; command: CommandSpec; args: Arguments }>;

/** An option as it is written; `value` is missing where the line ends before it. */
type WrittenOption = Readonly<{
  name: string;
  rawName: string;
  value?: string | undefined;
  inlineValue?: boolean | undefined;
}>;

/** A command line in parts: words that belong to no option, and options in their order. */
type Parts = Readonly<{ words: readonly string[]; options: readonly WrittenOption[] }>;

/**
 * Reads a command line. Options may stand before the command as well as after it.
 * @param line the words after the program's name
 * @param width columns for help
 * @throws {UsageError} for an unknown command or option, a missing value, or too few or too many operands
 */
export function parseArguments(
  line: readonly string[],
  commands: readonly CommandSpec[],
  width: number,
): ParsedLine {
  const { words, options } = splitLine(line, commands);
  const [name, ...operands] = words;
  const command = commands.find((candidate) => candidate.name === name);
  // Before the command is named: the value of an option that nobody knows may be a patient's name.
  rejectUnknownOptions(options, command === undefined ? commands : [command]);
  if (command === undefined) throw unknownCommand(name, commands);
  if (options.some((option) => option.name === 'help')) {
    return { kind: 'help', text: commandHelp(command, width) };
  }
  return { kind: 'run', command, args: readArguments(command, { words: operands, options }) };
}

function splitLine(line: readonly string[], commands: readonly CommandSpec[]): Parts {
  const known = commands
    .flatMap((command) => command.options)
    .map(({ name, kind, alias }) => {
      const type: 'boolean' | 'string' = kind === 'flag' ? 'boolean' : 'string';
      return [name, { type, ...(alias === undefined ? {} : { short: alias }) }] as const;
    });
  const { tokens } = parseArgs({
    args: [...line],
    options: { ...Object.fromEntries(known), help: { type: 'boolean', short: 'h' } },
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const words = tokens.flatMap((token) => (token.kind === 'positional' ? [token.value] : []));
  const options = tokens.flatMap((token) => (token.kind === 'option' ? [token] : []));
  return { words, options };
}

function rejectUnknownOptions(options: readonly WrittenOption[], commands: readonly CommandSpec[]): void {
  const known = new Set(commands.flatMap((command) => command.options.map(({ name }) => name)));
  const unknown = options.find(({ name }) => name !== 'help' && !known.has(name));
  if (unknown === undefined) return;
  throw unknownName(
    'option',
    unknown.rawName,
    [...known].map((name) => `--${name}`),
  );
}

function unknownCommand(name: string | undefined, commands: readonly CommandSpec[]): UsageError {
  if (name === undefined) return new UsageError('A command is missing.', 'See “handout --help”.');
  return unknownName(
    'command',
    name,
    commands.map((command) => command.name),
  );
}

function readArguments(command: CommandSpec, { words, options }: Parts): Arguments {
  const flags = new Set<string>();
  const texts = new Map<string, string>();
  const lists = new Map<string, readonly string[]>();
  for (const option of command.options) {
    const written = options.filter(({ name }) => name === option.name);
    if (written.length === 0) continue;
    if (option.kind === 'flag') flags.add(readFlag(option, written));
    else if (option.kind === 'list') lists.set(option.name, readList(option, written));
    else texts.set(option.name, readText(option, written));
  }
  return { operands: readOperands(command, words), flags, texts, lists };
}

function readFlag({ name }: OptionSpec, written: readonly WrittenOption[]): string {
  if (written.some(({ value }) => value !== undefined)) throw new UsageError(`--${name} takes no value.`);
  return name;
}

function readList(option: OptionSpec, written: readonly WrittenOption[]): readonly string[] {
  const parts = written.flatMap((one) => readValue(option, one).split(','));
  const names = parts.map((part) => part.trim()).filter((part) => part !== '');
  if (names.length === 0) throw new UsageError(`--${option.name} needs a value.`);
  return [...new Set(names)];
}

function readText(option: OptionSpec, written: readonly WrittenOption[]): string {
  const [first, second] = written;
  if (first === undefined || second !== undefined) {
    throw new UsageError(`--${option.name} is given more than once.`);
  }
  return readValue(option, first);
}

function readValue({ name }: OptionSpec, { value = '', inlineValue = false }: WrittenOption): string {
  const isNextOption = !inlineValue && value.length > 1 && value.startsWith('-');
  if (value === '' || isNextOption) throw new UsageError(`--${name} needs a value.`);
  return value;
}

function readOperands({ name, operand }: CommandSpec, words: readonly string[]): readonly string[] {
  const operands = [...new Set(words)];
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

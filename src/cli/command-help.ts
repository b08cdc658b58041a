import type { CommandSpec, OperandSpec, OptionSpec } from './command.js';

/** A line of help: a name, and what it means. */
type Entry = readonly [name: string, meaning: string];

/**
 * Writes the help of a command.
 * @param width columns that it may take, where words are not longer
 */
export function commandHelp(command: CommandSpec, width: number): string {
  const { name, summary, operand, examples } = command;
  const operands: readonly Entry[] =
    operand === undefined ? [] : [[operand.name.toUpperCase(), operand.summary]];
  const options: readonly Entry[] = [
    ['-h, --help', 'Show this help'],
    ...command.options.map((option) => [optionUsage(option), option.summary] as const),
  ];
  const nameWidth = Math.max(...[...operands, ...options].map(([entry]) => entry.length));
  const list = (entries: readonly Entry[]): readonly string[] =>
    entries.flatMap((entry) => layOutEntry(entry, nameWidth, width));
  return `${[
    `Usage: handout ${name}${operandUsage(operand)} [options]`,
    '',
    summary,
    ...(operand === undefined ? [] : ['', 'Arguments:', ...list(operands)]),
    ...['', 'Options:', ...list(options)],
    ...['', 'Examples:'],
    ...examples.flatMap(([line, meaning]) => [`  handout ${line}`, `      ${meaning}`]),
  ].join('\n')}\n`;
}

function operandUsage(operand: OperandSpec | undefined): string {
  if (operand === undefined) return '';
  const name = operand.name.toUpperCase();
  if (operand.count === 'one') return ` ${name}`;
  return operand.count === 'any' ? ` [${name}…]` : ` [${name}]`;
}

function optionUsage({ name, alias, kind }: OptionSpec): string {
  const value = { flag: '', text: ' VALUE', list: ' VALUE,…' }[kind];
  return `${alias === undefined ? '    ' : `-${alias}, `}--${name}${value}`;
}

/** Sets a name beside its meaning, which is wrapped in a column of its own. */
function layOutEntry([name, meaning]: Entry, nameWidth: number, width: number): readonly string[] {
  const indent = nameWidth + 4;
  return wrap(meaning, width - indent).map(
    (line, index) => `  ${(index === 0 ? name : '').padEnd(nameWidth)}  ${line}`,
  );
}

function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}

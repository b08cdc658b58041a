import type { ExitCode } from './exit-code.js';
import type { Interruption } from './interruption.js';
import type { Pipeline } from './pipeline.js';
import type { Terminal } from './terminal.js';

/** What an option takes: nothing, one text, or texts parted by commas (the option may also be repeated). */
export type OptionKind = 'flag' | 'text' | 'list';

/** Where the shell finds the values of an option or the operands of a command. */
export type Completion =
  | 'brand'
  | 'decision'
  | 'color-mode'
  | 'format'
  | 'handout'
  | 'language'
  | 'pack'
  | 'paper'
  | 'printer'
  | 'report'
  | 'review-state'
  | 'rule'
  | 'schema'
  | 'series'
  | 'shell'
  | 'sides'
  | 'stage'
  | 'translate-action'
  | 'variant';

/** An option of a command. */
export type OptionSpec = Readonly<{
  name: string;
  alias?: string;
  kind: OptionKind;
  summary: string;
  completion?: Completion;
}>;

/** What may stand after a command besides options. */
export type OperandSpec = Readonly<{
  name: string;
  summary: string;
  /** `any` number of them, exactly `one`, or one at most: `optional`. */
  count: 'any' | 'one' | 'optional';
  completion?: Completion;
}>;

/** A command as help, parsing and completion know it. What it does is loaded only when it runs. */
export type CommandSpec = Readonly<{
  name: string;
  summary: string;
  operand?: OperandSpec;
  options: readonly OptionSpec[];
  /** Command lines without the program's name, and what each does. */
  examples: readonly (readonly [line: string, meaning: string])[];
  load(): Promise<RunCommand>;
}>;

/** What a person asked of a command; every name is one that the command knows. */
export type Arguments = Readonly<{
  operands: readonly string[];
  flags: ReadonlySet<string>;
  texts: ReadonlyMap<string, string>;
  lists: ReadonlyMap<string, readonly string[]>;
}>;

/** What a command needs of the process it runs in. */
export type CommandContext = Readonly<{
  terminal: Terminal;
  cwd: string;
  pipeline: Pipeline;
  /** The variables of the environment. */
  environment: Readonly<Record<string, string | undefined>>;
  interruption: Interruption;
  /** Tells the day on which it runs; without it the system's clock does. */
  clock?: () => Date;
}>;

/**
 * Does the work of a command.
 * @throws {UsageError} for a mistake on the command line
 * @throws {OutsideError} when something outside the program fails
 */
export type RunCommand = (args: Arguments, context: CommandContext) => Promise<ExitCode>;

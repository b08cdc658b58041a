import { styleText } from 'node:util';

/** The looks a piece of output can have. */
export type Look = 'bold' | 'dim' | 'red' | 'yellow' | 'green' | 'cyan';

/** One of the two streams the program writes to. `columns` is undefined when no terminal shows it. */
export type Channel = Readonly<{
  write(text: string): void;
  /** Gives a text a look, where the stream shows any. */
  paint(look: Look, text: string): string;
  columns: number | undefined;
}>;

/** Where output goes: data to `out`, everything that is said about the work to `err`. */
export type Terminal = Readonly<{ out: Channel; err: Channel }>;

type Stream = Readonly<{ isTTY?: boolean; columns?: number; write(text: string): unknown }>;

type Environment = Readonly<Record<string, string | undefined>>;

/** Makes the terminal of a process. */
export function createTerminal(stdout: Stream, stderr: Stream, environment: Environment): Terminal {
  return { out: createChannel(stdout, environment), err: createChannel(stderr, environment) };
}

/** @see https://no-color.org for NO_COLOR */
function createChannel(stream: Stream, environment: Environment): Channel {
  const isTerminal = stream.isTTY === true;
  const coloured = isTerminal && !environment['NO_COLOR'] && environment['TERM'] !== 'dumb';
  return {
    write: (text) => void stream.write(text),
    paint: (look, text) => (coloured ? styleText(look, text, { validateStream: false }) : text),
    // A terminal that doesn't know its size says 0.
    columns: isTerminal ? stream.columns || 80 : undefined,
  };
}

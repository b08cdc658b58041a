/** How the program ends; what scripts may rely on. */
export const exitCodes = {
  done: 0,
  /** Something in the content is wrong. */
  problems: 1,
  /** The command line is wrong. */
  usage: 2,
  /** A disk or another thing outside the program failed. */
  outside: 3,
  /** Ctrl-C: 128 and the number of the signal. */
  interrupted: 130,
} as const;

/** One of the ways the program ends. */
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** Shows on a terminal how far a long piece of work has come, and nothing elsewhere. */
export type Progress = Readonly<{
  /** Says how many steps are done, and what comes next. */
  reach(done: number, next?: string): void;
  /** Takes the line away. */
  end(): void;
}>;

const CLEAR_LINE = '\r\u001B[2K';

/** Opens a line of progress on standard error. */
export function openProgress(verb: string, total: number): Progress {
  const { stderr } = process;
  const write = (text: string): void => {
    if (stderr.isTTY) stderr.write(CLEAR_LINE + text.slice(0, stderr.columns - 1));
  };
  return {
    reach: (done, next = '') => write(`${verb} ${String(done)}/${String(total)} ${next}`),
    end: () => write(''),
  };
}

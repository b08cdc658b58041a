import type { Channel } from './terminal.js';

/** Shows how far a long piece of work has come. */
export type Progress = Readonly<{
  /** Says that one more step is done, and what comes next. */
  advance(next: string): void;
  /** Takes the bar away. */
  clear(): void;
}>;

const PATIENCE_MS = 1000;
const BAR_COLUMNS = 20;
const CLEAR_LINE = '\r\u001B[2K';

/**
 * Makes a progress bar that appears only on a terminal, and only when the work takes longer than a second.
 * @param total how many steps there are
 * @param now the time in milliseconds
 */
export function createProgress(channel: Channel, total: number, now: () => number): Progress {
  const start = now();
  let done = -1;
  let shown = false;
  return {
    advance(next) {
      done += 1;
      if (channel.columns === undefined || now() - start < PATIENCE_MS) return;
      shown = true;
      const filled = Math.round((BAR_COLUMNS * done) / total);
      const bar = '█'.repeat(filled) + '░'.repeat(BAR_COLUMNS - filled);
      channel.write(`${CLEAR_LINE}${`${bar} ${done}/${total} ${next}`.slice(0, channel.columns - 1)}`);
    },
    clear() {
      if (shown) channel.write(CLEAR_LINE);
      shown = false;
    },
  };
}

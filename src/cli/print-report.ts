import type { JobReport, JobState } from '../delivery/print/job-state.js';
import type { Channel } from './terminal.js';

/** Shows how a job is. */
export type JobDisplay = Readonly<{
  show(report: JobReport): void;
  /** Takes away what a terminal shows. */
  clear(): void;
}>;

const CLEAR_LINE = '\r\u001B[2K';

const stateWords: Readonly<Record<JobState, string>> = {
  waiting: 'waiting',
  held: 'held back',
  printing: 'printing',
  stopped: 'stopped',
  cancelled: 'cancelled',
  aborted: 'given up by the printer',
  completed: 'printed',
  forgotten: 'no longer listed by the printer',
};

/**
 * Makes the display of a job. On a terminal one line is written again and again; elsewhere there is a line for each change of state or
 * reasons.
 * @param name what is printed
 * @param sides how many sides all copies have together
 */
export function createJobDisplay(channel: Channel, name: string, sides: number): JobDisplay {
  let shown = '';
  return {
    show: (report) => {
      const state = describeJob(report);
      if (channel.columns !== undefined) {
        const line = `${name}: ${state}${countSides(report, sides)}`;
        channel.write(`${CLEAR_LINE}${line.slice(0, channel.columns - 1)}`);
      } else if (state !== shown) {
        channel.write(`${name}: ${state}\n`);
      }
      shown = state;
    },
    clear: () => {
      if (channel.columns !== undefined && shown !== '') channel.write(CLEAR_LINE);
    },
  };
}

/** Says how a job is, and what is the matter. */
export function describeJob({ state, reasons }: JobReport): string {
  return [stateWords[state], ...(reasons.length === 0 ? [] : [reasons.join(', ')])].join(': ');
}

function countSides({ impressions, state }: JobReport, sides: number): string {
  return state === 'printing' && impressions !== undefined && impressions > 0
    ? `, ${Math.min(impressions, sides)} of ${sides} sides`
    : '';
}

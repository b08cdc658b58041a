import { expect, it } from 'vitest';
import { createInterruption } from '../../src/cli/interruption.js';
import { createJobDisplay, describeJob } from '../../src/cli/print-report.js';
import type { JobReport } from '../../src/delivery/print/job-state.js';

const job: JobReport = { jobId: 7, state: 'printing', reasons: [], message: '', impressions: 3 };

function display(columns: number | undefined) {
  let text = '';
  const channel = {
    columns,
    write: (more: string) => void (text += more),
    paint: (_: unknown, plain: string) => plain,
  };
  return { ...createJobDisplay(channel, 'series/topic (en)', 40), text: () => text };
}

it('shows on a terminal how far a job is, in one line', () => {
  const { show, clear, text } = display(80);
  show(job);
  show({ ...job, state: 'stopped', reasons: ['out of paper'] });
  clear();
  expect(text().split('\r\u001B[2K')).toEqual([
    '',
    'series/topic (en): printing, 3 of 40 sides',
    'series/topic (en): stopped: out of paper',
    '',
  ]);
});

it('writes elsewhere a line for each change, and none for a count', () => {
  const { show, clear, text } = display(undefined);
  show(job);
  show({ ...job, impressions: 4 });
  show({ ...job, state: 'completed' });
  clear();
  expect(text()).toBe('series/topic (en): printing\nseries/topic (en): printed\n');
});

it('keeps a line within a narrow terminal', () => {
  const { show, text } = display(20);
  show(job);
  expect(text()).toBe('\r\u001B[2Kseries/topic (en): ');
});

it('says what is the matter with a job', () => {
  expect(describeJob({ ...job, state: 'stopped', reasons: ['paper jam', 'a cover is open'] })).toBe(
    'stopped: paper jam, a cover is open',
  );
});

it('gives the first Ctrl-C to a command that wants it, and the second to nobody', () => {
  const interruption = createInterruption();
  expect(interruption.isTaken()).toBe(false);
  let stopped = 0;
  const release = interruption.hold(() => (stopped += 1));
  expect([interruption.isTaken(), interruption.isTaken(), stopped]).toEqual([true, false, 1]);
  interruption.hold(() => (stopped += 1));
  release();
  expect([interruption.isTaken(), stopped]).toEqual([false, 1]);
});

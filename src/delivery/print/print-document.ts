import { spawnSync } from 'node:child_process';

import type { PrintableDocument } from './printable.js';
import { rasterize } from './raster/rasterize.js';
import { runJob, type JobOutcome, type JobWatch } from './run-job.js';
import type { PrintJob } from './submit-job.js';

/** Where and how a document is printed, and by whom. */
export type PrintOrder = Pick<PrintJob, 'printer' | 'capabilities' | 'plan' | 'user'>;

const PROGRAM_TIMEOUT_MS = 5000;

/**
 * Prints a document as it was planned, and follows the job. A printer that takes PDF gets the very bytes of the document.
 * @throws {OutsideError} what `runJob` and `rasterize` do
 */
export async function printDocument(
  document: PrintableDocument,
  order: PrintOrder,
  watch: JobWatch,
): Promise<JobOutcome> {
  const { plan, capabilities } = order;
  const { signal } = watch;
  try {
    const bytes =
      plan.format === 'pdf' ? document.pdf : await rasterize(document, { capabilities, plan, signal });
    return await runJob({ ...order, document, bytes }, watch);
  } catch (error) {
    if (!signal.aborted) throw error;
    return { kind: 'interrupted', jobId: undefined, confirmed: true, last: undefined };
  }
}

/** Tells whether this machine can make pictures of pages. */
export function canRaster(): boolean {
  return spawnSync('pdftoppm', ['-v'], { stdio: 'ignore', timeout: PROGRAM_TIMEOUT_MS }).error === undefined;
}

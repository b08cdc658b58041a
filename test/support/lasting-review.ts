import { readFileSync } from 'node:fs';

const SERIES = 'templates/series/microneedling.yaml';

/**
 * The shipped series with a review that isn't due for long, as a file of a clinic: for tests of real processes, which have the
 * machine's clock. What is past its date is neither sent nor printed.
 */
export const lastingReview: Readonly<Record<string, string>> = {
  [SERIES]: readFileSync(new URL(`../../${SERIES}`, import.meta.url), 'utf8').replace(
    /^nextReview: .*$/m,
    'nextReview: 2999-12-31',
  ),
};

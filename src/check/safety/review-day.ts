import type { Problem } from '../../base/problem.js';
import { dateAfter } from '../../handout/calendar.js';
import type { Series } from '../../workspace/series.js';
import type { Workspace } from '../../workspace/workspace.js';
import type { Scene } from './scene.js';

/** So long before a review is due, whoever has to do it is told. */
const NOTICE_DAYS = 60;

/**
 * Holds the reviews of a handout's series against the day of the check. Reports `safety/overdue-review`, `safety/review-in-future` and
 * `safety/review-order`, and the warning `safety/review-due` in the sixty days before; without a day `safety/review-order` alone.
 */
export function judgeReviewDay({ subject: { treatment, workspace, today } }: Scene): readonly Problem[] {
  return treatment.namespaces.flatMap((id) => {
    const series = workspace.series.get(id);
    return series === undefined ? [] : judgeSeries(series, { workspace, today });
  });
}

type Day = Readonly<{ workspace: Workspace; today: string | undefined }>;

function judgeSeries(series: Series, { workspace, today }: Day): readonly Problem[] {
  const { id, reviewed, nextReview } = series;
  const found = (key: string, problem: Omit<Problem, 'at'>): readonly Problem[] => {
    const at = workspace.placeOf('series', id, [key]);
    return [{ ...problem, ...(at && { at }) }];
  };
  if (nextReview <= reviewed) {
    return found('nextReview', {
      code: 'safety/review-order',
      severity: 'error',
      message: `The next review of "${id}" isn't after the last one, of ${reviewed}.`,
      hint: 'Write the day by which it must be reviewed again.',
    });
  }
  if (today === undefined) return [];
  if (reviewed > today) {
    return found('reviewed', {
      code: 'safety/review-in-future',
      severity: 'error',
      message: `"${id}" can't have been reviewed on ${reviewed}: that day is still to come.`,
      hint: 'Write the day on which it was last reviewed.',
    });
  }
  if (today > nextReview) {
    return found('nextReview', {
      code: 'safety/overdue-review',
      severity: 'error',
      message: `The review of "${id}" was due by ${nextReview}.`,
      hint: 'Have a clinician review it, then write that day as reviewed: and a later one as nextReview:.',
    });
  }
  if ((dateAfter(today, NOTICE_DAYS) ?? '') < nextReview) return [];
  return found('nextReview', {
    code: 'safety/review-due',
    severity: 'warning',
    message: `The review of "${id}" is due by ${nextReview}; after that day its handouts can't be sent or printed.`,
    hint: 'Have a clinician review it, then write that day as reviewed: and a later one as nextReview:.',
  });
}

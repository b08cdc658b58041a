import type { Problem } from '../base/problem.js';
import type { PersonalDetails } from '../handout/request.js';

/**
 * Takes the patient out of a problem: one that names a character of the first name says only that it is one.
 * A character that a string of the workspace has as well is not the patient's, and is named.
 */
export function withoutPatient(problem: Problem, personal: PersonalDetails | undefined): Problem {
  const { subject, at } = problem;
  if (subject === undefined || personal?.firstName?.includes(subject) !== true) return problem;
  if (at !== undefined && /(^|\/)locales\//.test(at.file)) return problem;
  return {
    code: problem.code,
    severity: problem.severity,
    message: 'No shipped font can show a character of the first name.',
    ...(at === undefined ? {} : { at }),
    hint: 'Write the name in letters.',
  };
}

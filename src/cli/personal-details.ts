import { readDetails } from '../handout/patient-details.js';
import type { PersonalDetails } from '../handout/request.js';
import type { Arguments } from './command.js';
import { UsageError } from './usage-error.js';

/**
 * Reads and checks the patient's details.
 * @returns undefined when none is given
 * @throws {UsageError} for a name or date that cannot be right; the message doesn't repeat it
 */
export function readPersonalDetails({ texts }: Arguments): PersonalDetails | undefined {
  const { details, faults } = readDetails(texts);
  const [fault] = faults;
  if (fault !== undefined) throw new UsageError(`--${fault.field} ${fault.message}`, fault.hint);
  return details;
}

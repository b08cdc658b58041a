import type { Problem } from '../../base/problem.js';

/** The part of veraPDF's JSON report that is read here; the whole is longer. */
type VeraReport = Readonly<{ report?: Readonly<{ jobs?: readonly VeraJob[] }> }>;
type VeraJob = Readonly<{
  itemDetails?: Readonly<{ name?: string }>;
  taskException?: Readonly<{ exceptionMessage?: string }>;
  /** One for each profile that the file claims. Before version 1.26 it was one, not a list. */
  validationResult?: VeraResult | readonly VeraResult[];
}>;
type VeraResult = Readonly<{
  profileName?: string;
  compliant?: boolean;
  details?: Readonly<{ ruleSummaries?: readonly VeraRule[] }>;
}>;
type VeraRule = Readonly<{
  clause?: string;
  testNumber?: number;
  failedChecks?: number;
  description?: string;
}>;

/** The arguments with which veraPDF judges files by every standard they claim, and writes the report that is read here. */
export const VERAPDF_ARGUMENTS: readonly string[] = ['--format', 'json', '--loglevel', '0'];

/**
 * Reads what veraPDF says of files. Reports `pdf/verapdf` for each clause that a file breaks, and for a file that it could not
 * judge.
 * @param names the files it was given, as it was told of them
 * @returns the problems of each file, in the order of `names`; undefined for what is no report
 */
export function readVeraReport(
  json: string,
  names: readonly string[],
): readonly (readonly Problem[])[] | undefined {
  const jobs = jobsOf(json);
  if (jobs === undefined) return undefined;
  const byName = new Map(jobs.map((job) => [job.itemDetails?.name, job]));
  return names.map((name) => problemsOf(byName.get(name)));
}

function jobsOf(json: string): readonly VeraJob[] | undefined {
  try {
    const { report } = JSON.parse(json) as VeraReport;
    return report?.jobs;
  } catch {
    return undefined;
  }
}

function problemsOf(job: VeraJob | undefined): readonly Problem[] {
  const results = [job?.validationResult ?? []].flat();
  if (job?.taskException !== undefined || results.length === 0) {
    return [problem('veraPDF could not judge the file.')];
  }
  return results.flatMap(({ profileName = 'a standard', compliant, details }) => {
    if (compliant === true) return [];
    const rules = details?.ruleSummaries ?? [];
    const standard = profileName.replace(/ validation profile$/, '');
    if (rules.length === 0) return [problem(`The file breaks ${standard}.`)];
    return rules.map((rule) => problem(describeRule(standard, rule)));
  });
}

/** A clause and the number of its test, by which veraPDF's own documentation explains them. */
function describeRule(standard: string, { clause, testNumber, failedChecks, description }: VeraRule): string {
  const place = `${standard}, clause ${clause ?? '?'}, test ${String(testNumber ?? '?')}`;
  const count = failedChecks === 1 ? 'once' : `${String(failedChecks ?? '?')} times`;
  const asked = (description ?? '').replace(/\s+/g, ' ').replace(/\.$/, '');
  return `The file breaks ${place}, ${count}: ${asked}.`;
}

function problem(message: string): Problem {
  return { code: 'pdf/verapdf', severity: 'error', message };
}

import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The two conformances that every handout claims. */
export const FLAVOURS = ['ua1', '2a'] as const;

/** PDF/UA-1 or PDF/A-2a. */
export type Flavour = (typeof FLAVOURS)[number];

/**
 * What veraPDF says of one file and one conformance: `pass`, or why not. Each failure names the clause of the
 * standard, how often it was broken, and what was expected there.
 */
export type Verdict = Readonly<{
  file: string;
  flavour: Flavour;
  pass: boolean;
  failures: readonly string[];
}>;

/** The part of veraPDF's JSON report that is read here. */
type VeraReport = Readonly<{ report: Readonly<{ jobs: readonly VeraJob[] }> }>;
type VeraJob = Readonly<{
  itemDetails: Readonly<{ name: string }>;
  taskException?: Readonly<{ exceptionMessage?: string }>;
  validationResult?: readonly VeraResult[];
}>;
type VeraResult = Readonly<{
  profileName: string;
  compliant: boolean;
  details: Readonly<{ ruleSummaries: readonly VeraRule[] }>;
}>;
type VeraRule = Readonly<{ clause: string; testNumber: number; failedChecks: number; description: string }>;

const PROFILES: Readonly<Record<Flavour, string>> = { ua1: 'PDF/UA-1', '2a': 'PDF/A-2A' };
/** As far away from the compiled tool in .cache as from its source in test. */
const JAR_FOLDER = fileURLToPath(new URL('../../.cache/verapdf/', import.meta.url));
/** The jar opens a window by default; this class is its command line. */
const MAIN_CLASS = 'org.verapdf.apps.GreenfieldCliWrapper';

/** The path of veraPDF's jar, or undefined where it was not fetched. */
export function findVeraPdf(): string | undefined {
  return filesIn(JAR_FOLDER).find((name) => name.endsWith('.jar'));
}

/**
 * Judges PDF files by both conformances in one run of the Java machine: veraPDF applies every profile that a file
 * says it conforms to, so a file that doesn't claim a conformance fails it here.
 * @throws Error when Java or veraPDF doesn't answer
 */
export function verify(files: readonly string[]): readonly Verdict[] {
  const jar = findVeraPdf();
  if (jar === undefined) throw new Error('veraPDF is not in .cache/verapdf. Run .ci/run, which fetches it.');
  if (files.length === 0) return [];
  const paths = files.map((file) => resolve(file));
  const args = ['-cp', jar, MAIN_CLASS, '--format', 'json', '--loglevel', '0', ...paths];
  const { error, stdout, stderr } = spawnSync('java', args, {
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  });
  if (error) throw error;
  // Its exit code says only that some file failed, which the report says better.
  const { report } = parseReport(stdout, stderr);
  const jobs = new Map(report.jobs.map((job) => [job.itemDetails.name, job]));
  return paths.flatMap((path, index) =>
    FLAVOURS.map((flavour) => judge(files[index] ?? path, flavour, jobs.get(path))),
  );
}

function parseReport(stdout: string, stderr: string): VeraReport {
  try {
    return JSON.parse(stdout) as VeraReport;
  } catch (cause) {
    throw new Error(`veraPDF gave no report: ${stderr.slice(0, 2000)}`, { cause });
  }
}

function judge(file: string, flavour: Flavour, job: VeraJob | undefined): Verdict {
  const fail = (...failures: readonly string[]): Verdict => ({ file, flavour, pass: false, failures });
  if (job === undefined) return fail('veraPDF did not report on the file.');
  if (job.taskException)
    return fail(job.taskException.exceptionMessage ?? 'veraPDF could not read the file.');
  const result = job.validationResult?.find(({ profileName }) => profileName.startsWith(PROFILES[flavour]));
  if (result === undefined) return fail(`The file doesn't say that it conforms to ${PROFILES[flavour]}.`);
  if (result.compliant) return { file, flavour, pass: true, failures: [] };
  return fail(...result.details.ruleSummaries.map(describeRule));
}

function describeRule({ clause, testNumber, failedChecks, description }: VeraRule): string {
  return `${clause}-${String(testNumber)}, ${String(failedChecks)} times: ${description}`;
}

function filesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).map((name) => join(folder, name));
  } catch {
    return [];
  }
}

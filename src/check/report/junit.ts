import type { Problem } from '../../base/problem.js';
import { formatRange } from '../../base/source.js';
import { groupBy, type FoundProblem } from '../found.js';
import type { CheckReport } from './check-report.js';

const WORKSPACE = 'workspace';

/**
 * Writes a report for build servers: a suite for each handout, a case in it for each language, and one for the workspace
 * as a whole. Errors are failures; warnings stand in the case's output.
 */
export function writeJunit({ builds, found }: CheckReport): string {
  const cases = [
    { suite: WORKSPACE, name: WORKSPACE, found: found.filter((each) => each.builds.length === 0) },
    ...builds.map((build) => {
      const [, suite = build, name = build] = /^(.*) \(([^()]*)\)$/.exec(build) ?? [];
      return { suite, name, found: found.filter((each) => each.builds.includes(build)) };
    }),
  ];
  const suites = [...groupBy(cases, ({ suite }) => suite)].map(([suite, members]) => {
    const failed = members.filter((member) => failures(member.found).length > 0).length;
    const written = members.map(writeCase).join('');
    const counts = `tests="${members.length}" failures="${failed}" errors="0" skipped="0"`;
    return `  <testsuite name=${quote(suite)} ${counts}>\n${written}  </testsuite>\n`;
  });
  const failed = cases.filter((each) => failures(each.found).length > 0).length;
  const head = `<testsuites name="handout check" tests="${cases.length}" failures="${failed}" errors="0">`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n${head}\n${suites.join('')}</testsuites>\n`;
}

type Case = Readonly<{ suite: string; name: string; found: readonly FoundProblem[] }>;

function writeCase({ suite, name, found }: Case): string {
  const failing = failures(found).map(
    ({ problem }) =>
      `      <failure type=${quote(problem.code)} message=${quote(problem.message)}>${escape(describe(problem))}</failure>\n`,
  );
  const warnings = found.filter(({ problem }) => problem.severity === 'warning');
  const output = warnings.map(({ problem }) => escape(`${describe(problem)}\n`)).join('');
  const body = failing.join('') + (output === '' ? '' : `      <system-out>${output}</system-out>\n`);
  const start = `    <testcase classname=${quote(suite)} name=${quote(name)}`;
  return body === '' ? `${start}/>\n` : `${start}>\n${body}    </testcase>\n`;
}

function failures(found: readonly FoundProblem[]): readonly FoundProblem[] {
  return found.filter(({ problem }) => problem.severity === 'error');
}

function describe({ code, severity, message, at, hint }: Problem): string {
  const place = at === undefined ? '' : `${formatRange(at)} `;
  return `${place}${severity} ${code}: ${message}${hint === undefined ? '' : ` Hint: ${hint}`}`;
}

/** XML 1.0 has no way to write most control characters and halves of surrogate pairs. */
function escape(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
    .replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}

function quote(text: string): string {
  return `"${escape(text).replace(/[\t\n\r]/g, ' ')}"`;
}

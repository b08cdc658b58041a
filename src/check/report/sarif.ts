import { createHash } from 'node:crypto';

import type { Problem } from '../../base/problem.js';
import type { SourceRange } from '../../base/source.js';
import { builtInLabel } from '../../workspace/folder.js';
import type { FoundProblem } from '../found.js';
import { findRule, sourceOf } from '../rules/catalogue.js';
import type { CheckReport } from './check-report.js';

/** The folders that the places of files are relative to. Where they lie is for whoever reads the report to know. */
const BASES = {
  '%SRCROOT%': { description: { text: 'The workspace: the folder with handout.yaml.' } },
  BUILT_IN: {
    description: { text: 'The files that come with handout; a workspace’s own are laid over them.' },
  },
} as const;

/**
 * Writes a report for code hosts and editors. A fingerprint leaves the line out, so that a problem is known again after
 * lines above it have changed; of several that are alike, it counts which one it is. A rule has its whole text in `help`, as
 * “handout explain” prints it.
 * @see Static Analysis Results Interchange Format (SARIF) 2.1.0, OASIS Standard
 */
export function writeSarif({ found, version }: CheckReport): string {
  const ids = [...new Set(found.map(({ problem }) => problem.code))].sort();
  const seen = new Map<string, number>();
  const results = found.map((each) => {
    const alike = fingerprint(each.problem);
    const count = seen.get(alike) ?? 0;
    seen.set(alike, count + 1);
    return resultOf(each, { ids, fingerprint: count === 0 ? alike : `${alike}:${count}` });
  });
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'handout', semanticVersion: version, rules: ids.map(ruleOf) } },
        automationDetails: { id: 'handout/check' },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: BASES,
        results,
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

function ruleOf(id: string): object {
  const rule = findRule(id);
  const name = id.replace(/(?:^|[/-])([a-z])/g, (_, letter: string) => letter.toUpperCase());
  if (rule === undefined) return { id, name };
  const { what, why, fix, severity = 'error' } = rule;
  const help = [why, fix, `Source: ${sourceOf(rule)}.`];
  return {
    ...{ id, name, shortDescription: { text: what }, fullDescription: { text: `${what} ${why}` } },
    help: { text: help.join(' '), markdown: help.join('\n\n') },
    defaultConfiguration: { level: severity },
    properties: { tags: [id.split('/')[0]!] },
  };
}

function resultOf(
  { problem, builds }: FoundProblem,
  { ids, fingerprint }: Readonly<{ ids: readonly string[]; fingerprint: string }>,
): object {
  const { code, severity, message, hint, at } = problem;
  return {
    ruleId: code,
    ruleIndex: ids.indexOf(code),
    level: severity,
    message: { text: hint === undefined ? message : `${message} ${hint}` },
    ...(at && { locations: [{ physicalLocation: locationOf(at) }] }),
    partialFingerprints: { 'handoutProblem/v1': fingerprint },
    ...(builds.length > 0 && { properties: { handouts: builds } }),
  };
}

function locationOf({ file, line, column, endLine, endColumn }: SourceRange): object {
  const isBuiltIn = file.startsWith(builtInLabel);
  const path = (isBuiltIn ? file.slice(builtInLabel.length) : file).replaceAll('\\', '/');
  // A colon or a number sign in a file's name would else begin something else.
  const uri = path.split('/').map(encodeURIComponent).join('/');
  const region = {
    startLine: line,
    startColumn: column,
    ...(endLine !== undefined && { endLine }),
    ...(endColumn !== undefined && { endColumn }),
  };
  return { artifactLocation: { uri, uriBaseId: isBuiltIn ? 'BUILT_IN' : '%SRCROOT%' }, region };
}

function fingerprint({ code, message, at }: Problem): string {
  const parts = JSON.stringify([code, message, at?.file]);
  return createHash('sha256').update(parts).digest('hex').slice(0, 32);
}

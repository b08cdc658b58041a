import { createHash } from 'node:crypto';

import type { Problem } from '../../base/problem.js';
import type { SourceRange } from '../../base/source.js';
import type { FoundProblem } from '../found.js';
import { findRule } from '../rules/catalogue.js';
import type { CheckReport } from './check-report.js';

/**
 * Writes a report for code hosts and editors. A fingerprint leaves the line out, so that a problem is known again after
 * lines above it have changed.
 * @see Static Analysis Results Interchange Format (SARIF) 2.1.0, OASIS Standard
 */
export function writeSarif({ found, version }: CheckReport): string {
  const ids = [...new Set(found.map(({ problem }) => problem.code))].sort();
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'handout', semanticVersion: version, rules: ids.map(ruleOf) } },
        columnKind: 'utf16CodeUnits',
        results: found.map((each) => resultOf(each, ids)),
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

function ruleOf(id: string): object {
  const rule = findRule(id);
  const name = id.replace(/(?:^|[/-])([a-z])/g, (_, letter: string) => letter.toUpperCase());
  if (rule === undefined) return { id, name };
  const { what, why, fix, source, severity = 'error' } = rule;
  const help = [why, fix, ...(source === undefined ? [] : [`Source: ${source}.`])];
  return {
    ...{ id, name, shortDescription: { text: what }, fullDescription: { text: `${what} ${why}` } },
    help: { text: help.join(' '), markdown: help.join('\n\n') },
    defaultConfiguration: { level: severity },
  };
}

function resultOf({ problem, builds }: FoundProblem, ids: readonly string[]): object {
  const { code, severity, message, hint, at } = problem;
  return {
    ruleId: code,
    ruleIndex: ids.indexOf(code),
    level: severity,
    message: { text: hint === undefined ? message : `${message} ${hint}` },
    ...(at && { locations: [{ physicalLocation: locationOf(at) }] }),
    partialFingerprints: { 'handoutProblem/v1': fingerprint(problem) },
    ...(builds.length > 0 && { properties: { handouts: builds } }),
  };
}

function locationOf({ file, line, column, endLine, endColumn }: SourceRange): object {
  const region = {
    startLine: line,
    startColumn: column,
    ...(endLine !== undefined && { endLine }),
    ...(endColumn !== undefined && { endColumn }),
  };
  return { artifactLocation: { uri: encodeURI(file.replaceAll('\\', '/')) }, region };
}

function fingerprint({ code, message, at }: Problem): string {
  const parts = JSON.stringify([code, message, at?.file]);
  return createHash('sha256').update(parts).digest('hex').slice(0, 32);
}

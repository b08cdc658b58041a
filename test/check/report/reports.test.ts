import axe from 'axe-core';
import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';

import type { Colour } from '../../../src/base/colour.js';
import type { Problem } from '../../../src/base/problem.js';
import type { IllustratedReport } from '../../../src/check/report/check-report.js';
import { reportStyle } from '../../../src/check/report/html-style.js';
import { writeHtmlReport } from '../../../src/check/report/html.js';
import { writeJunit } from '../../../src/check/report/junit.js';
import { writeSarif } from '../../../src/check/report/sarif.js';
import { contrastRatio } from '../../../src/base/contrast.js';
import { elementsOf } from '../../web/parsed-page.js';

const missing: Problem = {
  code: 'content/missing-key',
  severity: 'error',
  message: 'The key <a> & “b” is missing.',
  at: { file: 'locales/es/common.json', line: 2, column: 3, endColumn: 6 },
  hint: 'Add it.',
};
const spare: Problem = { code: 'content/unused-key', severity: 'warning', message: 'Nothing uses it.' };
const foreign: Problem = {
  code: 'check/of-tomorrow',
  severity: 'warning',
  message: 'A rule without a text.',
};
const svg = '<svg viewBox="0 0 1 1" role="img" aria-label="Page 1"></svg>';

const report: IllustratedReport = {
  builds: ['a/b (en)', 'a/b (es)', 'a/c (es)'],
  found: [
    { problem: spare, builds: [] },
    { problem: missing, builds: ['a/b (es)', 'a/c (es)'] },
    { problem: foreign, builds: ['a/b (es)'] },
  ],
  sourceText: () => '{\n  "<a>": 1\n}',
  version: '1.2.3',
  pictures: [{ problem: missing, build: 'a/b (es)', page: 1, svg }],
  definitions: '<svg width="0" height="0" aria-hidden="true"><defs></defs></svg>',
};
const none = { ...report, found: [], pictures: [] };

const saying = (message: string): IllustratedReport => ({
  ...report,
  found: [{ problem: { ...missing, message, hint: message }, builds: ['a/b (es)'] }],
});

describe('writeSarif', () => {
  const run = (text: string) =>
    (JSON.parse(text) as { version: string; $schema: string; runs: readonly Run[] }).runs[0]!;

  type Run = Readonly<{
    tool: { driver: { name: string; rules: readonly { id: string }[] } };
    results: readonly Readonly<{
      ruleId: string;
      ruleIndex: number;
      level: string;
      message: { text: string };
      partialFingerprints: Readonly<Record<string, string>>;
      locations?: readonly { physicalLocation: { artifactLocation: object } }[];
    }>[];
  }>;

  it('has what the schema of 2.1.0 requires', () => {
    const text = writeSarif(report);
    expect(JSON.parse(text)).toMatchObject({ version: '2.1.0' });
    const { tool, results } = run(text);
    expect(tool.driver.name).toBe('handout');
    for (const { ruleId, ruleIndex, level, message } of results) {
      expect(tool.driver.rules[ruleIndex]!.id).toBe(ruleId);
      expect(['none', 'note', 'warning', 'error']).toContain(level);
      expect(message.text).not.toBe('');
    }
  });

  it('gives rules their texts, and results their region', () => {
    const text = writeSarif(report);
    expect(run(text).tool.driver.rules.find(({ id }) => id === missing.code)).toMatchObject({
      name: 'ContentMissingKey',
      help: { text: expect.stringContaining('Translate the text') as unknown },
      defaultConfiguration: { level: 'error' },
    });
    expect(run(text).results[1]).toMatchObject({
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'locales/es/common.json', uriBaseId: '%SRCROOT%' },
            region: { startLine: 2, startColumn: 3, endColumn: 6 },
          },
        },
      ],
    });
    expect(run(text).results[0]).not.toHaveProperty('locations');
  });

  it('says which files are the workspace’s own and which are built in', () => {
    const locations = ['built-in/templates/a.hbs', 'templates/ä b#1.hbs'].map((file) => {
      const problem = { ...missing, at: { file, line: 1, column: 1 } };
      const [result] = run(writeSarif({ ...report, found: [{ problem, builds: [] }] })).results;
      return result!.locations![0]!.physicalLocation.artifactLocation;
    });
    expect(locations).toEqual([
      { uri: 'templates/a.hbs', uriBaseId: 'BUILT_IN' },
      { uri: 'templates/%C3%A4%20b%231.hbs', uriBaseId: '%SRCROOT%' },
    ]);
  });

  it('tells problems apart that are alike', () => {
    const found = [missing, { ...missing, at: { ...missing.at!, line: 9 } }].map((problem) => ({
      problem,
      builds: [],
    }));
    const prints = run(writeSarif({ ...report, found })).results.map(
      (each) => each.partialFingerprints['handoutProblem/v1'],
    );
    expect(new Set(prints).size).toBe(2);
  });

  it('knows a problem again after it has moved to another line', () => {
    const moved = { ...missing, at: { ...missing.at!, line: 9 } };
    const print = (problem: Problem) =>
      run(writeSarif({ ...report, found: [{ problem, builds: [] }] })).results[0]!.partialFingerprints;
    expect(print(moved)).toEqual(print(missing));
    expect(print({ ...missing, message: 'Another.' })).not.toEqual(print(missing));
  });
});

describe('writeJunit', () => {
  it('has a case for each handout in each language, and one for the workspace', () => {
    expect(writeJunit(report)).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="handout check" tests="4" failures="2" errors="0">
  <testsuite name="workspace" tests="1" failures="0" errors="0" skipped="0">
    <testcase classname="workspace" name="workspace">
      <system-out>warning content/unused-key: Nothing uses it.
</system-out>
    </testcase>
  </testsuite>
  <testsuite name="a/b" tests="2" failures="1" errors="0" skipped="0">
    <testcase classname="a/b" name="en"/>
    <testcase classname="a/b" name="es">
      <failure type="content/missing-key" message="The key &#60;a&#62; &#38; “b” is missing.">locales/es/common.json:2:3 error content/missing-key: The key &#60;a&#62; &#38; “b” is missing. Hint: Add it.</failure>
      <system-out>warning check/of-tomorrow: A rule without a text.
</system-out>
    </testcase>
  </testsuite>
  <testsuite name="a/c" tests="1" failures="1" errors="0" skipped="0">
    <testcase classname="a/c" name="es">
      <failure type="content/missing-key" message="The key &#60;a&#62; &#38; “b” is missing.">locales/es/common.json:2:3 error content/missing-key: The key &#60;a&#62; &#38; “b” is missing. Hint: Add it.</failure>
    </testcase>
  </testsuite>
</testsuites>
`);
  });

  it('stays XML whatever a message says', () => {
    const { window } = new JSDOM('', { runScripts: 'outside-only' });
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (message) => {
        const xml = JSON.stringify(writeJunit(saying(message)));
        const parse = `new DOMParser().parseFromString(${xml}, 'text/xml').querySelectorAll('parsererror').length`;
        expect(window.eval(parse)).toBe(0);
      }),
      { numRuns: 50 },
    );
    window.close();
  });
});

/** A colour with each of its digits written twice, unless it has six. */
function sixDigits(colour: string): Colour {
  const digits = colour.slice(1);
  return `#${digits.length === 3 ? Array.from(digits, (digit) => digit + digit).join('') : digits}`;
}

describe('writeHtmlReport', () => {
  const violations = async (html: string): Promise<readonly string[]> => {
    const { window } = new JSDOM(html.replace(/<style>[^]*<\/style>/, ''), { runScripts: 'outside-only' });
    window.eval(axe.source);
    const rules = `axe.run(document, { rules: { 'color-contrast': { enabled: false } } })`;
    const found = (await window.eval(rules)) as axe.AxeResults;
    window.close();
    return found.violations.map(({ id }) => id);
  };

  it('is accessible, with problems and without', async () => {
    expect(await violations(writeHtmlReport(report))).toEqual([]);
    expect(await violations(writeHtmlReport(none))).toEqual([]);
    expect(await violations(writeHtmlReport(report).replace(' aria-label="Page 1"', ''))).toEqual([
      'svg-img-alt',
    ]);
  });

  it('has colours that can be read, on light screens and on dark ones', () => {
    const palettes = [...reportStyle.matchAll(/:root\{[^}]*\}/g)].map(
      ([rule]) =>
        new Map(
          Array.from(rule.matchAll(/--([a-z-]+):(#[0-9a-f]{3,6})/g), ([, name, value]) => [
            name!,
            sixDigits(value!),
          ]),
        ),
    );
    expect(palettes).toHaveLength(2);
    for (const palette of palettes) {
      const grounds = { ink: 'paper', quiet: 'paper', error: 'paper', warning: 'paper', 'mark-ink': 'mark' };
      for (const [text, ground] of Object.entries(grounds)) {
        expect(contrastRatio(palette.get(text)!, palette.get(ground)!), text).toBeGreaterThan(4.5);
      }
      expect(contrastRatio(palette.get('ink')!, palette.get('ground')!)).toBeGreaterThan(4.5);
    }
  });

  it('says what was found in which handout, what the rule means, and shows line and page', () => {
    const html = writeHtmlReport(report);
    expect(html).toContain('3 handouts checked: 1 error, 2 warnings.');
    const headings = elementsOf(html).filter(({ name }) => /^h[12]$/.test(name));
    expect(headings.map(({ text }) => text)).toEqual([
      ...['What the check found', 'The workspace as a whole', 'Several handouts', 'a/b'],
    ]);
    expect(html).toContain('A translation lacks a text that the source language has.');
    expect(html).toContain('<pre>2 | <bdi>  <mark>"&lt;a</mark>');
    expect(html).toContain(svg);
  });

  it('asks nothing of other places and runs nothing, whatever a message says', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (message) => {
        const names = new Set(
          elementsOf(writeHtmlReport(saying(`<script>${message}`))).map(({ name }) => name),
        );
        for (const name of ['script', 'link', 'img', 'iframe']) expect(names).not.toContain(name);
      }),
      { numRuns: 50 },
    );
  });
});

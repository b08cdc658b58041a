import { describe, expect, it } from 'vitest';
import { readVeraReport } from '../../../src/check/pdf/verapdf-report.js';
import { printProblems } from '../../workspace/print-problem.js';

const summary = {
  clause: '7.18.5',
  testNumber: 2,
  failedChecks: 4,
  description: 'Links shall contain an alternate description\n via their Contents key.',
};
const sound = { profileName: 'PDF/A-2A validation profile', compliant: true, details: { ruleSummaries: [] } };
const broken = {
  profileName: 'PDF/UA-1 validation profile',
  compliant: false,
  details: { ruleSummaries: [summary, { ...summary, testNumber: 1, failedChecks: 1 }] },
};

function reportOf(...jobs: readonly object[]): string {
  return JSON.stringify({ report: { jobs } });
}

function read(json: string, names: readonly string[]): readonly string[] | undefined {
  return readVeraReport(json, names)?.map(printProblems);
}

describe('the report of veraPDF', () => {
  it('names the standard, the clause, the test and how often it was broken', () => {
    const json = reportOf({ itemDetails: { name: 'a.pdf' }, validationResult: [broken, sound] });
    expect(read(json, ['a.pdf'])).toEqual([
      'error pdf/verapdf\nThe file breaks PDF/UA-1, clause 7.18.5, test 2, 4 times: ' +
        'Links shall contain an alternate description via their Contents key.\n\n' +
        'error pdf/verapdf\nThe file breaks PDF/UA-1, clause 7.18.5, test 1, once: ' +
        'Links shall contain an alternate description via their Contents key.',
    ]);
  });

  it('is put in the order of the files, and says nothing of a sound one', () => {
    const json = reportOf(
      { itemDetails: { name: 'b.pdf' }, validationResult: broken },
      { itemDetails: { name: 'a.pdf' }, validationResult: [sound] },
    );
    expect(read(json, ['a.pdf', 'b.pdf'])).toEqual(['', expect.stringMatching(/clause 7\.18\.5/)]);
  });

  it('says of which file there is no verdict', () => {
    const none = 'error pdf/verapdf\nveraPDF could not judge the file.';
    const json = reportOf({ itemDetails: { name: 'a.pdf' }, taskException: { exceptionMessage: 'No PDF' } });
    expect(read(json, ['a.pdf', 'b.pdf'])).toEqual([none, none]);
    expect(read(reportOf({ itemDetails: { name: 'a.pdf' }, validationResult: [] }), ['a.pdf'])).toEqual([
      none,
    ]);
  });

  it('is none when it is no JSON', () => {
    expect(read('Usage: verapdf', ['a.pdf'])).toBeUndefined();
    expect(read('{}', ['a.pdf'])).toBeUndefined();
  });
});

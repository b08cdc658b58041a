import { describe, expect, it } from 'vitest';

import { checkHandout, type CheckedHandout } from '../../src/check/check-handout.js';
import { openPolicy } from '../../src/check/policy.js';
import type { Handout } from '../../src/handout/build.js';
import { openWorkspace } from '../../src/workspace/workspace.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { printProblems } from '../workspace/print-problem.js';

const request = { handout: 'microneedling/benefits', lang: 'en' } as const;
const contact = 'clinic: { contact: { phone: "202-555-0111", afterHoursPhone: "202-555-0112" } }\n';
const quotes = { 'locales/en/common.json': '{"clinic": {"hours": "\\"Mondays\\""}}' };

const open = (settings: string, files: Readonly<Record<string, string>> = {}) =>
  openWorkspace({ dir: temporaryFolder({ 'handout.yaml': contact + settings, ...files }) }).value;

/** Delivery takes this type alone. */
function deliver(handout: CheckedHandout): string {
  return handout.id;
}

describe('checkHandout', () => {
  it('makes a handout that may be delivered', async () => {
    const { value, problems } = await checkHandout(open(''), request);
    expect(problems).toEqual([]);
    expect(deliver(value!)).toBe('microneedling/benefits');
  });

  it('is the only maker of such a handout', () => {
    const handout = { id: 'x' } as Handout;
    // @ts-expect-error What was built only may not be delivered.
    expect(deliver(handout)).toBe('x');
    // @ts-expect-error Nor can the mark be written by hand, since its name is known to one file only.
    expect(deliver({ ...handout, checked: true })).toBe('x');
  });

  it('gives none where a rule was made an error, and reports none that was switched off', async () => {
    const strict = await checkHandout(open('rules: { content/foreign-quotes: error }\n', quotes), request);
    expect(strict.value).toBeUndefined();
    expect(strict.problems.map(({ code, severity }) => `${severity} ${code}`)).toContain(
      'error content/foreign-quotes',
    );
    const off = await checkHandout(open('rules: { content/*: off }\n', quotes), request);
    expect(off.problems).toEqual([]);
    expect(off.value).toBeDefined();
  });

  it('lets what the caller asks for win over the settings', async () => {
    const workspace = open('rules: { content/foreign-quotes: error }\n', quotes);
    const policy = openPolicy(workspace, [{ id: 'content/*', level: 'off' }]);
    expect((await checkHandout(workspace, request, { policy })).problems).toEqual([]);
  });

  it('keeps an error that would make the file wrong, whatever is asked', async () => {
    const files = { 'templates/topics/benefits.hbs': '{{!-- check-off template/syntax: no --}}{{#if x}}' };
    const workspace = open('rules: { template/*: off }\n', files);
    const { value, problems } = await checkHandout(workspace, request);
    expect(value).toBeUndefined();
    expect(problems.map(({ code }) => code)).toContain('template/syntax');
  });
});

describe('openPolicy', () => {
  it('is told of settings that name no rule, or one that can not be switched off', () => {
    const { problems } = openPolicy(
      open('rules:\n  content/unusd-key: off\n  text/missing-glyph: warn\n  text/*: off\n'),
    );
    expect(printProblems(problems)).toBe(
      'handout.yaml:3:3 warning check/unknown-rule\nThere is no rule “content/unusd-key”.\n' +
        'Did you mean “content/unused-key”?\n\n' +
        "handout.yaml:4:3 warning check/fixed-rule\nThe errors of “text/missing-glyph” can't be switched off.\n" +
        'A patient would see an empty box in place of a letter, and a file with a missing glyph isn’t valid PDF/UA or PDF/A.',
    );
  });

  it('is told of comments without a reason or a rule', () => {
    const { problems } = openPolicy(
      open(
        '# check-off content/unused-key\n# check-off\n# check-off a/b: cc\n# check-off content/extra-key: --\n',
      ),
    );
    expect(printProblems(problems)).toBe(
      'handout.yaml:2:3 warning check/unexplained-suppression\n' +
        'This comment gives no reason, so “content/unused-key” is still reported.\n' +
        'Write check-off, the rule, a colon and the reason.\n\n' +
        'handout.yaml:3:3 warning check/unexplained-suppression\nThis comment names no rule, so it lets nothing pass.\n' +
        'Write check-off, the rule, a colon and the reason.\n\n' +
        'handout.yaml:4:3 warning check/unknown-rule\nThere is no rule “a/b”.\nSee all of them with “handout explain”.\n\n' +
        'handout.yaml:5:3 warning check/unexplained-suppression\n' +
        'This comment gives no reason, so “content/extra-key” is still reported.\n' +
        'Write check-off, the rule, a colon and the reason.',
    );
  });

  it('is told of comments that let nothing pass, and of no others', () => {
    const policy = openPolicy(open('# check-off workspace/sample-contact: a show\npaper: a4\n'));
    const at = { file: 'handout.yaml', line: 3, column: 1 };
    expect(printProblems(policy.unused())).toBe(
      'handout.yaml:2:3 warning check/unused-suppression\n' +
        'This comment lets nothing pass: its line has no problem “workspace/sample-contact” that may be let pass.\n' +
        'Remove the comment.',
    );
    const problem = { code: 'workspace/sample-contact', severity: 'warning', message: 'x.', at } as const;
    expect(policy.apply([problem, { ...problem, at: { ...at, line: 4 } }])).toHaveLength(1);
    expect(policy.unused()).toEqual([]);
  });
});

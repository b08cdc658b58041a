import { describe, expect, it } from 'vitest';
import { openWorkspace } from '../../src/workspace/workspace.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { builtInFiles, ownNumbers } from './built-in.js';
import { printProblems } from './print-problem.js';

/** The problems of a section `print` of handout.yaml; its first line is the first of the file. */
function problemsOf(text: string): string {
  const dir = temporaryFolder({ 'handout.yaml': `${text}\n${ownNumbers}` });
  return printProblems(openWorkspace({ dir, builtIn: temporaryFolder(builtInFiles) }).problems);
}

describe('the section “print” of handout.yaml', () => {
  it('has desks with their printers, and what differs for a handout', () => {
    const text = `print:
  desk: front
  desks:
    front: { printer: 'ipps://printer.example/ipp/print', sides: two-sided-long-edge, media: iso_a4, copies: 2 }
    back: { printer: Office_Printer, color: monochrome, variants: [large-print], credentials: printer.secret }
  handouts:
    peeling/aftercare: { copies: 20, variants: [greyscale] }`;
    expect(problemsOf(text)).toBe('');
  });

  it('is refused for a desk that is not there', () => {
    expect(problemsOf('print:\n  desk: frnt\n  desks:\n    front: { printer: Office }')).toBe(
      [
        'handout.yaml:2:9 error workspace/unknown-desk',
        'There is no desk “frnt”.',
        'Did you mean “front”?',
      ].join('\n'),
    );
  });

  it('is refused for a handout that is not there', () => {
    expect(problemsOf('print:\n  handouts:\n    peeling/aftercar: { copies: 2 }')).toBe(
      [
        'handout.yaml:3:5 error workspace/unknown-handout',
        'There is no handout “peeling/aftercar”.',
        'Did you mean “peeling/aftercare”?',
      ].join('\n'),
    );
  });

  it.each([
    [
      'printer: ipp://desk:secret@printer.example/',
      '4:16',
      '“printer” is “ipp://•••••••••••@printer.example/”; expected an address such as “ipps://printer.example/ipp/print”, without a name or password in it, or the name of a queue.',
    ],
    ['{ printer: Office, copies: 0 }', '3:35', '“copies” is the number 0; expected 1 or more.'],
    [
      '{ printer: Office, sides: both }',
      '3:34',
      '“sides” is “both”; expected “one-sided”, “two-sided-long-edge” or “two-sided-short-edge”.',
    ],
    [
      '{ printer: Office, fingerprint: abc }',
      '3:40',
      '“fingerprint” is “abc”; expected the SHA-256 of a certificate: 32 pairs of hexadecimal digits.',
    ],
  ])('is refused for a desk with %s', (desk, place, message) => {
    const text = desk.startsWith('{')
      ? `print:\n  desks:\n    a: ${desk}`
      : `print:\n  desks:\n    a:\n      ${desk}`;
    expect(problemsOf(text)).toContain(`handout.yaml:${place} error workspace/wrong-value\n${message}`);
  });
});

import { describe, expect, it } from 'vitest';

import { openSyntax, readValue, type PdfValue } from '../../../src/check/pdf/syntax.js';

function valuesOf(text: string): readonly PdfValue[] {
  const syntax = openSyntax(text);
  const values: PdfValue[] = [];
  while (!syntax.isAtEnd()) values.push(syntax.read());
  return values;
}

describe('the numbers of a PDF file', () => {
  it.each([
    ['0', [0]],
    ['007', [7]],
    ['-5 +5', [-5, 5]],
    ['1. .5 -.25 +0.125', [1, 0.5, -0.25, 0.125]],
    ['1 0 0 -1 12.5 3', [1, 0, 0, -1, 12.5, 3]],
    ['[1 2]3', [[1, 2], 3]],
    ['3 0 R', [{ kind: 'reference', number: 3 }]],
    ['3 0 4 0 R', [3, 0, { kind: 'reference', number: 4 }]],
    ['3 0 RG', [3, 0, { kind: 'operator', name: 'RG' }]],
    ['-3 0 R', [-3, 0, { kind: 'operator', name: 'R' }]],
    ['3.0 0 R', [3, 0, { kind: 'operator', name: 'R' }]],
  ])('are read as they are written: %s', (text, values) => {
    expect(valuesOf(text)).toEqual(values);
  });

  it.each(['.', '+', '-', '+-1', '--1', '+.'])('are refused where they have no digit: %s', (text) => {
    expect(() => readValue(text)).toThrow('There is no PDF value');
  });
});

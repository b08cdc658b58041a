import { expect } from 'vitest';
import type { DocumentNode } from '../../src/document/node.js';
import { createBlockMemory, parseDocument } from '../../src/document/parse.js';
import { printProblems } from '../workspace/print-problem.js';

/** A handout with the HTML given in `<main>`, which stands on line 1 of `page.hbs`. */
export function handout(main: string): string {
  const head = '<html lang="en" dir="ltr" data-at="0:1:1"><head><title>Title</title></head>';
  return `${head}<body><main>${main}</main></body></html>`;
}

/** Reads a handout in which nothing may be wrong: as a whole, and block by block as if it had copies. */
export function documentOf(html: string): DocumentNode {
  const { value, problems } = parseDocument(html, ['page.hbs']);
  if (problems.length > 0) throw new Error(printProblems(problems));
  const memory = createBlockMemory();
  for (const isGeneral of [true, false]) {
    expect(parseDocument(html, ['page.hbs'], { memory, isGeneral }), String(isGeneral)).toEqual({
      value,
      problems: [],
    });
  }
  return value;
}

/** What is wrong in a handout. */
export function complaints(html: string): string {
  const { problems } = parseDocument(html, ['page.hbs']);
  const inParts = parseDocument(html, ['page.hbs'], { memory: createBlockMemory(), isGeneral: true });
  expect(inParts.problems).toEqual(problems);
  return printProblems(problems);
}

import type { DocumentNode } from '../../src/document/node.js';
import { parseDocument } from '../../src/document/parse.js';
import { printProblems } from '../workspace/print-problem.js';

/** A handout with the HTML given in `<main>`, which stands on line 1 of `page.hbs`. */
export function handout(main: string): string {
  const head = '<html lang="en" dir="ltr" data-at="0:1:1"><head><title>Title</title></head>';
  return `${head}<body><main>${main}</main></body></html>`;
}

/** Reads a handout in which nothing may be wrong. */
export function documentOf(html: string): DocumentNode {
  const { value, problems } = parseDocument(html, ['page.hbs']);
  if (problems.length > 0) throw new Error(printProblems(problems));
  return value;
}

/** What is wrong in a handout. */
export function complaints(html: string): string {
  return printProblems(parseDocument(html, ['page.hbs']).problems);
}

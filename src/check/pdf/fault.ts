import type { Problem, ProblemCode } from '../../base/problem.js';

/** Something wrong inside a file, before it is known on which page; the message is a full sentence. */
export type Fault = Readonly<{ code: ProblemCode; message: string }>;

/** Makes the problem that a written file has. It is always an error: the file isn't what was laid out. */
export function problemOf({ code, message }: Fault): Problem {
  return { code, severity: 'error', message };
}

/** How a page is called in a message. */
export function pageName(index: number): string {
  return `page ${String(index + 1)}`;
}

import type { Report } from '../base/problem.js';
import type { SourceRange } from '../base/source.js';
import type { Message } from './json.js';
import { parseMessage } from './message.js';

/** Reports what is wrong with one text, whatever it translates: its tags, placeholders and invisible characters. */
export function checkMessage(message: Message, report: Report): void {
  for (const fault of parseMessage(message.text).faults) {
    report({
      code: fault.code,
      severity: 'error',
      message: `${fault.message} (${message.key})`,
      at: within(message.at, fault.offset),
      ...(fault.hint === undefined ? {} : { hint: fault.hint }),
    });
  }
}

/** A place inside a text of one line. Escapes before the place make the column too small by their length. */
export function within(at: SourceRange, offset: number): SourceRange {
  return { ...at, column: at.column + 1 + offset };
}

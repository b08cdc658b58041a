import type { Report } from '../base/problem.js';
import { within } from './check-message.js';
import type { Message } from './json.js';
import { quotationMarksOf, type QuotationMarks } from './quotation-marks.js';

/** The right single quotation mark isn't among them: it is the apostrophe of every language. */
const MARK = /["'“”„‟‘‚‛«»‹›「」『』〝〞〟＂＇]/g;
const TYPEWRITER_MARK = /["'＂＇]/;
/** Tags and placeholders, in which a quotation mark is no text. */
const MARKUP = /<[^<>]*>|\{\{[^{}]*\}\}/g;
const SPACE_INSIDE_GUILLEMETS = /« | »/;

/**
 * Reports `content/foreign-quotes` once for a text with a typewriter's quotation mark or apostrophe, with a mark of
 * another language, or, in French, with a space beside a mark at which a line could end. A language that isn't known
 * may use any marks but the typewriter's.
 */
export function checkQuotes(message: Message, lang: string, report: Report): void {
  const text = message.text.replace(MARKUP, (markup) => ' '.repeat(markup.length));
  const fault = findFault(text, lang);
  if (fault === undefined) return;
  report({
    code: 'content/foreign-quotes',
    severity: 'warning',
    message: `${fault.message} (${message.key})`,
    at: within(message.at, fault.offset),
    hint: fault.hint,
  });
}

type Fault = Readonly<{ offset: number; message: string; hint: string }>;

function findFault(text: string, lang: string): Fault | undefined {
  const found = [...text.matchAll(MARK)];
  if (found.length === 0) return undefined;
  const marks = quotationMarksOf(lang);
  for (const { index: offset, 0: mark } of found) {
    if (TYPEWRITER_MARK.test(mark)) {
      const message = `${mark} is a typewriter's mark, which stands for several others.`;
      return { offset, message, hint: `Write ’ for an apostrophe. ${adviceOf(marks, lang)}` };
    }
    if (marks && !marks.some((pair) => pair.includes(mark))) {
      const message = `${mark} isn't a quotation mark of the language "${lang}".`;
      return { offset, message, hint: adviceOf(marks, lang) };
    }
  }
  const space = /^fr\b/i.test(lang) ? SPACE_INSIDE_GUILLEMETS.exec(text) : null;
  if (!space) return undefined;
  const message = 'A line could end at the space inside these quotation marks.';
  return { offset: space.index, message, hint: 'Write a narrow no-break space there (U+202F).' };
}

function adviceOf(marks: QuotationMarks | undefined, lang: string): string {
  if (!marks) return `Quote as "${lang}" does.`;
  const [outer, inner] = marks.map((pair) => `${pair[0]!}…${pair[1]!}`);
  return inner === undefined
    ? `Quote with ${outer!}.`
    : `Quote with ${outer!}, and inside that with ${inner}.`;
}

import type { XmlElement } from '@rgrove/parse-xml';
import type { Problem, ProblemCode } from '../base/problem.js';
import type { Source, SourceRange } from '../base/source.js';
import { rangeAt } from '../base/source.js';
import { MAX_PROBLEMS } from './limits.js';

/** Where in a drawing something is wrong. */
export type SvgPlace =
  | Readonly<{ kind: 'offset'; offset: number }>
  | Readonly<{ kind: 'element'; element: XmlElement }>
  | Readonly<{ kind: 'attribute'; element: XmlElement; name: string; offsetInValue?: number }>;

/** A fault of a drawing, before its place is worked out. */
export type SvgFault = Readonly<{
  code: ProblemCode;
  severity?: 'error' | 'warning';
  message: string;
  hint?: string;
  place: SvgPlace;
}>;

/** Takes the faults of one drawing. */
export type SvgReport = (fault: SvgFault) => void;

/** The faults of one drawing, as they are gathered. */
export type SvgFaults = Readonly<{
  report: SvgReport;
  problems: readonly Problem[];
  /** Whether no more errors are listed, so that reading on is of no use. */
  isFull: () => boolean;
}>;

/**
 * Makes the list that the faults of one drawing go to. It keeps the first 20 errors and the first 20 warnings, so
 * that a file with a fault in every element is neither slow to report nor a wall of text.
 */
export function createSvgFaults(source: Source): SvgFaults {
  const problems: Problem[] = [];
  const isListFull = (severity: Problem['severity']): boolean =>
    problems.filter((problem) => problem.severity === severity).length >= MAX_PROBLEMS;
  const report: SvgReport = (fault) => {
    const severity = fault.severity ?? 'error';
    // Counted apart, so that warnings never push an error out of the list.
    if (isListFull(severity)) return;
    problems.push({
      code: fault.code,
      severity,
      message: fault.message,
      at: placeToRange(source, fault.place),
      ...(fault.hint === undefined ? {} : { hint: fault.hint }),
    });
  };
  return { report, problems, isFull: () => isListFull('error') };
}

/** Points at an attribute of an element. */
export function attributePlace(element: XmlElement, name: string): SvgPlace {
  return { kind: 'attribute', element, name };
}

/** Reports an attribute whose value can't be used. */
export function reportBadValue(
  fault: Readonly<{ element: XmlElement; name: string; expected: string }>,
  report: SvgReport,
): void {
  const { element, name, expected } = fault;
  report({
    code: 'graphics/bad-value',
    message: `${quote(element.attributes[name] ?? '')} is not a value for ${name}.`,
    hint: `Expected ${expected}.`,
    place: attributePlace(element, name),
  });
}

/** Cuts a text from a file to a length that fits in a message, and makes it one line. */
export function quote(text: string): string {
  const line = text.slice(0, 200).replace(/\s+/g, ' ').trim();
  return line.length > 40 ? `“${line.slice(0, 39)}…”` : `“${line}”`;
}

function placeToRange(source: Source, place: SvgPlace): SourceRange {
  switch (place.kind) {
    case 'offset':
      return rangeAt(source, place.offset);
    case 'element':
      return rangeAt(source, place.element.start);
    case 'attribute':
      return rangeAt(source, attributeOffset(source, place));
  }
}

/** The offset of an attribute's name, or of a character of its value; references in the value may shift the latter. */
function attributeOffset(source: Source, place: SvgPlace & { kind: 'attribute' }): number {
  const attributes = /\s+([^\s=]+)\s*=\s*(?:"[^"]*"|'[^']*')/y;
  attributes.lastIndex = place.element.start + 1 + place.element.name.length;
  for (let match = attributes.exec(source.text); match; match = attributes.exec(source.text)) {
    if (match[1] !== place.name) continue;
    const valueStart = match.index + match[0].search(/["']/) + 1;
    const nameStart = match.index + match[0].search(/\S/);
    return place.offsetInValue === undefined ? nameStart : valueStart + place.offsetInValue;
  }
  return place.element.start;
}

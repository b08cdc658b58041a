import type { Points } from '../base/units.js';
import type { Paragraph } from '../document/node.js';
import type { Mark } from './flow.js';
import { addSpace, addStrip, type FlowBuilder } from './flow-builder.js';
import type { FlowContext } from './flow-context.js';
import type { Meaning } from './page.js';
import { baselineOf, paragraphOf, setText, textBlockOf } from './text-block.js';

/** Adds words with a line after them that someone writes on by hand, or under them where too little room is left. */
export function addWriteOn(builder: FlowBuilder, paragraph: Paragraph, context: FlowContext): void {
  const block = textBlockOf(paragraph, context);
  const { style } = block;
  const { lines } = setText(paragraphOf(block, context), block, context);
  const meaning: Meaning = { kind: 'node', node: block.id, part: 'content' };
  const { leading } = style;
  const baseline = baselineOf(style, leading, context.lang);
  addSpace(builder, style.before);
  for (const [index, line] of lines.entries()) {
    const words: Mark = { kind: 'line', meaning, line, start: context.start, baseline };
    const isLast = index === lines.length - 1;
    const blank = isLast ? blankAfter(line.width, baseline, context) : undefined;
    const marks = blank ? [words, blank] : [words];
    addStrip(builder, { height: leading, marks, joined: index > 0, ...(index === 0 && { baseline }) });
    if (isLast && !blank) {
      addStrip(builder, { height: leading, marks: [ruleFrom(0, baseline, context)], joined: true });
    }
  }
  addSpace(builder, style.after);
}

/** Tells whether the line to write on stands beside its words. */
export function hasBlankBeside(paragraph: Paragraph, context: FlowContext): boolean {
  const block = textBlockOf(paragraph, context);
  const { lines } = context.typesetter.set(paragraphOf(block, context), context.measure).value;
  return blankAfter(lines.at(-1)?.width ?? 0, 0, context) !== undefined;
}

function blankAfter(width: Points, baseline: Points, context: FlowContext): Mark | undefined {
  const start = width + gap;
  return context.measure - start < leastBlank ? undefined : ruleFrom(start, baseline, context);
}

const gap: Points = 6;
/** A date written by hand. */
const leastBlank: Points = 70;

function ruleFrom(offset: Points, baseline: Points, { start, measure, theme }: FlowContext): Mark {
  const { thickness } = theme.rule;
  const box = { start: start + offset, top: baseline + 2, width: measure - offset, height: thickness };
  return { kind: 'shape', box, radius: 0, fill: theme.writeOnLine };
}

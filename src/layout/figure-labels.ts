import { nearestName } from '../base/nearest.js';
import type { ProblemCode } from '../base/problem.js';
import type { Points } from '../base/units.js';
import type { Figure, FigureLabel } from '../document/node.js';
import { plainText } from '../document/walk.js';
import type { LabelRoom, VectorImage } from '../graphics/vector.js';
import type { BlockStyle } from '../style/block-style.js';
import type { LogicalBox, Mark } from './flow.js';
import { enter, type FlowContext } from './flow-context.js';
import { baselineOf, leadingOf, paragraphOf, setText } from './text-block.js';

/** A drawing at its size in the column. */
export type SizedDrawing = Readonly<{ image: VectorImage; box: LogicalBox }>;

/** A label in its room: its lines, and the rectangle that they take. */
type SetLabel = Readonly<{ label: FigureLabel; marks: readonly Mark[]; box: LogicalBox }>;

/** The labels of a figure, and how far down they reach in it. */
export type SetLabels = Readonly<{ marks: readonly Mark[]; bottom: Points }>;

/**
 * Sets the words of a labelled figure in the rooms that its drawing has for them. Rooms count from the drawing's start
 * side, as everything in a flow does, so they are mirrored together with it. Reports `layout/unknown-label`,
 * `layout/label-overflow` and `layout/label-overlap`, and what `setText` reports; nothing is ever cut off.
 */
export function setLabels(figure: Figure, drawing: SizedDrawing, context: FlowContext): SetLabels {
  const set: SetLabel[] = [];
  for (const label of figure.labels ?? []) {
    const room = drawing.image.labels?.get(label.room);
    if (!room) reportUnknown(label, drawing.image, context);
    else set.push(setLabel(label, { room, drawing }, enter(context, label)));
  }
  set.forEach(({ label, box }, index) => {
    const other = set.slice(0, index).find((earlier) => overlap(earlier.box, box));
    if (!other) return;
    const message = `The label "${label.room}" stands on the label "${other.label.room}".`;
    const hint = 'Give them rooms that are further apart in the drawing.';
    reportLabel(label, { code: 'layout/label-overlap', message, hint }, context);
  });
  const bottom = Math.max(0, ...set.map(({ box }) => box.top + box.height));
  return { marks: set.flatMap(({ marks }) => marks), bottom };
}

function setLabel(
  label: FigureLabel,
  { room, drawing }: Readonly<{ room: LabelRoom; drawing: SizedDrawing }>,
  context: FlowContext,
): SetLabel {
  const inner = roomBox(room, drawing);
  const roomContext = { ...context, measure: inner.width };
  const styles = context.theme.figure.labels;
  const style = styles.find((each) => fits(label, { style: each, height: inner.height }, roomContext));
  const block = { ...label, style: style ?? styles.at(-1)! };
  const { lines } = setText(paragraphOf(block, context), label, roomContext);
  const leading = leadingOf(block, context);
  const height = leading * lines.length;
  const width = Math.max(0, ...lines.map((line) => line.width));
  if (height > inner.height + tolerance) {
    const message =
      `The label "${label.room}" is ${Math.ceil(height)} pt tall and has room for ` +
      `${Math.floor(inner.height)} pt in the drawing.`;
    const hint = 'Shorten it, show the drawing wider, or give it more room in the drawing.';
    reportLabel(label, { code: 'layout/label-overflow', message, hint }, context);
  }
  const top = inner.top + (room.vertical === 'top' ? 0 : (inner.height - height) / 2);
  const startOf = (length: number): number => inner.start + (inner.width - length) * shares[room.align];
  const marks = lines.map((line, index): Mark => {
    const baseline = top + leading * index + baselineOf(block.style, leading, context.lang);
    const meaning = { kind: 'node', node: label.id, part: 'content' } as const;
    return { kind: 'line', meaning, line, start: startOf(line.width), baseline };
  });
  return { label, marks, box: { start: startOf(width), top, width, height } };
}

function fits(
  label: FigureLabel,
  { style, height }: Readonly<{ style: BlockStyle; height: Points }>,
  context: FlowContext,
): boolean {
  const block = { ...label, style };
  const { lines, overflows } = context.typesetter.set(paragraphOf(block, context), context.measure).value;
  return !overflows && leadingOf(block, context) * lines.length <= height + tolerance;
}

/** Sums of many lengths differ in their last bits. */
const tolerance = 0.01;

/** How much of the empty space stands before a line. */
const shares = { start: 0, middle: 0.5, end: 1 } as const;

function roomBox(room: LabelRoom, { image, box }: SizedDrawing): LogicalBox {
  const scale = box.width / image.width;
  return {
    start: box.start + room.x * scale,
    top: box.top + room.y * scale,
    width: room.width * scale,
    height: room.height * scale,
  };
}

function overlap(one: LogicalBox, other: LogicalBox): boolean {
  const isAcross =
    one.start + one.width > other.start + tolerance && other.start + other.width > one.start + tolerance;
  return (
    isAcross && one.top + one.height > other.top + tolerance && other.top + other.height > one.top + tolerance
  );
}

function reportUnknown(label: FigureLabel, image: VectorImage, context: FlowContext): void {
  const names = [...(image.labels?.keys() ?? [])];
  const near = nearestName(label.room, names);
  const message = `The drawing has no room for the label "${label.room}".`;
  const hint =
    near === undefined
      ? `Draw a <rect id="label-${label.room}" fill="none"> where "${plainText(label.children)}" belongs.`
      : `Did you mean "${near}"?`;
  reportLabel(label, { code: 'layout/unknown-label', message, hint }, context);
}

function reportLabel(
  { at }: FigureLabel,
  fault: Readonly<{ code: ProblemCode; message: string; hint: string }>,
  context: FlowContext,
): void {
  const { code, message, hint } = fault;
  context.report({ code, severity: 'error', message, ...(at && { at }), hint });
}

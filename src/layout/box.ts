import type { BoxStyle } from '../style/block-style.js';
import type { Ground, Keep } from './flow.js';
import { addPadding, addRange, addSpace, addTrailer, type FlowBuilder } from './flow-builder.js';
import { indent, type FlowContext } from './flow-context.js';

/** A tinted box; `build` adds what stands in it. */
export type Box = Readonly<{
  style: BoxStyle;
  keep?: Keep | undefined;
  build: (inner: FlowContext) => void;
}>;

/** Adds what `build` adds, in a tinted box. A box that goes on over a page's end has its padding on both pages. */
export function addBox(builder: FlowBuilder, box: Box, context: FlowContext): void {
  const { style, keep } = box;
  const { padding } = style;
  addSpace(builder, style.before);
  const range = {
    grounds: groundsOf(style, context),
    head: [{ kind: 'strip', height: padding.top, before: 0, bond: 'firm', marks: [] }],
    foot: padding.bottom,
    ...(keep && { keep }),
  } as const;
  addRange(builder, range, () => addBoxContent(builder, box, context));
  addSpace(builder, style.after);
}

/** What stands in a box, for boxes whose ground someone else draws. */
export function addBoxContent(builder: FlowBuilder, { style, build }: Box, context: FlowContext): void {
  const { padding } = style;
  addPadding(builder, padding.top);
  build({ ...indent(context, padding.start, padding.end), blocks: style.blocks, spacing: 1 });
  addTrailer(builder, padding.bottom, []);
}

/** The tint and the bar of a box as wide as the context's measure. */
export function groundsOf(style: BoxStyle, context: FlowContext): readonly Ground[] {
  const { start, measure } = context;
  const whole = { start, width: measure, topInset: 0, bottomInset: 0 };
  const tint = { ...whole, fill: style.fill, radius: style.radius };
  return style.bar ? [tint, { ...whole, width: style.bar.width, fill: style.bar.colour, radius: 0 }] : [tint];
}

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

/** The tint and the edge of a box as wide as the context's measure. */
export function groundsOf({ fill, radius, edge }: BoxStyle, context: FlowContext): readonly Ground[] {
  const { start, measure } = context;
  const tint = { start, width: measure, topInset: 0, bottomInset: 0, fill, radius };
  if (!edge) return [tint];
  const { kind, colour, width } = edge;
  if (kind === 'outline') return [{ ...tint, stroke: { colour, width } }];
  if (radius === 0) return [tint, { ...tint, width, fill: colour }];
  // The bar has the box's corners outside and is straight inside, where the tint goes over its other corners.
  const cornered = Math.max(width, 2 * radius);
  const bar = { ...tint, width: cornered, fill: colour };
  return [tint, bar, { ...tint, start: start + width, width: cornered, radius: 0 }];
}

import type { Callout } from '../document/node.js';
import { addBox } from './box.js';
import type { FlowBuilder } from './flow-builder.js';
import type { FlowContext } from './flow-context.js';

/** Adds a callout: a tinted box with a bar at its start side. The safety block is never divided. */
export function addCallout(builder: FlowBuilder, callout: Callout, context: FlowContext): void {
  const style = context.theme.callouts[callout.role];
  const isSafetyBlock = callout.role === 'call' || callout.role === 'urgent';
  const keep = isSafetyBlock
    ? { name: `box of class "${callout.role}"`, ...(callout.at && { at: callout.at }) }
    : undefined;
  const build = (inner: FlowContext): void => context.addBlocks(builder, callout.children, inner);
  addBox(builder, { style, keep, build }, context);
}

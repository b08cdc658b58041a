import type { Callout } from '../document/node.js';
import { addBox, addBoxContent, groundsOf, type Box } from './box.js';
import type { Keep } from './flow.js';
import type { SideBySide } from './side-by-side.js';
import type { FlowBuilder } from './flow-builder.js';
import { enter, type FlowContext } from './flow-context.js';

/** Adds a callout: a tinted box with a bar at its start side. The safety block is never divided. */
export function addCallout(builder: FlowBuilder, callout: Callout, context: FlowContext): void {
  addBox(builder, calloutBox(builder, callout, context), context);
}

/** A callout that is all of a column: it is as tall as the column beside it. */
export function calloutSide(callout: Callout, context: FlowContext): SideBySide {
  const inner = enter(context, callout);
  return {
    context: inner,
    grounds: groundsOf(context.theme.callouts[callout.role], context),
    build: (builder) => addBoxContent(builder, calloutBox(builder, callout, inner), inner),
    keep: keepOf(callout),
  };
}

function calloutBox(builder: FlowBuilder, callout: Callout, context: FlowContext): Box {
  return {
    style: context.theme.callouts[callout.role],
    keep: keepOf(callout),
    build: (inner) => context.addBlocks(builder, callout.children, inner),
  };
}

function keepOf({ role, at }: Callout): Keep | undefined {
  const isSafetyBlock = role === 'call' || role === 'urgent';
  return isSafetyBlock ? { name: `box of class "${role}"`, ...(at && { at }) } : undefined;
}

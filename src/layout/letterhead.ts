import type { Block } from '../document/node.js';
import { addSideBySide } from './side-by-side.js';
import { contentWidth } from './content-width.js';
import { addSpace, addStrip, type FlowBuilder } from './flow-builder.js';
import { indent, type FlowContext } from './flow-context.js';

/** Adds the clinic's head: the logo at the start, name and contact at the end, a line below. */
export function addLetterhead(builder: FlowBuilder, blocks: readonly Block[], context: FlowContext): void {
  if (blocks.length === 0) return;
  const { gap, after, line } = context.theme.letterhead;
  const logos = blocks.filter((block) => block.kind === 'figure');
  const words = blocks.filter((block) => block.kind !== 'figure');
  if (logos.length === 0 || words.length === 0) {
    context.addBlocks(builder, blocks, context);
  } else {
    const wished = contentWidth(logos, context).maximum;
    const logoWidth = Math.min(wished, (context.measure - gap) / 2);
    addSideBySide(builder, [
      side(logos, { ...context, measure: logoWidth }),
      side(words, { ...indent(context, logoWidth + gap), align: 'end' }),
    ]);
  }
  builder.space = 0;
  addSpace(builder, line.before);
  const box = { start: context.start, top: 0, width: context.measure, height: line.thickness };
  addStrip(builder, {
    height: line.thickness,
    marks: [{ kind: 'shape', box, radius: 0, fill: line.colour }],
    joined: true,
  });
  addSpace(builder, after);
}

function side(blocks: readonly Block[], context: FlowContext): Parameters<typeof addSideBySide>[1][number] {
  return {
    context,
    grounds: [],
    build: (builder, inner) => inner.addBlocks(builder, blocks, inner),
  };
}

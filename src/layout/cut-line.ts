import type { Points } from '../base/units.js';
import type { VectorImage } from '../graphics/vector.js';
import { addSpace, addStrip, type FlowBuilder } from './flow-builder.js';
import type { FlowContext } from './flow-context.js';

/** Adds a dashed line across the column, with scissors at its start, along which paper is to be cut. */
export function addCutLine(builder: FlowBuilder, context: FlowContext): void {
  const { theme, start, measure, documentDir } = context;
  const image = cutLine(measure, theme);
  const box = { start, top: 0, width: measure, height: image.height };
  const meaning = { kind: 'artifact', type: 'layout' } as const;
  const mirrored = documentDir === 'rtl';
  addSpace(builder, theme.rule.before);
  addStrip(builder, {
    height: image.height,
    marks: [{ kind: 'image', meaning, image, box, mirrored }],
    joined: false,
  });
  addSpace(builder, theme.columns.before);
}

const height: Points = 12;
/** Room for the scissors, before the line begins. */
const scissors: Points = 20;

function cutLine(width: Points, { writeOnLine: colour, rule }: FlowContext['theme']): VectorImage {
  const stroke = { colour, width: Math.max(1, rule.thickness), join: 'round', miterLimit: 4 } as const;
  const middle = height / 2;
  return {
    kind: 'vector',
    width,
    height,
    paths: [
      {
        commands: [
          ...ring(3, 2.6),
          ...ring(3, height - 2.6),
          ['M', 5, 4],
          ['L', 16, 9],
          ['M', 5, 8],
          ['L', 16, 3],
        ],
        stroke: { ...stroke, cap: 'round', dashes: [] },
      },
      {
        commands: [
          ['M', scissors, middle],
          ['L', width, middle],
        ],
        stroke: { ...stroke, cap: 'butt', dashes: [4, 3] },
      },
    ],
  };
}

/** A finger ring of the scissors. */
function ring(x: Points, y: Points): VectorImage['paths'][number]['commands'] {
  const radius = 2;
  const handle = radius * 0.55;
  return [
    ['M', x + radius, y],
    ['C', x + radius, y + handle, x + handle, y + radius, x, y + radius],
    ['C', x - handle, y + radius, x - radius, y + handle, x - radius, y],
    ['C', x - radius, y - handle, x - handle, y - radius, x, y - radius],
    ['C', x + handle, y - radius, x + radius, y - handle, x + radius, y],
  ];
}

import { checkPages, type PageFigures } from '../../../src/check/page/check-pages.js';
import type { Problem } from '../../../src/base/problem.js';
import type { VariantName } from '../../../src/base/variant.js';
import type { VectorImage } from '../../../src/graphics/vector.js';
import type { LaidOutDocument } from '../../../src/layout/page.js';
import type { BlockStyle } from '../../../src/style/block-style.js';
import { documentOf, handout } from '../../document/parse-body.js';
import { layOutSquares, type SampleOptions } from '../../layout/sample.js';
import { printProblems } from '../../workspace/print-problem.js';

/** What is changed on the way to a page. */
export type PageChanges = SampleOptions &
  Readonly<{ variants?: readonly VariantName[]; after?: (laidOut: LaidOutDocument) => LaidOutDocument }>;

/** Lays HTML out in squares, and judges its pages. */
export function judgeSquares(
  main: string,
  { variants = [], after = (laidOut) => laidOut, ...options }: PageChanges = {},
): Readonly<{ figures: PageFigures; problems: readonly Problem[] }> {
  const document = documentOf(handout(main));
  const { laidOut } = layOutSquares(document.children, { ...options, document });
  const { value, problems } = checkPages(after(laidOut), { variants });
  return { figures: value, problems };
}

/** What is wrong with the pages of HTML, as printed. */
export function faultsOf(main: string, changes?: PageChanges): string {
  return printProblems(judgeSquares(main, changes).problems);
}

/** A drawing of one colour, 100 points wide and tall, with a room for the label "skin". */
export function drawingOf(colour: `#${string}`, room: Partial<{ x: number; y: number }> = {}): VectorImage {
  const corners = [['M', 0, 0], ['L', 100, 0], ['L', 100, 100], ['L', 0, 100], ['Z']] as const;
  return {
    kind: 'vector',
    width: 100,
    height: 100,
    paths: [{ commands: corners, fill: { colour, rule: 'nonzero' } }],
    labels: new Map([
      ['skin', { x: 10, y: 10, width: 60, height: 30, align: 'start', vertical: 'top', ...room }],
    ]),
  };
}

/** A text style in other letters. */
export function restyled(block: BlockStyle, change: Partial<BlockStyle['text'][number]>): BlockStyle {
  return { ...block, text: block.text.map((style) => ({ ...style, ...change })) };
}

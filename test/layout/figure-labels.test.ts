import { describe, expect, it } from 'vitest';
import type { Block } from '../../src/document/node.js';
import type { LabelRoom, VectorImage } from '../../src/graphics/vector.js';
import { dumpPage } from '../../src/layout/dump.js';
import { createNodes, layOutSquares, type SampleOptions } from './sample.js';
import { printProblems } from '../workspace/print-problem.js';

const room: LabelRoom = { x: 120, y: 10, width: 80, height: 30, align: 'start', vertical: 'middle' };

/** A drawing of 200 by 100 points with these rooms. */
function drawingWith(rooms: Readonly<Record<string, LabelRoom>>): VectorImage {
  return { kind: 'vector', width: 200, height: 100, paths: [], labels: new Map(Object.entries(rooms)) };
}

/** Lays out a figure with a label for each of these rooms. */
function layOutLabels(
  words: Readonly<Record<string, string>>,
  image: VectorImage,
  document: SampleOptions['document'] = {},
) {
  const nodes = createNodes();
  const id = nodes.id();
  const labels = Object.entries(words).map(([name, text]) => {
    const at = { file: 'topics/a.hbs', line: 3, column: 5 };
    return { kind: 'figure-label', id: nodes.id(), at, room: name, children: [nodes.text(text)] } as const;
  });
  const figure: Block = { kind: 'figure', id, source: 'a.svg', alternative: 'A.', caption: [], labels };
  return layOutSquares([figure], { images: new Map([['a.svg', image]]), document });
}

function dump(...input: Parameters<typeof layOutLabels>): string {
  return `\n${layOutLabels(...input)
    .laidOut.pages.map(dumpPage)
    .join('')}`;
}

describe('the labels of a figure', () => {
  it('stand in the rooms of the drawing, as text of their own', () => {
    expect(dump({ skin: 'skin' }, drawingWith({ skin: room }))).toMatchInlineSnapshot(`
      "
      vector 86,54 200x100  #1
      line 206,82.2 +42 "skin"  #2
      "
    `);
  });

  it('stand in the middle, at the end or at the top where the room says so', () => {
    const image = drawingWith({
      middle: { ...room, align: 'middle' },
      end: { ...room, y: 60, align: 'end', vertical: 'top' },
    });
    expect(dump({ middle: 'a', end: 'b' }, image)).toMatchInlineSnapshot(`
      "
      vector 86,54 200x100  #1
      line 240.8,82.2 +10.5 "a"  #2
      line 275.5,124.1 +10.5 "b"  #4
      "
    `);
  });

  it('are mirrored together with the drawing in a document from right to left', () => {
    const document = { lang: 'ar', dir: 'rtl' } as const;
    expect(dump({ skin: 'skin' }, drawingWith({ skin: room }), document)).toMatchInlineSnapshot(`
      "
      vector 309.3,54 200x100 mirrored  #1
      line 347.3,82.2 +42 "skin"  #2
      "
    `);
  });

  it('are never cut: one too tall for its room is reported', () => {
    const { problems } = layOutLabels({ skin: 'skin and more and more' }, drawingWith({ skin: room }));
    expect(printProblems(problems)).toMatchInlineSnapshot(`
      "topics/a.hbs:3:5 error layout/label-overflow
      The label "skin" is 36 pt tall and has room for 30 pt in the drawing.
      Shorten it, show the drawing wider, or give it more room in the drawing."
    `);
  });

  it('never stand on each other: where they do it is reported', () => {
    const image = drawingWith({ skin: room, hair: { ...room, y: 14 } });
    expect(printProblems(layOutLabels({ skin: 'skin', hair: 'hair' }, image).problems))
      .toMatchInlineSnapshot(`
      "topics/a.hbs:3:5 error layout/label-overlap
      The label "hair" stands on the label "skin".
      Give them rooms that are further apart in the drawing."
    `);
  });

  it('have a room in the drawing: where there is none it is reported', () => {
    const image = drawingWith({ epidermis: room });
    const { problems } = layOutLabels({ epidermes: 'Top', blood: 'Blood' }, image);
    expect(printProblems(problems)).toMatchInlineSnapshot(`
      "topics/a.hbs:3:5 error layout/unknown-label
      The drawing has no room for the label "epidermes".
      Did you mean "epidermis"?

      topics/a.hbs:3:5 error layout/unknown-label
      The drawing has no room for the label "blood".
      Draw a <rect id="label-blood" fill="none"> where "Blood" belongs."
    `);
  });
});

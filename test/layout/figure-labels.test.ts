import { describe, expect, it } from 'vitest';
import type { Block } from '../../src/document/node.js';
import type { LabelRoom, VectorImage } from '../../src/graphics/vector.js';
import { dumpPage } from '../../src/layout/dump.js';
import { itemsOf } from '../../src/layout/page.js';
import { createNodes, layOutSquares, type SampleOptions } from './sample.js';
import { printProblems } from '../workspace/print-problem.js';

const room: LabelRoom = { x: 120, y: 10, width: 80, height: 30, align: 'start', vertical: 'middle' };

/** A drawing of 200 by 100 points with these rooms, in which something is drawn down to a height. */
function drawingWith(rooms: Readonly<Record<string, LabelRoom>>, drawnTo = 100): VectorImage {
  const commands = [
    ['M', 0, 0],
    ['L', 40, drawnTo],
  ] as const;
  const paths = [{ commands, fill: { colour: '#000000', rule: 'nonzero' } }] as const;
  return { kind: 'vector', width: 200, height: 100, paths, labels: new Map(Object.entries(rooms)) };
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

  it('leave no gap below: the room that their words and the drawing leave at its foot is cut off', () => {
    const rooms = { skin: { ...room, y: 50, height: 50, vertical: 'top' } } as const;
    expect(dump({ skin: 'skin' }, drawingWith(rooms, 40))).toMatchInlineSnapshot(`
      "
      vector 86,54 200x63.8  #1
      line 206,114.1 +42 "skin"  #2
      "
    `);
    expect(dump({ skin: 'skin and more' }, drawingWith(rooms, 40))).toMatchInlineSnapshot(`
      "
      vector 86,54 200x91.4  #1
      line 206,114.1 +42 "skin"  #2
      line 206,127.9 +31.5 "and"  #2
      line 206,141.7 +42 "more"  #2
      "
    `);
    expect(dump({ skin: 'skin' }, drawingWith(rooms, 80))).toMatchInlineSnapshot(`
      "
      vector 86,54 200x80  #1
      line 206,114.1 +42 "skin"  #2
      "
    `);
  });

  it('stand over a drawing in which a tick is still a tick from right to left', () => {
    const [path] = drawingWith({ skin: room }).paths;
    const image = { ...drawingWith({ skin: room }), paths: [{ ...path!, ownMiddle: 20 }] };
    const shownIn = (dir: 'ltr' | 'rtl') => {
      const { laidOut } = layOutLabels({ skin: 'skin' }, image, { lang: 'ar', dir });
      const [shown] = laidOut.pages.flatMap(itemsOf).filter((item) => item.kind === 'vector');
      return { mirrored: shown!.mirrored, commands: shown!.image.paths[0]!.commands };
    };
    expect(shownIn('ltr')).toEqual({ mirrored: false, commands: path!.commands });
    expect(shownIn('rtl')).toEqual({
      mirrored: true,
      commands: [
        ['M', 40, 0],
        ['L', 0, 100],
      ],
    });
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

import { describe, expect, it } from 'vitest';
import type { Colour } from '../../src/base/colour.js';
import { inGreys } from '../../src/graphics/in-greys.js';
import { parseSvg } from '../../src/graphics/svg.js';
import type { VectorImage } from '../../src/graphics/vector.js';
import { problemText } from './problem-text.js';

const PALETTE: ReadonlyMap<string, Colour> = new Map([
  ['accent', '#0b5394'],
  ['ink', '#1a1a1a'],
]);

/** Reads the content of a drawing of 100 × 50 points, whose units are points. */
function draw(content: string, attributes = ''): VectorImage {
  const staged = read(content, attributes);
  expect(problemText(staged.problems)).toBe('');
  return staged.value!;
}

function read(content: string, attributes = '') {
  const text = `<svg viewBox="0 0 100 50" width="100pt" height="50pt" ${attributes}>${content}</svg>`;
  return parseSvg({ file: 'logo.svg', text }, PALETTE);
}

/** The paths of a drawing as SVG path data, one line each, to two decimals. */
function data(content: string): string {
  return draw(content)
    .paths.map((path) =>
      path.commands
        .map((command) =>
          command.map((part) => (typeof part === 'number' ? +part.toFixed(2) : part)).join(' '),
        )
        .join(' '),
    )
    .join('\n');
}

function paint(content: string) {
  const { fill, stroke } = draw(content).paths[0]!;
  return { fill, stroke };
}

describe('shapes', () => {
  it('turn a path into absolute lines and cubic curves', () => {
    expect(data('<path d="m10 10 h10 v10 q0 10 10 10 t10 10 z"/>')).toBe(
      'M 10 10 L 20 10 L 20 20 C 20 26.67 23.33 30 30 30 C 36.67 30 40 33.33 40 40 Z',
    );
  });

  it('turn an arc into cubic curves that end where the arc ends', () => {
    expect(data('<path d="M10 10 A 10 10 0 0 1 20 20"/>')).toBe('M 10 10 C 15.52 10 20 14.48 20 20');
  });

  it('turn a rectangle into four lines', () => {
    expect(data('<rect x="1" y="2" width="3" height="4"/>')).toBe('M 1 2 L 4 2 L 4 6 L 1 6 Z');
  });

  it('round the corners of a rectangle by half its side at most', () => {
    expect(data('<rect width="10" height="20" rx="9"/>')).toBe(
      'M 5 0 C 7.76 0 10 4.03 10 9 L 10 11 C 10 15.97 7.76 20 5 20 C 2.24 20 0 15.97 0 11 L 0 9 C 0 4.03 2.24 0 5 0 Z',
    );
  });

  it('turn a circle into four curves', () => {
    expect(data('<circle cx="10" cy="10" r="10"/>')).toBe(
      'M 10 0 C 15.52 0 20 4.48 20 10 C 20 15.52 15.52 20 10 20 C 4.48 20 0 15.52 0 10 C 0 4.48 4.48 0 10 0 Z',
    );
  });

  it('draw ellipses, lines, polylines and polygons', () => {
    expect(
      data('<line x1="1" y1="2" x2="3" y2="4"/><polyline points="1,2 3-4"/><polygon points="1 2, 3 4"/>'),
    ).toBe('M 1 2 L 3 4\nM 1 2 L 3 -4\nM 1 2 L 3 4 Z');
    expect(data('<ellipse rx="1" ry="2"/>')).toContain('M 0 -2 C');
  });

  it('draw nothing for a shape without extent or without paint', () => {
    expect(data('<rect width="0" height="9"/><circle/><path d=""/><path d="M0 0L9 9" fill="none"/>')).toBe(
      '',
    );
  });

  it('move with their transforms, the innermost first', () => {
    expect(data('<g transform="translate(10 20) scale(2)"><path d="M1 1" transform="rotate(90)"/></g>')).toBe(
      'M 8 22',
    );
    expect(data('<path d="M1 1" transform="matrix(1 0 0 1 5 6), skewX(45)"/>')).toBe('M 7 7');
    expect(data('<path d="M1 0" transform="rotate(180 2 0) skewY(45)"/>')).toBe('M 3 -1');
  });
});

describe('shapes that are never mirrored', () => {
  const middles = (content: string) => draw(content).paths.map(({ ownMiddle }) => ownMiddle);

  it('have the middle that each is turned about', () => {
    expect(middles('<path d="M0 0L1 1"/><path data-mirror="never" d="M10 10L30 20"/>')).toEqual([
      undefined,
      20,
    ]);
  });

  it('have one in common as a group', () => {
    const group = '<g data-mirror="never"><path d="M10 10L30 20"/><circle cx="40" cy="5" r="10"/></g>';
    expect(middles(`${group}<path d="M0 0L1 1"/>`)).toEqual([30, 30, undefined]);
  });

  it('stay so in greys', () => {
    const image = draw('<path data-mirror="never" d="M10 10L30 20"/>');
    expect(inGreys(image, 'logo.svg').value).toMatchObject({ paths: [{ ownMiddle: 20 }] });
  });
});

describe('the size of a drawing', () => {
  const size = (attributes: string): string => {
    const { value } = parseSvg({ file: 'logo.svg', text: `<svg ${attributes}/>` }, PALETTE);
    return `${String(value?.width)} × ${String(value?.height)}`;
  };

  it('comes from the view box in CSS pixels when nothing else is given', () => {
    expect(size('viewBox="0 0 100 50"')).toBe('75 × 37.5');
  });

  it('follows the width and the ratio of the view box', () => {
    expect(size('viewBox="0 0 100 50" width="2in"')).toBe('144 × 72');
    expect(size('viewBox="0 0 100 50" height="2pc" width="100%"')).toBe('48 × 24');
  });

  it('fits the whole view box in the middle', () => {
    const text = '<svg viewBox="10 10 10 10" width="40pt" height="20pt"><path d="M10 10 L20 20"/></svg>';
    expect(parseSvg({ file: 'a.svg', text }, PALETTE).value?.paths[0]?.commands).toEqual([
      ['M', 10, 0],
      ['L', 30, 20],
    ]);
  });
});

describe('paint', () => {
  it('is black without an outline unless the drawing says otherwise', () => {
    expect(paint('<path d="M0 0L1 1"/>')).toEqual({
      fill: { colour: '#000000', rule: 'nonzero' },
      stroke: undefined,
    });
  });

  it('passes from a group to its shapes, and a style attribute wins over the others', () => {
    expect(
      paint('<g fill="red" fill-rule="evenodd"><path d="M0 0L1 1" fill="blue" style="fill: lime"/></g>').fill,
    ).toEqual({ colour: '#00ff00', rule: 'evenodd' });
  });

  it.each([
    ['#ABC', '#aabbcc'],
    ['#0B5394', '#0b5394'],
    ['rgb(255, 128, 0)', '#ff8000'],
    ['rgb(100% 50% 0%)', '#ff8000'],
    ['Navy', '#000080'],
    ['currentColor', '#1a1a1a'],
    ['var(--accent)', '#0b5394'],
    ['var( --accent , rgb(1,2,3) )', '#0b5394'],
  ])('reads %s as %s', (text, colour) => {
    expect(paint(`<path d="M0 0L1 1" fill="${text}"/>`).fill?.colour).toBe(colour);
  });

  it('scales an outline and its dashes with the transform', () => {
    const style =
      'stroke:red;stroke-width:2px;stroke-linecap:round;stroke-linejoin:bevel;stroke-miterlimit:3;stroke-dasharray:1 2 3';
    expect(paint(`<path d="M0 0L1 1" transform="rotate(30) scale(2)" style="${style}"/>`).stroke).toEqual({
      colour: '#ff0000',
      width: expect.closeTo(4) as number,
      cap: 'round',
      join: 'bevel',
      miterLimit: 3,
      dashes: [2, 4, 6, 2, 4, 6].map((length) => expect.closeTo(length) as number),
    });
  });

  it('averages an outline that is stretched one way, and warns', () => {
    const { value, problems } = read('<path d="M0 0L1 1" stroke="red" transform="scale(1 4)"/>');
    expect(value?.paths[0]?.stroke?.width).toBe(2);
    expect(problemText(problems)).toBe(
      'logo.svg:1:56 warning graphics/uneven-stroke: The outline of the <path> is stretched more one way than the other; it is drawn at its average width. → Apply the transform in the drawing program, or turn the outline into a shape.',
    );
  });

  it('has no outline of no width and no dashes of no length', () => {
    expect(paint('<path d="M0 0L1 1" stroke="red" stroke-width="0"/>').stroke).toBeUndefined();
    expect(paint('<path d="M0 0L1 1" stroke="red" stroke-dasharray="0,0"/>').stroke?.dashes).toEqual([]);
  });
});

describe('what draws nothing', () => {
  it('is passed over: titles, descriptions, metadata, empty defs, names and comments', () => {
    const content =
      '<title>a</title><desc>b</desc><metadata><x/></metadata><defs id="d"/><!-- c --><g id="e" class="f" data-g="h" aria-label="i"/>';
    expect(
      draw(
        content,
        'xmlns="http://www.w3.org/2000/svg" xmlns:x="y" version="1.1" xml:space="preserve" role="img"',
      ).paths,
    ).toEqual([]);
  });
});

describe('rooms for labels', () => {
  it('are rectangles whose id begins with label-, in the coordinates of the drawing', () => {
    const rect = '<rect id="label-skin" x="10" y="5" width="20" height="8" fill="none" data-align="end"/>';
    const drawing = draw(`<g transform="scale(2)">${rect}</g>`);
    expect(drawing.paths).toEqual([]);
    expect(drawing.labels).toEqual(
      new Map([['skin', { x: 20, y: 10, width: 40, height: 16, align: 'end', vertical: 'middle' }]]),
    );
  });

  it('may have their words at the top', () => {
    const rect = '<rect id="label-skin" width="20" height="8" fill="none" data-vertical="top"/>';
    expect(draw(rect).labels!.get('skin')!.vertical).toBe('top');
  });
});

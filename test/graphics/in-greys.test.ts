import { describe, expect, it } from 'vitest';
import { inGreys } from '../../src/graphics/in-greys.js';
import type { VectorImage } from '../../src/graphics/vector.js';
import { printProblems } from '../workspace/print-problem.js';

describe('a picture in greys', () => {
  it('has every fill and stroke of a drawing in grey', () => {
    const stroke = { width: 1, cap: 'butt', join: 'miter', miterLimit: 4, dashes: [] } as const;
    const image: VectorImage = {
      kind: 'vector',
      width: 1,
      height: 1,
      paths: [
        { commands: [['M', 0, 0]], fill: { colour: '#ff0000', rule: 'nonzero' } },
        { commands: [['M', 0, 0]], stroke: { ...stroke, colour: '#1d6a6f' } },
      ],
    };
    const { value } = inGreys(image, 'a.svg');
    expect(value).toMatchObject({
      paths: [{ fill: { colour: '#7f7f7f', rule: 'nonzero' } }, { stroke: { ...stroke, colour: '#606060' } }],
    });
  });

  it('has every pixel in grey, as clear as before', () => {
    const alpha = Uint8Array.of(255, 9);
    const rgb = Uint8Array.of(255, 0, 0, 255, 255, 255);
    const { value } = inGreys({ kind: 'pixels', width: 2, height: 1, rgb, alpha }, 'a.png');
    expect(value).toMatchObject({ rgb: Uint8Array.of(127, 127, 127, 255, 255, 255), alpha });
  });

  it('is refused for a JPEG in colour, which stays as it is', () => {
    const jpeg = { kind: 'jpeg', width: 1, height: 1, components: 3, bytes: Uint8Array.of() } as const;
    const { value, problems } = inGreys(jpeg, 'logo.jpg');
    expect(value).toBe(jpeg);
    expect(printProblems(problems)).toBe(
      'logo.jpg:1:1 warning graphics/colour-jpeg\n' +
        'This JPEG picture stays in colour in a handout in greyscale.\n' +
        'Save the picture as PNG, or as a JPEG in greys.',
    );
    expect(inGreys({ ...jpeg, components: 1 }, 'logo.jpg').problems).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { openPicture } from '../../src/graphics/painted-colour.js';
import { loadImage } from '../../src/graphics/load.js';

async function openSvg(shapes: string) {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">${shapes}</svg>`;
  const { value, problems } = await loadImage(new TextEncoder().encode(svg), 'a.svg', new Map());
  expect(problems).toEqual([]);
  return openPicture(value!);
}

describe('the colour of a drawing at a place', () => {
  it('is that of the topmost path, and of none where nothing is painted', async () => {
    const picture = await openSvg(
      '<rect width="60" height="100" fill="#ff0000"/><circle cx="30" cy="30" r="20" fill="#0000ff"/>',
    );
    expect([picture.at(0.3, 0.3), picture.at(0.05, 0.9), picture.at(0.8, 0.5)]).toEqual([
      '#0000ff',
      '#ff0000',
      undefined,
    ]);
    expect(picture.at(0.15, 0.15)).toBe('#ff0000');
  });

  it('is that of a line within half its width', async () => {
    const picture = await openSvg('<path d="M0 50 H100" stroke="#00ff00" stroke-width="10" fill="none"/>');
    expect([picture.at(0.5, 0.54), picture.at(0.5, 0.56)]).toEqual(['#00ff00', undefined]);
  });

  it('leaves out holes, as the rule of a fill says', async () => {
    const ring = 'M10 10H90V90H10Z M30 30H70V70H30Z';
    const evenOdd = await openSvg(`<path d="${ring}" fill="#000000" fill-rule="evenodd"/>`);
    const nonZero = await openSvg(`<path d="${ring}" fill="#000000"/>`);
    expect([evenOdd.at(0.5, 0.5), nonZero.at(0.5, 0.5), evenOdd.at(0.2, 0.5)]).toEqual([
      undefined,
      '#000000',
      '#000000',
    ]);
  });

  it('tells how much of it is ink', async () => {
    const half = (await openSvg('<rect width="50" height="100" fill="#000000"/>')).ink();
    expect(half).toEqual({ share: 0.5, darkness: 1 });
  });
});

describe('the colour of pixels', () => {
  it('is seen on white paper where they let it through, and unknown in a photograph', () => {
    const rgb = Uint8Array.from([255, 0, 0, 0, 0, 0, 0, 0, 0]);
    const picture = openPicture({
      kind: 'pixels',
      width: 3,
      height: 1,
      rgb,
      alpha: Uint8Array.from([255, 0, 51]),
    });
    expect([picture.at(0, 0), picture.at(0.5, 0), picture.at(1, 0)]).toEqual([
      '#ff0000',
      undefined,
      '#cccccc',
    ]);
    const jpeg = openPicture({ kind: 'jpeg', width: 1, height: 1, components: 3, bytes: new Uint8Array() });
    expect(jpeg.at(0.5, 0.5)).toBe('unknown');
  });
});

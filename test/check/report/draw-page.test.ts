import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { decode } from 'fast-png';
import { describe, expect, it } from 'vitest';

import { createPageDrawer } from '../../../src/check/report/draw-page.js';
import { makeHandout } from '../../../src/handout/build.js';
import type { RasterImage } from '../../../src/graphics/raster.js';
import type { Page } from '../../../src/layout/page.js';
import { openWorkspace } from '../../../src/workspace/workspace.js';
import { temporaryFolder } from '../../support/temporary-folder.js';
import { isMissing, runTool } from '../../support/tools.js';

const workspace = openWorkspace({ cwd: '/' }).value;
const nowhere = { x: -100, y: -100, width: 1, height: 1 };
const WIDTH = 1190;

/** A drawing as a file of its own, which other programs read. */
function standalone(svg: string, definitions: string): string {
  const { attributes, inside } = /^<svg(?<attributes>[^>]*)>(?<inside>.*)<\/svg>$/s.exec(svg)!.groups!;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${definitions}${inside}</svg>`;
}

type Pixels = Readonly<{ width: number; height: number; data: ArrayLike<number>; channels: number }>;

/** The mean difference of two pictures of one size, in shares of a channel's range, once each is made coarse by the square. */
function difference(one: Pixels, other: Pixels, square: number): number {
  const [columns, rows] = [one, other].reduce(
    ([width, height], each) => [Math.min(width, each.width), Math.min(height, each.height)],
    [Infinity, Infinity],
  );
  const mean = ({ data, width, channels }: Pixels, left: number, top: number): number => {
    let sum = 0;
    for (let y = top; y < top + square; y++) {
      for (let x = left; x < left + square; x++) {
        for (let channel = 0; channel < 3; channel++) sum += data[(y * width + x) * channels + channel]!;
      }
    }
    return sum / (square * square * 3 * 255);
  };
  let worst = 0;
  for (let y = 0; y + square <= rows; y += square) {
    for (let x = 0; x + square <= columns; x += square) {
      worst = Math.max(worst, Math.abs(mean(one, x, y) - mean(other, x, y)));
    }
  }
  return worst;
}

describe.skipIf(isMissing('rsvg-convert') || isMissing('pdftoppm'))('the picture of a page', () => {
  it.each([
    ['microneedling/how-it-works', 'en'],
    ['microneedling/how-it-works', 'ar'],
    ['microneedling/aftercare', 'ja'],
    ['microneedling/benefits', 'hi'],
  ])('is the page as it is printed: %s in %s', async (handout, lang) => {
    const { value } = await makeHandout(workspace, { handout, lang });
    const { laidOut, handout: made } = value!;
    const dir = temporaryFolder();
    writeFileSync(join(dir, 'a.pdf'), made.pdf);
    const [page] = laidOut!.pages;
    const drawer = createPageDrawer();
    const svg = drawer.draw({ page: page!, mark: nowhere, label: 'x' });
    writeFileSync(join(dir, 'a.svg'), standalone(svg, drawer.definitions()));
    runTool('rsvg-convert', ['-w', String(WIDTH), '-o', join(dir, 'drawn.png'), join(dir, 'a.svg')]);
    const size = ['-scale-to-x', String(WIDTH), '-scale-to-y', '-1'];
    const place = [join(dir, 'a.pdf'), join(dir, 'printed')];
    runTool('pdftoppm', ['-singlefile', '-png', ...size, ...place]);
    const [drawn, printed] = ['drawn', 'printed'].map((name) =>
      decode(readFileSync(join(dir, `${name}.png`))),
    );
    expect(drawn!.width).toBe(printed!.width);
    // Two programs smooth the edges of letters a little differently, but put none elsewhere.
    expect(difference(drawn!, printed!, 16)).toBeLessThan(0.06);
  });
});

describe('what is painted again', () => {
  it('is written once, even on other pages', async () => {
    const { value } = await makeHandout(workspace, { handout: 'microneedling/how-it-works', lang: 'en' });
    const [page] = value!.laidOut!.pages;
    const drawer = createPageDrawer();
    const svg = drawer.draw({ page: page!, mark: nowhere, label: 'x' });
    const before = drawer.definitions();
    expect(drawer.draw({ page: page!, mark: nowhere, label: 'x' })).toBe(svg);
    expect(drawer.definitions()).toBe(before);
    const outlines = [...before.matchAll(/<path id="[^"]*" d="([^"]*)"/g)].map(([, path]) => path);
    expect(new Set(outlines).size).toBeGreaterThan(40);
  });

  it('is a photo with its pixels, mirrored by nobody', () => {
    const image: RasterImage = {
      kind: 'pixels',
      width: 2,
      height: 1,
      rgb: new Uint8Array([255, 0, 0, 0, 0, 255]),
    };
    const box = { x: 10, y: 20, width: 30, height: 15 };
    const meaning = { kind: 'artifact', type: 'layout' } as const;
    const items = [
      { kind: 'raster', meaning, image, box } as const,
      { kind: 'raster', meaning, image, box } as const,
    ];
    const page: Page = {
      size: { width: 100, height: 100 },
      blocks: [{ block: { items, headings: [], isShared: false }, y: 0 }],
    };
    const drawer = createPageDrawer();
    drawer.draw({ page, mark: nowhere, label: 'x' });
    const [data, ...more] = [...drawer.definitions().matchAll(/data:image\/png;base64,([^"]*)/g)];
    expect(more).toEqual([]);
    const decoded = decode(Buffer.from(data![1]!, 'base64'));
    expect([...decoded.data]).toEqual([255, 0, 0, 0, 0, 255]);
    expect(drawer.definitions()).toContain('translate(10 20) scale(30 15)');
  });
});

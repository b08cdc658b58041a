import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { decode, encode, type DecodedPng } from 'fast-png';
import { describe, expect, it } from 'vitest';
import type { NodeId } from '../../../src/document/node.js';
import { walkDocument } from '../../../src/document/walk.js';
import { makeHandout } from '../../../src/handout/build.js';
import type { HandoutRequest } from '../../../src/handout/request.js';
import { itemsOf, type PlacedItem } from '../../../src/layout/page.js';
import { openWorkspace } from '../../../src/workspace/workspace.js';
import { temporaryFolder } from '../../support/temporary-folder.js';
import { isMissing, runTool } from '../../support/tools.js';

const workspace = openWorkspace({ cwd: '/' }).value;
const looks: Readonly<Record<string, Partial<HandoutRequest>>> = {
  a4: { paper: 'a4' },
  letter: { paper: 'letter' },
  a5: { paper: 'a5' },
  'large print': { paper: 'a4', variants: ['large-print'] },
  greyscale: { paper: 'a4', variants: ['greyscale'] },
  booklet: { paper: 'a4', variants: ['booklet'] },
};

/** Writes a handout, and draws the page with its code; gives the drawing and the address that the code should hold. */
async function draw(request: Partial<HandoutRequest>, dpi: number) {
  const { value } = await makeHandout(workspace, {
    handout: 'microneedling/combined-aftercare',
    lang: 'zh-Hans',
    ...request,
  });
  const folder = temporaryFolder();
  const file = join(folder, 'a.pdf');
  writeFileSync(file, value!.handout.pdf);
  const figures = walkDocument(value!.read.document).filter((node) => node.kind === 'figure');
  const code = figures.find(({ source }) => source.startsWith('qr:'))!;
  const { pages } = value!.laidOut!;
  const page = String(1 + pages.findIndex((each) => itemsOf(each).some((item) => shows(item, code.id))));
  const drawing = join(folder, 'page');
  const only = ['-f', page, '-l', page, '-singlefile'];
  runTool('pdftoppm', ['-r', String(dpi), ...only, '-gray', '-png', file, drawing]);
  return { address: code.source.slice('qr:'.length), page: `${drawing}.png` };
}

function shows({ kind, meaning }: PlacedItem, node: NodeId): boolean {
  return kind === 'vector' && meaning.kind === 'node' && meaning.node === node;
}

/** What a program that nobody here wrote reads from a picture. */
function scan(file: string): readonly string[] {
  const options = ['--quiet', '--raw', '--nodbus', '-Sdisable', '-Sqrcode.enable'];
  return [
    ...new Set(
      runTool('zbarimg', [...options, file])
        .trim()
        .split('\n'),
    ),
  ];
}

/**
 * A worn printer and a phone that isn't held still: each dot is mixed with those around it, some are lost, and nothing is
 * quite black or white.
 */
function asPrinted({ width, height, data, channels }: DecodedPng): Uint8Array {
  const blurred = new Uint8Array(width * height);
  let seed = 1;
  const random = (): number => (seed = (seed * 16807) % 2147483647) / 2147483647;
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      let sum = 0;
      for (const dy of [-1, 0, 1])
        for (const dx of [-1, 0, 1]) sum += data[((y + dy) * width + x + dx) * channels]!;
      const faded = 40 + (sum / 9) * (180 / 255) + (random() - 0.5) * 40;
      blurred[y * width + x] = Math.max(0, Math.min(255, Math.round(faded)));
    }
  }
  return encode({ width, height, data: blurred, channels: 1, depth: 8 });
}

describe.skipIf([isMissing('pdftoppm'), isMissing('zbarimg')].includes(true))('the QR code of a page', () => {
  for (const brand of workspace.brands.keys()) {
    it.each(Object.keys(looks))(`is read from the drawn page of ${brand} in %s`, async (look) => {
      const { address, page } = await draw({ brand, ...looks[look] }, 150);
      expect(address).toMatch(/^https:\/\/.+lang=zh-Hans$/);
      expect(scan(page)).toEqual([address]);
    });
  }

  it.each([
    ['default', 'a4'],
    ['clay', 'a5'],
    ['harbour', 'large print'],
    ['default', 'greyscale'],
  ])('is read from a print of %s in %s that is grey, blurred and full of specks', async (brand, look) => {
    const { address, page } = await draw({ brand, ...looks[look] }, 300);
    writeFileSync(page, asPrinted(decode(readFileSync(page))));
    expect(scan(page)).toEqual([address]);
  });
});

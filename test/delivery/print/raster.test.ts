import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Capabilities } from '../../../src/delivery/print/capabilities.js';
import type { PrintPlan } from '../../../src/delivery/print/wishes.js';
import {
  RASTER_SYNC,
  standUpright,
  turnPage,
  writeRasterPage,
  type RasterPage,
  type RasterSettings,
} from '../../../src/delivery/print/raster/pwg-page.js';
import { rasterize } from '../../../src/delivery/print/raster/rasterize.js';
import { isMissing } from '../../support/tools.js';
import { tinyPrintable } from '../../support/printable.js';

const settings: RasterSettings = {
  ...{ dotsPerInch: 72, sides: 'one-sided', media: 'na_letter_8.5x11in', pageCount: 1 },
  ...{ sheet: { width: 612, height: 792 }, turned: { across: false, along: false } },
};

/** A letter page of 72 dots per inch, and as much of it from its top and left as ippevepcl prints. */
const sheet = { width: 612, height: 792, printedWidth: 576, printedHeight: 768 };

/** The lines of each page as CUPS understands them: ippevepcl reads PWG raster with libcups and writes PCL, a bit for a dot. */
function throughCups(document: Uint8Array): readonly (readonly Uint8Array[])[] {
  const { status, stdout } = spawnSync('ippevepcl', {
    input: document,
    maxBuffer: 1 << 28,
    env: { ...process.env, CONTENT_TYPE: 'image/pwg-raster' },
  });
  expect(status).toBe(0);
  const pages: Uint8Array[][] = [];
  const text = stdout.toString('latin1');
  const command = /\x1b(?:\*r1A|\*b(\d+)Y|\*b(\d+)W|\*rB|\*rC)/g;
  for (let match = command.exec(text); match !== null; match = command.exec(text)) {
    const [whole, skipped, length] = match;
    if (whole === '\x1b*r1A') pages.push([]);
    // Lines without a dot are skipped over.
    for (let line = 0; line < Number(skipped ?? 0); line += 1) pages.at(-1)!.push(new Uint8Array());
    if (length === undefined) continue;
    const end = command.lastIndex + Number(length);
    pages.at(-1)!.push(unpackBits(stdout.subarray(command.lastIndex, end)));
    command.lastIndex = end;
  }
  return pages;
}

/** PCL's second method of compression, which is that of TIFF. */
function unpackBits(packed: Uint8Array): Uint8Array {
  const bytes: number[] = [];
  for (let at = 0; at < packed.length;) {
    const count = packed[at]!;
    if (count < 128) bytes.push(...packed.subarray(at + 1, at + 2 + count));
    else bytes.push(...new Array<number>(257 - count).fill(packed[at + 1]!));
    at += count < 128 ? count + 2 : 2;
  }
  return Uint8Array.from(bytes);
}

/** The dots of a line, black ones as 1, as far as there are any. */
function blackDots(line: Uint8Array): string {
  const bits = [...line].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return bits.replace(/0+$/, '');
}

function dotsOf({ width, samples }: RasterPage, y: number): string {
  const line = samples.subarray(y * width, y * width + sheet.printedWidth);
  return [...line]
    .map((sample) => (sample === 0 ? '1' : '0'))
    .join('')
    .replace(/0+$/, '');
}

/** Lines of runs and single dots, each some times over. */
const someLines = fc.array(
  fc.tuple(
    fc.integer({ min: 1, max: 300 }),
    fc.array(fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 200 })), { maxLength: 12 }),
  ),
  { minLength: 1, maxLength: 30 },
);

/** A page in black and white, since CUPS turns greys into patterns here. */
function pageOf(lines: readonly (readonly [repeats: number, runs: readonly number[]])[]): RasterPage {
  const { width, height } = sheet;
  const samples = new Uint8Array(width * height).fill(255);
  let y = 0;
  for (const [repeats, runs] of lines) {
    for (const end = Math.min(height, y + repeats); y < end; y += 1) {
      let x = 0;
      for (const [index, run] of runs.entries()) {
        const stop = Math.min(width, x + run);
        if (index % 2 === 1 && x < stop) samples.fill(0, y * width + x, y * width + stop);
        x += run;
      }
    }
  }
  return { width, height, channels: 1, samples };
}

describe.skipIf(isMissing('ippevepcl'))('a page of PWG raster', () => {
  it('is what CUPS reads, dot by dot', () => {
    fc.assert(
      fc.property(someLines, (written) => {
        const page = pageOf(written);
        const [lines] = throughCups(Buffer.concat([RASTER_SYNC, writeRasterPage(page, settings)]));
        const expected = Array.from({ length: sheet.printedHeight }, (_, y) => dotsOf(page, y));
        expect(expected.map((_, y) => blackDots(lines![y] ?? new Uint8Array()))).toEqual(expected);
      }),
      { numRuns: 20 },
    );
  });

  it('may be followed by others', () => {
    const { width, height } = sheet;
    const page: RasterPage = { width, height, channels: 1, samples: new Uint8Array(width * height) };
    const bytes = writeRasterPage(page, settings);
    expect(throughCups(Buffer.concat([RASTER_SYNC, bytes, bytes, bytes]))).toHaveLength(3);
  });
});

describe('a page', () => {
  const page: RasterPage = { width: 3, height: 2, channels: 1, samples: Uint8Array.of(1, 2, 3, 4, 5, 6) };

  it('is mirrored for the back of a sheet', () => {
    expect([...turnPage(page, { across: true, along: false }).samples]).toEqual([3, 2, 1, 6, 5, 4]);
    expect([...turnPage(page, { across: false, along: true }).samples]).toEqual([4, 5, 6, 1, 2, 3]);
    expect([...turnPage(page, { across: true, along: true }).samples]).toEqual([6, 5, 4, 3, 2, 1]);
  });

  it('that lies on its side is stood up', () => {
    expect(standUpright(page)).toEqual({
      ...{ width: 2, height: 3, channels: 1 },
      samples: Uint8Array.of(3, 6, 2, 5, 1, 4),
    });
  });
});

const capabilities = {
  raster: { resolutions: [150, 300, 600], types: ['sgray_8', 'srgb_8'], sheetBack: 'rotated' },
} as unknown as Capabilities;
const plan: PrintPlan = {
  ...{ copies: 1, sides: 'two-sided-long-edge', media: 'iso_a4_210x297mm', color: 'color', format: 'raster' },
  ...{ paper: 'a4', inGreys: false, notes: [] },
};

describe.skipIf(isMissing('pdftoppm'))('a PDF as PWG raster', () => {
  it('has the header of each page, in the coarsest resolution that is fine enough', async () => {
    const bytes = await rasterize(tinyPrintable(), {
      capabilities,
      plan,
    });
    const view = new DataView(bytes.buffer, bytes.byteOffset + 4);
    const number = (offset: number): number => view.getInt32(offset);
    expect(Buffer.from(bytes.subarray(0, 13)).toString()).toBe('RaS2PwgRaster');
    expect([number(276), number(372), number(376), number(388), number(392), number(400)]).toEqual([
      ...[300, 2480, 3507, 24, 7440, 19],
    ]);
    expect([number(272), number(368), number(352), number(356), number(452)]).toEqual([1, 0, 595, 842, 1]);
    expect(Buffer.from(bytes.subarray(4 + 1732, 4 + 1732 + 17)).toString()).toBe('iso_a4_210x297mm\0');
  });

  it('stands the sheets of a booklet up, as they lie in the tray', async () => {
    const booklet = tinyPrintable({ variants: ['booklet'] });
    const monochrome = { ...plan, sides: 'two-sided-short-edge', color: 'monochrome' } as const;
    const bytes = await rasterize(booklet, { capabilities, plan: monochrome });
    const view = new DataView(bytes.buffer, bytes.byteOffset + 4);
    expect([372, 376, 388, 400, 368].map((offset) => view.getInt32(offset))).toEqual([2480, 3507, 8, 18, 1]);
  });

  it('fails in words where the PDF is none', async () => {
    const broken = tinyPrintable({ pdf: Buffer.from('no PDF') });
    await expect(rasterize(broken, { capabilities, plan })).rejects.toMatchObject({
      code: 'print/no-raster',
      message:
        'The printer takes no PDF, and pdftoppm (Debian package poppler-utils), which makes pictures of pages, could not draw the pages.',
    });
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OutsideError } from '../../../src/base/outside-error.js';
import { paperNames } from '../../../src/base/paper.js';
import { colorModes, sidesNames } from '../../../src/base/print-setting.js';
import type { Capabilities } from '../../../src/delivery/print/capabilities.js';
import { planPrint } from '../../../src/delivery/print/plan.js';
import type { PrintPlan, PrintWishes } from '../../../src/delivery/print/wishes.js';

const office: Capabilities = {
  ...{ state: 'idle', reasons: [], name: 'Office', model: 'Office 1', acceptsJobs: true },
  formats: ['application/pdf', 'image/pwg-raster'],
  sides: ['one-sided', 'two-sided-long-edge', 'two-sided-short-edge'],
  media: ['na_letter_8.5x11in', 'na_legal_8.5x14in', 'iso_a4_210x297mm'],
  ...{ mediaReady: [], mediaDefault: 'na_letter_8.5x11in', hasColor: true },
  ...{ colorModes: ['auto', 'color', 'monochrome'], mostCopies: 99, scalings: [], copyOrders: [] },
  ...{ raster: { resolutions: [300], types: ['sgray_8'], sheetBack: 'normal' }, operations: [] },
};
const simple: Capabilities = {
  ...office,
  sides: ['one-sided'],
  hasColor: false,
  colorModes: [],
  mostCopies: 1,
};
const usual: PrintWishes = {
  ...{ copies: { value: 1, firm: false }, paper: { value: 'a4', firm: false }, isBooklet: false },
};

function plan(printer: Capabilities, wishes: Partial<PrintWishes>, canRaster = true): PrintPlan {
  return planPrint(printer, { ...usual, ...wishes }, canRaster);
}

/** Plans, and returns why it cannot be done. */
function refusalOf(printer: Capabilities, wishes: Partial<PrintWishes>, canRaster = true): string {
  try {
    return `no error: ${JSON.stringify(plan(printer, wishes, canRaster))}`;
  } catch (error) {
    return error instanceof OutsideError ? `${error.code}: ${error.message}` : String(error);
  }
}

it('does all that a printer can do, without a word', () => {
  const wishes = {
    copies: { value: 20, firm: true },
    sides: { value: 'two-sided-long-edge', firm: true },
    media: { value: 'iso_a4', firm: true },
    color: { value: 'monochrome', firm: true },
  } as const;
  expect(plan(office, wishes)).toEqual({
    ...{ copies: 20, sides: 'two-sided-long-edge', media: 'iso_a4_210x297mm', paper: 'a4' },
    ...{ color: 'monochrome', inGreys: false, format: 'pdf', notes: [] },
  });
});

describe('sides', () => {
  it('that are asked for and cannot be are refused', () => {
    expect(refusalOf(simple, { sides: { value: 'two-sided-long-edge', firm: true } })).toBe(
      'print/no-duplex: The printer cannot print on both sides; ask for one-sided.',
    );
    const longOnly = { ...office, sides: ['one-sided', 'two-sided-long-edge'] };
    expect(refusalOf(longOnly, { sides: { value: 'two-sided-short-edge', firm: true } })).toBe(
      'print/no-duplex: The printer cannot do two-sided-short-edge; ask for one-sided or two-sided-long-edge.',
    );
  });

  it('that are only usual become one, with a note', () => {
    expect(plan(simple, { sides: { value: 'two-sided-long-edge', firm: false } })).toMatchObject({
      sides: 'one-sided',
      notes: ['The printer cannot print on both sides: it prints on one side.'],
    });
  });

  it('of a booklet are turned along the short edge', () => {
    expect(plan(office, { isBooklet: true })).toMatchObject({ sides: 'two-sided-short-edge', notes: [] });
    expect(plan(office, { isBooklet: true, sides: { value: 'one-sided', firm: true } }).notes).toEqual([
      'A booklet can be folded only when it is printed two-sided-short-edge.',
    ]);
  });
});

describe('paper', () => {
  const american = { ...office, media: ['na_letter_8.5x11in', 'na_legal_8.5x14in'] };

  it('is that of the handout where the printer has it', () => {
    expect(plan(office, {})).toMatchObject({ media: 'iso_a4_210x297mm', paper: 'a4', notes: [] });
  });

  it('is what the printer has where the handout may be made for it', () => {
    expect(plan(american, {})).toMatchObject({
      ...{ media: 'na_letter_8.5x11in', paper: 'letter' },
      notes: ['The printer has no A4 paper: the handout is made for letter.'],
    });
    expect(plan({ ...office, mediaReady: ['na_letter_8.5x11in'] }, {})).toMatchObject({
      ...{ media: 'na_letter_8.5x11in', paper: 'letter' },
      notes: ['The printer has no A4 in its trays: the handout is made for letter.'],
    });
  });

  it('that was asked for with --paper is refused where the printer has none', () => {
    expect(refusalOf(american, { paper: { value: 'a4', firm: true } })).toBe(
      'print/no-such-paper: The printer has no paper “A4”; it has na_letter_8.5x11in and na_legal_8.5x14in.',
    );
  });

  it('that was asked for with --paper and is in no tray is noted', () => {
    expect(
      plan({ ...office, mediaReady: ['na_letter_8.5x11in'] }, { paper: { value: 'a4', firm: true } }),
    ).toMatchObject({
      ...{ media: 'iso_a4_210x297mm', paper: 'a4' },
      notes: ['The printer has no A4 in its trays now, only letter; it will ask for it.'],
    });
  });

  it('of --media is what the handout is made for', () => {
    expect(plan(office, { media: { value: 'letter', firm: true } })).toMatchObject({
      ...{ media: 'na_letter_8.5x11in', paper: 'letter' },
      notes: ['The handout is made for letter, the paper that it is printed on.'],
    });
  });

  it('of --media and --paper that differ is noted', () => {
    const wishes = { media: { value: 'na_letter', firm: true }, paper: { value: 'a4', firm: true } } as const;
    expect(plan(office, wishes).notes).toEqual([
      'The handout is made for A4 and printed on letter: it may be scaled, or cut off at the edges.',
    ]);
    expect(plan(office, { media: { value: 'na_legal', firm: true } }).notes).toEqual([
      'The handout is made for A4 and printed on na_legal_8.5x14in: it is not as large as the sheet, or is scaled to it.',
    ]);
  });

  it('of --media that the printer has not is refused; the desk’s is replaced', () => {
    expect(refusalOf(office, { media: { value: 'iso_a3', firm: true } })).toBe(
      'print/no-such-paper: The printer has no paper “iso_a3”; it has na_letter_8.5x11in, na_legal_8.5x14in and iso_a4_210x297mm.',
    );
    expect(plan(office, { media: { value: 'iso_a3', firm: false } })).toMatchObject({
      ...{ media: 'iso_a4_210x297mm', paper: 'a4', notes: ['The printer has no paper “iso_a3”.'] },
    });
  });

  it('is left to a printer that says nothing of it', () => {
    expect(plan({ ...office, media: [] }, {})).toMatchObject({ media: undefined, paper: 'a4', notes: [] });
  });
});

describe('colour', () => {
  it('that is asked for of a printer without any is refused; the desk’s is noted', () => {
    expect(refusalOf(simple, { color: { value: 'color', firm: true } })).toBe(
      'print/no-color: The printer has no colours; ask for monochrome.',
    );
    expect(plan(simple, { color: { value: 'color', firm: false } }).notes).toEqual([
      'The printer has no colours: it prints in greys.',
    ]);
  });

  it('that the printer cannot be told to leave out is left out of the handout', () => {
    expect(plan({ ...office, colorModes: [] }, { color: { value: 'monochrome', firm: true } })).toMatchObject(
      {
        ...{ color: undefined, inGreys: true },
        notes: ['The printer cannot be told to print in greys: the handout is made in greys for it.'],
      },
    );
    expect(plan(simple, { color: { value: 'monochrome', firm: true } })).toMatchObject({
      inGreys: false,
      notes: [],
    });
  });
});

describe('copies', () => {
  it('above the most that a printer makes are refused; the desk’s are fewer', () => {
    expect(refusalOf(office, { copies: { value: 100, firm: true } })).toBe(
      'print/too-many-copies: The printer makes 99 copies of a job at most; ask for that, and again for the others.',
    );
    expect(plan(simple, { copies: { value: 5, firm: false } })).toMatchObject({
      ...{ copies: 1, notes: ['The printer makes one copy of a job at most: it is asked for no more.'] },
    });
  });
});

describe('the kind of document', () => {
  const pictures = { ...office, formats: ['image/pwg-raster', 'image/jpeg'] };

  it('is pictures where the printer takes no PDF', () => {
    expect(plan(pictures, {})).toMatchObject({
      ...{
        format: 'raster',
        notes: ['The printer takes no PDF: the pages go to it as pictures (PWG raster).'],
      },
    });
  });

  it('is refused with what the printer takes', () => {
    expect(refusalOf(pictures, {}, false)).toBe(
      'print/no-format: The printer takes no PDF, and pdftoppm (Debian package poppler-utils), which makes pictures of pages, is not installed. It takes image/pwg-raster, image/jpeg.',
    );
    expect(refusalOf({ ...office, formats: ['application/vnd.hp-pcl'] }, {})).toBe(
      'print/no-format: The printer takes neither PDF nor PWG raster. It takes application/vnd.hp-pcl.',
    );
    expect(refusalOf({ ...pictures, raster: { ...office.raster, types: ['black_1'] } }, {})).toBe(
      'print/no-format: The printer takes no PDF, and only kinds of PWG raster that this program does not make. It takes image/pwg-raster, image/jpeg.',
    );
  });
});

it('names every reason at once', () => {
  const closed = { ...simple, acceptsJobs: false };
  expect(refusalOf(closed, { copies: { value: 2, firm: true }, color: { value: 'color', firm: true } })).toBe(
    'print/not-accepting: The printer takes no jobs now. The printer has no colours; ask for monochrome. The printer makes one copy of a job at most; ask for that, and again for the others.',
  );
});

it('asks a printer for nothing that it says it cannot do, whatever it says', () => {
  const wish = <Value>(values: readonly Value[]) =>
    fc.option(fc.record({ value: fc.constantFrom(...values), firm: fc.boolean() }), { nil: undefined });
  const some = <Value>(values: readonly Value[]) => fc.subarray([...values]);
  const printers = fc.record({
    sides: some(sidesNames),
    media: some(['iso_a4_210x297mm', 'na_letter_8.5x11in', 'iso_a5_148x210mm', 'om_card_54x86mm']),
    mediaReady: some(['iso_a4_210x297mm', 'na_letter_8.5x11in']),
    colorModes: some(colorModes),
    hasColor: fc.boolean(),
    mostCopies: fc.integer({ min: 1, max: 999 }),
  });
  const wishes = fc.record({
    sides: wish(sidesNames),
    media: wish(['a4', 'letter', 'iso_a5', 'om_card', 'iso_a3']),
    color: wish(colorModes),
    copies: fc.record({ value: fc.integer({ min: 1, max: 999 }), firm: fc.boolean() }),
    paper: fc.record({ value: fc.constantFrom(...paperNames), firm: fc.boolean() }),
    isBooklet: fc.boolean(),
  });
  fc.assert(
    fc.property(printers, wishes, (says, wished) => {
      const printer = {
        ...office,
        ...says,
        mediaReady: says.mediaReady.filter((media) => says.media.includes(media)),
      };
      let made: PrintPlan;
      try {
        made = planPrint(printer, wished, true);
      } catch (error) {
        expect(error).toBeInstanceOf(OutsideError);
        return;
      }
      expect([undefined, ...printer.sides]).toContain(made.sides);
      if (printer.media.length > 0) expect([undefined, ...printer.media]).toContain(made.media);
      expect([undefined, ...printer.colorModes]).toContain(made.color);
      expect(made.copies).toBeLessThanOrEqual(printer.mostCopies);
      if (wished.copies.firm) expect(made.copies).toBe(wished.copies.value);
      if (wished.paper.firm) expect(made.paper).toBe(wished.paper.value);
      if (wished.sides?.firm === true && wished.sides.value !== 'one-sided')
        expect(made.sides).toBe(wished.sides.value);
    }),
    { numRuns: 2000 },
  );
});

import { OutsideError } from '../../base/outside-error.js';
import type { ColorMode, Sides } from '../../base/print-setting.js';
import type { Capabilities } from './capabilities.js';
import { choosePaper } from './choose-paper.js';
import type { Choice, PrintPlan, PrintWishes, Wish } from './wishes.js';
import { either } from './words.js';

/**
 * Holds what is wished for against what a printer can do. It is a pure function.
 * @param canRaster whether this machine can make PWG raster
 * @throws {OutsideError} `print/no-duplex`, `print/no-such-paper`, `print/no-color`, `print/too-many-copies`, `print/no-format` or
 *   `print/not-accepting`; with several reasons, the code is that of the first
 */
export function planPrint(printer: Capabilities, wishes: PrintWishes, canRaster: boolean): PrintPlan {
  const parts = {
    format: chooseFormat(printer, canRaster),
    paper: choosePaper(printer, wishes),
    sides: chooseSides(printer, wishes),
    color: chooseColor(printer, wishes.color),
    copies: chooseCopies(printer, wishes.copies),
  };
  const choices: readonly Choice<unknown>[] = Object.values(parts);
  const refused = [
    ...(printer.acceptsJobs ? [] : [acceptsNothing()]),
    ...choices.flatMap((each) => each.refused ?? []),
  ];
  const [first] = refused;
  if (first !== undefined)
    throw new OutsideError(first.code, refused.map(({ message }) => message).join(' '));
  return {
    copies: parts.copies.value,
    sides: parts.sides.value,
    ...parts.paper.value,
    ...parts.color.value,
    format: parts.format.value,
    notes: choices.flatMap(({ notes = [] }) => notes),
  };
}

function acceptsNothing(): OutsideError {
  return new OutsideError('print/not-accepting', 'The printer takes no jobs now.');
}

function chooseFormat({ formats, raster }: Capabilities, canRaster: boolean): Choice<PrintPlan['format']> {
  if (formats.includes('application/pdf')) return { value: 'pdf' };
  const listed = formats.length === 0 ? 'nothing that it names' : formats.join(', ');
  const refuse = (why: string): Choice<'pdf'> => {
    return { value: 'pdf', refused: new OutsideError('print/no-format', `${why} It takes ${listed}.`) };
  };
  if (!formats.includes('image/pwg-raster')) return refuse('The printer takes neither PDF nor PWG raster.');
  if (!raster.types.some((type) => type === 'sgray_8' || type === 'srgb_8')) {
    return refuse('The printer takes no PDF, and only kinds of PWG raster that this program does not make.');
  }
  if (!canRaster) {
    return refuse(
      'The printer takes no PDF, and pdftoppm (Debian package poppler-utils), which makes pictures of pages, is not installed.',
    );
  }
  return {
    value: 'raster',
    notes: ['The printer takes no PDF: the pages go to it as pictures (PWG raster).'],
  };
}

/** The sheets of a booklet are turned over along their short edge. */
function chooseSides(
  { sides: known }: Capabilities,
  { sides, isBooklet }: PrintWishes,
): Choice<Sides | undefined> {
  const wish = sides ?? (isBooklet ? { value: 'two-sided-short-edge', firm: false } : undefined);
  if (wish === undefined) return { value: undefined };
  const { value, firm } = wish;
  const notes =
    isBooklet && value !== 'two-sided-short-edge'
      ? ['A booklet can be folded only when it is printed two-sided-short-edge.']
      : [];
  if (known.includes(value)) return { value, notes };
  if (value === 'one-sided') return { value: undefined, notes };
  const lacks = known.some((each) => each.startsWith('two-sided')) ? `do ${value}` : 'print on both sides';
  if (firm) {
    const message = `The printer cannot ${lacks}; ask for ${known.length === 0 ? 'one-sided' : either(known)}.`;
    return { value: undefined, refused: new OutsideError('print/no-duplex', message) };
  }
  const other = known.includes('one-sided') ? 'one-sided' : undefined;
  return { value: other, notes: [`The printer cannot ${lacks}: it prints on one side.`] };
}

function chooseColor(
  { hasColor, colorModes }: Capabilities,
  wish: Wish<ColorMode> | undefined,
): Choice<Pick<PrintPlan, 'color' | 'inGreys'>> {
  const asIs = { color: undefined, inGreys: false };
  if (wish === undefined) return { value: asIs };
  const { value, firm } = wish;
  if (colorModes.includes(value)) return { value: { color: value, inGreys: false } };
  switch (value) {
    case 'auto':
      return { value: asIs };
    case 'monochrome':
      if (!hasColor) return { value: asIs };
      return {
        value: { color: undefined, inGreys: true },
        notes: ['The printer cannot be told to print in greys: the handout is made in greys for it.'],
      };
    case 'color':
      if (hasColor) return { value: asIs };
      if (!firm) return { value: asIs, notes: ['The printer has no colours: it prints in greys.'] };
      return {
        value: asIs,
        refused: new OutsideError('print/no-color', 'The printer has no colours; ask for monochrome.'),
      };
  }
}

function chooseCopies({ mostCopies }: Capabilities, { value, firm }: Wish<number>): Choice<number> {
  if (value <= mostCopies) return { value };
  const most = mostCopies === 1 ? 'one copy' : `${mostCopies} copies`;
  if (!firm)
    return {
      value: mostCopies,
      notes: [`The printer makes ${most} of a job at most: it is asked for no more.`],
    };
  const message = `The printer makes ${most} of a job at most; ask for that, and again for the others.`;
  return { value, refused: new OutsideError('print/too-many-copies', message) };
}

import { OutsideError } from '../../base/outside-error.js';
import { paperNames, type PaperName } from '../../base/paper.js';
import type { Capabilities } from './capabilities.js';
import { findMedia, mediaOfPapers, mediaWords, paperOfMedia, paperWords } from './media.js';
import type { Choice, PrintPlan, PrintWishes } from './wishes.js';
import { either } from './words.js';

type PaperChoice = Choice<Pick<PrintPlan, 'media' | 'paper'>>;

/**
 * Chooses the medium to print on, and the paper to make the handout for. A handout whose paper isn't fixed is made for what the printer
 * has, and a note says so.
 * @returns refuses with `print/no-such-paper`
 */
export function choosePaper(printer: Capabilities, wishes: PrintWishes): PaperChoice {
  const { media, paper } = wishes;
  if (media === undefined) return fromPaper(printer, wishes);
  const found = printer.media.length === 0 ? media.value : findMedia(media.value, printer.media);
  if (found === undefined) {
    if (media.firm)
      return { value: { media: undefined, paper: paper.value }, refused: noSuchPaper(media.value, printer) };
    const other = fromPaper(printer, wishes);
    return { ...other, notes: [`The printer has no paper “${media.value}”.`, ...(other.notes ?? [])] };
  }
  const onMedia = paperOfMedia(found);
  const value = { media: found, paper: paper.firm ? paper.value : (onMedia ?? paper.value) };
  return { value, notes: [...notesOnSize(value, paper.value), ...notesOnTrays(found, printer)] };
}

/** Without a medium to print on, it is the handout's paper, or another that the printer has. */
function fromPaper(printer: Capabilities, { paper }: PrintWishes): PaperChoice {
  const { media: known, mediaReady, mediaDefault } = printer;
  const wanted = findMedia(mediaOfPapers[paper.value], known);
  const isReady = mediaReady.length === 0 || mediaReady.includes(wanted ?? '');
  if (wanted !== undefined && (isReady || paper.firm)) {
    return { value: { media: wanted, paper: paper.value }, notes: notesOnTrays(wanted, printer) };
  }
  // A printer that doesn't say what it has gets the handout as it is.
  if (known.length === 0) return { value: { media: undefined, paper: paper.value } };
  const listed = [...mediaReady, ...(wanted === undefined ? [mediaDefault ?? '', ...known] : [])];
  const candidates = listed.filter((each) => known.includes(each) && isWholeSheet(paperOfMedia(each)));
  const other = paper.firm ? undefined : candidates[0];
  const otherPaper = other === undefined ? undefined : paperOfMedia(other);
  if (otherPaper === undefined) {
    if (wanted === undefined) {
      return { value: { media: undefined, paper: paper.value }, refused: noSuchPaper(paper.value, printer) };
    }
    return { value: { media: wanted, paper: paper.value }, notes: notesOnTrays(wanted, printer) };
  }
  const where = wanted === undefined ? 'paper' : 'in its trays';
  const note = `The printer has no ${paperWords[paper.value]} ${where}: the handout is made for ${paperWords[otherPaper]}.`;
  return { value: { media: other, paper: otherPaper }, notes: [note] };
}

/** A handout of a whole sheet isn't made for half of one without being asked to. */
function isWholeSheet(paper: PaperName | undefined): boolean {
  return paper !== undefined && paper !== 'a5';
}

function notesOnSize(
  { media, paper }: Readonly<{ media: string; paper: PaperName }>,
  usual: PaperName,
): readonly string[] {
  const onMedia = paperOfMedia(media);
  if (onMedia === undefined) {
    return [
      `The handout is made for ${paperWords[paper]} and printed on ${media}: it is not as large as the sheet, or is scaled to it.`,
    ];
  }
  if (onMedia !== paper) {
    return [
      `The handout is made for ${paperWords[paper]} and printed on ${paperWords[onMedia]}: it may be scaled, or cut off at the edges.`,
    ];
  }
  return paper === usual
    ? []
    : [`The handout is made for ${paperWords[paper]}, the paper that it is printed on.`];
}

function notesOnTrays(media: string, { mediaReady }: Capabilities): readonly string[] {
  if (mediaReady.length === 0 || mediaReady.includes(media)) return [];
  return [
    `The printer has no ${mediaWords(media)} in its trays now, only ${mediaReady.map(mediaWords).join(', ')}; it will ask for it.`,
  ];
}

function noSuchPaper(wanted: string, { media, mediaReady }: Capabilities): OutsideError {
  const name = paperNames.find((paper) => paper === wanted);
  const known = mediaReady.length > 0 ? mediaReady : media.slice(0, MOST_NAMES);
  return new OutsideError(
    'print/no-such-paper',
    `The printer has no paper “${name === undefined ? wanted : paperWords[name]}”; it has ${either(known).replace(/ or ([^ ]*)$/, ' and $1')}.`,
  );
}

const MOST_NAMES = 8;

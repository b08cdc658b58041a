import type { Fault } from './fault.js';
import { codesOf } from './font.js';
import type { PdfFont } from './font.js';
import { openGraphicsState } from './graphics-state.js';
import type { Place } from './graphics-state.js';
import type { PdfFile } from './objects.js';
import { isArray, isDictionary, isOperator, isString, openSyntax } from './syntax.js';
import type { PdfDictionary, PdfValue } from './syntax.js';

/** Text that the pen paints from one place on: what its character codes stand for, in the order of painting. */
export type TextPiece = { painted: string; readonly start: Place };

/** Pieces next to each other, and what they are read as in their stead, if the content says so. */
export type TextStretch = Readonly<{ pieces: TextPiece[]; actualText: string | undefined }>;

/** One stretch of marked content that has an id. */
export type MarkedContent = Readonly<{
  mcid: number;
  lang: string | undefined;
  text: readonly TextStretch[];
  /** The origin of the coordinate system of everything painted that is no text. */
  pictures: readonly Place[];
}>;

/** What a page's content streams do. */
export type PageContent = Readonly<{
  /** In the order of painting. */
  marked: readonly MarkedContent[];
  /** The text of artifacts, an entry for each artifact. */
  artifacts: readonly (readonly TextStretch[])[];
  /** Whatever is wrong with the content itself. */
  faults: readonly Fault[];
}>;

/** What a page's content may name. */
export type ContentResources = Readonly<{
  fonts: ReadonlyMap<string, PdfFont>;
  pictures: PdfDictionary;
  properties: PdfDictionary;
}>;

const PAINTING_PATHS = 'f F f* S s B B* b b* Do sh EI'.split(' ');
const SHOWING = ['Tj', 'TJ', "'", '"'];
const MOVING = ['BT', 'Tm', 'Td', 'TD', 'T*'];
const PAINTS = new Set(PAINTING_PATHS);
const SHOWS = new Set(SHOWING);
const MOVES = new Set(MOVING);
/** Every operator of a content stream. @see ISO 32000-1, Annex A */
const OPERATORS = new Set([
  ...PAINTING_PATHS,
  ...SHOWING,
  ...MOVING,
  ...'BDC BMC EMC MP DP BI ID BX EX c cm CS cs d d0 d1 ET G g gs h i j J K k l M m n q Q re RG rg ri'.split(' '),
  ...'SC sc SCN scn Tc Tf TL Tr Ts Tw Tz v w W W* y'.split(' '),
]);

/** A sequence that is open while the content is read. */
type Open = Readonly<{
  kind: 'artifact' | 'content' | 'span';
  text: TextStretch[];
  pictures: Place[];
  actualText: string | undefined;
}>;

/**
 * Reads a page's content: which marked content it has, and what is painted there.
 * @throws {PdfError} where its syntax ends
 */
export function readPageContent(
  file: PdfFile,
  contents: PdfValue | undefined,
  resources: ContentResources,
): PageContent {
  const source = file
    .list(contents)
    .map((stream) => file.data(stream)?.toString('latin1') ?? '')
    .join('\n');
  const reader = openContentReader(file, resources);
  const syntax = openSyntax(source);
  let operands: PdfValue[] = [];
  while (!syntax.isAtEnd()) {
    const value = syntax.read();
    if (isOperator(value)) {
      reader.perform(value.name, operands);
      operands = [];
    } else operands.push(value);
  }
  return reader.finish();
}

function openContentReader(file: PdfFile, { fonts, pictures, properties }: ContentResources) {
  const open: Open[] = [];
  const marked: MarkedContent[] = [];
  const artifacts: TextStretch[][] = [];
  const faults = new Map<string, Fault>();
  const state = openGraphicsState();
  let stretch: TextStretch | undefined;
  let hasMoved = true;

  const report = (code: Fault['code'], message: string): void => void faults.set(message, { code, message });

  const begin = (tag: string, list: PdfDictionary): void => {
    const mcid = file.number(list.get('MCID'));
    if (tag === 'Artifact' && open.some(({ kind }) => kind === 'content'))
      report('pdf/nested-content', 'An artifact stands inside tagged content.');
    if (mcid !== undefined && open.some(({ kind }) => kind !== 'span'))
      report('pdf/nested-content', `The marked content ${String(mcid)} stands inside other marked content.`);
    const actualText = file.text(list.get('ActualText'));
    const around = open.at(-1);
    const isOwn = mcid !== undefined || tag === 'Artifact' || around === undefined;
    const sequence: Open = {
      kind: tag === 'Artifact' ? 'artifact' : mcid === undefined ? 'span' : 'content',
      text: isOwn ? [] : around.text,
      pictures: isOwn ? [] : around.pictures,
      actualText: actualText ?? (isOwn ? undefined : around.actualText),
    };
    open.push(sequence);
    if (mcid !== undefined) marked.push({ mcid, lang: file.text(list.get('Lang')), ...sequence });
    if (tag === 'Artifact') artifacts.push(sequence.text);
    stretch = undefined;
  };

  const end = (): void => {
    if (!open.pop()) report('pdf/unbalanced-content', 'EMC ends marked content that was not begun.');
    stretch = undefined;
  };

  const paint = (operator: string): void => {
    if (!open.some(({ kind }) => kind !== 'span'))
      report('pdf/untagged-content', `The operator ${operator} paints outside tagged content and artifacts.`);
  };

  const textOf = (shown: readonly string[]): string => {
    const name = state.font();
    const font = fonts.get(name);
    if (!font) {
      report('pdf/missing-resource', `Text is shown in a font “${name}”, which the page does not have.`);
      return '';
    }
    let text = '';
    for (const string of shown) {
      for (const code of codesOf(font, string)) {
        const own = font.texts?.get(code);
        if (font.texts && isNoText(own))
          report('pdf/unreadable-code', `The code ${String(code)} of the font ${font.name} stands for no text.`);
        text += own ?? '';
      }
    }
    return text;
  };

  const show = (operands: readonly PdfValue[]): void => {
    if (!state.isInText()) report('pdf/unbalanced-content', 'Text is shown outside BT and ET.');
    const around = open.at(-1);
    const painted = textOf(stringsOf(operands));
    if (!around) return;
    if (!stretch) around.text.push((stretch = { pieces: [], actualText: around.actualText }));
    const last = stretch.pieces.at(-1);
    if (last && !hasMoved) last.painted += painted;
    else stretch.pieces.push({ painted, start: state.pen() });
    hasMoved = false;
  };

  const perform = (operator: string, operands: readonly PdfValue[]): void => {
    state.perform(operator, operands);
    if (MOVES.has(operator)) hasMoved = true;
    else if (operator === 'BMC') begin(file.name(operands[0]) ?? '', new Map());
    else if (operator === 'BDC') begin(file.name(operands[0]) ?? '', dictionaryOf(operands[1]));
    else if (operator === 'EMC') end();
    else if (SHOWS.has(operator)) {
      paint(operator);
      show(operands);
    } else if (PAINTS.has(operator)) {
      paint(operator);
      open.at(-1)?.pictures.push(state.origin());
      if (operator === 'Do') checkPicture(file.name(operands[0]) ?? '');
    } else if (!OPERATORS.has(operator)) report('pdf/unknown-operator', `The operator ${operator} is none of PDF's.`);
    const isForeign = (operator === 'cs' || operator === 'CS') && file.name(operands[0]) === 'DeviceCMYK';
    if (isForeign || operator === 'k' || operator === 'K')
      report('pdf/foreign-colour', `The operator ${operator} sets a colour in CMYK.`);
    if (state.depth() < 0) report('pdf/unbalanced-content', 'Q restores a state that was not saved.');
  };

  const checkPicture = (name: string): void => {
    if (!pictures.has(name))
      report('pdf/missing-resource', `A picture “${name}” is painted, which the page does not have.`);
  };

  const dictionaryOf = (value: PdfValue | undefined): PdfDictionary =>
    isDictionary(value) ? value : file.dictionary(properties.get(file.name(value) ?? ''));

  const finish = (): PageContent => {
    if (open.length > 0)
      report('pdf/unbalanced-content', `${String(open.length)} marked content sequences have no end.`);
    if (state.depth() > 0)
      report('pdf/unbalanced-content', `${String(state.depth())} saved states are not restored.`);
    if (state.isInText()) report('pdf/unbalanced-content', 'A text object has no end.');
    return { marked, artifacts, faults: [...faults.values()] };
  };
  return { perform, finish };
}

/** @see ISO 14289-1, 7.21.7 */
function isNoText(text: string | undefined): boolean {
  return text === undefined || text === '' || /[\0\uFEFF\uFFFE\uFFFD]/.test(text);
}

function stringsOf(operands: readonly PdfValue[]): readonly string[] {
  return operands.flatMap((operand): readonly string[] => {
    if (isArray(operand)) return stringsOf(operand);
    return isString(operand) ? [operand.bytes] : [];
  });
}

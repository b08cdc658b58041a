import type { Fault } from './fault.js';
import { codesOf } from './font.js';
import type { PdfFont } from './font.js';
import { openGraphicsState } from './graphics-state.js';
import type { GraphicsState, Place } from './graphics-state.js';
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
/** CMYK, which a file whose output intent is RGB may not use. */
const FOREIGN_COLOURS = new Set(['k', 'K']);
/** Every operator of a content stream. @see ISO 32000-1, Annex A */
const OPERATORS = new Set([
  ...PAINTING_PATHS,
  ...SHOWING,
  ...MOVING,
  ...'BDC BMC EMC MP DP BI ID BX EX c cm CS cs d d0 d1 ET G g gs h i j J K k l M m n q Q re RG rg ri'.split(
    ' ',
  ),
  ...'SC sc SCN scn Tc Tf TL Tr Ts Tw Tz v w W W* y'.split(' '),
]);

/** A sequence that is open while the content is read. */
type Open = Readonly<{
  kind: 'artifact' | 'content' | 'span';
  text: TextStretch[];
  pictures: Place[];
  actualText: string | undefined;
}>;

/** Where reading has come to, and what was found on the way. */
type Reading = ContentResources & {
  readonly file: PdfFile;
  readonly state: GraphicsState;
  readonly open: Open[];
  readonly marked: MarkedContent[];
  readonly artifacts: TextStretch[][];
  /** By message, so that each is told once. */
  readonly faults: Map<string, Fault>;
  /** The stretch that text goes on in, unless a sequence began or ended since. */
  stretch: TextStretch | undefined;
  /** Whether the pen was set anew since text was shown. */
  hasMoved: boolean;
};

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
  const found = { open: [], marked: [], artifacts: [], faults: new Map() };
  const state = openGraphicsState();
  const reading: Reading = { file, ...resources, state, ...found, stretch: undefined, hasMoved: true };
  const syntax = openSyntax(source);
  let operands: PdfValue[] = [];
  while (!syntax.isAtEnd()) {
    const value = syntax.read();
    if (isOperator(value)) {
      perform(reading, value.name, operands);
      operands = [];
    } else operands.push(value);
  }
  return finish(reading);
}

function report({ faults }: Reading, code: Fault['code'], message: string): void {
  faults.set(message, { code, message });
}

function perform(reading: Reading, operator: string, operands: readonly PdfValue[]): void {
  const { file, state } = reading;
  state.perform(operator, operands);
  if (MOVES.has(operator)) reading.hasMoved = true;
  else if (operator === 'BMC') begin(reading, file.name(operands[0]) ?? '', new Map());
  else if (operator === 'BDC') begin(reading, file.name(operands[0]) ?? '', listOf(reading, operands[1]));
  else if (operator === 'EMC') end(reading);
  else if (SHOWS.has(operator)) show(reading, operator, operands);
  else if (PAINTS.has(operator)) paintPicture(reading, operator, operands);
  else if (!OPERATORS.has(operator)) {
    report(reading, 'pdf/unknown-operator', `The operator ${operator} is none of PDF's.`);
  } else if (FOREIGN_COLOURS.has(operator) || setsForeignSpace(file, operator, operands)) {
    report(reading, 'pdf/foreign-colour', `The operator ${operator} sets a colour in CMYK.`);
  } else if (operator === 'Q' && state.depth() < 0) {
    report(reading, 'pdf/unbalanced-content', 'Q restores a state that was not saved.');
  }
}

function setsForeignSpace(file: PdfFile, operator: string, [space]: readonly PdfValue[]): boolean {
  return (operator === 'cs' || operator === 'CS') && file.name(space) === 'DeviceCMYK';
}

/** The property list of marked content, which may be a resource. */
function listOf({ file, properties }: Reading, value: PdfValue | undefined): PdfDictionary {
  return isDictionary(value) ? value : file.dictionary(properties.get(file.name(value) ?? ''));
}

/** @see ISO 32000-1, 14.6 */
function begin(reading: Reading, tag: string, list: PdfDictionary): void {
  const { file, open, marked, artifacts } = reading;
  const mcid = file.number(list.get('MCID'));
  if (tag === 'Artifact' && open.some(({ kind }) => kind === 'content'))
    report(reading, 'pdf/nested-content', 'An artifact stands inside tagged content.');
  if (mcid !== undefined && open.some(({ kind }) => kind !== 'span')) {
    const message = `The marked content ${String(mcid)} stands inside other marked content.`;
    report(reading, 'pdf/nested-content', message);
  }
  const around = open.at(-1);
  const actualText = file.text(list.get('ActualText'));
  const own = { text: [], pictures: [], actualText };
  const inner = around && { ...around, actualText: actualText ?? around.actualText };
  const isInner = inner !== undefined && mcid === undefined && tag !== 'Artifact';
  const kind = tag === 'Artifact' ? 'artifact' : mcid === undefined ? 'span' : 'content';
  const sequence: Open = { ...(isInner ? inner : own), kind };
  open.push(sequence);
  const { text, pictures } = sequence;
  if (mcid !== undefined) marked.push({ mcid, lang: file.text(list.get('Lang')), text, pictures });
  if (tag === 'Artifact') artifacts.push(text);
  reading.stretch = undefined;
}

function end(reading: Reading): void {
  if (!reading.open.pop())
    report(reading, 'pdf/unbalanced-content', 'EMC ends marked content that was not begun.');
  reading.stretch = undefined;
}

function requireMark(reading: Reading, operator: string): void {
  if (reading.open.some(({ kind }) => kind !== 'span')) return;
  const message = `The operator ${operator} paints outside tagged content and artifacts.`;
  report(reading, 'pdf/untagged-content', message);
}

function paintPicture(reading: Reading, operator: string, operands: readonly PdfValue[]): void {
  const { file, state, open, pictures } = reading;
  requireMark(reading, operator);
  open.at(-1)?.pictures.push(state.origin());
  const name = operator === 'Do' ? (file.name(operands[0]) ?? '') : undefined;
  if (name !== undefined && !pictures.has(name))
    report(reading, 'pdf/missing-resource', `A picture “${name}” is painted, which the page does not have.`);
}

function show(reading: Reading, operator: string, operands: readonly PdfValue[]): void {
  requireMark(reading, operator);
  const { state, open } = reading;
  if (!state.isInText()) report(reading, 'pdf/unbalanced-content', 'Text is shown outside BT and ET.');
  const around = open.at(-1);
  const painted = textOf(reading, stringsOf(operands));
  if (!around) return;
  if (!reading.stretch) {
    reading.stretch = { pieces: [], actualText: around.actualText };
    around.text.push(reading.stretch);
  }
  const { pieces } = reading.stretch;
  const last = pieces.at(-1);
  if (last && !reading.hasMoved) last.painted += painted;
  else pieces.push({ painted, start: state.pen() });
  reading.hasMoved = false;
}

function textOf(reading: Reading, shown: readonly string[]): string {
  const name = reading.state.font();
  const font = reading.fonts.get(name);
  if (!font) {
    const message = `Text is shown in a font “${name}”, which the page does not have.`;
    report(reading, 'pdf/missing-resource', message);
    return '';
  }
  let text = '';
  for (const string of shown) {
    for (const code of codesOf(font, string)) {
      const own = font.texts?.get(code);
      if (font.texts && isNoText(own)) {
        const message = `The code ${String(code)} of the font ${font.name} stands for no text.`;
        report(reading, 'pdf/unreadable-code', message);
      }
      text += own ?? '';
    }
  }
  return text;
}

function finish(reading: Reading): PageContent {
  const { open, state, marked, artifacts, faults } = reading;
  const unbalanced = (message: string): void => report(reading, 'pdf/unbalanced-content', message);
  if (open.length > 0) unbalanced(`${String(open.length)} marked content sequences have no end.`);
  if (state.depth() > 0) unbalanced(`${String(state.depth())} saved states are not restored.`);
  if (state.isInText()) unbalanced('A text object has no end.');
  return { marked, artifacts, faults: [...faults.values()] };
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

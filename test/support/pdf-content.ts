import type { PdfFile } from './pdf-objects.js';
import { isDictionary } from './pdf-objects.js';
import { readPdfSyntax, skipBlank } from './pdf-syntax.js';
import type { PdfDictionary, PdfValue } from './pdf-syntax.js';

/** One stretch of marked content that has an id. */
export type MarkedContent = Readonly<{
  mcid: number;
  tag: string;
  lang: string | undefined;
  actualText: string | undefined;
  /** How many operators in it paint something. */
  paintCount: number;
}>;

/** What a page's content streams do. */
export type PageContent = Readonly<{
  /** In the order of painting. */
  marked: readonly MarkedContent[];
  operators: ReadonlyMap<string, number>;
  /** The strings that each font, by the name of its resource, shows. */
  shown: ReadonlyMap<string, readonly string[]>;
  /** Whatever is wrong with the content itself, as sentences. */
  faults: readonly string[];
}>;

const PAINTING = new Set([
  'f',
  'F',
  'f*',
  'S',
  's',
  'B',
  'B*',
  'b',
  'b*',
  'Do',
  'sh',
  'EI',
  'Tj',
  'TJ',
  "'",
  '"',
]);
const SHOWING = new Set(['Tj', 'TJ', "'", '"']);
/** CMYK, which a file whose output intent is RGB may not use. */
const FOREIGN_COLOURS = new Set(['k', 'K']);

/** A sequence that is open while the content is read. */
type Open = {
  kind: 'artifact' | 'content' | 'span';
  mark: { -readonly [Key in keyof MarkedContent]: MarkedContent[Key] } | undefined;
};

/** Reads a page's content, following marked content, text objects and saved states. */
export function readPageContent(file: PdfFile, page: PdfDictionary, resources: PdfDictionary): PageContent {
  const data = file.list(page.get('Contents')).map((stream) => file.data(stream)?.toString('latin1') ?? '');
  const properties = file.dictionary(resources.get('Properties'));
  const reader = createReader(file, properties);
  const source = data.join('\n');
  let operands: PdfValue[] = [];
  for (let offset = skipBlank(source, 0); offset < source.length;) {
    const { value, end } = readPdfSyntax(source, offset);
    const isOperator =
      typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'operator';
    if (isOperator) {
      reader.perform(value.name, operands);
      operands = [];
    } else {
      operands.push(value);
    }
    offset = skipBlank(source, end);
  }
  return reader.finish();
}

function createReader(file: PdfFile, properties: PdfDictionary) {
  const open: Open[] = [];
  const marked: MarkedContent[] = [];
  const operators = new Map<string, number>();
  const shown = new Map<string, string[]>();
  const faults: string[] = [];
  const fonts: string[] = [''];
  let depth = 0;
  let isInText = false;

  const begin = (tag: string, dictionary: PdfDictionary): void => {
    const mcid = file.number(dictionary.get('MCID'));
    const isTagged = open.some(({ kind }) => kind === 'content');
    if (tag === 'Artifact' && isTagged) faults.push('An artifact stands inside tagged content.');
    if (mcid !== undefined && open.some(({ kind }) => kind !== 'span')) {
      faults.push(`The marked content ${String(mcid)} stands inside other marked content.`);
    }
    const lang = file.text(dictionary.get('Lang'));
    const actualText = file.text(dictionary.get('ActualText'));
    const mark = mcid === undefined ? undefined : { mcid, tag, lang, actualText, paintCount: 0 };
    if (mark) marked.push(mark);
    open.push({ kind: tag === 'Artifact' ? 'artifact' : mark ? 'content' : 'span', mark });
  };

  const paint = (operator: string): void => {
    const around = open.findLast(({ kind }) => kind !== 'span');
    if (!around) faults.push(`The operator ${operator} paints outside tagged content and artifacts.`);
    else if (around.mark) around.mark.paintCount += 1;
  };

  const show = (operands: readonly PdfValue[]): void => {
    if (!isInText) faults.push('Text is shown outside BT and ET.');
    const strings = stringsOf(operands);
    const font = fonts.at(-1)!;
    if (font === '') faults.push('Text is shown before a font is chosen.');
    shown.set(font, [...(shown.get(font) ?? []), ...strings]);
  };

  const perform = (operator: string, operands: readonly PdfValue[]): void => {
    operators.set(operator, (operators.get(operator) ?? 0) + 1);
    if (operator === 'BMC') begin(file.name(operands[0]) ?? '', new Map());
    if (operator === 'BDC') begin(file.name(operands[0]) ?? '', dictionaryOf(operands[1]));
    if (operator === 'EMC' && !open.pop()) faults.push('EMC ends marked content that was not begun.');
    if (PAINTING.has(operator)) paint(operator);
    if (SHOWING.has(operator)) show(operands);
    const isForeign = /^cs$/i.test(operator) && file.name(operands[0]) === 'DeviceCMYK';
    if (isForeign || FOREIGN_COLOURS.has(operator))
      faults.push(`The operator ${operator} sets a colour in CMYK.`);
    if (operator === 'q') fonts.push(fonts.at(-1)!);
    if (operator === 'Q' && fonts.length > 1) fonts.pop();
    if (operator === 'Tf') fonts[fonts.length - 1] = file.name(operands[0]) ?? '';
    if (operator === 'BT') isInText = true;
    if (operator === 'ET') isInText = false;
    depth += operator === 'q' ? 1 : operator === 'Q' ? -1 : 0;
    if (depth < 0) faults.push('Q restores a state that was not saved.');
  };

  const dictionaryOf = (value: PdfValue | undefined): PdfDictionary => {
    if (isDictionary(value)) return value;
    return file.dictionary(properties.get(file.name(value) ?? ''));
  };

  const finish = (): PageContent => {
    if (open.length > 0) faults.push(`${String(open.length)} marked content sequences have no end.`);
    if (depth > 0) faults.push(`${String(depth)} saved states are not restored.`);
    return { marked, operators, shown, faults: [...new Set(faults)] };
  };
  return { perform, finish };
}

function stringsOf(operands: readonly PdfValue[]): readonly string[] {
  return operands.flatMap((operand): readonly string[] => {
    if (Array.isArray(operand)) return stringsOf(operand as readonly PdfValue[]);
    const isString =
      typeof operand === 'object' && operand !== null && 'kind' in operand && operand.kind === 'string';
    return isString ? [operand.bytes] : [];
  });
}

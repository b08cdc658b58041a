import type { Problem } from '../../base/problem.js';
import { problemOf } from './fault.js';
import type { Fault } from './fault.js';
import type { PdfFile } from './objects.js';
import type { PdfParts } from './parts.js';
import { isArray, isDictionary, isReference, isStream } from './syntax.js';
import type { PdfDictionary, PdfValue } from './syntax.js';

/**
 * Judges the objects of a file: each is reached from the trailer and each that is named exists, every stream can be unpacked,
 * and nothing in them runs, opens or holds another file. Reports `pdf/orphan-object`, `pdf/missing-object`,
 * `pdf/cross-reference`, `pdf/trailer` and `pdf/active-content`.
 * @throws {PdfError} `pdf/damaged-stream` for a stream that can't be unpacked
 */
export function judgeFile({ file }: PdfParts): readonly Problem[] {
  const walk = walkFile(file);
  for (const value of file.objects.values()) file.data(value);
  return [
    ...trailerFaults(file),
    ...orphanFaults(file, walk),
    ...[...walk.missing].map((number): Fault => ({
      code: 'pdf/missing-object',
      message: `The object ${String(number)} is named, and the file doesn't have it.`,
    })),
    ...file.gaps.map((offset): Fault => ({
      code: 'pdf/cross-reference',
      message: `What stands at byte ${String(offset)} belongs to no object of the cross-reference.`,
    })),
    ...activeFaults(file, walk.dictionaries),
    ...drawingFaults(file, walk.dictionaries),
  ].map(problemOf);
}

type Walk = Readonly<{
  reached: ReadonlySet<number>;
  missing: ReadonlySet<number>;
  dictionaries: readonly PdfDictionary[];
}>;

/** Goes from the trailer wherever a reference leads. */
function walkFile({ trailer, objects }: PdfFile): Walk {
  const reached = new Set<number>();
  const missing = new Set<number>();
  const dictionaries: PdfDictionary[] = [];
  const open: PdfValue[] = [trailer];
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    if (isReference(value)) {
      const { number } = value;
      const object = objects.get(number);
      if (object === undefined) missing.add(number);
      else if (!reached.has(number)) {
        reached.add(number);
        open.push(object);
      }
    } else if (isArray(value)) open.push(...value);
    else if (isDictionary(value) || isStream(value)) {
      const dictionary = isStream(value) ? value.dictionary : value;
      dictionaries.push(dictionary);
      open.push(...dictionary.values());
    }
  }
  return { reached, missing, dictionaries };
}

/** @see ISO 32000-1, 7.5.5 */
function trailerFaults({ trailer, objects }: PdfFile): readonly Fault[] {
  const faults: Fault[] = [];
  const report = (message: string): void => void faults.push({ code: 'pdf/trailer', message });
  if (!trailer.has('ID')) report('The file has no /ID.');
  if (trailer.has('Encrypt')) report('The file is encrypted.');
  const size = Math.max(0, ...objects.keys()) + 1;
  if (trailer.get('Size') !== size) report(`The trailer's /Size is not ${String(size)}.`);
  return faults;
}

/** Streams that hold the objects or the cross-reference themselves are named by nothing. */
function orphanFaults({ objects }: PdfFile, { reached }: Walk): readonly Fault[] {
  return [...objects].flatMap(([number, value]): readonly Fault[] => {
    const type = isStream(value) ? value.dictionary.get('Type') : undefined;
    const isContainer = isDictionary(type)
      ? false
      : typeof type === 'object' && type !== null && 'name' in type && /^(ObjStm|XRef)$/.test(type.name);
    if (reached.has(number) || isContainer) return [];
    return [{ code: 'pdf/orphan-object', message: `The object ${String(number)} is reached from nowhere.` }];
  });
}

const ALLOWED_ACTIONS = new Set(['URI', 'GoTo']);
/** @see ISO 19005-2, 6.4, 6.5 and 6.8 */
const FORBIDDEN_KEYS = [
  ...[
    'JS',
    'JavaScript',
    'AA',
    'OpenAction',
    'Next',
    'EmbeddedFiles',
    'EF',
    'AF',
    'AcroForm',
    'XFA',
    'RichMedia',
  ],
  ...['Collection', 'OCProperties', 'Requirements', 'AlternatePresentations'],
];

function activeFaults(file: PdfFile, dictionaries: readonly PdfDictionary[]): readonly Fault[] {
  const messages = new Set<string>();
  for (const dictionary of dictionaries) {
    // Bookmarks have a /Next of another kind.
    const isBookmark = dictionary.has('Title');
    for (const key of FORBIDDEN_KEYS)
      if (dictionary.has(key) && !(isBookmark && key === 'Next')) messages.add(`The file has /${key}.`);
    const isAction = file.name(dictionary.get('Type')) === 'Action' || dictionary.has('URI');
    if (isAction) refuseAction(file.name(dictionary.get('S')), messages);
    // Structure elements have an /A too, which holds attributes.
    if (dictionary.has('Subtype') || isBookmark) {
      const action = file.dictionary(dictionary.get('A'));
      if (action.size > 0) refuseAction(file.name(action.get('S')), messages);
    }
  }
  return [...messages].map((message) => ({ code: 'pdf/active-content', message }));
}

function refuseAction(kind: string | undefined, messages: Set<string>): void {
  if (kind === undefined || !ALLOWED_ACTIONS.has(kind))
    messages.add(`The file has an action of the kind ${kind ?? 'none'}.`);
}

const MARKS_OR_TEXT = /(?:^|\s)(?:BT|BMC|BDC|Do)(?=\s|$)/;

/** A drawing that is an object of its own is part of one figure: it has no text, and no content that has another place in the tree. */
function drawingFaults(file: PdfFile, dictionaries: readonly PdfDictionary[]): readonly Fault[] {
  const forms = new Set(dictionaries.filter((each) => file.name(each.get('Subtype')) === 'Form'));
  if (forms.size === 0) return [];
  return [...file.objects].flatMap(([number, value]): readonly Fault[] => {
    if (!isStream(value) || !forms.has(value.dictionary)) return [];
    const content = file.data(value)?.toString('latin1') ?? '';
    if (!MARKS_OR_TEXT.test(content)) return [];
    return [
      {
        code: 'pdf/untagged-content',
        message: `The drawing ${String(number)} holds text or marked content of its own.`,
      },
    ];
  });
}

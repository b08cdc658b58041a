import type { PdfParts } from './pdf-document.js';
import { everyDictionary } from './pdf-document.js';
import { codesOf } from './pdf-font.js';
import type { PdfFont } from './pdf-font.js';
import { readXmp } from './pdf-xmp.js';
import type { XmpProperties } from './pdf-xmp.js';

/** What is wrong with a file's fonts, metadata, declarations and actions, as sentences. */
export function fileFaults(parts: PdfParts): readonly string[] {
  return [
    ...declarationFaults(parts),
    ...fontFaults(parts),
    ...metadataFaults(parts),
    ...actionFaults(parts),
  ];
}

function declarationFaults({ file, catalog }: PdfParts): readonly string[] {
  const faults: string[] = [];
  if (file.resolve(file.dictionary(catalog.get('MarkInfo')).get('Marked')) !== true)
    faults.push('The file is not /Marked.');
  if (!file.text(catalog.get('Lang'))?.trim()) faults.push('The file has no /Lang.');
  const preferences = file.dictionary(catalog.get('ViewerPreferences'));
  if (file.resolve(preferences.get('DisplayDocTitle')) !== true)
    faults.push('The window does not show the title.');
  if (!catalog.has('StructTreeRoot')) faults.push('The file has no structure tree.');
  if (!file.trailer.has('ID')) faults.push('The file has no /ID.');
  if (file.trailer.has('Encrypt')) faults.push('The file is encrypted.');
  const intents = file.list(catalog.get('OutputIntents')).map((intent) => file.dictionary(intent));
  const forArchive = intents.find((intent) => file.name(intent.get('S')) === 'GTS_PDFA1');
  const profile = file.data(forArchive?.get('DestOutputProfile'));
  if (profile?.toString('latin1', 36, 40) !== 'acsp')
    faults.push('There is no output intent with a colour profile.');
  return faults;
}

function fontFaults({ pages }: PdfParts): readonly string[] {
  const faults = new Set<string>();
  pages.forEach(({ fonts, content }, index) => {
    for (const font of fonts.values()) {
      if (!font.isEmbedded) faults.add(`The font ${font.name} is not embedded.`);
      if (!font.texts) faults.add(`The font ${font.name} has no /ToUnicode.`);
    }
    for (const [resource, strings] of content.shown) {
      const font = fonts.get(resource);
      const place = `Page ${String(index + 1)}`;
      if (!font) faults.add(`${place} uses a font ${resource} that it does not have.`);
      else if (font.texts) for (const fault of codeFaults(font, strings)) faults.add(`${place}: ${fault}`);
    }
  });
  return [...faults];
}

function codeFaults(font: PdfFont, strings: readonly string[]): readonly string[] {
  const codes = new Set(strings.flatMap((shown) => codesOf(font, shown)));
  return [...codes]
    .filter((code) => isNoText(font.texts?.get(code)))
    .map((code) => `The code ${String(code)} of the font ${font.name} stands for no text.`);
}

function isNoText(text: string | undefined): boolean {
  return text === undefined || text === '' || /[\0\uFEFF\uFFFE\uFFFD]/.test(text);
}

/** The entries of /Info and the properties of XMP that must say the same (ISO 19005-1, 6.7.3). */
const SAME: readonly (readonly [string, keyof XmpProperties])[] = [
  ['Title', 'title'],
  ['Author', 'creator'],
  ['Subject', 'description'],
  ['Keywords', 'keywords'],
  ['Creator', 'creatorTool'],
  ['Producer', 'producer'],
];
const SAME_DATES: readonly (readonly [string, keyof XmpProperties])[] = [
  ['CreationDate', 'createDate'],
  ['ModDate', 'modifyDate'],
];

function metadataFaults({ info, xmp }: PdfParts): readonly string[] {
  if (xmp === undefined) return ['The file has no XMP metadata.'];
  const properties = readXmp(xmp);
  if (!properties) return ['The XMP metadata is not well-formed XML.'];
  const faults: string[] = [];
  if (!properties.title?.trim()) faults.push('The metadata has no title.');
  for (const [key, property] of SAME) {
    const value = info.get(key);
    if (value !== undefined && value !== properties[property]) {
      faults.push(`/${key} is “${value}”; XMP says “${properties[property] ?? ''}”.`);
    }
  }
  for (const [key, property] of SAME_DATES) {
    const value = info.get(key);
    const time = value === undefined ? undefined : Date.parse(isoDate(value));
    if (value !== undefined && time !== Date.parse(properties[property] ?? '')) {
      faults.push(`/${key} is “${value}”; XMP says “${properties[property] ?? ''}”.`);
    }
  }
  const claim = `PDF/UA-${properties.uaPart ?? ''} and PDF/A-${properties.aPart ?? ''}${properties.aConformance ?? ''}`;
  if (claim !== 'PDF/UA-1 and PDF/A-2A')
    faults.push(`The file claims to be ${claim}, not PDF/UA-1 and PDF/A-2A.`);
  return faults;
}

/** Writes a PDF date, `D:YYYYMMDDHHmmSSOHH'mm'`, as ISO 8601. */
function isoDate(date: string): string {
  const match = /^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:Z|([+-]\d\d)'?(\d\d)?'?)?/.exec(date);
  if (!match) return '';
  const [, year, month, day, hour, minute, second, zone, zoneMinutes] = match.map((part) => part ?? '');
  const offset = zone === '' ? 'Z' : `${zone ?? ''}:${zoneMinutes === '' ? '00' : (zoneMinutes ?? '00')}`;
  return `${year ?? ''}-${month ?? ''}-${day ?? ''}T${hour ?? ''}:${minute ?? ''}:${second ?? ''}${offset}`;
}

const ALLOWED_ACTIONS = new Set(['URI', 'GoTo']);
const FORBIDDEN_KEYS = [
  'JS',
  'JavaScript',
  'AA',
  'OpenAction',
  'EmbeddedFiles',
  'EF',
  'AcroForm',
  'XFA',
  'RichMedia',
];

function actionFaults({ file }: PdfParts): readonly string[] {
  const faults = new Set<string>();
  for (const dictionary of everyDictionary(file)) {
    for (const key of FORBIDDEN_KEYS) if (dictionary.has(key)) faults.add(`The file has /${key}.`);
    const isAction = file.name(dictionary.get('Type')) === 'Action' || dictionary.has('URI');
    const action = file.name(dictionary.get('S')) ?? '';
    if (isAction && !ALLOWED_ACTIONS.has(action)) faults.add(`The file has an action of the kind ${action}.`);
    const annotationAction = dictionary.has('A') && file.name(dictionary.get('Subtype')) !== undefined;
    const kind = file.name(file.dictionary(dictionary.get('A')).get('S'));
    if (annotationAction && kind !== undefined && !ALLOWED_ACTIONS.has(kind)) {
      faults.add(`The file has an action of the kind ${kind}.`);
    }
  }
  return [...faults];
}

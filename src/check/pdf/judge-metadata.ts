import type { Problem } from '../../base/problem.js';
import { problemOf } from './fault.js';
import type { Fault } from './fault.js';
import type { PdfParts } from './parts.js';
import { readXmp } from './xmp.js';
import type { XmpProperties } from './xmp.js';

/**
 * Judges what a file says of itself as a whole. Reports `pdf/not-tagged`, `pdf/wrong-language`, `pdf/viewer-preferences`,
 * `pdf/output-intent`, `pdf/font-not-embedded`, `pdf/unreadable-code`, `pdf/metadata`, `pdf/metadata-mismatch` and
 * `pdf/conformance-claim`.
 */
export function judgeMetadata(parts: PdfParts): readonly Problem[] {
  return [...declarationFaults(parts), ...fontFaults(parts), ...metadataFaults(parts)].map(problemOf);
}

function declarationFaults({ file, catalog }: PdfParts): readonly Fault[] {
  const faults: Fault[] = [];
  const report = (code: Fault['code'], message: string): void => void faults.push({ code, message });
  if (file.resolve(file.dictionary(catalog.get('MarkInfo')).get('Marked')) !== true)
    report('pdf/not-tagged', 'The file is not /Marked.');
  if (!catalog.has('StructTreeRoot')) report('pdf/not-tagged', 'The file has no structure tree.');
  if (!file.text(catalog.get('Lang'))?.trim()) report('pdf/wrong-language', 'The file has no /Lang.');
  const preferences = file.dictionary(catalog.get('ViewerPreferences'));
  if (file.resolve(preferences.get('DisplayDocTitle')) !== true)
    report('pdf/viewer-preferences', 'The window does not show the title.');
  const intents = file.list(catalog.get('OutputIntents')).map((intent) => file.dictionary(intent));
  const forArchive = intents.find((intent) => file.name(intent.get('S')) === 'GTS_PDFA1');
  const profile = file.data(forArchive?.get('DestOutputProfile'));
  // The signature of every ICC profile.
  if (profile?.toString('latin1', 36, 40) !== 'acsp')
    report('pdf/output-intent', 'There is no output intent with a colour profile.');
  return faults;
}

function fontFaults({ pages }: PdfParts): readonly Fault[] {
  const fonts = new Set(pages.flatMap((page) => [...page.fonts.values()]));
  return [...fonts].flatMap((font) => {
    const faults: Fault[] = [];
    if (!font.isEmbedded)
      faults.push({ code: 'pdf/font-not-embedded', message: `The font ${font.name} is not embedded.` });
    if (!font.texts)
      faults.push({ code: 'pdf/unreadable-code', message: `The font ${font.name} has no /ToUnicode.` });
    return faults;
  });
}

/** The entries of /Info and the properties of XMP that must say the same. @see ISO 19005-1, 6.7.3 */
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

function metadataFaults({ info, xmp, file, catalog }: PdfParts): readonly Fault[] {
  if (xmp === undefined) return [{ code: 'pdf/metadata', message: 'The file has no XMP metadata.' }];
  const properties = readXmp(xmp);
  if (!properties) return [{ code: 'pdf/metadata', message: 'The XMP metadata is not well-formed XML.' }];
  const faults: Fault[] = [];
  const report = (code: Fault['code'], message: string): void => void faults.push({ code, message });
  if (!properties.title?.trim()) report('pdf/metadata', 'The metadata has no title.');
  const differs = (key: string): void =>
    report('pdf/metadata-mismatch', `/${key} and XMP don't say the same.`);
  for (const [key, property] of SAME) {
    const value = info.get(key);
    if (value !== properties[property]) differs(key);
  }
  for (const [key, property] of SAME_DATES) {
    const value = info.get(key);
    const said = properties[property];
    if (value === undefined && said === undefined) continue;
    if (value === undefined || Date.parse(isoDate(value)) !== Date.parse(said ?? '')) differs(key);
  }
  const lang = file.text(catalog.get('Lang'));
  if (properties.language !== undefined && lang !== undefined && properties.language !== lang)
    differs('Lang');
  const claim = `PDF/UA-${properties.uaPart ?? '?'} and PDF/A-${properties.aPart ?? '?'}${properties.aConformance ?? '?'}`;
  if (claim !== 'PDF/UA-1 and PDF/A-2A')
    report('pdf/conformance-claim', `The file claims to be ${claim}, not PDF/UA-1 and PDF/A-2A.`);
  return faults;
}

/** Writes a PDF date, `D:YYYYMMDDHHmmSSOHH'mm'`, as ISO 8601. @see ISO 32000-1, 7.9.4 */
function isoDate(date: string): string {
  const match = /^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:Z|([+-]\d\d)'?(\d\d)?'?)?/.exec(date);
  if (!match) return '';
  const [, year, month, day, hour, minute, second, zone, zoneMinutes] = match.map((part) => part ?? '');
  const offset = zone === '' ? 'Z' : `${zone ?? ''}:${zoneMinutes === '' ? '00' : (zoneMinutes ?? '00')}`;
  return `${year ?? ''}-${month ?? ''}-${day ?? ''}T${hour ?? ''}:${minute ?? ''}:${second ?? ''}${offset}`;
}

import { hasErrors, type Staged } from '../base/problem.js';
import type { Source } from '../base/source.js';
import type { Exchange } from './exchange.js';
import { readJson, writeJson } from './json-format.js';
import { readPo } from './read-po.js';
import { readXliff12 } from './read-xliff12.js';
import { readXliff2 } from './read-xliff2.js';
import { writePo } from './write-po.js';
import { writeXliff12 } from './write-xliff12.js';
import { writeXliff2 } from './write-xliff2.js';
import { readXml } from './xml.js';

/** The formats that translators' tools take, and the ending of their files. */
export const exchangeFormats = {
  xliff2: { ending: 'xliff', write: writeXliff2 },
  xliff12: { ending: 'xlf', write: writeXliff12 },
  po: { ending: 'po', write: writePo },
  json: { ending: 'json', write: writeJson },
} as const;

/** The name of one of `exchangeFormats`. */
export type ExchangeFormat = keyof typeof exchangeFormats;

/** The names of `exchangeFormats`. */
export const exchangeFormatNames = Object.keys(exchangeFormats) as readonly ExchangeFormat[];

/** What a file of translations doesn't say about itself. */
export type ReadOptions = Readonly<{ lang: string | undefined; namespaces: readonly string[] }>;

/**
 * Reads a file of translations in whichever of the formats it is written; its first character tells.
 * @returns undefined where nothing of it can be used; reports what the readers do, and `exchange/unknown-format`
 */
export function readExchange(source: Source, options: ReadOptions): Staged<Exchange | undefined> {
  const start = source.text.trimStart().slice(0, 1);
  if (start === '{') return readJson(source, options.namespaces);
  if (start !== '<') {
    if (/^\s*(?:#|msg)/.test(source.text)) return readPo(source, options.lang);
    return unknownFormat(source, 'The file is neither XLIFF, PO nor JSON.');
  }
  const { value: root, problems } = readXml(source);
  if (!root || hasErrors(problems)) return { value: undefined, problems };
  const version = root.attributes.get('version') ?? '';
  if (root.name === 'xliff' && version.startsWith('2.')) return readXliff2(root, source);
  if (root.name === 'xliff' && version.startsWith('1.')) return readXliff12(root, source);
  return unknownFormat(source, `The file is <${root.name}> in version "${version}", not XLIFF 1 or 2.`);
}

function unknownFormat({ file }: Source, message: string): Staged<undefined> {
  const at = { file, line: 1, column: 1 };
  const hint = `Export it as ${exchangeFormatNames.join(', ')}.`;
  return {
    value: undefined,
    problems: [{ code: 'exchange/unknown-format', severity: 'error', message, at, hint }],
  };
}

import { inflateSync } from 'node:zlib';
import { PdfError } from './pdf-error.js';
import { isArray, isDictionary, isName } from './syntax.js';
import type { PdfStream, PdfValue } from './syntax.js';

/** No stream of a handout is longer than this; one that pretends to be is refused rather than unpacked. */
const LONGEST_BYTES = 64 * 1024 * 1024;

/**
 * The data of a stream after its filters; pictures in JPEG stay as they are.
 * @param resolve follows references, which filters may be written as
 * @throws {PdfError} `pdf/damaged-stream` when it can't be unpacked, or has a filter that no handout uses
 * @see ISO 32000-1, 7.4
 */
export function streamData(stream: PdfStream, resolve: (value: PdfValue | undefined) => PdfValue): Buffer {
  const filter = resolve(stream.dictionary.get('Filter'));
  const names = (isArray(filter) ? filter : filter === null ? [] : [filter]).map((each) => {
    const found = resolve(each);
    return isName(found) ? found.name : '';
  });
  if (names.length === 0 || names[0] === 'DCTDecode') return stream.raw;
  if (names.length > 1 || names[0] !== 'FlateDecode')
    throw new PdfError(
      'pdf/damaged-stream',
      `A stream has the filter ${names.join(' ')}, which no handout uses.`,
    );
  const data = inflate(stream.raw);
  const parameters = resolve(stream.dictionary.get('DecodeParms'));
  if (!isDictionary(parameters)) return data;
  const value = (key: string): number => {
    const found = resolve(parameters.get(key));
    return typeof found === 'number' ? found : 1;
  };
  const isPlain = value('Predictor') < 10 || value('Colors') !== 1;
  return isPlain ? data : undoUpPredictor(data, value('Columns'));
}

function inflate(raw: Buffer): Buffer {
  try {
    return inflateSync(raw, { maxOutputLength: LONGEST_BYTES });
  } catch (cause) {
    throw new PdfError('pdf/damaged-stream', "A compressed stream can't be unpacked.", { cause });
  }
}

/** Undoes PNG's filters 0 and 2, the two that cross-reference streams use. */
function undoUpPredictor(data: Buffer, columns: number): Buffer {
  const rows = Math.floor(data.length / (columns + 1));
  const output = Buffer.alloc(rows * columns);
  for (let row = 0; row < rows; row++) {
    const isUp = data[row * (columns + 1)] === 2;
    for (let column = 0; column < columns; column++) {
      const above = isUp && row > 0 ? output[(row - 1) * columns + column]! : 0;
      output[row * columns + column] = data[row * (columns + 1) + 1 + column]! + above;
    }
  }
  return output;
}

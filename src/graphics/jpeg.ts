import type { Problem, Staged } from '../base/problem.js';
import { readOrientation } from './jpeg-orientation.js';
import { readSegments } from './jpeg-segments.js';
import { checkPixels } from './pixel-limit.js';
import type { JpegImage } from './raster.js';

/**
 * Checks a JPEG picture and hands it on as it is, for PDF to decode: baseline and progressive files with 8 bits a
 * channel, grey or colour. What its metadata says stays in the file.
 *
 * Reports `graphics/broken-jpeg`, `graphics/unsupported-jpeg`, `graphics/too-many-pixels` and, as a warning,
 * `graphics/turned-jpeg`.
 * @param bytes a file that begins with JPEG's signature
 * @param file its name in problems
 * @see ITU-T T.81
 */
export function decodeJpeg(bytes: Uint8Array, file: string): Staged<JpegImage | undefined> {
  const at = { file, line: 1, column: 1 };
  const refuse = (problem: Pick<Problem, 'code' | 'message' | 'hint'>): Staged<undefined> => ({
    value: undefined,
    problems: [{ ...problem, severity: 'error', at }],
  });
  const segments = readSegments(bytes);
  const frame = segments?.find((segment) => isFrame(segment.marker));
  const header = frame && readFrameHeader(frame.data);
  if (!segments || !frame || !header) return refuse(BROKEN);
  const { width, height, components, precision } = header;
  const excess = checkPixels(header, file);
  if (excess) return { value: undefined, problems: [excess] };
  const unsupported = unsupportedForm(frame.marker, precision, components);
  if (unsupported) return refuse(unsupported);
  const image: JpegImage = { kind: 'jpeg', width, height, components: components === 1 ? 1 : 3, bytes };
  const turned = segments.some((segment) => (readOrientation(segment) ?? 1) !== 1);
  return { value: image, problems: turned ? [{ ...TURNED, at }] : [] };
}

const BROKEN = {
  code: 'graphics/broken-jpeg',
  message: 'The JPEG picture is damaged or cut off.',
  hint: 'Export it again, or copy it again from where it came.',
} as const;

const TURNED = {
  code: 'graphics/turned-jpeg',
  severity: 'warning',
  message: 'The JPEG picture is stored turned, with a note to turn it back that PDF readers ignore.',
  hint: 'Rotate it upright in a picture program and save it.',
} as const;

/** Whether a marker begins a frame header: C0 to CF but for those of tables (C4, CC) and the reserved C8. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

type FrameHeader = Readonly<{ precision: number; width: number; height: number; components: number }>;

function readFrameHeader(data: Uint8Array): FrameHeader | undefined {
  if (data.length < 6) return undefined;
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const header = {
    precision: view.getUint8(0),
    height: view.getUint16(1),
    width: view.getUint16(3),
    components: view.getUint8(5),
  };
  const isWhole = data.length === 6 + 3 * header.components;
  return isWhole && header.width > 0 && header.height > 0 && header.components > 0 ? header : undefined;
}

function unsupportedForm(
  marker: number,
  precision: number,
  components: number,
): Pick<Problem, 'code' | 'message' | 'hint'> | undefined {
  const code = 'graphics/unsupported-jpeg';
  const hint = 'Save it again as an ordinary JPEG in RGB, 8 bits a channel.';
  if (marker > 0xc2)
    return { code, message: 'The JPEG picture is of a rare kind that PDF cannot show.', hint };
  if (precision !== 8) {
    return { code, message: `The JPEG picture has ${precision} bits a channel; only 8 are read.`, hint };
  }
  if (components === 4) {
    return { code, message: 'The JPEG picture is in CMYK, the colours of printing presses.', hint };
  }
  if (components !== 1 && components !== 3) {
    return {
      code,
      message: `The JPEG picture has ${components} colour channels; only 1 or 3 are read.`,
      hint,
    };
  }
  return undefined;
}

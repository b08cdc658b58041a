import { readGroup, strings, type GroupReader } from './ipp/group.js';
import type { IppAttribute } from './ipp/message.js';
import { operations, type Printer } from './ipp/printer.js';
import { isSuccess, refusal } from './ipp/status.js';
import { conditionOf, type PrinterCondition } from './condition.js';
import { printable } from './words.js';

/** What a printer says of itself. A list is empty where the printer doesn't say. */
export type Capabilities = PrinterCondition &
  Readonly<{
    /** What people call it. */
    name: string;
    model: string;
    acceptsJobs: boolean;
    /** Media types of documents, such as `application/pdf`. */
    formats: readonly string[];
    sides: readonly string[];
    /** Names of PWG 5101.1. */
    media: readonly string[];
    /** Those of the media that are in its trays. */
    mediaReady: readonly string[];
    mediaDefault: string | undefined;
    hasColor: boolean;
    colorModes: readonly string[];
    mostCopies: number;
    scalings: readonly string[];
    copyOrders: readonly string[];
    raster: RasterCapabilities;
    /** Codes of operations. */
    operations: readonly number[];
  }>;

/** What a printer says of PWG raster. */
export type RasterCapabilities = Readonly<{
  /** In dots per inch, where both directions have the same. */
  resolutions: readonly number[];
  types: readonly string[];
  /** How the backs of sheets are to be turned: `normal`, `flipped`, `rotated` or `manual-tumble`. */
  sheetBack: string;
}>;

const asked = [
  ...['printer-name', 'printer-info', 'printer-make-and-model', 'printer-state', 'printer-state-reasons'],
  ...['printer-state-message', 'printer-is-accepting-jobs', 'document-format-supported', 'sides-supported'],
  ...['media-supported', 'media-ready', 'media-default', 'color-supported', 'print-color-mode-supported'],
  ...[
    'copies-supported',
    'operations-supported',
    'print-scaling-supported',
    'multiple-document-handling-supported',
  ],
  ...['pwg-raster-document-resolution-supported', 'pwg-raster-document-type-supported'],
  'pwg-raster-document-sheet-back',
];

/** Names what `readCapabilities` reads. */
export const capabilityNames: IppAttribute = strings('keyword', 'requested-attributes', ...asked);

/**
 * Asks a printer what it can do.
 * @throws {OutsideError} what `Printer.ask` does, and `print/refused`
 */
export async function askCapabilities(printer: Printer, signal?: AbortSignal): Promise<Capabilities> {
  const answer = await printer.ask({
    operation: 'Get-Printer-Attributes',
    attributes: [capabilityNames],
    signal,
  });
  if (!isSuccess(answer)) throw refusal(answer);
  return readCapabilities(readGroup(answer, 'printer'));
}

/** Reads what a printer says of itself. Whatever is missing is taken for the least that a printer can do. */
export function readCapabilities(group: GroupReader): Capabilities {
  const copies = group.values('copies-supported')[0];
  const resolutions = group
    .values('pwg-raster-document-resolution-supported')
    .flatMap((value) =>
      value.kind === 'resolution' && value.unit === DOTS_PER_INCH && value.across === value.along
        ? [value.across]
        : [],
    );
  return {
    ...conditionOf(group),
    name: printable(group.text('printer-info') || group.text('printer-name') || ''),
    model: printable(group.text('printer-make-and-model') ?? ''),
    acceptsJobs: group.flag('printer-is-accepting-jobs') ?? true,
    formats: group.texts('document-format-supported').map(printable),
    sides: group.texts('sides-supported'),
    media: group.texts('media-supported').map(printable),
    mediaReady: group.texts('media-ready').map(printable),
    mediaDefault: group.text('media-default'),
    hasColor: group.flag('color-supported') ?? false,
    colorModes: group.texts('print-color-mode-supported'),
    mostCopies: copies?.kind === 'range' ? copies.to : copies?.kind === 'integer' ? copies.value : 1,
    scalings: group.texts('print-scaling-supported'),
    copyOrders: group.texts('multiple-document-handling-supported'),
    raster: {
      resolutions,
      types: group.texts('pwg-raster-document-type-supported'),
      sheetBack: group.text('pwg-raster-document-sheet-back') ?? 'normal',
    },
    operations: group.numbers('operations-supported'),
  };
}

/** @see RFC 8011, section 5.1.16 */
const DOTS_PER_INCH = 3;

/** Tells whether a printer knows an operation. One that doesn't say knows what RFC 8011 requires of all. */
export function knows({ operations: known }: Capabilities, operation: keyof typeof operations): boolean {
  if (known.length > 0) return known.includes(operations[operation]);
  return operation !== 'Create-Job' && operation !== 'Send-Document';
}

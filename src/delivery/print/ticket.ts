import type { Capabilities } from './capabilities.js';
import { boolean, integer, strings } from './ipp/group.js';
import type { IppAttribute } from './ipp/message.js';
import { paperOfMedia } from './media.js';
import type { PrintableDocument } from './printable.js';
import type { PrintPlan } from './wishes.js';

/** The media types of the documents that this program sends. */
export const documentFormats = { pdf: 'application/pdf', raster: 'image/pwg-raster' } as const;

/** Who prints what, as the printer lists it. */
export type JobNames = Readonly<{ document: PrintableDocument; user: string }>;

/** The attributes of the operation that makes a job. The printer is told to do exactly this or to refuse. */
export function operationAttributes({ document, user }: JobNames): readonly IppAttribute[] {
  return [
    strings('name', 'requesting-user-name', user),
    strings('name', 'job-name', document.jobName),
    boolean('ipp-attribute-fidelity', true),
  ];
}

/** The attribute that says what kind of document comes. */
export function formatAttribute({ format }: PrintPlan): IppAttribute {
  return strings('mimeMediaType', 'document-format', documentFormats[format]);
}

/**
 * The attributes of a job. A setting that the printer doesn't know is left out, so that it needn't refuse the job for it.
 * @see RFC 8011, section 5.2, and PWG 5100.13 for `print-color-mode` and `print-scaling`
 */
export function jobAttributes(
  plan: PrintPlan,
  { scalings, copyOrders, mostCopies }: Capabilities,
): readonly IppAttribute[] {
  const { copies, sides, media, color, paper } = plan;
  const collated = 'separate-documents-collated-copies';
  // A page that fits its sheet keeps its size; one that doesn't is made to fit.
  const scaling = media === undefined || paperOfMedia(media) === paper ? 'none' : 'fit';
  return [
    ...(mostCopies > 1 ? [integer('copies', copies)] : []),
    ...(copies > 1 && copyOrders.includes(collated)
      ? [strings('keyword', 'multiple-document-handling', collated)]
      : []),
    ...(sides === undefined ? [] : [strings('keyword', 'sides', sides)]),
    ...(media === undefined ? [] : [strings('keyword', 'media', media)]),
    ...(color === undefined ? [] : [strings('keyword', 'print-color-mode', color)]),
    ...(scalings.includes(scaling) ? [strings('keyword', 'print-scaling', scaling)] : []),
  ];
}

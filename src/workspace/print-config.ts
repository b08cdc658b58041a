import * as z from 'zod';

import { paperNames } from '../base/paper.js';
import { colorModes, MOST_COPIES, sidesNames } from '../base/print-setting.js';
import { readPrinterAddress } from '../base/printer-address.js';
import { variantNames } from '../base/variant.js';

const copies = z.int().min(1).max(MOST_COPIES);
const variants = z.array(z.enum(variantNames)).readonly();

const printer = z
  .string()
  .refine(
    isPrinter,
    'expected an address such as “ipps://printer.example/ipp/print”, without a name or password in it, or the name of a queue',
  );

const media = z
  .string()
  .regex(/^[a-zA-Z0-9][\w.+-]{0,254}$/, 'expected the name of a paper, such as “a4” or “na_letter_8.5x11in”');

const fingerprint = z
  .string()
  .regex(
    /^([\da-fA-F]{2}:?){31}[\da-fA-F]{2}$/,
    'expected the SHA-256 of a certificate: 32 pairs of hexadecimal digits',
  );

/** A place where handouts are printed: its printer, and how it prints when the command line doesn't say. */
const desk = z
  .strictObject({
    printer: printer.meta({
      description: 'Address of the printer, or the name of a queue of this machine’s print server.',
      examples: ['ipps://printer.example/ipp/print', 'Office'],
    }),
    sides: z
      .enum(sidesNames)
      .optional()
      .describe('One side of the sheets or both; the printer’s own without it.'),
    media: media.optional().meta({
      description: 'The paper in the printer; that of the handout without it.',
      examples: ['iso_a4', 'na_letter'],
    }),
    color: z.enum(colorModes).optional().describe('Greys alone, colours, or what the printer thinks best.'),
    copies: copies.optional().meta({ description: 'Copies of each handout.', default: 1 }),
    variants: variants.optional().describe('How handouts differ from the usual copies.'),
    paper: z
      .enum(paperNames)
      .optional()
      .describe('The paper that handouts are made for; that of the settings without it.'),
    fingerprint: fingerprint
      .optional()
      .describe('SHA-256 of the printer’s certificate, where no authority vouches for it.'),
    credentials: z
      .string()
      .min(1)
      .optional()
      .meta({
        description:
          'A file with a name in its first line and a password in its second, readable by its owner only; relative to this file.',
        examples: ['printer.secret'],
      }),
  })
  .readonly();

/** The section `print` of `handout.yaml`. */
export const printSchema = z
  .strictObject({
    desk: z.string().optional().describe('The desk in use when the command line names no printer.'),
    desks: z
      .record(z.string(), desk)
      .readonly()
      .optional()
      .describe('Places where handouts are printed, by the names that --printer takes.'),
    handouts: z
      .record(
        z.string(),
        z
          .strictObject({
            copies: copies.optional().describe('Copies of this handout; those of the desk without it.'),
            variants: variants.optional().describe('How this handout differs from the usual copy.'),
          })
          .readonly(),
      )
      .readonly()
      .optional()
      .describe('What differs for a handout, by its name, such as microneedling/aftercare.'),
  })
  .readonly();

/** A place where handouts are printed. */
export type Desk = z.infer<typeof desk>;

/** How handouts are printed, as `handout.yaml` says; all of it may be absent. */
export type PrintConfig = z.infer<typeof printSchema>;

/** The name of a queue, as print servers allow it. */
export function isQueueName(text: string): boolean {
  return /^[^\s/#?'"\\:@\p{Cc}]{1,127}$/u.test(text);
}

function isPrinter(text: string): boolean {
  return text.includes(':') ? readPrinterAddress(text) !== undefined : isQueueName(text);
}

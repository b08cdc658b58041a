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
  .regex(/^[a-z0-9][\w.+-]{0,254}$/i, 'expected the name of a paper, such as “a4” or “na_letter_8.5x11in”');

const fingerprint = z
  .string()
  .regex(
    /^([\da-f]{2}:?){31}[\da-f]{2}$/i,
    'expected the SHA-256 of a certificate: 32 pairs of hexadecimal digits',
  );

/** A place where handouts are printed: its printer, and how it prints when the command line doesn't say. */
const desk = z
  .strictObject({
    /** An address, or the name of a queue of this machine's print server. */
    printer,
    sides: z.enum(sidesNames).optional(),
    media: media.optional(),
    color: z.enum(colorModes).optional(),
    copies: copies.optional(),
    variants: variants.optional(),
    paper: z.enum(paperNames).optional(),
    /** The certificate of the printer, where no authority vouches for it. */
    fingerprint: fingerprint.optional(),
    /** A file with a name in its first line and a password in its second, readable by its owner only; relative to this file. */
    credentials: z.string().min(1).optional(),
  })
  .readonly();

/** The section `print` of `handout.yaml`. */
export const printSchema = z
  .strictObject({
    /** The desk in use when the command line names no printer. */
    desk: z.string().optional(),
    /** The desks by the names that `--printer` takes. */
    desks: z.record(z.string(), desk).readonly().optional(),
    /** What differs for a handout, by its name, such as `microneedling/aftercare`. */
    handouts: z
      .record(
        z.string(),
        z.strictObject({ copies: copies.optional(), variants: variants.optional() }).readonly(),
      )
      .readonly()
      .optional(),
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

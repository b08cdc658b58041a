import * as z from 'zod';

import { paperNames } from '../base/paper.js';
import { variantNames } from '../base/variant.js';

const packName = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'expected small letters, digits and hyphens');

const handoutName = z
  .string()
  .regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, 'expected a handout such as microneedling/aftercare');

/** The section `packs` of `handout.yaml`: by name, handouts that are given to a patient together. */
export const packsSchema = z
  .record(
    packName,
    z
      .strictObject({
        handouts: z
          .array(handoutName)
          .min(1)
          .readonly()
          .meta({
            description: 'What the pack holds, in the order in which it is handed over.',
            examples: [['microneedling/what-it-is', 'microneedling/aftercare']],
          }),
        paper: z
          .enum(paperNames)
          .optional()
          .describe('The paper that all of it is printed on; that of the settings without it.'),
        variants: z
          .array(z.enum(variantNames))
          .readonly()
          .optional()
          .describe('How all of it differs from the usual copies.'),
      })
      .readonly(),
  )
  .readonly();

/** One pack. */
export type PackSettings = z.infer<typeof packsSchema>[string];

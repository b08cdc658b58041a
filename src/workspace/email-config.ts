import { join } from 'node:path';
import * as z from 'zod';

/** What the section `email` of `handout.yaml` may hold. */
export const emailSchema = z
  .strictObject({
    /** The address that messages come from; the brand's without it. */
    from: z.email().optional(),
    /** The address that answers go to; `from` without it. */
    replyTo: z.email().optional(),
  })
  .readonly();

/** How a clinic sends e-mail. */
export type EmailConfig = Readonly<{
  /** Undefined: the address in the contact data of the brand. */
  from: string | undefined;
  replyTo: string | undefined;
  /** Absolute path of the folder of messages where there is no server, and of what is kept about those that were sent. */
  outboxDir: string;
}>;

/** Fills in the defaults. */
export function completeEmail(
  settings: z.infer<typeof emailSchema> | undefined,
  outputDir: string,
): EmailConfig {
  return { from: settings?.from, replyTo: settings?.replyTo, outboxDir: join(outputDir, 'outbox') };
}

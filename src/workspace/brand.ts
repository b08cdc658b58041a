import * as z from 'zod';

import type { Colour } from '../base/colour.js';

const colour = z
  .string()
  .regex(/^#[0-9a-fA-F]{6}$/, 'expected a colour as # and six hexadecimal digits, such as “#1d6a6f”')
  .transform((text): Colour => `#${text.slice(1).toLowerCase()}`);

/** A key of `locales/<lang>/common.json`. */
const stringKey = z.string().regex(/^[a-zA-Z][\w-]*(\.[\w-]+)*$/, 'expected the key of a string');

const phone = z
  .string()
  .regex(/^\+?[0-9][0-9 ()-]*$/, 'expected a phone number of digits, spaces, hyphens and brackets');

const colours = z
  .strictObject({
    /** Headings, bars and drawings; text in this colour must be readable on `paper`. */
    accent: colour,
    /** A darker accent for small text on a tint. */
    accentDark: colour,
    /** A pale background. */
    accentTint: colour,
    ink: colour,
    /** Notes, captions and running lines. */
    quietInk: colour,
    /** Thin lines between things. */
    rule: colour,
    paper: colour,
    call: colour,
    callTint: colour,
    urgent: colour,
    urgentTint: colour,
    do: colour,
    doTint: colour,
    dont: colour,
    dontTint: colour,
  })
  .readonly();

const typeScale = z
  .strictObject({
    body: z.number().min(12, 'expected 12 or more, so that everyone can read it').max(20),
    lead: z.number().min(12).max(24),
    h1: z.number().min(16).max(48),
    h2: z.number().min(13).max(32),
    h3: z.number().min(12).max(24),
    small: z.number().min(9).max(12),
  })
  .readonly();

const contact = z
  .strictObject({
    phone,
    afterHoursPhone: phone,
    /** The number of the emergency services. */
    emergency: phone,
    email: z.email().optional(),
    website: z.url({ protocol: /^https$/ }),
    address: z.array(z.string().min(1)).min(1).max(4).readonly(),
    /** Opening hours are words, so they come from the strings and are translated. */
    hours: stringKey,
  })
  .readonly();

/** What `brands/<id>/brand.yaml` may hold. Sizes are in points. */
export const brandSchema = z
  .strictObject({
    name: z.string().min(1).max(80),
    /** Key of a line under the name. */
    tagline: stringKey.optional(),
    /** Path of an SVG, PNG or JPEG file under `templates/`. Its alternative text is the string `clinic.logoAlt`. */
    logo: z.string().min(1),
    colours,
    typeScale,
    contact,
    /** Where the online copies are; `/<series>/<handout>?lang=<lang>` is added to make the address of one. */
    onlineUrl: z.url({ protocol: /^https$/ }),
  })
  .readonly();

/** A clinic's look and how to reach it. `id` is the name of the brand's folder. */
export type Brand = Readonly<{ id: string }> & z.infer<typeof brandSchema>;

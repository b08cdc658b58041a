import * as z from 'zod';

import type { Colour } from '../base/colour.js';
import { colourOfOklch, oklchOf } from '../base/oklch.js';
import { typefaces } from '../base/typeface.js';

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
    /** A darker accent for small text on a tint; a shade of `accent` without it. */
    accentDark: colour.optional(),
    /** A pale background; a shade of `accent` without it. */
    accentTint: colour.optional(),
    /** Numbers, bullets, dots and boxes that inform; `accentDark` and `accentTint` without them. */
    accent2: colour.optional(),
    accent2Tint: colour.optional(),
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

const typeface = z
  .strictObject({ headings: z.enum(typefaces).optional(), body: z.enum(typefaces).optional() })
  .readonly();

const shape = z
  .strictObject({
    /** Of the corners of boxes; 0 makes them square. */
    radius: z.number().min(0).max(16).optional(),
    boxes: z.enum(['bar', 'outline', 'tint']).optional(),
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
    typeface: typeface.optional(),
    shape: shape.optional(),
    headings: z.enum(['plain', 'ruled', 'bar']).optional(),
    spacing: z.enum(['compact', 'regular', 'airy']).optional(),
    letterhead: z.enum(['beside', 'centred', 'band']).optional(),
    /** Of lines between things. */
    ruleThickness: z.number().min(0.5).max(3).optional(),
    contact,
    /** Where the online copies are; `/<series>/<handout>?lang=<lang>` is added to make the address of one. */
    onlineUrl: z.url({ protocol: /^https$/ }),
  })
  .readonly();

/** What a brand's files say. */
export type WrittenBrand = z.infer<typeof brandSchema>;

/** A clinic's look and how to reach it. `id` is the name of the brand's folder. */
export type Brand = Readonly<{ id: string }> & ReturnType<typeof completeBrand>;

/** Adds what a brand's files may leave out: a look that goes with any colours. */
export function completeBrand(written: WrittenBrand) {
  const { colours, typeface, shape } = written;
  const accentDark =
    colours.accentDark ?? shadeOf(colours.accent, { lightness: (own) => own * 0.75, chroma: 0.9 });
  const accentTint = colours.accentTint ?? shadeOf(colours.accent, { lightness: () => 0.955, chroma: 0.15 });
  return {
    ...written,
    colours: {
      ...colours,
      accentDark,
      accentTint,
      accent2: colours.accent2 ?? accentDark,
      accent2Tint: colours.accent2Tint ?? accentTint,
    },
    typeface: { headings: typeface?.headings ?? 'source-sans', body: typeface?.body ?? 'source-sans' },
    shape: { radius: shape?.radius ?? 4, boxes: shape?.boxes ?? 'bar' },
    headings: written.headings ?? 'plain',
    spacing: written.spacing ?? 'regular',
    letterhead: written.letterhead ?? 'beside',
    ruleThickness: written.ruleThickness ?? 0.75,
  } as const;
}

/** A colour of the same hue; `chroma` is the share of it that is kept. */
function shadeOf(
  colour: Colour,
  { lightness, chroma }: Readonly<{ lightness(own: number): number; chroma: number }>,
): Colour {
  const look = oklchOf(colour);
  return colourOfOklch({ ...look, lightness: lightness(look.lightness), chroma: look.chroma * chroma });
}

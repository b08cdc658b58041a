import * as z from 'zod';

import type { Colour } from '../base/colour.js';
import { colourOfOklch, oklchOf } from '../base/oklch.js';
import { typefaces } from '../base/typeface.js';

/** A look that goes with any colours, for what a brand's files leave out. Lengths are in points. */
const look = {
  typeface: 'source-sans',
  radius: 4,
  boxes: 'bar',
  headings: 'plain',
  spacing: 'regular',
  letterhead: 'beside',
  ruleThickness: 0.75,
} as const;

const colour = z
  .string()
  .regex(/^#[0-9a-fA-F]{6}$/, 'expected a colour as # and six hexadecimal digits, such as “#1d6a6f”')
  .transform((text): Colour => `#${text.slice(1).toLowerCase()}`);

/** A key of `locales/<lang>/common.json`. */
const stringKey = z.string().regex(/^[a-zA-Z][\w-]*(\.[\w-]+)*$/, 'expected the key of a string');

const phone = z
  .string()
  .regex(
    /^(?:\+?[0-9]|\()[0-9 ().-]*$/,
    'expected a phone number of digits, spaces, hyphens, dots and brackets',
  );

const httpsAddress = z.url({ protocol: /^https$/ }).meta({ pattern: '^https://' });

const colours = z
  .strictObject({
    accent: colour.describe('Headings, bars and drawings. Text in this colour must be readable on paper.'),
    accentDark: colour
      .optional()
      .describe('A darker accent for small text on a tint; a shade of accent without it.'),
    accentTint: colour.optional().describe('A pale background; a shade of accent without it.'),
    accent2: colour
      .optional()
      .describe('Numbers, bullets, dots and boxes that inform; accentDark without it.'),
    accent2Tint: colour.optional().describe('The ground of boxes that inform; accentTint without it.'),
    ink: colour.describe('Running text.'),
    quietInk: colour.describe('Notes, captions and running lines.'),
    rule: colour.describe('Thin lines between things.'),
    paper: colour.describe('The page itself.'),
    call: colour.describe('Signs to call the clinic for.'),
    callTint: colour.describe('The ground of the box of signs to call for.'),
    urgent: colour.describe('Signs to get urgent help for.'),
    urgentTint: colour.describe('The ground of the box of urgent signs.'),
    do: colour.describe('What to do.'),
    doTint: colour.describe('The ground of what to do.'),
    dont: colour.describe('What to avoid.'),
    dontTint: colour.describe('The ground of what to avoid.'),
  })
  .readonly();

const typeScale = z
  .strictObject({
    body: z
      .number()
      .min(12, 'expected 12 or more, so that everyone can read it')
      .max(20)
      .describe('Running text.'),
    lead: z.number().min(12).max(24).describe('The sentence under the title.'),
    h1: z.number().min(16).max(48).describe('The title.'),
    h2: z.number().min(13).max(32).describe('Headings of sections.'),
    h3: z.number().min(12).max(24).describe('Headings in sections.'),
    small: z.number().min(9).max(12).describe('Notes, captions and running lines.'),
  })
  .readonly();

const typeface = z
  .strictObject({
    headings: z
      .enum(typefaces)
      .optional()
      .meta({ description: 'Typeface of headings.', default: look.typeface }),
    body: z
      .enum(typefaces)
      .optional()
      .meta({ description: 'Typeface of running text.', default: look.typeface }),
  })
  .readonly();

const shape = z
  .strictObject({
    radius: z.number().min(0).max(16).optional().meta({
      description: 'Of the corners of boxes, in points; 0 makes them square.',
      default: look.radius,
    }),
    boxes: z
      .enum(['bar', 'outline', 'tint'])
      .optional()
      .meta({ description: 'A bar beside a box, a line around it, or a tint alone.', default: look.boxes }),
  })
  .readonly();

const contact = z
  .strictObject({
    phone: phone.meta({ description: 'Telephone in opening hours, in quotes.', examples: ['202-555-0142'] }),
    afterHoursPhone: phone.meta({
      description: 'Telephone after hours, in quotes.',
      examples: ['202-555-0178'],
    }),
    emergency: phone.meta({
      description: 'The number of the emergency services, in quotes.',
      examples: ['911', '112'],
    }),
    email: z.email().optional().describe('An e-mail address that somebody reads.'),
    website: httpsAddress.meta({
      description: 'The clinic’s own pages.',
      examples: ['https://clinic.example.org'],
    }),
    address: z
      .array(z.string().min(1))
      .min(1)
      .max(4)
      .readonly()
      .describe('The postal address, a line for each entry.'),
    hours: stringKey.meta({
      description:
        'Key of the opening hours, which are words and so are translated: locales/<lang>/common.json.',
      examples: ['clinic.hours'],
    }),
  })
  .readonly();

/** What `brands/<id>/brand.yaml` may hold. Sizes are in points. */
export const brandSchema = z
  .strictObject({
    name: z
      .string()
      .min(1)
      .max(80)
      .regex(/^\P{Cc}*\S\P{Cc}*$/u, 'expected a name, on one line')
      .describe('The clinic’s name, as patients know it.'),
    tagline: stringKey.optional().describe('Key of a line under the name, in locales/<lang>/common.json.'),
    logo: z
      .string()
      .min(1)
      .meta({
        description:
          'Path of an SVG, PNG or JPEG file under templates/. The text clinic.logoAlt describes it.',
        examples: ['brands/default/logo.svg'],
      }),
    colours: colours.describe(
      'Colours as # and six hexadecimal digits. Every pair that text stands in is checked.',
    ),
    typeScale: typeScale.describe('Sizes of text, in points.'),
    typeface: typeface
      .optional()
      .describe('Typefaces of the Latin and Cyrillic scripts; every other script has one face.'),
    shape: shape.optional().describe('How boxes look.'),
    headings: z
      .enum(['plain', 'ruled', 'bar'])
      .optional()
      .meta({ description: 'Headings plain, over a thin line, or beside a bar.', default: look.headings }),
    spacing: z
      .enum(['compact', 'regular', 'airy'])
      .optional()
      .meta({ description: 'Room between things.', default: look.spacing }),
    letterhead: z.enum(['beside', 'centred', 'band']).optional().meta({
      description: 'The logo beside the name, both centred, or both on a band of colour.',
      default: look.letterhead,
    }),
    ruleThickness: z
      .number()
      .min(0.5)
      .max(3)
      .optional()
      .meta({ description: 'Of lines between things, in points.', default: look.ruleThickness }),
    contact: contact.describe('How patients reach the clinic.'),
    onlineUrl: httpsAddress.regex(/^[^?#]*$/, 'expected an address without “?” and “#”').meta({
      pattern: '^https://[^?#]*$',
      description:
        'Where the online copies are; /<series>/<handout>?lang=<lang> is added to make the address of one.',
      examples: ['https://clinic.example.org/handouts'],
    }),
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
    typeface: { headings: typeface?.headings ?? look.typeface, body: typeface?.body ?? look.typeface },
    shape: { radius: shape?.radius ?? look.radius, boxes: shape?.boxes ?? look.boxes },
    headings: written.headings ?? look.headings,
    spacing: written.spacing ?? look.spacing,
    letterhead: written.letterhead ?? look.letterhead,
    ruleThickness: written.ruleThickness ?? look.ruleThickness,
  } as const;
}

/** A colour of the same hue; `chroma` is the share of it that is kept. */
function shadeOf(
  colour: Colour,
  { lightness, chroma }: Readonly<{ lightness(own: number): number; chroma: number }>,
): Colour {
  const own = oklchOf(colour);
  return colourOfOklch({ ...own, lightness: lightness(own.lightness), chroma: own.chroma * chroma });
}

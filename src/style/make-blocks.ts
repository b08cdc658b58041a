import type { Colour } from '../base/colour.js';
import type { Points } from '../base/units.js';
import { inlineChange, textStyles, type BlockStyle, type BlockStyles, type Ornament } from './block-style.js';
import type { BrandTokens } from './brand-tokens.js';
import { bodyLeadingRatio, onGrid, type SpaceScale } from './spacing.js';

/** What styles are made from: a brand, its distances, and how much more leading than Latin script the language needs. */
export type StyleContext = Readonly<{
  tokens: BrandTokens;
  space: SpaceScale;
  factor: number;
  /** Leading for each point of size that no heading is set more tightly than. */
  least: number;
  /** How many ems the lines of running text may have. */
  longest: number;
}>;

/** The colours of words on one ground. What is left out is as on paper. */
export type GroundColours = Readonly<{
  heading: Colour;
  text: Colour;
  quiet?: Colour;
  link?: Colour;
  /** Numbers and bullets; those of the headings when absent. */
  label?: Colour;
  bold?: boolean;
}>;

type BlockOptions = Readonly<{
  size: Points;
  /** Leading for each point of size, in Latin script. */
  ratio: number;
  colour: Colour;
  link?: Colour;
  bold?: boolean;
  before?: Points;
  after?: Points;
  purpose?: BlockStyle['purpose'];
  longestLine?: Points;
  tabularFigures?: boolean;
  ornament?: Ornament | undefined;
}>;

/** Makes the style of one kind of block. Its leading is on the grid. */
export function makeBlock({ tokens, space, factor, least }: StyleContext, options: BlockOptions): BlockStyle {
  const { purpose = 'body', longestLine, ornament } = options;
  const ratio = options.ratio * factor;
  return {
    text: textStyles({
      size: options.size,
      typeface: purpose === 'heading' ? tokens.typeface.headings : tokens.typeface.body,
      colour: options.colour,
      linkColour: options.link ?? tokens.colours.accentDark,
      weight: options.bold ? 700 : 400,
      tabularFigures: options.tabularFigures ?? false,
    }),
    leading: onGrid(options.size * (purpose === 'heading' ? Math.max(ratio, least) : ratio), space.unit),
    before: options.before ?? space.none,
    after: options.after ?? space.none,
    purpose,
    ...(longestLine !== undefined && { longestLine }),
    ...(ornament && { ornament }),
  };
}

/** Makes the text blocks of one ground. */
export function makeBlocks(context: StyleContext, ground: GroundColours): BlockStyles {
  const { tokens, space, longest } = context;
  const { typeScale: sizes, colours } = tokens;
  const quiet = { ratio: 1.35, colour: ground.quiet ?? colours.quietInk };
  const text = (options: Partial<BlockOptions>): BlockStyle =>
    makeBlock(context, {
      size: sizes.body,
      ratio: bodyLeadingRatio,
      colour: ground.text,
      bold: ground.bold ?? false,
      ...(ground.link && { link: ground.link }),
      ...options,
    });
  const longestLine = sizes.body * longest;
  const strong = { colour: ground.heading, bold: true, after: space.hair };
  return {
    headings: makeHeadings(context, ground),
    paragraphs: {
      body: text({ after: space.small, longestLine }),
      lead: text({ size: sizes.lead, ratio: 1.45, after: space.medium, longestLine: sizes.lead * longest }),
      kicker: text({ size: sizes.small + 1.5, ratio: 1.3, ...strong }),
      // Their letters are smaller, but their lines end where those of the text do.
      note: text({ size: sizes.small + 1, ...quiet, after: space.small, longestLine }),
      'draft-notice': text({ size: sizes.small, ...quiet, after: space.medium }),
      'write-on': text({ ratio: 1.5, before: space.hair, after: space.hair }),
      contact: text({ size: sizes.small + 0.5, ratio: 1.4, tabularFigures: true }),
      // It stands out like a heading, so its lines end like those of one.
      phone: {
        ...text({ size: sizes.h2, ratio: 1.25, ...strong, tabularFigures: true }),
        purpose: 'heading',
      },
    },
    caption: text({ size: sizes.small + 1, ...quiet, longestLine }),
    label: text({ colour: ground.label ?? ground.heading, bold: true, tabularFigures: true }),
    check: colours.do,
    cross: colours.dont,
  };
}

function makeHeadings(
  context: StyleContext,
  { heading: colour, link }: GroundColours,
): BlockStyles['headings'] {
  const { tokens, space } = context;
  const { h1, h2, h3 } = tokens.typeScale;
  const heading = (size: Points, ratio: number, spaces: { before: Points; after: Points }): BlockStyle =>
    makeBlock(context, {
      size,
      ratio,
      colour,
      bold: true,
      purpose: 'heading',
      ...(link && { link }),
      ...spaces,
    });
  return {
    1: heading(h1, 1.16, { before: space.none, after: space.medium }),
    2: heading(h2, 1.25, { before: space.wide, after: space.hair }),
    3: heading(h3, 1.3, { before: space.large, after: space.hair }),
  };
}

/** Adds what the brand draws with the two upper levels of headings. Boxes are told apart without it. */
export function decorateHeadings(blocks: BlockStyles, context: StyleContext): BlockStyles {
  const { tokens, space } = context;
  const { 1: first, 2: second } = blocks.headings;
  switch (tokens.headings) {
    case 'plain':
      return blocks;
    case 'ruled': {
      const line = { side: 'below', radius: 0 } as const;
      const { accent2, rule } = tokens.colours;
      const strong = { ...line, thickness: tokens.ruleThickness * 2.5, colour: accent2, gap: space.hair };
      const thin = { ...line, thickness: tokens.ruleThickness, colour: rule, gap: space.hair / 2 };
      const headings = {
        ...blocks.headings,
        1: { ...first, ornament: strong, after: space.large },
        2: { ...second, ornament: thin, after: space.small },
      };
      return { ...blocks, headings };
    }
    case 'bar': {
      const bar = (thickness: Points, length: Points, gap: Points): Ornament => {
        const radius = tokens.shape.radius > 0 ? thickness / 2 : 0;
        return { side: 'above', thickness, length, radius, colour: tokens.colours.accent2, gap };
      };
      const headings = {
        ...blocks.headings,
        1: { ...first, ornament: bar(4, 44, space.small) },
        // The bar itself parts the sections.
        2: { ...second, ornament: bar(2.5, 22, space.hair), before: space.large },
      };
      return { ...blocks, headings };
    }
  }
}

/** The blocks of a letterhead: the clinic's name, its strong text there, is set like a heading. */
export function makeLetterheadBlocks(context: StyleContext, ground: GroundColours): BlockStyles {
  const { tokens } = context;
  const { h2, h3, small } = tokens.typeScale;
  const blocks = makeBlocks(context, ground);
  const line = makeBlock(context, {
    size: small + 0.5,
    ratio: 1.5,
    colour: ground.text,
    tabularFigures: true,
    ...(ground.link && { link: ground.link }),
  });
  const name = {
    size: (h2 + h3) / 2 + 0.5,
    typeface: tokens.typeface.headings,
    colour: ground.heading,
    tabularFigures: false,
  };
  const text = line.text.map((style, changes) =>
    (changes & inlineChange.strong) === inlineChange.none ? style : { ...style, ...name },
  );
  return { ...blocks, paragraphs: { ...blocks.paragraphs, contact: { ...line, text } } };
}

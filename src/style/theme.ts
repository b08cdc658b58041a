import type { Colour } from '../base/colour.js';
import type { Insets } from '../base/geometry.js';
import type { PaperName } from '../base/paper.js';
import type { Points } from '../base/units.js';
import type { Callout } from '../document/node.js';
import { textStyles, type BlockStyle, type BlockStyles, type BoxStyle } from './block-style.js';
import type { BrandTokens } from './brand-tokens.js';
import { cardsStyle, type CardsStyle } from './cards-style.js';
import { leadingFactorOf } from './leading.js';

/** Everything layout needs to know about looks: a brand's tokens applied to every kind of block. */
export type Theme = Readonly<{
  /** BCP 47 tag of the language the leading is made for. */
  lang: string;
  /** How much more leading that language needs than Latin script. */
  leadingFactor: number;
  page: PageStyle;
  blocks: BlockStyles;
  callouts: Readonly<Record<Callout['role'], BoxStyle>>;
  do: BoxStyle;
  dont: BoxStyle;
  list: ListStyle;
  timeline: TimelineStyle;
  table: TableStyle;
  columns: ColumnsStyle;
  cards: CardsStyle;
  figure: Readonly<{ before: Points; after: Points; captionGap: Points; frame: Colour }>;
  rule: LineStyle;
  letterhead: Readonly<{ gap: Points; after: Points; line: LineStyle }>;
  running: BlockStyle;
}>;

/** The margins of a page, and where its running lines stand in them. */
export type PageStyle = Readonly<{
  insets: Insets;
  /** From the page's top edge to the running header. */
  headerTop: Points;
  /** From the end of the text area to the running footer. */
  footerGap: Points;
  /** A line between text and footer. */
  footerLine: Readonly<{ thickness: Points; colour: Colour }>;
}>;

/** A line across the column. */
export type LineStyle = Readonly<{ thickness: Points; colour: Colour; before: Points; after: Points }>;

/** Lists: the items' indent holds the labels. */
export type ListStyle = Readonly<{
  indent: Points;
  /** Between a label and its item's text. */
  labelGap: Points;
  /** Width and height of a drawn mark. */
  markSize: Points;
  itemGap: Points;
  /** Between items where some hold several blocks. */
  looseItemGap: Points;
  before: Points;
  after: Points;
}>;

/** Timelines: dots on a line at the start side. */
export type TimelineStyle = Readonly<{
  indent: Points;
  dotSize: Points;
  lineWidth: Points;
  dotColour: Colour;
  lineColour: Colour;
  itemGap: Points;
  before: Points;
  after: Points;
}>;

/** Tables. */
export type TableStyle = Readonly<{
  head: Readonly<{ fill: Colour; blocks: BlockStyles }>;
  rowHead: BlockStyles;
  padding: Insets;
  rowLine: Readonly<{ thickness: Points; colour: Colour }>;
  headLine: Readonly<{ thickness: Points; colour: Colour }>;
  before: Points;
  after: Points;
}>;

/** Blocks side by side. */
export type ColumnsStyle = Readonly<{
  gap: Points;
  /** A column narrower than this isn't worth having: the blocks are stacked instead. */
  minimumWidth: Points;
  before: Points;
  after: Points;
}>;

/** Steps of the spacing scale, in points: multiples of four. */
const space = { none: 0, hair: 4, small: 8, medium: 12, large: 16, wide: 24, vast: 32 } as const;

/**
 * Applies a brand to every kind of block, for one language and paper. Make it once and share it: layout compares
 * styles by identity where it can.
 */
export function createTheme(tokens: BrandTokens, options: { lang: string; paper: PaperName }): Theme {
  const { colours } = tokens;
  const context: StyleContext = { tokens, factor: leadingFactorOf(options.lang) };
  const blocks = blockStyles(context, { heading: colours.accent, text: colours.ink });
  return {
    lang: options.lang,
    leadingFactor: context.factor,
    page: pageStyle(options.paper, colours.rule),
    blocks,
    callouts: callouts(context),
    do: sideBox(context, 'do'),
    dont: sideBox(context, 'dont'),
    list: {
      indent: 20,
      labelGap: 6,
      markSize: 10,
      itemGap: space.hair,
      looseItemGap: space.medium,
      before: space.small,
      after: space.small,
    },
    timeline: {
      indent: 24,
      dotSize: 10,
      lineWidth: 2,
      dotColour: colours.accent,
      lineColour: colours.rule,
      itemGap: space.medium,
      before: space.small,
      after: space.medium,
    },
    table: tableStyle(context),
    columns: { gap: space.wide, minimumWidth: 150, before: space.medium, after: space.medium },
    cards: cardsStyle(colours, blocks),
    figure: {
      before: space.medium,
      after: space.medium,
      captionGap: space.small,
      frame: colours.rule,
    },
    rule: { thickness: 0.75, colour: colours.rule, before: space.large, after: space.large },
    letterhead: {
      gap: space.wide,
      after: space.wide,
      line: { thickness: 0.75, colour: colours.rule, before: space.medium, after: space.none },
    },
    running: block(context, { size: tokens.typeScale.small, ratio: 1.35, colour: colours.quietInk }),
  };
}

type StyleContext = Readonly<{ tokens: BrandTokens; factor: number }>;

/** A measure of 60 to 75 letters of body text, except on A5, where the margins are as narrow as printers like. */
function pageStyle(paper: PaperName, line: Colour): PageStyle {
  const insets: Readonly<Record<PaperName, Insets>> = {
    a4: { top: 54, end: 86, bottom: 76, start: 86 },
    letter: { top: 52, end: 94, bottom: 74, start: 94 },
    a5: { top: 42, end: 42, bottom: 66, start: 42 },
  };
  return {
    insets: insets[paper],
    headerTop: paper === 'a5' ? 20 : 28,
    footerGap: paper === 'a5' ? 16 : 20,
    footerLine: { thickness: 0.5, colour: line },
  };
}

type BlockOptions = Readonly<{
  size: Points;
  /** Leading for each point of size, in Latin script. */
  ratio: number;
  colour: Colour;
  bold?: boolean;
  before?: Points;
  after?: Points;
  purpose?: BlockStyle['purpose'];
  tabularFigures?: boolean;
}>;

function block({ tokens, factor }: StyleContext, options: BlockOptions): BlockStyle {
  return {
    text: textStyles({
      size: options.size,
      colour: options.colour,
      linkColour: tokens.colours.accentDark,
      weight: options.bold ? 700 : 400,
      tabularFigures: options.tabularFigures ?? false,
    }),
    leading: Math.round(options.size * options.ratio * factor * 2) / 2,
    before: options.before ?? space.none,
    after: options.after ?? space.none,
    purpose: options.purpose ?? 'body',
  };
}

const bodyRatio = 17 / 12;

/** The text blocks of one ground: headings in its colour, the rest in its ink. */
function blockStyles(
  context: StyleContext,
  ground: { heading: Colour; text: Colour; bold?: boolean },
): BlockStyles {
  const { typeScale: sizes, colours } = context.tokens;
  const heading = (size: Points, ratio: number, spaces: { before: Points; after: Points }): BlockStyle =>
    block(context, { size, ratio, colour: ground.heading, bold: true, purpose: 'heading', ...spaces });
  const text = (options: Partial<BlockOptions>): BlockStyle =>
    block(context, {
      size: sizes.body,
      ratio: bodyRatio,
      colour: ground.text,
      bold: ground.bold ?? false,
      ...options,
    });
  return {
    headings: {
      1: heading(sizes.h1, 1.16, { before: space.none, after: space.medium }),
      2: heading(sizes.h2, 1.25, { before: space.wide, after: space.hair }),
      3: heading(sizes.h3, 1.3, { before: space.large, after: space.hair }),
    },
    paragraphs: {
      body: text({ after: space.small }),
      lead: text({ size: sizes.lead, ratio: 1.45, after: space.medium }),
      kicker: text({
        size: sizes.small + 1.5,
        ratio: 1.3,
        colour: ground.heading,
        bold: true,
        after: space.hair,
      }),
      note: text({ size: sizes.small + 1, ratio: 1.35, colour: colours.quietInk, after: space.small }),
      'draft-notice': text({ size: sizes.small, ratio: 1.35, colour: colours.quietInk, after: space.medium }),
      contact: text({ size: sizes.small + 0.5, ratio: 1.4, tabularFigures: true }),
      phone: text({
        size: sizes.h2,
        ratio: 1.25,
        colour: ground.heading,
        bold: true,
        after: space.hair,
        tabularFigures: true,
      }),
    },
    caption: text({ size: sizes.small + 1, ratio: 1.35, colour: colours.quietInk }),
    label: text({ colour: ground.heading, bold: true, tabularFigures: true }),
    check: colours.do,
    cross: colours.dont,
  };
}

function callouts(context: StyleContext): Theme['callouts'] {
  const { colours } = context.tokens;
  const box = (colour: Colour, fill: Colour): BoxStyle => ({
    fill,
    bar: { colour, width: 4 },
    radius: 0,
    padding: { top: space.medium, end: space.large, bottom: space.medium, start: space.large + 4 },
    before: space.large,
    after: space.large,
    blocks: blockStyles(context, { heading: colour, text: colours.ink }),
  });
  return {
    call: box(colours.call, colours.callTint),
    urgent: box(colours.urgent, colours.urgentTint),
    info: box(colours.accentDark, colours.accentTint),
    today: box(colours.accentDark, colours.accentTint),
  };
}

function sideBox(context: StyleContext, side: 'do' | 'dont'): BoxStyle {
  const { colours } = context.tokens;
  return {
    fill: colours[`${side}Tint`],
    radius: 6,
    padding: { top: space.medium, end: space.medium, bottom: space.medium, start: space.medium },
    before: space.medium,
    after: space.medium,
    blocks: blockStyles(context, { heading: colours[side], text: colours.ink }),
  };
}

function tableStyle(context: StyleContext): TableStyle {
  const { colours } = context.tokens;
  const ground = { heading: colours.accentDark, text: colours.accentDark, bold: true };
  return {
    head: { fill: colours.accentTint, blocks: blockStyles(context, ground) },
    rowHead: blockStyles(context, { heading: colours.ink, text: colours.ink, bold: true }),
    padding: { top: 6, end: space.small, bottom: 6, start: space.small },
    rowLine: { thickness: 0.5, colour: colours.rule },
    headLine: { thickness: 1.5, colour: colours.accent },
    before: space.medium,
    after: space.large,
  };
}

import type { Colour } from '../base/colour.js';
import type { Insets } from '../base/geometry.js';
import type { PaperName } from '../base/paper.js';
import type { Points } from '../base/units.js';
import type { Callout } from '../document/node.js';
import type { BlockStyle, BlockStyles, BoxStyle } from './block-style.js';
import type { BrandTokens } from './brand-tokens.js';
import { cardsStyle, type CardsStyle } from './cards-style.js';
import { figureScale, leadingAt, tokensAt, type Density } from './density.js';
import { leadingFactorOf, leastLeadingOf } from './leading.js';
import { longestLineEm } from './longest-line.js';
import {
  decorateHeadings,
  makeBlock,
  makeBlocks,
  makeLetterheadBlocks,
  type StyleContext,
} from './make-blocks.js';
import { pageStyle, type PageStyle } from './page-style.js';
import { spaceScale } from './spacing.js';

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
  figure: FigureStyle;
  rule: LineStyle;
  /** The colour of lines to write on by hand; they are as thick as `rule`. */
  writeOnLine: Colour;
  letterhead: LetterheadStyle;
  running: BlockStyle;
}>;

/** A line across the column. */
export type LineStyle = Readonly<{ thickness: Points; colour: Colour; before: Points; after: Points }>;

/** The clinic's head. */
export type LetterheadStyle = Readonly<{
  align: 'start' | 'centre';
  blocks: BlockStyles;
  /** Between logo and words. */
  gap: Points;
  /** How far it stands above the text area: the page that has it has no running header there. */
  rise: Points;
  after: Points;
  /** What ends it: a line, or the band of colour on which all of it stands. */
  end: (LineStyle & Readonly<{ kind: 'line' }>) | Readonly<{ kind: 'band'; fill: Colour; padding: Points }>;
}>;

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
  dotRadius: Points;
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

/** Pictures with their captions and labels. */
export type FigureStyle = Readonly<{
  before: Points;
  after: Points;
  captionGap: Points;
  frame: Colour;
  /** Styles of the words in a drawing; the first that fits its room is taken. They rather end their lines as headings do, undivided and even. */
  labels: readonly BlockStyle[];
  /** How large pictures are shown, against the size that is asked for. */
  scale: number;
  /** How much larger than usual a drawing with words in it is shown, where there is room. */
  labelledScale: number;
}>;

/** Blocks side by side. */
export type ColumnsStyle = Readonly<{
  gap: Points;
  /** Between boxes, which have room within them. */
  boxGap: Points;
  /** A column narrower than this isn't worth having: the blocks are stacked instead. */
  minimumWidth: Points;
  before: Points;
  after: Points;
}>;

/** What a theme is made for. */
export type ThemeOptions = Readonly<{
  /** BCP 47 tag. */
  lang: string;
  paper: PaperName;
  /** How tightly; `usual` without it. */
  density?: Density;
}>;

/**
 * Applies a brand to every kind of block, for one language, paper and density. Make it once and share it: layout compares
 * styles by identity where it can.
 */
export function createTheme(brand: BrandTokens, options: ThemeOptions): Theme {
  const { lang, paper, density = 'usual' } = options;
  const tokens = tokensAt(brand, density);
  const { colours, ruleThickness, typeScale } = tokens;
  const space = spaceScale(typeScale.body, tokens.spacing);
  const factor = leadingFactorOf(lang);
  const context: StyleContext = {
    tokens,
    space,
    factor: leadingAt(factor, density),
    least: leastLeadingOf(lang),
    longest: longestLineEm(lang, density),
  };
  const running = makeBlock(context, { size: typeScale.small, ratio: 1.35, colour: colours.quietInk });
  const page = pageStyle(tokens, { paper, density, running: running.leading });
  const ground = { heading: colours.accent, text: colours.ink, label: colours.accent2 };
  const blocks = makeBlocks(context, ground);
  return {
    lang,
    leadingFactor: factor,
    page,
    blocks: decorateHeadings(blocks, context),
    callouts: callouts(context),
    do: boxStyle(context, boxOf(tokens, 'do')),
    dont: boxStyle(context, boxOf(tokens, 'dont')),
    list: {
      indent: (tokens.typeScale.body * 5) / 3,
      labelGap: 6,
      markSize: (tokens.typeScale.body * 5) / 6,
      itemGap: space.hair,
      looseItemGap: space.medium,
      before: space.small,
      after: space.small,
    },
    timeline: timelineStyle(context),
    table: tableStyle(context),
    columns: {
      gap: 24,
      boxGap: space.large,
      minimumWidth: typeScale.body * 12.5,
      before: space.medium,
      after: space.medium,
    },
    cards: cardsStyle(tokens, blocks),
    figure: {
      before: space.medium,
      after: space.medium,
      captionGap: space.small,
      frame: colours.rule,
      labels: [{ ...blocks.caption, purpose: 'heading' }, blocks.caption, ...smallerLabels(context)],
      scale: figureScale[density],
      labelledScale: Math.max(1, typeScale.body / usualBody),
    },
    writeOnLine: colours.quietInk,
    rule: { thickness: ruleThickness, colour: colours.rule, before: space.large, after: space.large },
    letterhead: letterheadStyle(context, page.insets.top / 2),
    running,
  };
}

const usualBody: Points = 12;

/**
 * Words in a drawing that are too long for their room may be as small as the page's small text; in large print as small as
 * its usual body text, since the drawing can't grow as they do.
 */
function smallerLabels(context: StyleContext): readonly BlockStyle[] {
  const { typeScale, colours } = context.tokens;
  const size = Math.min(typeScale.small, usualBody);
  return [makeBlock(context, { size, ratio: 1.2, colour: colours.quietInk })];
}

type BoxColours = Readonly<{ colour: Colour; fill: Colour }>;

function boxOf({ colours }: BrandTokens, name: 'call' | 'urgent' | 'accent2' | 'do' | 'dont'): BoxColours {
  return { colour: colours[name], fill: colours[`${name}Tint`] };
}

function callouts(context: StyleContext): Theme['callouts'] {
  const box = (name: 'call' | 'urgent' | 'accent2'): BoxStyle =>
    boxStyle(context, boxOf(context.tokens, name));
  const info = box('accent2');
  return { call: box('call'), urgent: box('urgent'), info, today: info };
}

/** All boxes of a brand are of one make, so that they look at home beside each other. */
function boxStyle(context: StyleContext, { colour, fill }: BoxColours): BoxStyle {
  const { tokens, space } = context;
  const { radius, boxes } = tokens.shape;
  const side = space.large;
  const edgeWidth = { bar: barWidth, outline: Math.max(1, tokens.ruleThickness), tint: 0 }[boxes];
  return {
    fill,
    ...(boxes !== 'tint' && { edge: { kind: boxes, colour, width: edgeWidth } }),
    radius,
    padding: {
      top: space.medium,
      end: side,
      bottom: space.medium,
      start: boxes === 'bar' ? side + barWidth : side,
    },
    before: space.large,
    after: space.large,
    blocks: makeBlocks(context, { heading: colour, text: tokens.colours.ink }),
  };
}

const barWidth: Points = 4;

function timelineStyle({ tokens, space }: StyleContext): TimelineStyle {
  const { colours, ruleThickness, shape } = tokens;
  const dotSize = (tokens.typeScale.body * 5) / 6;
  return {
    indent: tokens.typeScale.body * 2,
    dotSize,
    dotRadius: shape.radius === 0 ? 0 : dotSize / 2,
    lineWidth: Math.max(1, ruleThickness * 2.5),
    dotColour: colours.accent2,
    lineColour: colours.rule,
    itemGap: space.medium,
    before: space.small,
    after: space.medium,
  };
}

function tableStyle(context: StyleContext): TableStyle {
  const { tokens, space } = context;
  const { colours, ruleThickness } = tokens;
  const ground = { heading: colours.accentDark, text: colours.accentDark, bold: true };
  return {
    head: { fill: colours.accentTint, blocks: makeBlocks(context, ground) },
    rowHead: makeBlocks(context, { heading: colours.ink, text: colours.ink, bold: true }),
    padding: { top: 6, end: space.small, bottom: 6, start: space.small },
    rowLine: { thickness: ruleThickness * (2 / 3), colour: colours.rule },
    headLine: { thickness: ruleThickness * 2, colour: colours.accent },
    before: space.medium,
    after: space.large,
  };
}

function letterheadStyle(context: StyleContext, rise: Points): LetterheadStyle {
  const { tokens, space } = context;
  const { accentDark, ink, paper, rule } = tokens.colours;
  const centred = tokens.letterhead === 'centred';
  const shared = { gap: centred ? space.small : 14, after: centred ? space.large : space.wide };
  if (tokens.letterhead === 'band') {
    const ground = { heading: paper, text: paper, quiet: paper, link: paper };
    return {
      ...shared,
      align: 'start',
      rise,
      blocks: makeLetterheadBlocks(context, ground),
      end: { kind: 'band', fill: accentDark, padding: 18 },
    };
  }
  const line = { thickness: tokens.ruleThickness, colour: rule, before: space.medium, after: space.none };
  return {
    ...shared,
    align: centred ? 'centre' : 'start',
    rise: centred ? rise : 0,
    blocks: makeLetterheadBlocks(context, { heading: accentDark, text: ink }),
    end: { kind: 'line', ...line },
  };
}

import type { Colour } from '../base/colour.js';
import type { Typeface } from '../base/typeface.js';
import type { Insets } from '../base/geometry.js';
import type { Points } from '../base/units.js';
import type { ParagraphRole } from '../document/node.js';
import type { TextStyle } from './text-style.js';

/** Changes that inlines make to the text around them; they add up. `figures` makes figures of one width, as values want. */
export const inlineChange = { none: 0, strong: 1, emphasis: 2, link: 4, figures: 8 } as const;

/** A text style under every sum of inline changes, indexed by that sum. */
export type TextStyles = readonly TextStyle[];

/** How one kind of text block is set. */
export type BlockStyle = Readonly<{
  text: TextStyles;
  /** From one line to the next. */
  leading: Points;
  /** Space above; of two spaces that meet the larger counts. */
  before: Points;
  after: Points;
  purpose: 'body' | 'heading';
  /** Running text has no longer lines, however wide its column is. */
  longestLine?: Points;
  ornament?: Ornament;
}>;

/** A line drawn with a heading. It adds to the heading's height. */
export type Ornament = Readonly<{
  side: 'above' | 'below';
  thickness: Points;
  /** As wide as the column when absent. */
  length?: Points;
  radius: Points;
  colour: Colour;
  /** Between the line and the words. */
  gap: Points;
}>;

/** The styles of all text blocks that stand on one ground. */
export type BlockStyles = Readonly<{
  headings: Readonly<Record<1 | 2 | 3, BlockStyle>>;
  paragraphs: Readonly<Record<ParagraphRole, BlockStyle>>;
  caption: BlockStyle;
  /** Numbers and bullets of lists. */
  label: BlockStyle;
  /** Drawn list marks. */
  check: Colour;
  cross: Colour;
}>;

/** A tinted box and the styles of what stands in it. */
export type BoxStyle = Readonly<{
  fill: Colour;
  /** A bar along the start side, or a line all round. */
  edge?: Readonly<{ kind: 'bar' | 'outline'; colour: Colour; width: Points }>;
  radius: Points;
  padding: Insets;
  before: Points;
  after: Points;
  blocks: BlockStyles;
}>;

/** What a text style starts from; `inlineStyles` adds the rest. */
export type TextBasis = Readonly<{
  size: Points;
  colour: Colour;
  linkColour: Colour;
  typeface: Typeface;
  weight?: TextStyle['weight'];
  tabularFigures?: boolean;
}>;

/** Makes the styles of a text under all inline changes. Strong text in a bold block stays bold. */
export function textStyles(basis: TextBasis): TextStyles {
  const { none, strong, emphasis, link, figures } = inlineChange;
  const styles = Array.from({ length: figures }, (_, changes) => ({
    size: basis.size,
    typeface: basis.typeface,
    weight: (changes & strong) === none ? (basis.weight ?? 400) : 700,
    italic: (changes & emphasis) !== none,
    colour: (changes & link) === none ? basis.colour : basis.linkColour,
    tabularFigures: basis.tabularFigures ?? false,
    underline: (changes & link) !== none,
  }));
  // The same styles again where they have such figures anyway, so that a value isn't shaped apart from its sentence.
  const hasFigures = basis.tabularFigures === true || tabularByDefault.has(basis.typeface);
  return [...styles, ...(hasFigures ? styles : styles.map((style) => ({ ...style, tabularFigures: true })))];
}

/** Typefaces whose figures are of one width unless they are asked for others. */
const tabularByDefault: ReadonlySet<Typeface> = new Set(['source-sans']);

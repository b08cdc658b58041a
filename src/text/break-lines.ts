import type { Points } from '../base/units.js';

/** A place where a line may or must end. */
export type Opportunity = Readonly<{
  /** Index of the first character after the break. */
  offset: number;
  mandatory: boolean;
  /** A hyphen is painted when a line ends here. */
  hyphen: boolean;
  /** A line that ends here parts a number from its unit. */
  partsValue?: boolean;
  /** A line that ends here parts a Chinese or Japanese word. */
  partsWord?: boolean;
  /** A line ends here only where a stretch that nothing else divides is wider than the measure. */
  isEmergency?: boolean;
}>;

/** What the breaker needs to know of a paragraph. */
export type BreakInput = Readonly<{
  measure: Points;
  /** In order; the last one is the end of the text. */
  opportunities: readonly Opportunity[];
  /** Width of a line that starts at `start` and ends at `opportunity`, without the white space that hangs at its end. */
  width(start: number, opportunity: Opportunity): Points;
  /** Makes the last line as full as the others, as a heading wants. */
  balanced: boolean;
}>;

/** Each line costs this much, far more than any unevenness: lines are evened out, never added. */
const LINE_COST = 100;
const HYPHEN_COST = 0.6;
/** A value is parted only where it is wider than the measure: any number of lines is better. */
const PARTED_VALUE_COST = 50 * LINE_COST;
/** Words written without spaces may be parted, but lines read better that end between them, even if a little shorter. */
const PARTED_WORD_COST = 0.5;
/** What fits in the measure is never cut because something else doesn't. */
const EMERGENCY_COST = 10 * PARTED_VALUE_COST;
const OVERFULL_COST = 1000 * EMERGENCY_COST;
/** A last line that is narrower than this share of the measure looks forgotten. */
const SHORT_LAST_LINE = 0.1;
const SHORT_LAST_LINE_COST = 0.15;
/** So does a last line of a single word, up to a third of the measure: another word comes down to it, if that leaves no deep hole. */
const LONE_LAST_WORD = 1 / 3;
const LONE_LAST_WORD_COST = 0.1;
/** Widths are sums of fractions; a line may pass the measure by this much. */
const TOLERANCE: Points = 0.01;

type Best = { cost: number; from: number };

/**
 * Chooses the line ends of a paragraph as a whole (optimum fit): the fewest lines that fit, and among these the ones
 * with the least sum of squared empty space. First fit would be a little quicker, but leaves ragged edges with deep
 * holes and lone short last words, and the result is cached anyway.
 * @returns indices into `opportunities`, one for each line, the last one being the end of the text
 * @see Knuth and Plass, Breaking Paragraphs into Lines (1981)
 */
export function breakLines(input: BreakInput): readonly number[] {
  const { opportunities } = input;
  const best: Best[] = [];
  for (let index = 0; index < opportunities.length; index++) best.push(bestLineTo(input, index, best));
  const ends: number[] = [];
  for (let index = opportunities.length - 1; index >= 0; index = best[index]!.from) ends.unshift(index);
  return ends;
}

/** Finds the cheapest way to fill the text up to one opportunity, looking back no further than a full line. */
function bestLineTo(input: BreakInput, index: number, best: readonly Best[]): Best {
  const { opportunities, measure } = input;
  let cheapest: Best = { cost: Infinity, from: index - 1 };
  let isOneWord = true;
  for (let from = index - 1; from >= -1; from--) {
    const width = input.width(from === -1 ? 0 : opportunities[from]!.offset, opportunities[index]!);
    const overfull = width > measure + TOLERANCE;
    if (overfull && from < index - 1) break;
    const before = from === -1 ? 0 : best[from]!.cost;
    const cost = before + (overfull ? OVERFULL_COST + width : lineCost(input, index, { width, isOneWord }));
    if (cost < cheapest.cost) cheapest = { cost, from };
    if (from >= 0 && opportunities[from]!.mandatory) break;
    isOneWord &&= from >= 0 && isWithinWord(opportunities[from]!);
  }
  return cheapest;
}

/** A line as far as its cost goes. */
type TriedLine = Readonly<{ width: Points; isOneWord: boolean }>;

function lineCost(
  { measure, opportunities, balanced }: BreakInput,
  index: number,
  { width, isOneWord }: TriedLine,
): number {
  const empty = Math.max(0, measure - width) / measure;
  const opportunity = opportunities[index]!;
  const isLast = opportunity.mandatory || index === opportunities.length - 1;
  if (!isLast) return LINE_COST + empty * empty + partingCost(opportunity);
  if (balanced) return LINE_COST + empty * empty;
  if (width < measure * SHORT_LAST_LINE) return LINE_COST + SHORT_LAST_LINE_COST;
  return LINE_COST + (isOneWord && width < measure * LONE_LAST_WORD ? LONE_LAST_WORD_COST : 0);
}

function isWithinWord({ hyphen, partsWord = false, isEmergency = false }: Opportunity): boolean {
  return hyphen || partsWord || isEmergency;
}

function partingCost({ hyphen, partsValue, partsWord, isEmergency }: Opportunity): number {
  return (
    (hyphen ? HYPHEN_COST : 0) +
    (partsValue ? PARTED_VALUE_COST : 0) +
    (partsWord ? PARTED_WORD_COST : 0) +
    (isEmergency ? EMERGENCY_COST : 0)
  );
}

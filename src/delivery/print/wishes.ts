import type { OutsideError } from '../../base/outside-error.js';
import type { PaperName } from '../../base/paper.js';
import type { ColorMode, Sides } from '../../base/print-setting.js';

/** Something that is wished for. What a person asked for now (`firm`) is done or refused; what is only usual may be changed. */
export type Wish<Value> = Readonly<{ value: Value; firm: boolean }>;

/** How a handout is to be printed. */
export type PrintWishes = Readonly<{
  copies: Wish<number>;
  sides?: Wish<Sides> | undefined;
  /** By any name that `findMedia` knows. */
  media?: Wish<string> | undefined;
  color?: Wish<ColorMode> | undefined;
  /** The paper that the handout is made for. */
  paper: Wish<PaperName>;
  isBooklet: boolean;
}>;

/** How a handout will be printed: what the printer is told, and what was changed for it. */
export type PrintPlan = Readonly<{
  copies: number;
  /** Undefined leaves it to the printer, here and below. */
  sides: Sides | undefined;
  media: string | undefined;
  color: ColorMode | undefined;
  format: 'pdf' | 'raster';
  /** The paper to make the handout for. */
  paper: PaperName;
  /** Whether the handout is to be made in greys, since the printer cannot be told to. */
  inGreys: boolean;
  /** What differs from the wishes, or may surprise; full sentences. */
  notes: readonly string[];
}>;

/** What one part of a plan came to: its value and notes, or why it cannot be. */
export type Choice<Value> = Readonly<{ value: Value; notes?: readonly string[]; refused?: OutsideError }>;

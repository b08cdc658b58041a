import type { Arguments } from './command.js';
import { unknownName } from './usage-error.js';

/** How sheets are printed, in the words that printers know. @see RFC 8011, 5.2.8 */
export const sidesNames = ['one-sided', 'two-sided-long-edge', 'two-sided-short-edge'] as const;

/** One of the ways in which sheets are printed. */
export type Sides = (typeof sidesNames)[number];

/**
 * Reads `--sides`; without it sheets are turned along their long edge.
 * @throws {UsageError} for an unknown word
 */
export function readSides({ texts }: Arguments): Sides {
  const name = texts.get('sides') ?? 'two-sided-long-edge';
  const sides = sidesNames.find((candidate) => candidate === name.toLowerCase());
  if (sides === undefined) throw unknownName('kind of sides', name, sidesNames);
  return sides;
}

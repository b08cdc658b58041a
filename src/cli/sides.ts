import { sidesNames, type Sides } from '../base/print-setting.js';
import type { Arguments } from './command.js';
import { unknownName } from './usage-error.js';

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

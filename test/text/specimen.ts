import { readFileSync } from 'node:fs';
import type { Direction } from '../../src/base/direction.js';

/** One paragraph of the specimen; the text may be in any normalisation form and holds isolates where they are due. */
export type SpecimenParagraph = Readonly<{ lang: string; script: string; dir: Direction; text: string }>;

/** Reads a paragraph of handout text for every script, and every language with a font of its own. */
export function readSpecimen(): readonly SpecimenParagraph[] {
  const file = new URL('../fixtures/specimen/paragraphs.json', import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')) as readonly SpecimenParagraph[];
}

import type { Staged } from '../base/problem.js';
import { createBlockMemory } from '../document/parse.js';
import { emptyDocument } from '../document/read-document.js';
import { createLayoutMemory } from '../layout/block-flow.js';
import type { LaidOutDocument } from '../layout/page.js';
import type { PdfFacts } from '../pdf/write.js';
import type { Edition, Press } from './press.js';
import type { PersonalDetails } from './request.js';
import type { Job } from './read.js';
import { setHandout } from './set.js';
import type { SetHandout } from './set.js';

/** A document as set and as written; a file with an error among the problems isn't worth keeping. */
export type Printed = Readonly<{ set: Staged<SetHandout | undefined>; pdf: Uint8Array; edition: Edition }>;

/** Sets and writes the general handout, and keeps what its personalised copies share with it. */
export async function printGeneral(press: Press, job: Job): Promise<Printed> {
  const blocks = createBlockMemory();
  const set = await setHandout(press, job, { edition: { blocks }, isGeneral: true });
  const laidOut = laidOutOf(set, job);
  const { writer } = await press.engine();
  const { bytes, edition: pdf } = writer.writeGeneral(laidOut, factsOf(job));
  const { density, layout } = set.value ?? { density: 'usual', layout: createLayoutMemory() };
  const edition = { blocks, density, layout, pdf };
  press.editions.set(job.key, edition);
  return { set, pdf: bytes, edition };
}

/**
 * Sets and writes a personalised copy with the fonts of the general handout, which is therefore printed first, whether
 * or not anyone asked for it: so a copy has the same bytes in a batch and alone.
 */
export async function printCopy(press: Press, job: Job, personal: PersonalDetails): Promise<Printed> {
  const edition = press.editions.get(job.key) ?? (await printGeneral(press, job)).edition;
  const set = await setHandout(press, job, { personal, edition, isGeneral: false });
  const laidOut = laidOutOf(set, job);
  const { writer } = await press.engine();
  return { set, pdf: writer.writeCopy(laidOut, factsOf(job), edition.pdf), edition };
}

function factsOf({ brand, series }: Job): PdfFacts {
  return { author: brand.name, date: new Date(`${series.reviewed}T00:00:00Z`) };
}

function laidOutOf({ value }: Printed['set'], { lang }: Job): LaidOutDocument {
  if (value !== undefined) return value.laidOut;
  return { document: emptyDocument(lang), pages: [], headings: new Map() };
}

import { paperSizes } from '../base/paper.js';
import type { Staged } from '../base/problem.js';
import type { DocumentNode } from '../document/node.js';
import { layOut } from '../layout/layout.js';
import type { LaidOutDocument } from '../layout/page.js';
import type { LoadedImages } from './images.js';
import { locateMissingGlyphs } from './locate.js';
import type { Edition, Press } from './press.js';
import { readHandout } from './read.js';
import type { Job } from './read.js';
import type { PersonalDetails } from './request.js';

/** What every stage before the PDF made of a handout, for inspection. */
export type SetHandout = Readonly<{
  html: string;
  document: DocumentNode;
  images: LoadedImages;
  laidOut: LaidOutDocument;
}>;

/** Whom a handout is set for, and what the general handout and its copies share. */
export type Setting = Readonly<{
  personal?: PersonalDetails | undefined;
  edition?: Pick<Edition, 'blocks' | 'layout'>;
  /** Whether this is the general handout, which fills the edition. */
  isGeneral?: boolean;
}>;

/** Runs the stages up to the pages. Reports what they report. */
export async function setHandout(
  press: Press,
  job: Job,
  { personal, edition, isGeneral = false }: Setting,
): Promise<Staged<SetHandout | undefined>> {
  const read = await readHandout(press, job, { personal, blocks: edition?.blocks, isGeneral });
  if (read.value === undefined) return { value: undefined, problems: read.problems };
  const { lang, paper, brand } = job;
  const { typesetter } = await press.engine();
  const context = {
    theme: press.theme(brand, { lang, paper }),
    size: paperSizes[paper],
    typesetter: personal ? typesetter.forCopy() : typesetter,
    images: read.value.images,
    ...(edition && { sharing: { memory: edition.layout, isGeneral } }),
  };
  const laidOut = layOut(read.value.document, context);
  const found = locateMissingGlyphs(laidOut.problems, {
    catalogue: press.strings(lang).value.catalogue,
    lang,
    isPersonal: personal !== undefined,
  });
  return { value: { ...read.value, laidOut: laidOut.value }, problems: [...read.problems, ...found] };
}

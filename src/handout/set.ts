import { paperSizes } from '../base/paper.js';
import type { Staged } from '../base/problem.js';
import type { DocumentNode } from '../document/node.js';
import { bookletPageSize, imposeBooklet } from '../layout/booklet.js';
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
  const { lang, paper, brand, request } = job;
  const { variants = [], bilingual } = request;
  const { typesetter } = await press.engine();
  const look = press.variantOf(brand, variants);
  const isBooklet = variants.includes('booklet');
  const isShared = edition !== undefined && bilingual === undefined;
  const laidOut = layOut(read.value.document, {
    theme: press.theme(look, { lang, paper: isBooklet ? 'a5' : paper }),
    size: isBooklet ? bookletPageSize(paperSizes[paper]) : paperSizes[paper],
    typesetter: personal ? typesetter.forCopy() : typesetter,
    images: read.value.images,
    ...(isShared && { sharing: { memory: edition.layout, isGeneral } }),
  });
  const languages = bilingual === undefined ? [lang] : [lang, bilingual];
  const strings = languages.map((each) => ({ lang: each, catalogue: press.strings(each).value.catalogue }));
  const found = locateMissingGlyphs(laidOut.problems, { strings, isPersonal: personal !== undefined });
  const pages = isBooklet ? imposeBooklet(laidOut.value) : laidOut.value;
  return { value: { ...read.value, laidOut: pages }, problems: [...read.problems, ...found] };
}

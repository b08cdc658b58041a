import { paperSizes } from '../base/paper.js';
import { hasErrors, type Problem, type Staged } from '../base/problem.js';
import { bookletPageSize, imposeBooklet } from '../layout/booklet.js';
import { layOut } from '../layout/layout.js';
import { createLayoutMemory, type LayoutMemory } from '../layout/block-flow.js';
import type { LaidOutDocument } from '../layout/page.js';
import { densities, type Density } from '../style/density.js';
import { locateMissingGlyphs } from './locate.js';
import type { Edition, Press } from './press.js';
import { readHandout } from './read.js';
import type { Job, ReadHandout } from './read.js';
import type { PersonalDetails } from './request.js';

/** What every stage before the PDF made of a handout, for inspection. */
export type SetHandout = ReadHandout &
  Readonly<{
    laidOut: LaidOutDocument;
    /** How tightly it is set, and what was laid out so. */
    density: Density;
    layout: LayoutMemory;
  }>;

/** Whom a handout is set for, and what the general handout and its copies share. */
export type Setting = Readonly<{
  personal?: PersonalDetails | undefined;
  edition?: Pick<Edition, 'blocks'> & Partial<Pick<Edition, 'density' | 'layout'>>;
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
  const { density, layout, laidOut } = layOutWithin(mostPages(job), {
    from: edition?.density,
    layOutAt: (density) => {
      // What the copies of a general handout share was laid out as tightly as it is.
      const isKnown = edition?.layout !== undefined && density === edition.density;
      const layout = isKnown ? edition.layout : createLayoutMemory();
      const isShared = edition !== undefined && bilingual === undefined && (isGeneral || isKnown);
      const laidOut = layOut(read.value!.document, {
        theme: press.theme(look, { lang, paper: isBooklet ? 'a5' : paper, density }),
        size: isBooklet ? bookletPageSize(paperSizes[paper]) : paperSizes[paper],
        typesetter: personal ? typesetter.forCopy() : typesetter,
        images: read.value!.images,
        ...(isShared && { sharing: { memory: layout, isGeneral } }),
      });
      return { density, layout, laidOut };
    },
  });
  const languages = bilingual === undefined ? [lang] : [lang, bilingual];
  const strings = languages.map((each) => ({ lang: each, catalogue: press.strings(each).value.catalogue }));
  const found = locateMissingGlyphs(laidOut.problems, { strings, isPersonal: personal !== undefined });
  const pages = isBooklet ? imposeBooklet(laidOut.value) : laidOut.value;
  const value = { ...read.value, laidOut: pages, density, layout };
  return { value, problems: [...read.problems, ...found] };
}

/** How many pages a handout may have before it is set more tightly. */
function mostPages({ topic, paper, request: { variants = [], bilingual } }: Job): number {
  const isLarge = variants.includes('large-print') || bilingual !== undefined;
  const isSmallPaper = paper === 'a5' || variants.includes('booklet');
  return topic.sides * (isLarge ? 2 : 1) * (isSmallPaper ? 2 : 1);
}

type Attempt = Readonly<{ density: Density; layout: LayoutMemory; laidOut: Staged<LaidOutDocument> }>;

/**
 * Lays a document out so tightly that it takes no more than so many pages: nearly always at once. Where nothing helps, the
 * loosest of the shortest is taken, and `layout/too-many-pages` is reported.
 */
function layOutWithin(
  most: number,
  { from = 'usual', layOutAt }: Readonly<{ from?: Density | undefined; layOutAt(density: Density): Attempt }>,
): Attempt {
  let best: Attempt | undefined;
  for (const density of densities.slice(densities.indexOf(from))) {
    const attempt = layOutAt(density);
    if (pageCount(attempt) <= most && !attempt.laidOut.problems.some(isOfRoom)) return attempt;
    if (best === undefined || isBetter(attempt, best)) best = attempt;
  }
  const { value, problems } = best!.laidOut;
  if (value.pages.length <= most) return best!;
  return { ...best!, laidOut: { value, problems: [...problems, tooManyPages(value.pages.length, most)] } };
}

/** A character without a glyph, for one, has none at any density. */
function isOfRoom({ code }: Problem): boolean {
  return code.startsWith('layout/');
}

/** Words that fit, and blocks that stay whole, count for more than paper. */
function isBetter(one: Attempt, other: Attempt): boolean {
  const [faults, otherFaults] = [one, other].map(({ laidOut: { problems } }) => {
    return problems.length + (hasErrors(problems) ? seriousness : 0);
  }) as [number, number];
  return faults === otherFaults ? pageCount(one) < pageCount(other) : faults < otherFaults;
}

/** An error weighs more than any number of warnings. */
const seriousness = 1000;

function pageCount({ laidOut }: Attempt): number {
  return laidOut.value.pages.length;
}

function tooManyPages(count: number, most: number): Problem {
  return {
    code: 'layout/too-many-pages',
    severity: 'warning',
    message: `It takes ${String(count)} pages and may take ${String(most)}, even set as tightly as reads well.`,
    hint: 'Shorten it, or give it more "sides" in the series’ file.',
  };
}

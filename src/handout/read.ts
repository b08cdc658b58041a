import type { PaperName } from '../base/paper.js';
import { hasErrors } from '../base/problem.js';
import type { Problem, Staged } from '../base/problem.js';
import type { ReviewPolicy } from '../base/review-state.js';
import type { DocumentNode } from '../document/node.js';
import { parseDocument } from '../document/parse.js';
import type { BlockMemory, ParseOptions } from '../document/parse.js';
import { renderTemplate } from '../template/render.js';
import type { Brand } from '../workspace/brand.js';
import type { Series, SeriesHandout } from '../workspace/series.js';
import { besideEachOther, lastId } from './bilingual.js';
import { prepareData, type HandoutData } from './data.js';
import { loadImages } from './images.js';
import type { LoadedImages } from './images.js';
import { refusalOf } from './policy.js';
import { SOURCE_LANGUAGE } from './press.js';
import type { Press } from './press.js';
import type { HandoutRequest, PersonalDetails } from './request.js';
import { detailsOf, standingOfTexts, worseOf, type HandoutStanding, type Notices } from './standing.js';
import { soleTreatment, type Treatment } from './treatment.js';
import { placed, templatePlace, templateStart, withoutFollowUps } from './template-problems.js';

/** A request with its names resolved. */
export type Job = Readonly<{
  key: string;
  request: HandoutRequest;
  lang: string;
  paper: PaperName;
  brand: Brand;
  series: Series;
  topic: SeriesHandout;
  /** The aftercare of several treatments in one; without it that of the series. */
  treatment?: Treatment;
  /** The policy that the translation must meet; without it any will do. */
  policy?: ReviewPolicy;
}>;

/** What every stage before the layout made of a handout: all that it says, in no format yet. */
export type ReadHandout = Readonly<{
  html: string;
  document: DocumentNode;
  standing: HandoutStanding;
  /** Where each of its languages stands, by BCP 47 tag. */
  standings: ReadonlyMap<string, HandoutStanding>;
  images: LoadedImages;
}>;

/** Whom a handout is read for, and what the general handout and its copies share. */
export type Reader = Readonly<{
  personal?: PersonalDetails | undefined;
  blocks?: BlockMemory | undefined;
  /** Whether this is the general handout, which fills the memory. */
  isGeneral?: boolean;
}>;

/** Runs the stages up to the document and its pictures. Reports what they report, and what `refusalOf` does. */
export async function readHandout(
  press: Press,
  job: Job,
  { personal, blocks, isGeneral = false }: Reader,
): Promise<Staged<ReadHandout | undefined>> {
  const { lang, brand, request } = job;
  const { variants = [], bilingual } = request;
  // Blocks that are paired are made anew for every copy, so there is nothing to share.
  const parsing = { isGeneral, ...(blocks && bilingual === undefined && { memory: blocks }) };
  const written = writeDocument(press, job, { lang, personal, parsing });
  const both = bilingual === undefined ? written : addLanguage(written, press, { job, personal, bilingual });
  if (both.value === undefined) return { value: undefined, problems: both.problems };
  const refusal = refuse(job, written.value?.standing, lang) ?? refuse(job, both.value.standing, bilingual);
  if (refusal !== undefined) return { value: undefined, problems: [...both.problems, refusal] };
  const look = { brand: press.variantOf(brand, variants), inGrey: variants.includes('greyscale') };
  const images = await loadImages(both.value.document, press, look);
  return { value: { ...both.value, images: images.value }, problems: [...both.problems, ...images.problems] };
}

function refuse(
  { policy }: Job,
  standing: HandoutStanding | undefined,
  lang: string | undefined,
): Problem | undefined {
  if (policy === undefined || standing === undefined || lang === undefined) return undefined;
  return refusalOf(policy, { action: 'build', lang, state: standing.state });
}

type WrittenDocument = Omit<ReadHandout, 'images'>;

type Writing = Addressee & Readonly<{ parsing: ParseOptions }>;

/** For whom and in which language a handout is written. */
type Addressee = Readonly<{ lang: string; personal: PersonalDetails | undefined; notices?: Notices }>;

/** Prepares what the templates of a handout may show. */
export function dataOf({ workspace }: Press, job: Job, { lang, personal, notices }: Addressee): HandoutData {
  const { brand, paper, series, topic, request, treatment = soleTreatment(series) } = job;
  const { languages, namedLanguages } = workspace.config;
  const named = { languages, namedLanguages, sourceLang: SOURCE_LANGUAGE };
  const parts = { series, treatment, topic, brand, paper, notices, ...named };
  const { personal: _, ...general } = request;
  return prepareData(parts, { ...general, lang, ...(personal && { personal }) });
}

/** Fills the template in one language and reads what it gives. */
function writeDocument(
  press: Press,
  job: Job,
  { lang, personal, parsing }: Writing,
): Staged<WrittenDocument | undefined> {
  const { brand, series, topic } = job;
  const { workspace } = press;
  const templates = press.templates();
  const strings = press.strings(lang);
  const { standing, html } = fillTemplate(press, job, { lang, personal });
  const ofTemplate = withoutFollowUps(html.problems, strings.problems);
  const problems = [
    ...templates.problems,
    ...strings.problems,
    ...press.contrast(brand),
    ...placed(ofTemplate, templatePlace(workspace, series, topic)),
  ];
  if (hasErrors(problems)) return { value: undefined, problems };
  const document = parseDocument(html.value, templates.value.files, parsing);
  const faults = placed(document.problems, templateStart(workspace, topic.template));
  const standings = new Map([[lang, standing]]);
  const value = { html: html.value, document: document.value, standing, standings };
  return { value, problems: [...problems, ...faults] };
}

type FilledTemplate = Readonly<{ standing: HandoutStanding; html: Staged<string> }>;

/**
 * Fills the template, and finds how far the texts that it used are reviewed. Which notices it shows depends on that, so it is filled
 * again where they were guessed wrong; this is known from the first handout on, for all its copies.
 */
function fillTemplate(press: Press, job: Job, { lang, personal }: Addressee): FilledTemplate {
  const { series, topic } = job;
  const { translator } = press.strings(lang).value;
  const fill = (data: HandoutData, onText?: (name: string) => void): Staged<string> =>
    renderTemplate(press.templates().value, topic.template, {
      data,
      translator,
      namespace: series.id,
      furtherNamespaces: data.treatments.filter((namespace) => namespace !== series.id),
      ...(onText && { onText }),
    });
  const key = [job.key, lang, detailsOf(personal)].join(' / ');
  const known = press.standings.get(key);
  if (known) return { standing: known, html: fill(dataOf(press, job, { lang, personal, notices: known })) };
  const used = new Set<string>();
  const guess = dataOf(press, job, { lang, personal });
  const html = fill(guess, (name) => used.add(name));
  const standing = standingOfTexts(press.strings(lang).value.reviews, used);
  press.standings.set(key, standing);
  const isRight = standing.draft === guess.draft && standing.stale === guess.stale;
  return {
    standing,
    html: isRight ? html : fill({ ...guess, draft: standing.draft, stale: standing.stale }),
  };
}

type Addition = Readonly<{ job: Job; personal: PersonalDetails | undefined; bilingual: string }>;

/** Sets a second language beside the first. */
function addLanguage(
  { value: first, problems }: Staged<WrittenDocument | undefined>,
  press: Press,
  { job, personal, bilingual }: Addition,
): Staged<WrittenDocument | undefined> {
  if (first === undefined) return { value: undefined, problems };
  const parsing = { firstId: lastId(first.document) + 1 };
  const second = writeDocument(press, job, { lang: bilingual, personal, parsing });
  const all = [...problems, ...second.problems];
  if (second.value === undefined) return { value: undefined, problems: all };
  const document = besideEachOther(first.document, second.value.document);
  const standing = worseOf(first.standing, second.value.standing);
  const standings = new Map([...first.standings, ...second.value.standings]);
  return { value: { html: first.html + second.value.html, document, standing, standings }, problems: all };
}

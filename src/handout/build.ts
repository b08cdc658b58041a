import type { FormatName } from '../base/format.js';
import type { PaperName } from '../base/paper.js';
import type { VariantName } from '../base/variant.js';
import { hasErrors } from '../base/problem.js';
import type { Problem, Staged } from '../base/problem.js';
import { isPseudoLanguage } from '../content/pseudo.js';
import type { Translator } from '../content/translate.js';
import type { DocumentNode } from '../document/node.js';
import type { LaidOutDocument } from '../layout/page.js';
import type { Brand } from '../workspace/brand.js';
import type { Series, SeriesHandout } from '../workspace/series.js';
import type { Workspace } from '../workspace/workspace.js';
import { findTopic } from './data.js';
import type { Press } from './press.js';
import { pressOf } from './press-of.js';
import { findTreatment } from './find-treatment.js';
import type { Letter } from './letter.js';
import { handoutNames, otherTreatments, visitName } from './names.js';
import { dataOf, readHandout } from './read.js';
import type { Job, ReadHandout } from './read.js';
import { listReminders, type Reminder } from './reminders.js';
import type { HandoutRequest } from './request.js';
import type { SetHandout } from './set.js';
import { originalStanding, standingOfTexts, worseOf, type HandoutState } from './standing.js';
import { soleTreatment, type Treatment } from './treatment.js';
import { unknownName } from './unknown-name.js';

/** A handout in one format. */
export type HandoutFile = Readonly<{ format: FormatName; bytes: Uint8Array }>;

/** A finished handout. */
export type Handout = Readonly<{
  /** Series and topic, such as `microneedling/aftercare`. */
  id: string;
  /** BCP 47 tag. */
  lang: string;
  title: string;
  paper: PaperName;
  variants: readonly VariantName[];
  /** BCP 47 tag of the language beside `lang`, if there is one. */
  bilingual: string | undefined;
  /** How many pages the PDF has; 0 without one. */
  pageCount: number;
  /** The whole PDF file, PDF/UA-1 and PDF/A-2a; empty when the request's formats leave it out. */
  pdf: Uint8Array;
  /** The files in the formats that were asked for, each whole, in that order. */
  files: readonly HandoutFile[];
  /** The version of the series. */
  version: string;
  /** How far its texts are reviewed: as far as the least of them. Below `reviewed` its pages say so; the source is the original. */
  state: HandoutState;
  /** The letter of an e-mail, if it was asked for. Its texts count in `state` too. */
  letter?: Letter;
}>;

/** A finished handout with what the stages made on the way, for whoever judges it. */
export type MadeHandout = Readonly<{
  handout: Handout;
  read: ReadHandout;
  /** What the letter of an e-mail says itself; undefined where none was asked for. */
  letterDocument: DocumentNode | undefined;
  /** Its pages; undefined where no PDF was asked for. */
  laidOut: LaidOutDocument | undefined;
  brand: Brand;
  series: Series;
  topic: SeriesHandout;
  /** The aftercare of its series, or of all the series of its visit. */
  treatment: Treatment;
  /** The texts of one of its languages, or of the source language. */
  translator(lang: string): Translator;
}>;

/**
 * Makes one handout: strings and templates become a document, the document becomes pages, the pages become a PDF.
 * @returns the handout, or nothing when there is an error among the problems; reports what the stages report, and
 *   `workspace/unknown-handout`, `workspace/unknown-language`, `workspace/unknown-brand`, and what `findTreatment` reports
 * @throws Error only when an installed package is damaged or missing
 */
export async function buildHandout(
  workspace: Workspace,
  request: HandoutRequest,
): Promise<Staged<Handout | undefined>> {
  const { value, problems } = await makeHandout(workspace, request);
  return { value: value?.handout, problems };
}

/** Does what `buildHandout` does, and returns what the stages made too. */
export async function makeHandout(
  workspace: Workspace,
  request: HandoutRequest,
): Promise<Staged<MadeHandout | undefined>> {
  const found = findJob(workspace, request);
  if (found.value === undefined) return { value: undefined, problems: found.problems };
  const job = withPolicy(found.value, workspace);
  const press = pressOf(workspace);
  const formats = [...new Set(request.formats ?? (['pdf'] as const))];
  const { read, pdf, laidOut } = formats.includes('pdf')
    ? await makePages(press, job)
    : {
        read: await readHandout(press, job, { personal: request.personal }),
        pdf: new Uint8Array(),
        laidOut: undefined,
      };
  if (read.value === undefined || hasErrors(read.problems))
    return { value: undefined, problems: read.problems };
  const { lang, paper, brand, series, topic } = job;
  const files = await makeFiles(formats, { read: read.value, pdf, job, press });
  const letter = await letterOf(press, job, read.value);
  const problems = [...read.problems, ...(letter?.problems ?? [])];
  if (hasErrors(problems)) return { value: undefined, problems };
  const { state } = worseOf(read.value.standing, letter?.value.standing ?? originalStanding);
  const pageCount = laidOut?.pages.length ?? 0;
  const handout: Handout = {
    ...{ id: request.handout, lang, title: read.value.document.title, paper, pageCount },
    variants: request.variants ?? [],
    bilingual: request.bilingual,
    ...{ pdf, files, version: series.version, state },
    ...(letter && { letter: letter.value.letter }),
  };
  return {
    value: {
      ...{ handout, read: read.value, laidOut, brand, series, topic },
      letterDocument: letter?.value.document,
      treatment: job.treatment ?? soleTreatment(series),
      translator: (language) => press.strings(language).value.translator,
    },
    problems,
  };
}

/** A handout that the policy refuses shares nothing with one that was allowed. */
function withPolicy(job: Job, { config: { review } }: Workspace): Job {
  const key = `${job.key} ${review.build}`;
  return job.request.allowDrafts === true ? job : { ...job, key, policy: review };
}

/** Runs the stages up to the pages, and returns what each made. Reports what `buildHandout` reports. */
export async function inspectHandout(
  workspace: Workspace,
  request: HandoutRequest,
): Promise<Staged<SetHandout | undefined>> {
  const job = findJob(workspace, request);
  if (job.value === undefined) return { value: undefined, problems: job.problems };
  const { setHandout } = await import('./set.js');
  return setHandout(pressOf(workspace), job.value, { personal: request.personal });
}

/** A handout as read, and as printed if it was. */
type PrintedHandout = Readonly<{
  read: Staged<ReadHandout | undefined>;
  pdf: Uint8Array;
  laidOut: LaidOutDocument | undefined;
}>;

/** Layout, fonts and PDF writing are loaded only here, since a web page needs none of them. */
async function makePages(press: Press, job: Job): Promise<PrintedHandout> {
  const { printCopy, printGeneral } = await import('./print.js');
  const { personal } = job.request;
  const { set, pdf } = await (personal ? printCopy(press, job, personal) : printGeneral(press, job));
  return { read: set, pdf, laidOut: set.value?.laidOut };
}

async function makeFiles(
  formats: readonly FormatName[],
  { read, pdf, job, press }: Readonly<{ read: ReadHandout; pdf: Uint8Array; job: Job; press: Press }>,
): Promise<readonly HandoutFile[]> {
  const files: HandoutFile[] = [];
  for (const format of formats) {
    if (format === 'pdf') {
      files.push({ format, bytes: pdf });
    } else {
      const { publish } = await import('./publish.js');
      files.push({ format, bytes: await publish(format, read, { job, press }) });
    }
  }
  return files;
}

async function letterOf(press: Press, job: Job, read: ReadHandout) {
  const { letter } = job.request;
  if (letter === undefined) return undefined;
  const { writeLetter } = await import('./letter.js');
  return writeLetter(press, job, { wanted: letter, read });
}

/** What a copy with a treatment date reminds of, and the title of its handout. */
export type HandoutReminders = Readonly<{ title: string; reminders: readonly Reminder[] }>;

/**
 * Lists what a handout asks for on which day; without a treatment date only the next appointment has one.
 * @returns nothing when there is an error among the problems; reports what `buildHandout` does about the request and about strings
 */
export function remindersOf(
  workspace: Workspace,
  request: HandoutRequest,
): Staged<HandoutReminders | undefined> {
  const { value: job, problems } = findJob(workspace, request);
  if (job === undefined) return { value: undefined, problems };
  const press = pressOf(workspace);
  const strings = press.strings(job.lang);
  const { translator } = strings.value;
  const titleName = `${job.series.id}:${job.topic.id}.title`;
  const listed = listReminders(dataOf(press, job, { lang: job.lang, personal: request.personal }), {
    translator,
    noticesOf: (names) => standingOfTexts(strings.value.reviews, [titleName, ...names]),
  });
  const title = translator.text(titleName, {}, () => undefined);
  const found = [...strings.problems, ...listed.problems];
  return { value: hasErrors(found) ? undefined : { title, reminders: listed.value }, problems: found };
}

function findJob(workspace: Workspace, request: HandoutRequest): Staged<Job | undefined> {
  const {
    lang,
    bilingual,
    paper = workspace.config.paper,
    brand: brandId = workspace.config.brand,
  } = request;
  const { variants = [] } = request;
  const names = handoutNames(workspace);
  const [seriesId = '', topicId = ''] = names.includes(request.handout) ? request.handout.split('/') : [];
  const series = workspace.series.get(seriesId);
  const topic = series && findTopic(series, topicId);
  const brand = workspace.brands.get(brandId);
  const problems: Problem[] = [];
  if (topic === undefined) problems.push(unknownName('workspace/unknown-handout', request.handout, names));
  for (const each of bilingual === undefined ? [lang] : [lang, bilingual]) {
    if (workspace.languages.includes(each) || isPseudoLanguage(each)) continue;
    problems.push(unknownName('workspace/unknown-language', each, workspace.languages));
  }
  if (brand === undefined)
    problems.push(unknownName('workspace/unknown-brand', brandId, [...workspace.brands.keys()]));
  if (series === undefined || topic === undefined || brand === undefined || problems.length > 0) {
    return { value: undefined, problems };
  }
  const treatment = findTreatment(workspace, request, { series, topic });
  if (hasErrors(treatment.problems)) return { value: undefined, problems: treatment.problems };
  const visit = { ...request, treatments: otherTreatments(workspace, request) };
  const key = [visitName(visit), lang, bilingual, brandId, paper, ...variants].join(' ');
  const merged = treatment.value && { treatment: treatment.value };
  return { value: { key, request, lang, paper, brand, series, topic, ...merged }, problems };
}

import type { PaperName } from '../base/paper.js';
import { hasErrors } from '../base/problem.js';
import type { Problem, Staged } from '../base/problem.js';
import type { Workspace } from '../workspace/workspace.js';
import { findTopic } from './data.js';
import { startEngine } from './engine.js';
import type { Engine } from './engine.js';
import { openPress, SOURCE_LANGUAGE } from './press.js';
import type { Press } from './press.js';
import { handoutNames, otherTreatments, visitName } from './names.js';
import { printCopy, printGeneral } from './print.js';
import type { HandoutRequest } from './request.js';
import { listReminders, type Reminder } from './reminders.js';
import { dataOf, setHandout } from './set.js';
import type { Job, SetHandout } from './set.js';
import { findTreatment } from './find-treatment.js';
import { unknownName } from './unknown-name.js';

/** A finished handout. */
export type Handout = Readonly<{
  /** Series and topic, such as `microneedling/aftercare`. */
  id: string;
  /** BCP 47 tag. */
  lang: string;
  title: string;
  paper: PaperName;
  pageCount: number;
  /** The whole PDF file, PDF/UA-1 and PDF/A-2a. */
  pdf: Uint8Array;
  /** The version of the series. */
  version: string;
  /** A translation that no qualified person has reviewed is a draft, and says so on its pages; the source is the original. */
  state: 'draft' | 'original';
}>;

/** One process has one engine, so that no font is opened twice; a press lives as long as its workspace. */
const presses = new WeakMap<Workspace, Press>();
let engine: Engine | undefined;

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
  const press = pressOf(workspace);
  const job = findJob(workspace, request);
  if (job.value === undefined) return { value: undefined, problems: job.problems };
  const { personal } = request;
  const printed = await (personal ? printCopy(press, job.value, personal) : printGeneral(press, job.value));
  const { set, pdf } = printed;
  if (set.value === undefined || hasErrors(set.problems)) return { value: undefined, problems: set.problems };
  const { lang, paper, series } = job.value;
  const { document, pages } = set.value.laidOut;
  const state = lang === SOURCE_LANGUAGE ? 'original' : 'draft';
  const handout: Handout = {
    ...{ id: request.handout, lang, title: document.title, paper, pageCount: pages.length },
    ...{ pdf, version: series.version, state },
  };
  return { value: handout, problems: set.problems };
}

/** Runs the stages up to the pages, and returns what each made. Reports what `buildHandout` reports. */
export async function inspectHandout(
  workspace: Workspace,
  request: HandoutRequest,
): Promise<Staged<SetHandout | undefined>> {
  const job = findJob(workspace, request);
  if (job.value === undefined) return { value: undefined, problems: job.problems };
  return setHandout(pressOf(workspace), job.value, { personal: request.personal });
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
  const listed = listReminders(dataOf(press, job, request.personal), translator);
  const title = translator.text(`${job.series.id}:${job.topic.id}.title`, {}, () => undefined);
  const found = [...strings.problems, ...listed.problems];
  return { value: hasErrors(found) ? undefined : { title, reminders: listed.value }, problems: found };
}

function pressOf(workspace: Workspace): Press {
  let press = presses.get(workspace);
  if (press === undefined) presses.set(workspace, (press = openPress(workspace, (engine ??= startEngine()))));
  return press;
}

function findJob(workspace: Workspace, request: HandoutRequest): Staged<Job | undefined> {
  const { lang, paper = workspace.config.paper, brand: brandId = workspace.config.brand } = request;
  const names = handoutNames(workspace);
  const [seriesId = '', topicId = ''] = names.includes(request.handout) ? request.handout.split('/') : [];
  const series = workspace.series.get(seriesId);
  const topic = series && findTopic(series, topicId);
  const brand = workspace.brands.get(brandId);
  const problems: Problem[] = [];
  if (topic === undefined) problems.push(unknownName('workspace/unknown-handout', request.handout, names));
  if (!workspace.languages.includes(lang))
    problems.push(unknownName('workspace/unknown-language', lang, workspace.languages));
  if (brand === undefined)
    problems.push(unknownName('workspace/unknown-brand', brandId, [...workspace.brands.keys()]));
  if (series === undefined || topic === undefined || brand === undefined || problems.length > 0) {
    return { value: undefined, problems };
  }
  const treatment = findTreatment(workspace, request, { series, topic });
  if (hasErrors(treatment.problems)) return { value: undefined, problems: treatment.problems };
  const visit = { ...request, treatments: otherTreatments(workspace, request) };
  const key = `${visitName(visit)} ${lang} ${brandId} ${paper}`;
  const merged = treatment.value && { treatment: treatment.value };
  return { value: { key, request, lang, paper, brand, series, topic, ...merged }, problems };
}

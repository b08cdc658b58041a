import { nearestName } from '../base/nearest.js';
import { paperSizes } from '../base/paper.js';
import type { PaperName } from '../base/paper.js';
import { hasErrors } from '../base/problem.js';
import type { Problem, Staged } from '../base/problem.js';
import type { DocumentNode } from '../document/node.js';
import { parseDocument } from '../document/parse.js';
import { layOut } from '../layout/layout.js';
import type { LaidOutDocument } from '../layout/page.js';
import type { PdfFacts } from '../pdf/write.js';
import { renderTemplate } from '../template/render.js';
import type { Brand } from '../workspace/brand.js';
import type { Series, SeriesHandout } from '../workspace/series.js';
import type { Workspace } from '../workspace/workspace.js';
import { findTopic, prepareData } from './data.js';
import { startEngine } from './engine.js';
import type { Engine } from './engine.js';
import { loadImages } from './images.js';
import { locateMissingGlyphs } from './locate.js';
import { openPress, SOURCE_LANGUAGE } from './press.js';
import type { Press } from './press.js';
import { handoutNames } from './names.js';
import type { HandoutRequest, PersonalDetails } from './request.js';
import { placed, templatePlace, templateStart, withoutFollowUps } from './template-problems.js';

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

/** What every stage before the PDF made of a handout, for inspection. */
export type SetHandout = Readonly<{ html: string; document: DocumentNode; laidOut: LaidOutDocument }>;

/** One process has one engine, so that no font is opened twice; a press lives as long as its workspace. */
const presses = new WeakMap<Workspace, Press>();
let engine: Engine | undefined;

/**
 * Makes one handout: strings and templates become a document, the document becomes pages, the pages become a PDF.
 * @returns the handout, or nothing when there is an error among the problems; reports what the stages report, and
 *   `workspace/unknown-handout`, `workspace/unknown-language` and `workspace/unknown-brand`
 * @throws Error only when an installed package is damaged or missing
 */
export async function buildHandout(
  workspace: Workspace,
  request: HandoutRequest,
): Promise<Staged<Handout | undefined>> {
  const press = pressOf(workspace);
  const job = findJob(workspace, request);
  if (job.value === undefined) return { value: undefined, problems: job.problems };
  const set = await setHandout(press, job.value, request.personal);
  if (set.value === undefined || hasErrors(set.problems)) return { value: undefined, problems: set.problems };
  const pdf = await writeHandout(press, job.value, {
    laidOut: set.value.laidOut,
    personal: request.personal,
  });
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
  return setHandout(pressOf(workspace), job.value, request.personal);
}

function pressOf(workspace: Workspace): Press {
  let press = presses.get(workspace);
  if (press === undefined) presses.set(workspace, (press = openPress(workspace, (engine ??= startEngine()))));
  return press;
}

/** A request with its names resolved. */
type Job = Readonly<{
  key: string;
  request: HandoutRequest;
  lang: string;
  paper: PaperName;
  brand: Brand;
  series: Series;
  topic: SeriesHandout;
}>;

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
  const key = `${request.handout} ${lang} ${brandId} ${paper}`;
  return { value: { key, request, lang, paper, brand, series, topic }, problems };
}

type UnknownName = 'workspace/unknown-handout' | 'workspace/unknown-language' | 'workspace/unknown-brand';

function unknownName(code: UnknownName, name: string, known: readonly string[]): Problem {
  const near = nearestName(name, known);
  return {
    code,
    severity: 'error',
    message: `There is no ${code.slice('workspace/unknown-'.length)} "${name}".`,
    hint: near === undefined ? `There are: ${known.join(', ')}.` : `Did you mean "${near}"?`,
  };
}

async function setHandout(
  press: Press,
  job: Job,
  personal: PersonalDetails | undefined,
): Promise<Staged<SetHandout | undefined>> {
  const { lang, paper, brand, series, topic, request } = job;
  const templates = press.templates();
  const strings = press.strings(lang);
  const { translator } = strings.value;
  const before = [...templates.problems, ...strings.problems, ...press.contrast(brand)];
  const parts = {
    series,
    topic,
    brand,
    languages: press.workspace.languages,
    sourceLang: SOURCE_LANGUAGE,
    paper,
  };
  const { personal: _, ...general } = request;
  const data = prepareData(parts, personal === undefined ? general : { ...general, personal });
  const html = renderTemplate(templates.value, topic.template, { data, translator, namespace: series.id });
  const afterHtml = [
    ...before,
    ...placed(
      withoutFollowUps(html.problems, strings.problems),
      templatePlace(press.workspace, series, topic),
    ),
  ];
  if (hasErrors(afterHtml)) return { value: undefined, problems: afterHtml };
  const document = parseDocument(html.value, templates.value.files);
  const faults = placed(document.problems, templateStart(press.workspace, topic.template));
  const images = await loadImages(document.value, press, brand);
  const context = {
    theme: press.theme(brand, { lang, paper }),
    size: paperSizes[paper],
    typesetter: press.engine.typesetter,
    images: images.value,
  };
  const laidOut = layOut(document.value, context);
  const found = locateMissingGlyphs(laidOut.problems, {
    catalogue: strings.value.catalogue,
    lang,
    isPersonal: personal !== undefined,
  });
  return {
    value: { html: html.value, document: document.value, laidOut: laidOut.value },
    problems: [...afterHtml, ...faults, ...images.problems, ...found],
  };
}

type Writing = Readonly<{ laidOut: LaidOutDocument; personal: PersonalDetails | undefined }>;

/**
 * Writes the PDF. A personalised copy is written with the fonts of the general handout, which is therefore set first,
 * whether or not anyone asked for it: so a copy has the same bytes in a batch and alone.
 */
async function writeHandout(press: Press, job: Job, { laidOut, personal }: Writing): Promise<Uint8Array> {
  const { writer } = press.engine;
  const facts: PdfFacts = { author: job.brand.name, date: new Date(`${job.series.reviewed}T00:00:00Z`) };
  if (personal === undefined) {
    const { bytes, edition } = writer.writeGeneral(laidOut, facts);
    press.editions.set(job.key, edition);
    return bytes;
  }
  let edition = press.editions.get(job.key);
  if (edition === undefined) {
    const general = await setHandout(press, job, undefined);
    edition = writer.writeGeneral(
      general.value?.laidOut ?? { ...laidOut, pages: [], headings: [] },
      facts,
    ).edition;
    press.editions.set(job.key, edition);
  }
  return writer.writeCopy(laidOut, facts, edition);
}

import type { PaperName } from '../base/paper.js';
import { hasErrors } from '../base/problem.js';
import type { Staged } from '../base/problem.js';
import type { DocumentNode } from '../document/node.js';
import { parseDocument } from '../document/parse.js';
import type { BlockMemory } from '../document/parse.js';
import { renderTemplate } from '../template/render.js';
import type { Brand } from '../workspace/brand.js';
import type { Series, SeriesHandout } from '../workspace/series.js';
import { prepareData } from './data.js';
import { loadImages } from './images.js';
import type { LoadedImages } from './images.js';
import { SOURCE_LANGUAGE } from './press.js';
import type { Press } from './press.js';
import type { HandoutRequest, PersonalDetails } from './request.js';
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
}>;

/** What every stage before the layout made of a handout: all that it says, in no format yet. */
export type ReadHandout = Readonly<{ html: string; document: DocumentNode; images: LoadedImages }>;

/** Whom a handout is read for, and what the general handout and its copies share. */
export type Reader = Readonly<{
  personal?: PersonalDetails | undefined;
  blocks?: BlockMemory | undefined;
  /** Whether this is the general handout, which fills the memory. */
  isGeneral?: boolean;
}>;

/** Runs the stages up to the document and its pictures. Reports what they report. */
export async function readHandout(
  press: Press,
  job: Job,
  { personal, blocks, isGeneral = false }: Reader,
): Promise<Staged<ReadHandout | undefined>> {
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
  const document = parseDocument(html.value, templates.value.files, {
    isGeneral,
    ...(blocks && { memory: blocks }),
  });
  const faults = placed(document.problems, templateStart(press.workspace, topic.template));
  const images = await loadImages(document.value, press, brand);
  return {
    value: { html: html.value, document: document.value, images: images.value },
    problems: [...afterHtml, ...faults, ...images.problems],
  };
}

import { paperSizes } from '../base/paper.js';
import type { PaperName } from '../base/paper.js';
import { hasErrors } from '../base/problem.js';
import type { Staged } from '../base/problem.js';
import type { DocumentNode } from '../document/node.js';
import { parseDocument } from '../document/parse.js';
import { layOut } from '../layout/layout.js';
import type { LaidOutDocument } from '../layout/page.js';
import { renderTemplate } from '../template/render.js';
import type { Brand } from '../workspace/brand.js';
import type { Series, SeriesHandout } from '../workspace/series.js';
import { prepareData, type HandoutData } from './data.js';
import { loadImages } from './images.js';
import { locateMissingGlyphs } from './locate.js';
import { SOURCE_LANGUAGE } from './press.js';
import type { Edition, Press } from './press.js';
import type { HandoutRequest, PersonalDetails } from './request.js';
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
}>;

/** What every stage before the PDF made of a handout, for inspection. */
export type SetHandout = Readonly<{ html: string; document: DocumentNode; laidOut: LaidOutDocument }>;

/** Whom a handout is set for, and what the general handout and its copies share. */
export type Setting = Readonly<{
  personal?: PersonalDetails | undefined;
  edition?: Pick<Edition, 'blocks' | 'layout'>;
  /** Whether this is the general handout, which fills the edition. */
  isGeneral?: boolean;
}>;

/** What the templates of a job's handout may show. */
export function dataOf({ workspace }: Press, job: Job, personal: PersonalDetails | undefined): HandoutData {
  const { brand, paper, series, topic, request, treatment = soleTreatment(series) } = job;
  const { languages } = workspace;
  const parts = { series, treatment, topic, brand, languages, sourceLang: SOURCE_LANGUAGE, paper };
  const { personal: _, ...general } = request;
  return prepareData(parts, personal === undefined ? general : { ...general, personal });
}

/** Runs the stages up to the pages. Reports what they report. */
export async function setHandout(
  press: Press,
  job: Job,
  { personal, edition, isGeneral = false }: Setting,
): Promise<Staged<SetHandout | undefined>> {
  const { lang, paper, brand, series, topic } = job;
  const { typesetter } = press.engine;
  const templates = press.templates();
  const strings = press.strings(lang);
  const { translator } = strings.value;
  const before = [...templates.problems, ...strings.problems, ...press.contrast(brand)];
  const data = dataOf(press, job, personal);
  const html = renderTemplate(templates.value, topic.template, {
    data,
    translator,
    namespace: series.id,
    furtherNamespaces: data.treatments.filter((namespace) => namespace !== series.id),
  });
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
    ...(edition && { memory: edition.blocks }),
  });
  const faults = placed(document.problems, templateStart(press.workspace, topic.template));
  const images = await loadImages(document.value, press, brand);
  const context = {
    theme: press.theme(brand, { lang, paper }),
    size: paperSizes[paper],
    typesetter: personal ? typesetter.forCopy() : typesetter,
    images: images.value,
    ...(edition && { sharing: { memory: edition.layout, isGeneral } }),
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

import { paperSizes } from '../base/paper.js';
import type { PaperName } from '../base/paper.js';
import { hasErrors } from '../base/problem.js';
import type { Staged } from '../base/problem.js';
import type { DocumentNode } from '../document/node.js';
import { parseDocument } from '../document/parse.js';
import type { ParseOptions } from '../document/parse.js';
import { bookletPageSize, imposeBooklet } from '../layout/booklet.js';
import { layOut } from '../layout/layout.js';
import type { LaidOutDocument } from '../layout/page.js';
import { renderTemplate } from '../template/render.js';
import type { Brand } from '../workspace/brand.js';
import type { Series, SeriesHandout } from '../workspace/series.js';
import { besideEachOther, lastId } from './bilingual.js';
import { prepareData } from './data.js';
import { loadImages } from './images.js';
import { locateMissingGlyphs } from './locate.js';
import { SOURCE_LANGUAGE } from './press.js';
import type { Edition, Press } from './press.js';
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

/** What every stage before the PDF made of a handout, for inspection. */
export type SetHandout = Readonly<{ html: string; document: DocumentNode; laidOut: LaidOutDocument }>;

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
  const { lang, paper, brand, request } = job;
  const { variants = [], bilingual } = request;
  const { typesetter } = press.engine;
  // Blocks that are paired are made anew for every copy, so there is nothing to share.
  const shared = bilingual === undefined ? edition : undefined;
  const parsing = { isGeneral, ...(shared && { memory: shared.blocks }) };
  const written = writeDocument(press, job, { lang, personal, parsing });
  const both = bilingual === undefined ? written : addLanguage(written, press, { job, personal, bilingual });
  if (both.value === undefined) return { value: undefined, problems: both.problems };
  const { html, document } = both.value;
  const look = press.variantOf(brand, variants);
  const inGrey = variants.includes('greyscale');
  const images = await loadImages(document, press, { brand: look, inGrey });
  const isBooklet = variants.includes('booklet');
  const laidOut = layOut(document, {
    theme: press.theme(look, { lang, paper: isBooklet ? 'a5' : paper }),
    size: isBooklet ? bookletPageSize(paperSizes[paper]) : paperSizes[paper],
    typesetter: personal ? typesetter.forCopy() : typesetter,
    images: images.value,
    ...(shared && { sharing: { memory: shared.layout, isGeneral } }),
  });
  const languages = bilingual === undefined ? [lang] : [lang, bilingual];
  const strings = languages.map((each) => ({ lang: each, catalogue: press.strings(each).value.catalogue }));
  const found = locateMissingGlyphs(laidOut.problems, { strings, isPersonal: personal !== undefined });
  return {
    value: { html, document, laidOut: isBooklet ? imposeBooklet(laidOut.value) : laidOut.value },
    problems: [...both.problems, ...images.problems, ...found],
  };
}

type WrittenDocument = Readonly<{ html: string; document: DocumentNode }>;

type Writing = Readonly<{ lang: string; personal: PersonalDetails | undefined; parsing: ParseOptions }>;

/** Fills the template in one language and reads what it gives. */
function writeDocument(
  press: Press,
  { brand, series, topic, paper, request }: Job,
  { lang, personal, parsing }: Writing,
): Staged<WrittenDocument | undefined> {
  const templates = press.templates();
  const strings = press.strings(lang);
  const { workspace } = press;
  const languages = workspace.languages;
  const parts = { series, topic, brand, languages, sourceLang: SOURCE_LANGUAGE, paper };
  const { personal: _, ...general } = request;
  const data = prepareData(parts, { ...general, lang, ...(personal && { personal }) });
  const { translator } = strings.value;
  const html = renderTemplate(templates.value, topic.template, { data, translator, namespace: series.id });
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
  return { value: { html: html.value, document: document.value }, problems: [...problems, ...faults] };
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
  return { value: { html: first.html + second.value.html, document }, problems: all };
}

import type { Direction } from '../base/direction.js';
import type { PaperName } from '../base/paper.js';
import { directionOf, languageName, ownLanguageName } from '../content/locale.js';
import type { Brand } from '../workspace/brand.js';
import type { Series, SeriesHandout } from '../workspace/series.js';
import { dateAfter, dayOf, durationOf, type Duration } from './calendar.js';
import type { HandoutRequest } from './request.js';
import type { Notices } from './standing.js';
import { soleTreatment, type Treatment, type TreatmentRule } from './treatment.js';

/** The parts of a workspace that one handout is made from. */
export type HandoutParts = Readonly<{
  series: Series;
  /** The aftercare of several treatments in one; without it that of the series. */
  treatment?: Treatment;
  /** The topic or sheet that is wanted, one of the series'. */
  topic: SeriesHandout;
  brand: Brand;
  /** Every language that handouts are made in. */
  languages: readonly string[];
  /** Those that pages name as other languages. */
  namedLanguages: readonly string[];
  /** The language the strings were written in first. */
  sourceLang: string;
  /** Which notices the pages show; without it a translation counts as a draft, as long as nobody has looked it up. */
  notices?: Notices | undefined;
  paper: PaperName;
}>;

/** One aftercare rule as templates see it. Dates are `YYYY-MM-DD`, and undefined without a treatment date. */
export type RuleData = Readonly<{
  id: string;
  /** The namespace of the rule's words. */
  namespace: string;
  /** The namespaces of the treatments that ask for it; empty where all do. */
  askedBy: readonly string[];
  action: TreatmentRule['action'];
  subject: string;
  /** Key of the reason. */
  why: string;
  phases: readonly string[];
  /** The item of the aftercare handout under which the rule stands. */
  step: string;
  from: Duration | undefined;
  until: Duration | undefined;
  fromDate: string | undefined;
  /** The last day on which the rule holds. */
  untilDate: string | undefined;
}>;

/** A stretch of the timeline as templates see it; the first and last day are dates, as in `RuleData`. */
export type PhaseData = Readonly<{
  id: string;
  /** The namespaces of the treatments that have words for it. */
  namespaces: readonly string[];
  firstDate: string | undefined;
  lastDate: string | undefined;
}>;

/** Everything a template may show. Every property is there, `undefined` where there is nothing to show. */
export type HandoutData = Readonly<{
  lang: string;
  dir: Direction;
  paper: PaperName;
  /** Whether some string is a translation that nobody qualified has reviewed. */
  draft: boolean;
  /** Whether the source of some string has changed since it was translated. */
  stale: boolean;
  language: LanguageData;
  /** The languages that are named as those the handout can be had in too. */
  otherLanguages: readonly LanguageData[];
  /** Whether it can be had in still more. */
  hasMoreLanguages: boolean;
  series: SeriesData;
  /** The namespaces of everything the patient was treated with; `series.title` there is its name. */
  treatments: readonly string[];
  topic: TopicData;
  rules: RulesData;
  phases: readonly PhaseData[];
  brand: BrandData;
  personal: PersonalData;
  online: Readonly<{ address: string }>;
}>;

/** A language as templates see it. */
export type LanguageData = Readonly<{
  lang: string;
  dir: Direction;
  /** Its name in itself. */
  name: string;
  /** Its name in English, so that staff know it. */
  englishName: string;
}>;

type SeriesData = Readonly<{
  id: string;
  version: string;
  reviewed: string;
  nextReview: string;
  normalFor: Duration;
  normalSigns: readonly string[];
  callSigns: readonly string[];
  urgentSigns: readonly string[];
  tellUsBefore: readonly string[];
}>;

type TopicData = Readonly<{
  id: string;
  /** Its whole name, series and topic, which stands on every page. */
  handout: string;
  kind: SeriesHandout['kind'];
  items: readonly string[];
  /** The items with the aftercare rules that stand under each. */
  steps: readonly StepData[];
}>;

type StepData = Readonly<{ id: string; do: readonly RuleData[]; avoid: readonly RuleData[] }>;

type RulesData = Readonly<{
  do: readonly RuleData[];
  avoid: readonly RuleData[];
  /** What to do on the day of the treatment. */
  today: readonly RuleData[];
  /** Keys of the sources' labels, each once. */
  sources: readonly string[];
  /** Whether some rule still waits for the clinic's review. */
  unreviewed: boolean;
}>;

type BrandData = Readonly<{
  name: string;
  tagline: string | undefined;
  logo: string;
  contact: Readonly<{
    phone: string;
    phoneLink: string;
    afterHoursPhone: string;
    afterHoursPhoneLink: string;
    emergency: string;
    emergencyLink: string;
    email: string | undefined;
    website: string;
    address: readonly string[];
    hours: string;
  }>;
}>;

type PersonalData = Readonly<{
  firstName: string | undefined;
  treatmentDate: string | undefined;
  nextAppointment: string | undefined;
  clinician: string | undefined;
  /** The paragraphs of a free note. */
  note: readonly string[] | undefined;
}>;

/** Finds a topic or a sheet of a series. */
export function findTopic(series: Series, id: string): SeriesHandout | undefined {
  return [...series.topics, ...series.sheets].find((topic) => topic.id === id);
}

/** Prepares what the templates of one handout may show. It is a pure function: the same input gives the same data. */
export function prepareData(parts: HandoutParts, request: HandoutRequest): HandoutData {
  const { series, topic, brand, treatment = soleTreatment(series) } = parts;
  const treatmentDate = request.personal?.treatmentDate;
  const rules = treatment.rules.map((rule) => ruleData(rule, treatmentDate));
  return {
    lang: request.lang,
    dir: directionOf(request.lang),
    paper: parts.paper,
    draft: parts.notices?.draft ?? request.lang !== parts.sourceLang,
    stale: parts.notices?.stale ?? false,
    ...languagesData(parts, request.lang),
    series: seriesData(treatment),
    treatments: treatment.namespaces,
    topic: topicData(series.id, topic, rules),
    rules: rulesData(treatment.rules, rules),
    phases: treatment.phases.map(({ id, namespaces, firstDay, lastDay }) => ({
      id,
      namespaces,
      firstDate: dateAfter(treatmentDate, firstDay),
      lastDate: dateAfter(treatmentDate, lastDay),
    })),
    brand: brandData(brand),
    personal: {
      firstName: request.personal?.firstName,
      treatmentDate,
      nextAppointment: request.personal?.nextAppointment,
      clinician: request.personal?.clinician,
      note: request.personal?.note?.split('\n').filter((line) => line.trim() !== ''),
    },
    online: { address: onlineAddress(brand, `${series.id}/${topic.id}`, request.lang) },
  };
}

function languagesData(
  { languages, namedLanguages }: HandoutParts,
  lang: string,
): Pick<HandoutData, 'language' | 'otherLanguages' | 'hasMoreLanguages'> {
  const others = namedLanguages.filter((other) => other !== lang && languages.includes(other));
  const hasMoreLanguages = languages.some((other) => other !== lang && !others.includes(other));
  return { language: languageData(lang), otherLanguages: others.map(languageData), hasMoreLanguages };
}

function languageData(lang: string): LanguageData {
  return {
    lang,
    dir: directionOf(lang),
    name: ownLanguageName(lang),
    englishName: languageName(lang, 'en'),
  };
}

function seriesData(series: Treatment): SeriesData {
  const { id, version, reviewed, nextReview, normalSigns, callSigns, urgentSigns, tellUsBefore } = series;
  const normalFor = durationOf(series.normalFor);
  return { id, version, reviewed, nextReview, normalFor, normalSigns, callSigns, urgentSigns, tellUsBefore };
}

function topicData(
  series: string,
  { id, kind, items }: SeriesHandout,
  rules: readonly RuleData[],
): TopicData {
  const steps = items.map((item) => {
    const under = rules.filter((rule) => rule.step === item);
    return { id: item, do: withAction(under, 'do'), avoid: withAction(under, 'avoid') };
  });
  return { id, handout: `${series}/${id}`, kind, items, steps };
}

function withAction(rules: readonly RuleData[], action: RuleData['action']): readonly RuleData[] {
  return rules.filter((rule) => rule.action === action);
}

function rulesData(rules: readonly TreatmentRule[], prepared: readonly RuleData[]): RulesData {
  const toDo = withAction(prepared, 'do');
  return {
    do: toDo,
    avoid: withAction(prepared, 'avoid'),
    today: toDo.filter((rule) => rule.phases.includes('today')),
    sources: [...new Set(rules.flatMap((rule) => rule.sources))],
    unreviewed: rules.some((rule) => rule.signOff === 'not-yet-reviewed'),
  };
}

function ruleData(rule: TreatmentRule, treatmentDate: string | undefined): RuleData {
  const { id, namespace, askedBy, action, subject, why, phases, step, from, until } = rule;
  return {
    id,
    namespace,
    askedBy,
    action,
    subject,
    why,
    phases,
    step,
    from: from && durationOf(from),
    until: until && durationOf(until),
    fromDate: from && dateAfter(treatmentDate, dayOf(from)),
    untilDate: until && dateAfter(treatmentDate, dayOf(until)),
  };
}

function brandData({ name, tagline, logo, contact }: Brand): BrandData {
  return {
    name,
    tagline,
    logo,
    contact: {
      ...contact,
      email: contact.email,
      phoneLink: phoneLink(contact.phone),
      afterHoursPhoneLink: phoneLink(contact.afterHoursPhone),
      emergencyLink: phoneLink(contact.emergency),
    },
  };
}

/**
 * Of what parts a number only digits and the plus sign are kept, and no “(0)”, which isn't dialled after a country's code.
 * @see RFC 3966
 */
function phoneLink(phone: string): string {
  const dialled = phone.startsWith('+') ? phone.replace('(0)', '') : phone;
  return `tel:${dialled.replace(/[^+0-9]/g, '')}`;
}

function onlineAddress(brand: Brand, handout: string, lang: string): string {
  return `${brand.onlineUrl.replace(/\/+$/, '')}/${handout}?lang=${lang}`;
}

import { tokens } from '../style/tokens.js';
import { describe, expect, test } from 'vitest';
import { findTopic, prepareData, type HandoutData, type HandoutParts } from '../../src/handout/data.js';
import type { PersonalDetails } from '../../src/handout/request.js';
import type { Brand } from '../../src/workspace/brand.js';
import type { Series, SeriesHandout, SeriesRule } from '../../src/workspace/series.js';

const topic: SeriesHandout = {
  id: 'aftercare',
  template: 'topics/aftercare',
  kind: 'aftercare',
  items: ['a', 'b', 'c'],
  sides: 2,
};
const sheet: SeriesHandout = {
  id: 'take-home',
  template: 'sheets/take-home',
  kind: 'aftercare',
  items: [],
  sides: 2,
};

const makeup: SeriesRule = {
  id: 'makeup',
  action: 'avoid',
  subject: 'makeup',
  until: { hours: 24 },
  phases: ['today'],
  step: 'b',
  why: 'aftercare.items.a.text',
  source: { label: 'sources.advice' },
  signOff: 'reviewed',
};

const series: Series = {
  id: 'microneedling',
  version: '1.0',
  reviewed: '2026-01-15',
  nextReview: '2027-01-15',
  topics: [topic],
  sheets: [sheet],
  phases: [{ id: 'days-1-3', firstDay: 1, lastDay: 3 }],
  rules: [makeup],
  normalSigns: ['redness'],
  normalFor: { days: 7 },
  callSigns: ['pus'],
  urgentSigns: ['eyes'],
  tellUsBefore: ['keloids'],
};

const brand: Brand = {
  id: 'default',
  name: 'Lumen',
  logo: 'brands/default/logo.svg',
  ...tokens,
  contact: {
    phone: '+1 (202) 555-0142',
    afterHoursPhone: '202-555-0178',
    emergency: '911',
    website: 'https://lumen.example.org',
    address: ['24 Garden Row'],
    hours: 'clinic.hours',
  },
  onlineUrl: 'https://lumen.example.org/handouts/',
};

const languages = ['en', 'ar', 'es', 'tl'];
const namedLanguages = ['en', 'ar', 'ru'];
const parts: HandoutParts = {
  series,
  topic,
  brand,
  languages,
  namedLanguages,
  sourceLang: 'en',
  paper: 'a4',
};

function prepare(changes: Partial<HandoutParts>, personal?: PersonalDetails, lang = 'en'): HandoutData {
  const request = {
    handout: 'microneedling/aftercare',
    lang,
    ...(personal === undefined ? {} : { personal }),
  };
  return prepareData({ ...parts, ...changes }, request);
}

function withRules(...rules: readonly SeriesRule[]): Partial<HandoutParts> {
  return { series: { ...series, rules } };
}

describe('findTopic', () => {
  test('finds topics and sheets by id', () => {
    expect(findTopic(series, 'aftercare')).toBe(topic);
    expect(findTopic(series, 'take-home')).toBe(sheet);
    expect(findTopic(series, 'nonsense')).toBeUndefined();
  });
});

describe('dates', () => {
  test('a rule of 24 hours holds until the day after the treatment', () => {
    expect(prepare({}, { treatmentDate: '2026-03-10' }).rules.avoid[0]?.untilDate).toBe('2026-03-11');
  });

  test('a part of a day counts as a whole one, since the hour of the treatment is not known', () => {
    const data = prepare(withRules({ ...makeup, until: { hours: 30 } }), { treatmentDate: '2026-03-10' });
    expect(data.rules.avoid[0]?.untilDate).toBe('2026-03-12');
  });

  test('a rule of less than a day has no date', () => {
    const data = prepare(withRules({ ...makeup, from: { hours: 4 } }), { treatmentDate: '2026-03-10' });
    expect(data.rules.avoid[0]?.fromDate).toBeUndefined();
  });

  test('weeks are seven days, also over the end of a year', () => {
    const data = prepare(withRules({ ...makeup, until: { weeks: 2 } }), { treatmentDate: '2026-12-24' });
    expect(data.rules.avoid[0]?.untilDate).toBe('2027-01-07');
  });

  test('a change of the clocks neither adds nor loses a day', () => {
    const data = prepare(withRules({ ...makeup, until: { days: 7 } }), { treatmentDate: '2026-03-27' });
    expect(data.rules.avoid[0]?.untilDate).toBe('2026-04-03');
  });

  test('the phases of the timeline run from their first to their last day', () => {
    expect(prepare({}, { treatmentDate: '2028-02-27' }).phases).toEqual([
      { id: 'days-1-3', namespaces: ['microneedling'], firstDate: '2028-02-28', lastDate: '2028-03-01' },
    ]);
  });

  test('a treatment date that does not exist gives no dates', () => {
    for (const treatmentDate of ['2026-02-30', '2026-13-01', 'tomorrow', '2026-03-10T09:00']) {
      expect(prepare({}, { treatmentDate }).phases[0]?.firstDate).toBeUndefined();
    }
  });
});

describe('rules', () => {
  const wash: SeriesRule = {
    ...makeup,
    id: 'wash',
    action: 'do',
    from: { hours: 4 },
    signOff: 'not-yet-reviewed',
  };
  const cream: SeriesRule = { ...makeup, id: 'cream', action: 'do', phases: ['days-1-3'] };

  test('what to do and what to avoid are apart, in the order of the series', () => {
    const { rules } = prepare(withRules(wash, makeup, cream));
    expect(rules.do.map((rule) => rule.id)).toEqual(['wash', 'cream']);
    expect(rules.avoid.map((rule) => rule.id)).toEqual(['makeup']);
  });

  test('today has only what to do on the day of the treatment', () => {
    expect(prepare(withRules(wash, makeup, cream)).rules.today.map((rule) => rule.id)).toEqual(['wash']);
  });

  test('a period is a unit and a count, so that a text can choose its plural form', () => {
    const [rule] = prepare(withRules(wash)).rules.do;
    expect(rule?.from).toEqual({ unit: 'hours', count: 4 });
    expect(rule?.until).toEqual({ unit: 'hours', count: 24 });
  });

  test('each source is named once', () => {
    expect(prepare(withRules(wash, makeup)).rules.sources).toEqual(['sources.advice']);
  });

  test('one rule that the clinic has not reviewed makes the rules unreviewed', () => {
    expect(prepare(withRules(makeup)).rules.unreviewed).toBe(false);
    expect(prepare(withRules(makeup, wash)).rules.unreviewed).toBe(true);
  });
});

describe('a handout', () => {
  test('in another language than the source is a draft, in that language’s direction', () => {
    expect(prepare({}, undefined, 'ar')).toMatchObject({ draft: true, dir: 'rtl', lang: 'ar' });
    expect(prepare({})).toMatchObject({ draft: false, dir: 'ltr', lang: 'en' });
  });

  test('names the languages it can be had in too, and tells whether there are more', () => {
    const arabic = { lang: 'ar', dir: 'rtl', name: 'العربية', englishName: 'Arabic' };
    const { language, otherLanguages, hasMoreLanguages } = prepare({});
    expect(language).toEqual({ lang: 'en', dir: 'ltr', name: 'English', englishName: 'English' });
    expect(otherLanguages).toEqual([arabic]);
    expect(hasMoreLanguages).toBe(true);
    expect(prepare({ languages: ['en', 'ar'] }).hasMoreLanguages).toBe(false);
    expect(prepare({}, undefined, 'es')).toMatchObject({
      language: { name: 'Español', englishName: 'Spanish' },
    });
  });

  test('has every personal property even where nothing is known', () => {
    expect(prepare({}).personal).toStrictEqual({
      firstName: undefined,
      treatmentDate: undefined,
      nextAppointment: undefined,
      clinician: undefined,
      note: undefined,
    });
    expect(Object.keys(prepare({}).rules.avoid[0] ?? {})).toContain('fromDate');
    expect(Object.keys(prepare({}).brand.contact)).toContain('email');
  });

  test('has each rule under its step', () => {
    const { steps } = prepare({}).topic;
    expect(steps.map((step) => step.id)).toEqual(['a', 'b', 'c']);
    expect(steps.map((step) => step.avoid.map((rule) => rule.id))).toEqual([[], ['makeup'], []]);
  });

  test('has phone numbers as links', () => {
    expect(prepare({}).brand.contact.phoneLink).toBe('tel:+12025550142');
    expect(prepare({}).brand.contact.emergencyLink).toBe('tel:911');
    const contact = { ...brand.contact, phone: '+49 (0)30 5550123' };
    expect(prepare({ brand: { ...brand, contact } }).brand.contact.phoneLink).toBe('tel:+49305550123');
  });

  test('knows where its online copy is in its own language', () => {
    const { address } = prepare({}, undefined, 'ar').online;
    expect(address).toBe('https://lumen.example.org/handouts/microneedling/aftercare?lang=ar');
  });

  test('is the same for the same request', () => {
    const personal = { firstName: 'Ana', treatmentDate: '2026-03-10', nextAppointment: '2026-04-10T09:30' };
    expect(prepare({}, personal)).toEqual(prepare({}, personal));
  });
});

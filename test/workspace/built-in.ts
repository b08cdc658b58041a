/** A series of one handout and no rules. */
export const smallSeries = `version: '1.0'
reviewed: 2026-01-01
nextReview: 2027-01-01
topics: [{ id: aftercare, template: topics/aftercare, kind: aftercare, items: [keep-clean] }]
sheets: []
phases: [{ id: today, firstDay: 0, lastDay: 0 }]
rules: []
normalSigns: [redness]
normalFor: { days: 7 }
callSigns: [fever]
urgentSigns: [eye-pain]
tellUsBefore: [keloids]
`;

/** The files of a small built-in workspace. */
export const builtInFiles: Readonly<Record<string, string>> = {
  'templates/layouts/handout.hbs': 'built-in layout',
  'templates/partials/footer.hbs': 'built-in footer',
  'templates/art/skin.svg': '<svg/>',
  'templates/brands/default/logo.svg': '<svg/>',
  'templates/brands/default/brand.yaml': `name: Sample Clinic
logo: brands/default/logo.svg
colours:
  accent: '#1d6a6f'
  accentDark: '#124a4e'
  accentTint: '#e8f2f1'
  ink: '#1f2a2c'
  quietInk: '#566467'
  rule: '#c9d6d5'
  paper: '#ffffff'
  call: '#8a4b08'
  callTint: '#fdf3e4'
  urgent: '#a3201d'
  urgentTint: '#fcecea'
  do: '#1c6b45'
  doTint: '#e9f4ee'
  dont: '#9c2f26'
  dontTint: '#faeeec'
typeScale: { body: 12, lead: 14, h1: 26, h2: 16, h3: 13, small: 9.5 }
contact:
  phone: 202-555-0142
  afterHoursPhone: 202-555-0178
  emergency: '911'
  website: https://sample.example.org
  address: [1 Garden Row]
  hours: clinic.hours
onlineUrl: https://sample.example.org/handouts
`,
  'templates/series/peeling.yaml': smallSeries,
  'locales/en/common.json': '{"a":"built-in"}',
  'locales/en/peeling.json': '{}',
  'locales/en/review.json': '{}',
  'locales/es/common.json': '{}',
};

/** The lines of a `handout.yaml` that give a clinic's own telephone numbers. */
export const ownNumbers = `clinic:
  contact: { phone: 202-555-0111, afterHoursPhone: 202-555-0112 }
`;

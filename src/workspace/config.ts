import { isAbsolute, resolve, win32 } from 'node:path';
import * as z from 'zod';

import { paperNames, type PaperName } from '../base/paper.js';
import { ruleLevels, type RuleLevel } from '../base/rule-level.js';
import { leastStates, type ReviewPolicy } from '../base/review-state.js';
import { brandSchema } from './brand.js';
import { completeEmail, emailSchema, type EmailConfig } from './email-config.js';
import { printSchema, type PrintConfig } from './print-config.js';
import { packsSchema, type PackSettings } from './packs-config.js';

const id = z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'expected small letters, digits and hyphens');

const language = z
  .string()
  .refine(isLanguageTag, 'expected a language such as “en” or “pt-BR”')
  .meta({ pattern: '^[a-z]{2,8}(-[A-Za-z0-9]{1,8})*$' });

const output = z
  .string()
  .refine(staysInside, 'expected the name of a folder inside this one, without “..” or a leading slash')
  .meta({ pattern: String.raw`^(?![\\/]|[A-Za-z]:)(?!(.*[\\/])?\.\.([\\/]|$)).+$` });

const level = z.enum(ruleLevels);

/** A few languages that many patients read, and that open no large font for every page; its code leads to the others. */
const usualNamedLanguages: readonly string[] = ['en', 'es', 'vi', 'tl', 'ru', 'ar'];

/** Whatever is translated is built, with its notices on it; into a patient's hands goes what somebody has reviewed. */
const usualPolicy: ReviewPolicy = { build: 'stale', print: 'reviewed', email: 'reviewed' };

/** What holds where `handout.yaml` says nothing else and the folders don't either. */
const usual = { brand: 'default', paper: 'a4', output: 'output', grade: 6 } as const;

/**
 * What a clinic's `handout.yaml` may hold. Every key may be left out, so an empty file is a valid one.
 *
 * A clinic changes a brand without a copy of it. A brand has up to three layers, each laid over the one before:
 * 1. the built-in `templates/brands/<id>/brand.yaml`;
 * 2. the clinic's file of the same path, which may hold only the keys that it changes;
 * 3. the `clinic` section of `handout.yaml`, which has the keys of `brand.yaml` and changes the brand in use.
 *
 * Groups of keys (`contact`, `colours` …) are merged key by key; anything else, lists too, is replaced whole.
 */
export const configSchema = z
  .strictObject({
    brand: id
      .optional()
      .meta({ description: 'The folder of templates/brands in use.', default: usual.brand }),
    languages: listOf(language)
      .optional()
      .meta({
        description: 'Languages to build, folders of locales; all without it.',
        examples: [['en', 'es', 'ar']],
      }),
    namedLanguages: z.array(language).readonly().optional().meta({
      description: 'The languages that pages name as those they can be had in too.',
      default: usualNamedLanguages,
    }),
    paper: z.enum(paperNames).optional().meta({ description: 'Size of the pages.', default: usual.paper }),
    series: listOf(id).optional().describe('Series to build, files of templates/series; all without it.'),
    output: output
      .optional()
      .meta({ description: 'Where handouts are written, relative to this file.', default: usual.output }),
    rules: z
      .record(z.string(), level)
      .readonly()
      .optional()
      .meta({
        description: 'What to make of the problems of a rule, or of an area’s. “handout explain” lists them.',
        examples: [{ 'content/unused-key': 'off', 'layout/*': 'error' }],
      }),
    review: z
      .strictObject({
        build: leastState('To be built at all', usualPolicy.build),
        print: leastState('To be printed', usualPolicy.print),
        email: leastState('To be sent by e-mail', usualPolicy.email),
      })
      .readonly()
      .optional()
      .describe('The least state of review that a translation must have for each action.'),
    readability: z
      .strictObject({
        grade: z.int().min(1).max(16).meta({
          description:
            'The school grade whose pupils should be able to read a handout; check warns above it.',
          default: usual.grade,
        }),
      })
      .readonly()
      .optional()
      .describe('How easy handouts are to read.'),
    email: emailSchema.optional().describe('How messages are sent; without it they are written to a folder.'),
    packs: packsSchema.optional().describe('Handouts that are given together, by the pack’s name.'),
    print: printSchema.optional().describe('Where and how handouts are printed.'),
    clinic: z
      .deepPartial(brandSchema)
      .optional()
      .describe('Changes to the brand in use: any key of its brand.yaml. What is left out stays as it is.'),
  })
  .readonly();

/** The settings in force: those of `handout.yaml`, and defaults for what it leaves out. */
export type Config = Readonly<{
  brand: string;
  languages: readonly string[];
  /** Those that pages name as other languages they can be had in. */
  namedLanguages: readonly string[];
  paper: PaperName;
  /** Ids of the series to build. */
  series: readonly string[];
  /** Absolute path of the folder that handouts are written to. */
  outputDir: string;
  /** Levels by the id of a rule, or by its area and an asterisk, as written; nobody has judged the ids. */
  rules: Readonly<Record<string, RuleLevel>>;
  /** The least state of review for each action. */
  review: ReviewPolicy;
  /** The school grade whose pupils should be able to read a handout. */
  readability: Readonly<{ grade: number }>;
  email: EmailConfig;
  /** Where and how handouts are printed. */
  print: PrintConfig;
  /** By name; undefined where the settings name none. */
  packs: Readonly<Record<string, PackSettings>> | undefined;
}>;

/** What the folders hold, for settings that `handout.yaml` leaves out. */
export type Available = Readonly<{
  languages: readonly string[];
  series: readonly string[];
  /** The folder that `output` lies in: the clinic's, or the current one without a clinic's. */
  home: string;
}>;

/** Fills in the defaults. */
export function completeConfig(settings: z.infer<typeof configSchema>, available: Available): Config {
  const outputDir = resolve(available.home, settings.output ?? usual.output);
  return {
    brand: settings.brand ?? usual.brand,
    languages: settings.languages ?? available.languages,
    namedLanguages: settings.namedLanguages ?? usualNamedLanguages,
    paper: settings.paper ?? usual.paper,
    series: settings.series ?? available.series,
    outputDir,
    rules: settings.rules ?? {},
    review: completePolicy(settings.review),
    readability: settings.readability ?? { grade: usual.grade },
    email: completeEmail(settings.email, { outputDir, home: available.home }),
    print: settings.print ?? {},
    packs: settings.packs,
  };
}

function completePolicy({
  build = usualPolicy.build,
  print = usualPolicy.print,
  email = usualPolicy.email,
}: z.infer<typeof configSchema>['review'] = {}): ReviewPolicy {
  return { build, print, email };
}

/** Tells whether a text is a well-formed BCP 47 tag in its usual spelling. */
export function isLanguageTag(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text).length === 1 && usualSpelling(text) === text;
  } catch {
    return false;
  }
}

/** Language in small letters, script capitalised, region in capitals. Tags that ICU has newer ones for (`tl`) are kept. */
function usualSpelling(tag: string): string {
  const spell = (part: string, index: number): string => {
    if (index === 0 || part.length === 1) return part.toLowerCase();
    if (part.length === 2) return part.toUpperCase();
    return part.length === 4 ? part[0]!.toUpperCase() + part.slice(1).toLowerCase() : part.toLowerCase();
  };
  return tag.split('-').map(spell).join('-');
}

/** Tells whether a relative path stays in the folder it starts from, by its spelling alone. */
export function staysInside(path: string): boolean {
  const parts = path.split(/[\\/]/);
  return (
    path !== '' &&
    !path.includes('\0') &&
    !isAbsolute(path) &&
    !win32.isAbsolute(path) &&
    !parts.includes('..')
  );
}

function leastState(action: string, least: (typeof leastStates)[number]) {
  return z
    .enum(leastStates)
    .optional()
    .meta({ description: `${action}.`, default: least });
}

function listOf<Item extends z.ZodType<string>>(item: Item) {
  return z
    .array(item)
    .min(1)
    .refine((values) => new Set(values).size === values.length, 'expected each only once')
    .meta({ uniqueItems: true })
    .readonly();
}

import { resolve } from 'node:path';

import { formatNames, type FormatName } from '../base/format.js';
import { paperNames, type PaperName } from '../base/paper.js';
import { variantNames, type VariantName } from '../base/variant.js';
import { isPseudoLanguage } from '../content/pseudo.js';
import type { Workspace } from '../workspace/workspace.js';
import type { HandoutRequest, PersonalDetails } from '../handout/request.js';
import type { Arguments } from './command.js';
import { chosenSeries, handoutNames, otherTreatments } from '../handout/names.js';
import { readPersonalDetails } from './personal-details.js';
import { unknownName, UsageError } from './usage-error.js';

/** What a command line asks to be built. Without handouts or languages, all that the workspace has. */
export type BuildSettings = Readonly<{
  handouts: readonly string[] | undefined;
  languages: readonly string[] | undefined;
  /** Series treated in one visit, whose aftercare a sheet merges. */
  treatments: readonly string[] | undefined;
  brand: string | undefined;
  paper: PaperName | undefined;
  variants: readonly VariantName[];
  bilingual: string | undefined;
  personal: PersonalDetails | undefined;
  formats: readonly FormatName[] | undefined;
  /** Whether the policy on reviews is set aside. */
  allowDrafts: boolean;
}>;

/**
 * Reads the options that `build`, `check` and `inspect` share.
 * @throws {UsageError} for an unknown paper, variant or format, or patient's details that cannot be right
 */
export function readBuildSettings(args: Arguments): BuildSettings {
  return {
    handouts: args.operands.length === 0 ? undefined : args.operands,
    languages: args.lists.get('lang'),
    treatments: args.lists.get('treatments'),
    brand: args.texts.get('brand'),
    paper: readPaper(args.texts.get('paper')),
    bilingual: args.texts.get('bilingual'),
    variants: readVariants(args.lists.get('variant') ?? []),
    personal: readPersonalDetails(args),
    formats: readFormats(args.lists.get('format')),
    allowDrafts: args.flags.has('allow-drafts'),
  };
}

/**
 * Names everything to build, handout by handout, each in all its languages.
 * @throws {UsageError} for a handout, language or brand that the workspace doesn't have
 */
export function selectRequests(workspace: Workspace, settings: BuildSettings): readonly HandoutRequest[] {
  const { brand, paper, personal, variants, bilingual, formats, treatments = [] } = settings;
  if (brand !== undefined) requireKnown('brand', brand, [...workspace.brands.keys()]);
  const series = chosenSeries(workspace).map(({ id }) => id);
  for (const id of treatments) requireKnown('treatment', id, series);
  const handouts = selectHandouts(workspace, settings);
  const languages = selectBesides(requireLanguages(workspace, settings.languages), workspace, bilingual);
  return handouts.flatMap((handout) =>
    languages.map((lang) => ({
      handout,
      lang,
      ...mergedWith(workspace, handout, treatments),
      ...(brand === undefined ? {} : { brand }),
      ...(paper === undefined ? {} : { paper }),
      ...(personal === undefined ? {} : { personal }),
      ...(variants.length === 0 ? {} : { variants }),
      ...(bilingual === undefined ? {} : { bilingual }),
      ...(formats === undefined ? {} : { formats }),
      ...(settings.allowDrafts && { allowDrafts: true }),
    })),
  );
}

/** The treatments to merge into a handout; a request for its own alone is none for merging. */
function mergedWith(
  workspace: Workspace,
  handout: string,
  named: readonly string[],
): Pick<HandoutRequest, 'treatments'> {
  const treatments = otherTreatments(workspace, { handout, treatments: named });
  return treatments.length === 0 ? {} : { treatments };
}

/** The absolute path of the folder to write to: the one of `--out`, else the workspace's. */
export function outputFolder(workspace: Workspace, args: Arguments, cwd: string): string {
  const named = args.texts.get('out');
  return named === undefined ? workspace.config.outputDir : resolve(cwd, named);
}

function readPaper(name: string | undefined): PaperName | undefined {
  if (name === undefined) return undefined;
  const paper = paperNames.find((candidate) => candidate === name.toLowerCase());
  if (paper === undefined) throw unknownName('paper', name, paperNames);
  return paper;
}

/** Each once and always in the same order, whatever the order on the command line. */
function readVariants(names: readonly string[]): readonly VariantName[] {
  const unknown = names.find((name) => !variantNames.some((known) => known === name));
  if (unknown !== undefined) throw unknownName('variant', unknown, variantNames);
  return variantNames.filter((name) => names.includes(name));
}

function readFormats(names: readonly string[] | undefined): readonly FormatName[] | undefined {
  return names && [...new Set(names.map(readFormat))];
}

function readFormat(name: string): FormatName {
  const format = formatNames.find((candidate) => candidate === name.toLowerCase());
  if (format === undefined) throw unknownName('format', name, formatNames);
  return format;
}

function selectHandouts(workspace: Workspace, settings: BuildSettings): readonly string[] {
  const { handouts, personal, treatments } = settings;
  const known = handoutNames(workspace);
  if (handouts === undefined) return treatments === undefined ? known : sheetsOf(workspace, treatments[0]);
  const unknown = handouts.find((handout) => !known.includes(handout));
  if (unknown === undefined) return handouts;
  // The second word of an unquoted name lands here, and must not be repeated.
  if (personal !== undefined) {
    throw new UsageError(
      'A handout that is named does not exist.',
      'Put quotation marks around a first name of several words; see “handout list” for the handouts.',
    );
  }
  throw unknownName('handout', unknown, known);
}

/** Treatments without a handout mean the sheets of the first one. */
function sheetsOf({ series }: Workspace, id = ''): readonly string[] {
  return (series.get(id)?.sheets ?? []).map((sheet) => `${id}/${sheet.id}`);
}

/**
 * Names the languages of `--lang`, else those of the workspace.
 * @throws {UsageError} for a language that the workspace doesn't have
 */
export function requireLanguages(
  workspace: Workspace,
  languages: readonly string[] | undefined,
): readonly string[] {
  if (languages === undefined) return workspace.config.languages;
  if (languages.includes('all')) return workspace.languages;
  for (const lang of languages) requireLanguage(workspace, lang);
  return languages;
}

/** Leaves out the language that every other one is set beside. */
function selectBesides(
  languages: readonly string[],
  workspace: Workspace,
  bilingual: string | undefined,
): readonly string[] {
  if (bilingual === undefined) return languages;
  requireLanguage(workspace, bilingual);
  const others = languages.filter((lang) => lang !== bilingual);
  if (others.length > 0) return others;
  throw new UsageError(
    `--bilingual ${bilingual} leaves no other language to set it beside.`,
    'Name one with --lang.',
  );
}

/** The languages made for tests are there in any workspace. */
function requireLanguage({ languages }: Workspace, lang: string): void {
  if (!isPseudoLanguage(lang)) requireKnown('language', lang, languages);
}

function requireKnown(what: string, name: string, known: readonly string[]): void {
  if (!known.includes(name)) throw unknownName(what, name, known);
}

import { parseArgs } from 'node:util';
import { handoutNames, paperNames } from '../../dist/index.js';
import type { HandoutRequest, PaperName, Workspace } from '../../dist/index.js';

/** How an edition differs from the usual copy: for readers and printers with other needs, or with English beside it. */
export const variants = ['usual', 'large-print', 'greyscale', 'booklet', 'bilingual'] as const;

/** One of these ways. */
export type Variant = (typeof variants)[number];

/** One handout as it can be handed out: what the tools build, draw and judge. */
export type Edition = Readonly<{
  handout: string;
  lang: string;
  brand: string;
  variant: Variant;
  paper: PaperName;
}>;

/** What the command line asks for, as lists of names; what it leaves out is the tool's to choose. */
export type Choice = Readonly<Partial<Record<(typeof choices)[number], readonly string[]>>>;

const choices = ['handout', 'lang', 'brand', 'variant', 'paper'] as const;
const BESIDE = 'en';

/**
 * Reads `--lang ar,ur` and the other lists, a tool's own switches such as `--keep`, and the names of files.
 * @throws TypeError for an unknown option
 */
export function readOptions(
  switches: readonly string[],
): Readonly<{ choice: Choice; isOn(name: string): boolean; files: readonly string[] }> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: Object.fromEntries([
      ...choices.map((name) => [name, { type: 'string' as const }]),
      ...switches.map((name) => [name, { type: 'boolean' as const }]),
    ]) as Record<string, { type: 'string' | 'boolean' }>,
  });
  const lists = choices.flatMap((name) => {
    const value = values[name];
    return typeof value === 'string' ? [[name, value.split(',')]] : [];
  });
  return {
    choice: Object.fromEntries(lists) as Choice,
    isOn: (name) => values[name] === true,
    files: positionals,
  };
}

/**
 * Lists the editions of a choice, those of a handout beside each other; `all` stands for every name. Without a choice of
 * papers, the usual edition comes on all of them and the others on A4. English has no edition with English beside it.
 * @throws Error for a name that the workspace doesn't have
 */
export function listEditions(workspace: Workspace, choice: Choice): readonly Edition[] {
  const handouts = pick('handout', choice, handoutNames(workspace));
  const langs = pick('lang', choice, workspace.languages);
  const brands = pick('brand', choice, [...workspace.brands.keys()]);
  const papersOf = (variant: Variant): readonly PaperName[] =>
    choice.paper === undefined && variant !== 'usual' ? ['a4'] : pick('paper', choice, paperNames);
  const looks = pick('variant', choice, variants).flatMap((variant) =>
    papersOf(variant).map((paper) => ({ variant, paper })),
  );
  return handouts.flatMap((handout) =>
    langs.flatMap((lang) =>
      brands.flatMap((brand) =>
        looks
          .filter(({ variant }) => variant !== 'bilingual' || lang !== BESIDE)
          .map((look) => ({ handout, lang, brand, ...look })),
      ),
    ),
  );
}

/** The request to the library that makes an edition. */
export function requestOf({ handout, lang, brand, variant, paper }: Edition): HandoutRequest {
  const request = { handout, lang, brand, paper };
  if (variant === 'usual') return request;
  return variant === 'bilingual' ? { ...request, bilingual: BESIDE } : { ...request, variants: [variant] };
}

/** An edition's name, which is also a path: `ar/microneedling-aftercare.default.large-print.a4`. */
export function editionName({ handout, lang, brand, variant, paper }: Edition): string {
  return `${lang}/${[handout.replace('/', '-'), brand, variant, paper].join('.')}`;
}

function pick<Name extends string>(
  kind: (typeof choices)[number],
  choice: Choice,
  known: readonly Name[],
): readonly Name[] {
  const wanted = choice[kind];
  if (wanted === undefined || wanted.includes('all')) return known;
  const unknown = wanted.filter((name) => !known.some((each) => each === name));
  if (unknown.length > 0) throw new Error(`No ${kind} ${unknown.join(', ')}: there are ${known.join(', ')}.`);
  return known.filter((name) => wanted.includes(name));
}

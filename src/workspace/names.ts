import { nearestName } from '../base/nearest.js';
import type { Problem } from '../base/problem.js';
import type { Settings } from './home.js';
import { both, quote } from './words.js';

type Names = Readonly<{
  brands: readonly string[];
  languages: readonly string[];
  series: readonly string[];
  /** Of every series, as `<series>/<topic>`. */
  handouts: readonly string[];
}>;

const codes = {
  brand: 'workspace/unknown-brand',
  language: 'workspace/unknown-language',
  series: 'workspace/unknown-series',
  handout: 'workspace/unknown-handout',
} as const;

type Mention = Readonly<{
  kind: keyof typeof codes;
  name: string;
  path: readonly PropertyKey[];
  candidates: readonly string[];
}>;

/**
 * Checks that what `handout.yaml` names is there.
 * @returns `workspace/unknown-brand`, `workspace/unknown-language`, `workspace/unknown-series` and `workspace/unknown-handout`, each at the name, with the
 *   nearest one that there is
 */
export function checkNames({ data, document }: Settings, available: Names): readonly Problem[] {
  const { brand, languages = [], series = [], packs = {} } = data;
  const { brands: candidates } = available;
  const mentions: readonly Mention[] = [
    ...(brand === undefined ? [] : [{ kind: 'brand', name: brand, path: ['brand'], candidates } as const]),
    ...mentionsIn('language', languages, { path: ['languages'], candidates: available.languages }),
    ...mentionsIn('series', series, { path: ['series'], candidates: available.series }),
    ...Object.entries(packs).flatMap(([name, { handouts }]) =>
      mentionsIn('handout', handouts, { path: ['packs', name, 'handouts'], candidates: available.handouts }),
    ),
  ];
  const unknown = mentions.filter((mention) => !mention.candidates.includes(mention.name));
  return unknown.map((mention) => {
    const nearest = nearestName(mention.name, mention.candidates);
    const known = both(mention.candidates.map(quote)) || 'none yet';
    return {
      code: codes[mention.kind],
      severity: 'error',
      message: `There is no ${mention.kind} ${quote(mention.name)}.`,
      ...(document && { at: document.placeOfValue(mention.path) }),
      hint: nearest === undefined ? `Known: ${known}.` : `Did you mean ${quote(nearest)}?`,
    };
  });
}

function mentionsIn(
  kind: Mention['kind'],
  names: readonly string[],
  { path, candidates }: Readonly<{ path: readonly string[]; candidates: readonly string[] }>,
): readonly Mention[] {
  return names.map((name, index) => ({ kind, name, path: [...path, index], candidates }));
}

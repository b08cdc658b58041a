import { nearestName } from '../base/nearest.js';
import type { Problem } from '../base/problem.js';
import type { SourceRange } from '../base/source.js';
import type { Settings } from './home.js';
import type { PrintConfig } from './print-config.js';
import { both, quote } from './words.js';
import type { YamlDocument } from './yaml-document.js';

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
  desk: 'workspace/unknown-desk',
} as const;

type Mention = Readonly<{
  kind: keyof typeof codes;
  name: string;
  path: readonly PropertyKey[];
  candidates: readonly string[];
  /** Whether the name is a key itself. */
  isKey?: boolean;
}>;

/**
 * Checks that what `handout.yaml` names is there.
 * @returns `workspace/unknown-brand`, `workspace/unknown-language`, `workspace/unknown-series`, `workspace/unknown-handout` and
 *   `workspace/unknown-desk`, each at the name, with the nearest one that there is
 */
export function checkNames({ data, document }: Settings, available: Names): readonly Problem[] {
  const { brand, languages = [], series = [], packs = {}, print = {} } = data;
  const { brands: candidates } = available;
  const mentions: readonly Mention[] = [
    ...(brand === undefined ? [] : [{ kind: 'brand', name: brand, path: ['brand'], candidates } as const]),
    ...mentionsIn('language', languages, { path: ['languages'], candidates: available.languages }),
    ...mentionsIn('series', series, { path: ['series'], candidates: available.series }),
    ...Object.entries(packs).flatMap(([name, { handouts }]) =>
      mentionsIn('handout', handouts, { path: ['packs', name, 'handouts'], candidates: available.handouts }),
    ),
    ...mentionsOfPrinting(print, available.handouts),
  ];
  const unknown = mentions.filter((mention) => !mention.candidates.includes(mention.name));
  return unknown.map((mention) => {
    const nearest = nearestName(mention.name, mention.candidates);
    const known = both(mention.candidates.map(quote)) || 'none yet';
    return {
      code: codes[mention.kind],
      severity: 'error',
      message: `There is no ${mention.kind} ${quote(mention.name)}.`,
      ...(document && { at: placeOf(document, mention) }),
      hint: nearest === undefined ? `Known: ${known}.` : `Did you mean ${quote(nearest)}?`,
    };
  });
}

function placeOf(document: YamlDocument, { path, isKey = false }: Mention): SourceRange {
  return isKey ? document.placeOfKey(path) : document.placeOfValue(path);
}

function mentionsOfPrinting(
  { desk, desks = {}, handouts = {} }: PrintConfig,
  candidates: readonly string[],
): readonly Mention[] {
  return [
    ...(desk === undefined
      ? []
      : [{ kind: 'desk', name: desk, path: ['print', 'desk'], candidates: Object.keys(desks) } as const]),
    ...Object.keys(handouts).map(
      (name) =>
        ({ kind: 'handout', name, path: ['print', 'handouts', name], candidates, isKey: true }) as const,
    ),
  ];
}

function mentionsIn(
  kind: Mention['kind'],
  names: readonly string[],
  { path, candidates }: Readonly<{ path: readonly string[]; candidates: readonly string[] }>,
): readonly Mention[] {
  return names.map((name, index) => ({ kind, name, path: [...path, index], candidates }));
}

import type { Catalogue } from '../content/catalogue.js';
import { unitId } from '../content/ledger.js';
import { listUnits } from '../content/translation-unit.js';
import { usedNames, type KeyUse } from '../content/usage.js';
import { chosenSeries } from '../handout/names.js';
import { compileTemplates, type Templates } from '../template/compile.js';
import type { Workspace } from '../workspace/workspace.js';
import { keysNamed } from './keys-named.js';

/** Where one text is read, and how much room it has there. */
export type TextPlace = Readonly<{ context: readonly string[]; maxLength: number | undefined }>;

/** Parts of a page that are one line high. */
const ONE_LINE = /^partials\/(?:footer|running-header)$/;
/** About as many characters as a line of an A4 page holds in the small type of these parts. */
const ONE_LINE_LENGTH = 90;
const MOST_HANDOUTS_NAMED = 4;

/**
 * Finds for every text of the source language which templates show it, with the place where they name it, and in which handouts;
 * and which brands and series name it.
 * @returns by `namespace:key`; a text that nothing is known to use isn't listed
 */
export function placesOfTexts(workspace: Workspace, catalogue: Catalogue): ReadonlyMap<string, TextPlace> {
  const templates = compileTemplates(workspace.templates).value;
  const handouts = handoutsOfTemplates(workspace, templates);
  const names = listUnits(catalogue, catalogue.sourceLang).map(unitId);
  const places = new Map<string, { context: Set<string>; maxLength: number | undefined }>();
  const add = (use: KeyUse, where: string, maxLength?: number): void => {
    for (const name of usedNames(use.pattern, names)) {
      const place = places.get(name) ?? { context: new Set<string>(), maxLength };
      place.context.add(where);
      // A text that also stands where there is more room still has to fit the line.
      place.maxLength ??= maxLength;
      places.set(name, place);
    }
  };
  for (const template of templates.names) {
    const shown = handouts.get(template) ?? [];
    const limit = ONE_LINE.test(template) ? ONE_LINE_LENGTH : undefined;
    for (const use of templates.inspect(template).uses) {
      const line = use.at === undefined ? '' : `:${use.at.line}`;
      add(use, `${template}${line}${shown.length === 0 ? '' : `, in ${nameSome(shown)}`}`, limit);
    }
  }
  for (const use of keysNamed(workspace)) {
    if (use.at) add(use, `${use.at.file}:${use.at.line}`);
  }
  return new Map([...places].map(([name, place]) => [name, { ...place, context: [...place.context] }]));
}

/** By template: the handouts that show it, directly or through other templates. */
function handoutsOfTemplates(workspace: Workspace, templates: Templates): ReadonlyMap<string, string[]> {
  const handouts = new Map<string, string[]>();
  for (const series of chosenSeries(workspace)) {
    for (const handout of [...series.topics, ...series.sheets]) {
      const seen = new Set<string>();
      visit(handout.template, templates, seen);
      visit('layouts/handout', templates, seen);
      for (const name of seen)
        handouts.set(name, [...(handouts.get(name) ?? []), `${series.id}/${handout.id}`]);
    }
  }
  return handouts;
}

function visit(name: string, templates: Templates, seen: Set<string>): void {
  if (seen.has(name) || !templates.names.includes(name)) return;
  seen.add(name);
  for (const partial of templates.inspect(name).partials.keys()) visit(partial, templates, seen);
}

function nameSome(handouts: readonly string[]): string {
  const rest = handouts.length - MOST_HANDOUTS_NAMED;
  const named = handouts.slice(0, MOST_HANDOUTS_NAMED).join(', ');
  return rest > 0 ? `${named} and ${rest} more` : named;
}

import type { KeyUse } from '../content/usage.js';
import type { Brand } from '../workspace/brand.js';
import type { Series } from '../workspace/series.js';
import type { Workspace } from '../workspace/workspace.js';

/** The texts that brands and series name, each with the place of its name. */
export function keysNamed(workspace: Workspace): readonly KeyUse[] {
  return [
    ...[...workspace.brands.values()].flatMap((brand) => keysOfBrand(brand, workspace)),
    ...[...workspace.series.values()].flatMap((series) => keysOfSeries(series, workspace)),
  ];
}

function keysOfBrand({ id, tagline, contact }: Brand, workspace: Workspace): readonly KeyUse[] {
  const use = (key: string, path: readonly string[]): KeyUse => {
    const at = workspace.placeOf('brand', id, path);
    return { pattern: `common:${key}`, certain: true, ...(at && { at }) };
  };
  return [
    ...(tagline === undefined ? [] : [use(tagline, ['tagline'])]),
    use(contact.hours, ['contact', 'hours']),
  ];
}

function keysOfSeries({ id, rules }: Series, workspace: Workspace): readonly KeyUse[] {
  const use = (key: string, path: readonly (string | number)[]): KeyUse => {
    const at = workspace.placeOf('series', id, ['rules', ...path]);
    return { pattern: `${id}:${key}`, certain: true, ...(at && { at }) };
  };
  return rules.flatMap(({ why, source }, index) => [
    use(why, [index, 'why']),
    use(source.label, [index, 'source', 'label']),
  ]);
}

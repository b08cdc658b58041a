import { nearestName } from '../base/nearest.js';
import type { HelperOptions } from './handlebars.js';
import { reportFrom, stateOf, type RenderState } from './render-state.js';

/** A path of a template at work. */
export type LookUp = Readonly<{
  /** The object in which the path starts. */
  root: unknown;
  /** The path as it is written. */
  written: string;
  parts: readonly string[];
}>;

/**
 * Follows a path through own properties alone, so that neither prototypes nor `constructor` can be reached.
 * @returns the value; a property that is there but undefined counts as there. Reports `template/missing-variable` and
 *   returns the state's `missing` for one that isn't.
 */
export function lookUp(path: LookUp, call: HelperOptions): unknown {
  const { missing } = stateOf(call);
  let value = path.root;
  if (value === undefined && path.parts.length === 0) return reportMissing(path, 0, call);
  for (const [index, part] of path.parts.entries()) {
    if (value === missing) return missing;
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) {
      return reportMissing({ ...path, root: value }, index, call);
    }
    value = (value as Readonly<Record<string, unknown>>)[part];
  }
  return typeof value === 'function' ? reportMissing(path, 0, call) : value;
}

/** @param found how many parts of the path were found; `path.root` is where the next one is missing */
function reportMissing(path: LookUp, found: number, call: HelperOptions): unknown {
  const state = stateOf(call);
  const name = path.parts[found] ?? path.written;
  const holder = found === 0 ? '' : ` in "${path.parts.slice(0, found).join('.')}"`;
  const hint = hintFor(path, name, state);
  reportFrom(call)({
    code: 'template/missing-variable',
    severity: 'error',
    message: `There is no variable "${name}"${holder}.`,
    ...(hint === undefined ? {} : { hint }),
  });
  return state.missing;
}

function hintFor({ root, parts }: LookUp, name: string, state: RenderState): string | undefined {
  if (parts[0] === name && root !== state.root && Object.hasOwn(state.root, name)) {
    return `It is a variable of the whole handout: write @root.${parts.join('.')}.`;
  }
  if (typeof root !== 'object' || root === null || Array.isArray(root)) return undefined;
  const known = Object.keys(root);
  const near = nearestName(name, known);
  if (near !== undefined) return `Did you mean "${near}"?`;
  return known.length > 0 && known.length <= 20 ? `There are ${known.join(', ')}.` : undefined;
}

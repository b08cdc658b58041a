import { nearestName } from '../base/nearest.js';
import type { Problem } from '../base/problem.js';
import type { SourceRange } from '../base/source.js';
import type { Catalogue } from './catalogue.js';
import type { Messages } from './json.js';
import { splitPluralKey } from './plural.js';

/** A key that something uses, as far as it can be told without running it. */
export type KeyUse = Readonly<{
  /** A key, with or without its namespace, in which `*` stands for one or more segments known only when it runs. */
  pattern: string;
  /** False for a text that may be a key but may also be something else; such a use is never reported. */
  certain: boolean;
  at?: SourceRange;
}>;

/**
 * Holds the keys that are used against the keys that exist in the source language.
 * @returns `content/unknown-key` at each certain use that matches no key, and a warning `content/unused-key` at each key
 *   that no use matches
 */
export function checkUsage(catalogue: Catalogue, uses: readonly KeyUse[]): readonly Problem[] {
  const existing = existingKeys(catalogue);
  const used = new Set<string>();
  const problems: Problem[] = [];
  const byKey = groupByKey(existing.keys());
  for (const use of uses) {
    const { pattern } = use;
    // Most uses name one text in full, with or without its namespace.
    const isWhole = !pattern.includes('*');
    const named = existing.has(pattern) ? [pattern] : (byKey.get(pattern) ?? []);
    const matches = isWhole ? named : usedNames(pattern, existing.keys());
    for (const name of matches) used.add(name);
    if (matches.length === 0 && use.certain) problems.push(unknownKey(use, existing));
  }
  for (const [name, at] of existing) {
    if (used.has(name)) continue;
    problems.push({
      code: 'content/unused-key',
      severity: 'warning',
      message: `No template uses the text "${name}".`,
      at,
      hint: 'Remove it in every language, or use it.',
    });
  }
  return problems;
}

/** `namespace:key` without plural categories, and where each is first written. */
function existingKeys(catalogue: Catalogue): ReadonlyMap<string, SourceRange> {
  const existing = new Map<string, SourceRange>();
  const namespaces = catalogue.languages.get(catalogue.sourceLang) ?? new Map<string, Messages>();
  for (const [namespace, messages] of namespaces) {
    for (const message of messages.values()) {
      const name = `${namespace}:${splitPluralKey(message.key).base}`;
      if (!existing.has(name)) existing.set(name, message.keyAt);
    }
  }
  return existing;
}

/** Names, `namespace:key`, by their key. */
function groupByKey(names: Iterable<string>): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const name of names) {
    const [, key] = splitOnce(name);
    const group = groups.get(key);
    if (group) group.push(name);
    else groups.set(key, [name]);
  }
  return groups;
}

/** The names, `namespace:key`, that the pattern of a use matches. */
export function usedNames(pattern: string, names: Iterable<string>): readonly string[] {
  const [namespace, key] = pattern.includes(':') ? splitOnce(pattern) : [undefined, pattern];
  const source = key.split('*').map(escapeRegExp).join('.+');
  const expression = new RegExp(`^${namespace === undefined ? '[^:]+' : escapeRegExp(namespace)}:${source}$`);
  return [...names].filter((name) => expression.test(name));
}

function splitOnce(name: string): [string, string] {
  const colon = name.indexOf(':');
  return [name.slice(0, colon), name.slice(colon + 1)];
}

function escapeRegExp(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

function unknownKey(use: KeyUse, existing: ReadonlyMap<string, SourceRange>): Problem {
  const names = [...existing.keys()];
  const candidates = use.pattern.includes(':') ? names : names.map((name) => splitOnce(name)[1]);
  const near = nearestName(use.pattern, candidates);
  return {
    code: 'content/unknown-key',
    severity: 'error',
    message: `There is no text "${use.pattern}" in the source language.`,
    ...(use.at ? { at: use.at } : {}),
    ...(near === undefined ? {} : { hint: `Did you mean "${near}"?` }),
  };
}

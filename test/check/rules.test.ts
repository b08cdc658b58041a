import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

import { findRule, listRules, ruleAreas, whyFixed } from '../../src/check/rules/catalogue.js';

const SRC = fileURLToPath(new URL('../../src', import.meta.url));
const RULES = join(SRC, 'check', 'rules');
const CODE =
  /['"`]((?:workspace|content|template|document|style|text|graphics|layout|pdf|safety|page|check|exchange)\/[a-z0-9]+(?:-[a-z0-9]+)*)['"`]/g;

/** Every code that the sources report, the catalogue itself left out. */
const codes = new Set(
  readdirSync(SRC, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.startsWith(RULES))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
    .flatMap((text) => Array.from(text.matchAll(CODE), (match) => match[1]!)),
);
const ids = listRules().map(({ id }) => id);

describe('the catalogue of rules', () => {
  it('has an entry for every code that is reported', () => {
    expect([...codes].filter((code) => findRule(code) === undefined).sort()).toEqual([]);
  });

  it('has no entry that nothing reports', () => {
    expect(ids.filter((id) => !codes.has(id))).toEqual([]);
  });

  it('says each thing in one or two full sentences', () => {
    const wrong = listRules().flatMap(({ id, rule: { what, why, fix } }) =>
      [what, why, fix].some((text) => !/^[\p{Lu}{<].*\.$/su.test(text) || text.length > 220) ? [id] : [],
    );
    expect(wrong).toEqual([]);
  });

  it('names its areas, and lists each in the order of the alphabet', () => {
    for (const { title, rules } of Object.values(ruleAreas)) {
      expect(title).not.toBe('');
      const names = Object.keys(rules);
      expect(names).toEqual(names.toSorted());
    }
  });

  it('says why an error can not be switched off, and lets warnings be', () => {
    expect(whyFixed('text/missing-glyph')).toMatch(/empty box/);
    expect(whyFixed('template/syntax')).toMatch(/isn’t built/);
    expect(whyFixed('content/unused-key')).toBeUndefined();
    expect(whyFixed('content/lint-negation')).toBeUndefined();
  });

  it('knows no rule by the name of what every object has', () => {
    expect(findRule('constructor/toString')).toBeUndefined();
    expect(findRule('content/constructor')).toBeUndefined();
    expect(findRule('content/missing-key/x')).toBeUndefined();
  });
});

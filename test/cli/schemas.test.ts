import { Ajv } from 'ajv';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';

import type { JsonSchema } from '../../src/base/json-schema.js';
import { generalSchemas, localeSchemaFiles, SCHEMA_FOLDER } from '../../src/cli/schemas.js';
import { readMessages } from '../../src/content/json.js';
import { readLedger } from '../../src/content/ledger.js';
import { readGlossary } from '../../src/content/lint/glossary.js';
import { lintRules } from '../../src/content/lint/lint.js';
import { readSuppressions } from '../../src/content/lint/suppressions.js';
import { initWorkspace } from '../../src/workspace/init.js';
import { configSchema } from '../../src/workspace/config.js';
import { seriesSchema } from '../../src/workspace/series.js';
import { brandSchema } from '../../src/workspace/brand.js';
import { openWorkspace } from '../../src/workspace/workspace.js';
import { parseYaml } from '../../src/workspace/yaml-document.js';
import { readYaml } from '../../src/workspace/yaml.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { runRealLine } from './run-line.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const ajv = new Ajv({ allErrors: true, strict: true, allowMatchingProperties: true, validateFormats: false });
ajv.addVocabulary(['patternErrorMessage']);

const validators = Object.fromEntries(
  Object.entries(generalSchemas).map(([name, { make }]) => [name, ajv.compile(make())]),
) as unknown as Readonly<Record<keyof typeof generalSchemas, (data: unknown) => boolean>>;

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const yaml = (path: string): unknown => parseYaml({ file: path, text: read(path) }).value!.data;
const brands = readdirSync(join(ROOT, 'templates/brands')).map((id) => `templates/brands/${id}/brand.yaml`);
const languages = readdirSync(join(ROOT, 'locales'));
const SERIES = 'templates/series/microneedling.yaml';

describe('the schemas', () => {
  it('accept what is shipped, and what “init” writes', () => {
    for (const path of brands) expect(validators.brand(yaml(path)), path).toBe(true);
    expect(validators.series(yaml(SERIES))).toBe(true);
    const dir = temporaryFolder();
    initWorkspace(dir);
    const text = readFileSync(join(dir, 'handout.yaml'), 'utf8');
    expect(validators.handout(parseYaml({ file: 'handout.yaml', text }).value!.data)).toBe(true);
    for (const lang of languages) {
      for (const name of readdirSync(join(ROOT, 'locales', lang))) {
        const kind = /^(review|glossary|lint)\.json$/.exec(name)?.[1] as 'review' | undefined;
        const data: unknown = JSON.parse(read(`locales/${lang}/${name}`));
        expect(validators[kind ?? 'locale'](data), `${lang}/${name}`).toBe(true);
      }
    }
  });

  it('accept each shipped translation by the schema of its own file, and miss what it lacks', () => {
    const { value: workspace } = openWorkspace({ cwd: '/' });
    for (const { path, bytes } of localeSchemaFiles(workspace)) {
      const validate = ajv.compile(JSON.parse(new TextDecoder().decode(bytes)) as JsonSchema);
      const file = path.slice(`${SCHEMA_FOLDER}/`.length);
      const data = JSON.parse(read(file)) as Record<string, unknown>;
      expect([file, validate(data), validate.errors]).toEqual([file, true, null]);
      expect(validate({ ...data, strange: { a: 'x' } })).toBe(file.startsWith('locales/en/'));
      delete data[Object.keys(data)[0]!];
      expect(validate(data)).toBe(file.startsWith('locales/en/'));
    }
  });

  it('are named by the first line of every shipped file in YAML', () => {
    for (const path of [...brands, SERIES]) {
      const [, reference] = /^# yaml-language-server: \$schema=(\S+)\n/.exec(read(path)) ?? [];
      const name = path === SERIES ? 'series' : 'brand';
      expect(join(path, '..', reference!)).toBe(`${SCHEMA_FOLDER}/${name}.json`);
    }
  });

  it('describe every key', () => {
    for (const name of ['handout', 'brand', 'series'] as const) {
      expect(undescribed(generalSchemas[name].make(), name)).toEqual([]);
    }
  });
});

describe('a schema and the reader of its file', () => {
  it.each([
    ['handout', configSchema, () => parseYaml({ file: 'x', text: FULL_SETTINGS }).value!.data],
    ['series', seriesSchema, () => yaml(SERIES)],
    // A clinic's file may hold only the keys that it changes.
    ['brand', z.deepPartial(brandSchema), () => yaml(brands[0]!)],
  ] as const)('agree about %s, whatever is written in place of a value', (name, schema, good) => {
    expect(validators[name](good())).toBe(true);
    fc.assert(
      fc.property(fc.nat(), anything, fc.boolean(), (seed, value, isNew) => {
        const data = structuredClone(good());
        const places = placesIn(data);
        const [holder, key] = places[seed % places.length]!;
        if (isNew && !Array.isArray(holder)) (holder as Record<string, unknown>)['unheardOf'] = value;
        else (holder as Record<string, unknown>)[key] = value;
        const text = JSON.stringify(data);
        const { problems } = readYaml({ file: 'x', text }, schema as z.core.$ZodType);
        // What no schema can say: that one day is not before another, and how a tag of a language is spelt.
        const sayable = problems.filter(({ message }) => !/lastDay|language such as/.test(message));
        fc.pre(sayable.length === problems.length);
        expect([text, validators[name](data)]).toEqual([text, problems.length === 0]);
      }),
      { numRuns: 120 },
    );
  });

  it('agree about texts', () => {
    fc.assert(
      fc.property(nested(['a', 'b-1', 'c_one', 'd_x', '$schema', 'e f'], texts), (data) => {
        const { messages, problems } = readMessages({ file: 'x', text: JSON.stringify(data) });
        const isRight = problems.length === 0 && messages.every(({ text }) => text.trim() !== '');
        expect(validators.locale(data)).toBe(isRight);
      }),
    );
  });

  it('agree about reviews, with every field and without one', () => {
    const review = { source: 'x', state: 'draft', by: 'a', role: 'b', at: '2026-01-31' };
    const values = [
      ...[review, { ...review, state: 'good' }, { ...review, at: 'today' }, { ...review, more: 'x' }],
      ...[{ ...review, by: 1 }, Object.fromEntries(Object.entries(review).slice(1)), 'text', {}],
    ];
    for (const value of values) {
      const data = { common: { clinic: { hours: value } } };
      const isRight = readLedger({ file: 'x', text: JSON.stringify(data) }).problems.length === 0;
      expect([value, validators.review(data)]).toEqual([value, isRight]);
    }
  });

  it('agree about terms and rules that do not hold', () => {
    const good = { source: 'a', target: 'b' };
    for (const term of [
      good,
      { ...good, note: 'c' },
      { ...good, target: ' ' },
      { ...good, source: 1 },
      'a',
    ]) {
      const data = { keloid: term };
      const { problems } = readGlossary([{ file: 'x', text: JSON.stringify(data) }]);
      expect([term, validators.glossary(data)]).toEqual([term, problems.length === 0]);
    }
    const known = { rules: lintRules.map(({ name }) => name), units: new Set(['common:a.length']) };
    for (const entry of [{ numbers: 'why' }, { numbers: ' ' }, { number: 'why' }, { numbers: 1 }]) {
      const data = { common: { a: { length: entry } } };
      const { problems } = readSuppressions([{ file: 'x', text: JSON.stringify(data) }], known);
      expect([entry, validators.lint(data)]).toEqual([entry, problems.length === 0]);
    }
  });
});

describe('schema', () => {
  const dir = () => temporaryFolder({ 'handout.yaml': 'paper: a5\n', 'locales/es/common.json': '{}' });

  it('lists the schemas and prints one', async () => {
    expect((await runRealLine(['schema'], '/')).out).toMatch(/^handout +handout\.yaml\nbrand /);
    const { out } = await runRealLine(['schema', 'handout'], '/');
    expect(JSON.parse(out)).toMatchObject({
      properties: {
        paper: { enum: ['a4', 'letter', 'a5'], default: 'a4' },
        rules: { properties: { 'content/unused-key': { description: expect.any(String) as unknown } } },
      },
    });
  });

  it('prints that of a locale file, which asks a clinic for no text that is built in', async () => {
    const { out } = await runRealLine(['schema', 'locales/es/common.json'], dir());
    expect(ajv.compile(JSON.parse(out) as JsonSchema)({ clinic: { hours: 'Siempre' } })).toBe(true);
  });

  it('offers the nearest name', async () => {
    const { err, exitCode } = await runRealLine(['schema', 'serie'], '/');
    expect([err, exitCode]).toEqual([
      'error: There is no schema of that name.\nHint: Did you mean “series”?\n',
      2,
    ]);
  });

  it('writes all of them into the workspace', async () => {
    const home = dir();
    expect((await runRealLine(['schema', '--write'], home)).err).toBe(
      'Wrote 8 schemas into .handout/schemas/.\n',
    );
    expect(readdirSync(join(home, SCHEMA_FOLDER, 'locales/es'))).toEqual(['common.json']);
  });
});

const FULL_SETTINGS = `brand: clay
languages: [en, es]
namedLanguages: [ar]
paper: a5
series: [microneedling]
output: out/pdf
rules: { content/unused-key: off }
review: { build: draft, print: approved, email: stale }
readability: { grade: 8 }
packs: { first-visit: { handouts: [microneedling/aftercare], paper: a4, variants: [large-print] } }
clinic:
  name: Rose
  colours: { accent: '#112233' }
  typeScale: { body: 14 }
  shape: { radius: 2, boxes: tint }
  contact: { phone: '1', address: [a, b], website: https://a.example.org }
`;

const anything = fc.oneof(
  fc.constantFrom<unknown>(null, true, '', 'x', 'draft', '../x', 'reviewed', '#zzzzzz', '1.0', '2026-02-30'),
  fc.constantFrom<unknown>(
    [],
    {},
    ['x'],
    [1],
    ['en', 'en'],
    { days: 1 },
    { days: 1, weeks: 1 },
    { a: 'off' },
  ),
  fc.constantFrom<unknown>(0, -1, 1.5, 12, 3, 1000),
);

/** Every place in some data where a value stands: what holds it, and by which key. */
function placesIn(data: unknown): readonly (readonly [holder: object, key: string])[] {
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([key, value]) => [[data, key] as const, ...placesIn(value)]);
}

const texts = fc.constantFrom<unknown>('text', '', ' ', 1, null, ['x']);

function nested(names: readonly string[], leaf: fc.Arbitrary<unknown>) {
  const { tree } = fc.letrec<{ tree: object; value: unknown }>((tie) => ({
    tree: fc.dictionary(fc.constantFrom(...names), tie('value'), { maxKeys: 3 }) as fc.Arbitrary<object>,
    value: fc.oneof({ depthSize: 'small' }, { weight: 4, arbitrary: fc.constant('text') }, leaf, tie('tree')),
  }));
  return tree;
}

/** The keys that say nothing about themselves. */
function undescribed(schema: JsonSchema, name: string): readonly string[] {
  const {
    properties = {},
    items = {},
    additionalProperties = {},
    description,
    title,
  } = schema as Record<string, JsonSchema>;
  const ofAny = (additionalProperties['properties'] ?? {}) as JsonSchema;
  const inner = Object.entries({ ...properties, ...ofAny }).flatMap(([key, value]) =>
    undescribed(value as JsonSchema, `${name}.${key}`),
  );
  const ofItems =
    Object.keys(items).length === 0 ? [] : undescribed({ description: 'x', ...items }, `${name}[]`);
  return [...(description === undefined && title === undefined ? [name] : []), ...inner, ...ofItems];
}

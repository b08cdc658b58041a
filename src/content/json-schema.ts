import { schemaHead, SCHEMA_KEY, type JsonSchema } from '../base/json-schema.js';
import { vouchedStates } from '../base/review-state.js';
import { groupForms, type Forms } from './forms.js';
import { KEY_PATTERN, type Messages } from './json.js';
import { DAY_PATTERN, reviewFields } from './ledger.js';
import { lintRules } from './lint/lint.js';
import { pluralFormsOf } from './locale.js';

/** The schema of a locale file of any language and namespace: groups of texts, without lists. */
export function localeJsonSchema(): JsonSchema {
  return file('Texts of a language', { ...entries, definitions: { entry } });
}

/** Which locale file a schema is for. */
export type LocaleFile = Readonly<{
  /** BCP 47 tag. */
  lang: string;
  namespace: string;
  /**
   * What the file holds: texts of the source language, any of them and others; all of a language that has no other file of this
   * namespace; or some, laid over those of another file.
   */
  holds: 'source' | 'all' | 'some';
}>;

/**
 * The schema of one locale file: it knows the texts of the source language, shows them to whoever translates them, and asks for the
 * plural forms that the language has.
 * @param original the texts of the source language
 */
export function translationJsonSchema(
  original: Messages,
  { lang, namespace, holds }: LocaleFile,
): JsonSchema {
  const root: Group = new Map();
  for (const [key, forms] of groupForms(original)) place(root, key.split('.'), forms);
  const { type: _, ...group } = groupSchema(root, { categories: pluralFormsOf(lang).categories, holds });
  const definitions = holds === 'source' ? { definitions: { entry } } : {};
  return file(`Texts of ${namespace} in ${lang}`, { ...group, ...definitions });
}

/** The schema of `review.json`: who vouches for which translations. */
export function reviewJsonSchema(): JsonSchema {
  const properties = {
    source: { type: 'string', description: 'Digest of the source text that the translation was made from.' },
    state: { enum: vouchedStates, description: 'How far it is reviewed.' },
    by: { type: 'string', description: 'Who vouches for it: a name or an account.' },
    role: {
      type: 'string',
      description: 'In which role.',
      examples: ['machine', 'translator', 'reviewer', 'clinician'],
    },
    at: { type: 'string', pattern: DAY_PATTERN.source, description: 'The day, YYYY-MM-DD.' },
  } satisfies Record<(typeof reviewFields)[number], JsonSchema>;
  const review = { type: 'object', properties, required: reviewFields, additionalProperties: false };
  const inner = { anyOf: [{ $ref: '#/definitions/review' }, { $ref: '#/definitions/group' }] };
  const group = {
    type: 'object',
    patternProperties: { [KEY_PATTERN.source]: inner },
    additionalProperties: false,
  };
  return file('Who vouches for which translations', {
    patternProperties: { [KEY_PATTERN.source]: { $ref: '#/definitions/group' } },
    definitions: { review, group },
  });
}

/** The schema of `glossary.json`: the terms to use. A clinic's may hold only the half of a term that it changes. */
export function glossaryJsonSchema(): JsonSchema {
  const properties = {
    source: {
      ...text,
      description: 'How English says it; * leaves a word’s end open, | divides alternatives.',
    },
    target: {
      ...text,
      description: 'How translations may say it, likewise; the same as the source stays as it is.',
    },
    explain: {
      enum: ['yes', 'ask'],
      description: 'Whether a handout has to explain it where it first comes, or a person is asked.',
    },
  };
  const term = { type: 'object', properties, additionalProperties: false, minProperties: 1 };
  return file('The terms to use in a language', { patternProperties: { [KEY_PATTERN.source]: term } });
}

/** The schema of `lint.json`: the rules that don't hold for a text, each with its reason. */
export function lintJsonSchema(): JsonSchema {
  const below = { $ref: '#/definitions/text' };
  const reason = { ...text, description: 'Why this rule does not hold for this text.' };
  const rules = lintRules.map(({ name }) => [name, { anyOf: [reason, below] }] as const);
  const groups = (schema: JsonSchema): JsonSchema => ({
    type: 'object',
    propertyNames: { pattern: KEY_PATTERN.source },
    additionalProperties: schema,
  });
  return file('Rules that do not hold for a text', {
    patternProperties: { [KEY_PATTERN.source]: groups(below) },
    definitions: { text: { ...groups(below), properties: Object.fromEntries(rules) } },
  });
}

/** Whatever is a text has to say something. */
const text = { type: 'string', pattern: '\\S', patternErrorMessage: 'This text is empty.' } as const;

const entries = {
  patternProperties: { [KEY_PATTERN.source]: { $ref: '#/definitions/entry' } },
  additionalProperties: false,
} as const;

const entry = {
  anyOf: [
    { ...text, description: 'A text, or a group of texts.' },
    { type: 'object', ...entries },
  ],
} as const;

function file(title: string, { properties, ...schema }: JsonSchema): JsonSchema {
  const reference = { type: 'string', description: 'The schema of this file; only editors read it.' };
  return {
    ...{ ...schemaHead, title, type: 'object', additionalProperties: false },
    properties: { [SCHEMA_KEY]: reference, ...(properties as JsonSchema | undefined) },
    ...schema,
  };
}

type Group = Map<string, Group | Forms>;

function place(group: Group, [name, ...rest]: readonly string[], forms: Forms): void {
  if (rest.length === 0) {
    group.set(name!, forms);
    return;
  }
  const known = group.get(name!);
  const inner: Group = isGroup(known) ? known : new Map();
  group.set(name!, inner);
  place(inner, rest, forms);
}

function isGroup(entry: Group | Forms | undefined): entry is Group {
  const [first] = entry?.values() ?? [];
  return first instanceof Map;
}

type Wanted = Readonly<{ categories: readonly Intl.LDMLPluralRule[]; holds: LocaleFile['holds'] }>;

function groupSchema(group: Group, wanted: Wanted): JsonSchema {
  const properties = [...group].flatMap(([name, inner]): readonly Property[] =>
    isGroup(inner) ? [[name, groupSchema(inner, wanted)]] : textSchemas(name, inner, wanted),
  );
  return {
    type: 'object',
    properties: Object.fromEntries(properties),
    ...(wanted.holds === 'all' && { required: properties.map(([name]) => name) }),
    ...(wanted.holds === 'source' ? entries : { additionalProperties: false }),
  };
}

type Property = readonly [name: string, schema: JsonSchema];

function textSchemas(name: string, forms: Forms, { categories }: Wanted): readonly Property[] {
  const only = forms.get('form');
  if (only !== undefined) return [[name, { ...text, description: only.text }]];
  return categories.map((category) => {
    const original = forms.get(category) ?? forms.get('other');
    return [`${name}_${category}`, { ...text, description: original?.text ?? '' }];
  });
}

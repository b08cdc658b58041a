import * as z from 'zod';

import { schemaHead, type JsonSchema } from '../base/json-schema.js';
import { brandSchema } from './brand.js';
import { configSchema } from './config.js';
import { seriesSchema } from './series.js';

/**
 * The schema of `handout.yaml`.
 * @param rules what each rule is about, by its id, so that an editor completes and explains them
 */
export function settingsJsonSchema(rules: ReadonlyMap<string, string>): JsonSchema {
  const schema = toJsonSchema(configSchema);
  const properties = schema['properties'] as Readonly<Record<string, JsonSchema>>;
  const { additionalProperties: level, ...group } = properties['rules']!;
  const known = [...rules].map(
    ([id, description]) => [id, { ...(level as JsonSchema), description }] as const,
  );
  return titled('Settings of a clinic’s handouts', {
    ...schema,
    properties: {
      ...properties,
      rules: { ...group, properties: Object.fromEntries(known), additionalProperties: level },
      clinic: { ...withoutRequired(toJsonSchema(brandSchema)), ...described(properties['clinic']) },
    },
  });
}

/** The schema of a `brand.yaml`. It asks for no key, since a clinic's file may hold only those that it changes. */
export function brandJsonSchema(): JsonSchema {
  return titled('A clinic’s look, and how to reach it', withoutRequired(toJsonSchema(brandSchema)));
}

/** The schema of `series/<id>.yaml`. */
export function seriesJsonSchema(): JsonSchema {
  return titled('The handouts of one treatment, and its rules as data', toJsonSchema(seriesSchema));
}

function titled(title: string, { $schema: _, ...schema }: JsonSchema): JsonSchema {
  return { ...schemaHead, title, ...schema };
}

function described(schema: JsonSchema | undefined): JsonSchema {
  return { description: schema?.['description'] };
}

function toJsonSchema(schema: z.ZodType): JsonSchema {
  return z.toJSONSchema(schema, {
    io: 'input',
    target: 'draft-7',
    override: ({ zodSchema, jsonSchema }) => {
      // That the program doesn't change what it has read is nothing to an author.
      delete jsonSchema.readOnly;
      const message = phraseOf(zodSchema);
      if (message !== undefined && jsonSchema.type === 'string') jsonSchema['patternErrorMessage'] = message;
    },
  }) as JsonSchema;
}

/** What a schema says in place of a pattern that nobody can read: its own phrase, which begins with “expected”. */
function phraseOf(schema: z.core.$ZodTypes): string | undefined {
  for (const check of schema._zod.def.checks ?? []) {
    const say = check._zod.def.error as (() => unknown) | undefined;
    const said = say?.();
    if (typeof said === 'string') return `${said[0]!.toUpperCase()}${said.slice(1)}.`;
  }
  return undefined;
}

/** Takes `required` off a schema and all in it. */
function withoutRequired(schema: JsonSchema): JsonSchema {
  const { required: _, properties, $schema: __, ...rest } = schema;
  if (properties === undefined) return rest;
  const inner = Object.entries(properties as Readonly<Record<string, JsonSchema>>);
  return {
    ...rest,
    properties: Object.fromEntries(inner.map(([key, value]) => [key, withoutRequired(value)])),
  };
}

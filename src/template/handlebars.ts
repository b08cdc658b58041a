import { createRequire } from 'node:module';
import type HandlebarsModule from 'handlebars';

/** Handlebars' module. */
export type Handlebars = typeof HandlebarsModule;

/** Markup that Handlebars prints without escaping it. */
export type SafeString = InstanceType<Handlebars['SafeString']>;

/** What Handlebars passes to a helper after its arguments. */
export type HelperOptions = Readonly<{
  hash: Readonly<Record<string, unknown>>;
  data: Readonly<Record<string, unknown>>;
  /** Where the call is written; columns count from 0. */
  loc: Readonly<{ source: string; start: Readonly<{ line: number; column: number }> }>;
  fn(context: unknown, options?: unknown): string;
  inverse(context: unknown, options?: unknown): string;
}>;

/**
 * Loads an instance of Handlebars of one's own, so that nothing registered elsewhere reaches a template. It is the
 * single-file build, which loads three times as fast as the 38 files of the default one.
 */
export function createHandlebars(): Handlebars {
  const require = createRequire(import.meta.url);
  const handlebars = require('handlebars/dist/handlebars.min.js') as Handlebars;
  return handlebars.create();
}

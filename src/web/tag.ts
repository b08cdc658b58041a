import type { Direction } from '../base/direction.js';
import { quoteAttribute } from './escape.js';

/** Attributes by name; those that are undefined are left out. */
export type Attributes = Readonly<Record<string, string | undefined>>;

/**
 * Writes an element around HTML that is already written.
 * @param name one of our own names, never one from outside
 * @param html what the element holds
 */
export function element(name: string, attributes: Attributes, html: string): string {
  return `${openTag(name, attributes)}${html}</${name}>`;
}

/** Writes the start of an element; for an element that holds nothing, it is all of it. */
export function openTag(name: string, attributes: Attributes = {}): string {
  const written = Object.entries(attributes).map(([key, value]) =>
    value === undefined ? '' : ` ${key}=${quoteAttribute(value)}`,
  );
  return `<${name}${written.join('')}>`;
}

/** The attributes of a passage in another language or direction. */
export function passage({ lang, dir }: Readonly<{ lang?: string; dir?: Direction }>): Attributes {
  return { lang, dir };
}

import { createHash } from 'node:crypto';

import { formatNames, type FormatName } from '../base/format.js';
import type { PaperName } from '../base/paper.js';
import { variantNames, type VariantName } from '../base/variant.js';
import type { HandoutState } from '../handout/standing.js';
import { outputPath } from './output-path.js';
import { readOutput, type OutputFile } from './store.js';

/**
 * One file of the output folder. It holds nothing about a patient; personal handouts are not listed at all.
 * `file` is relative to the output folder.
 */
export type ManifestEntry = Readonly<{
  id: string;
  lang: string;
  title: string;
  file: string;
  format: FormatName;
  /** Only of a PDF. */
  pages?: number;
  bytes: number;
  sha256: string;
  version: string;
  paper: PaperName;
  variants: readonly VariantName[];
  /** The language beside `lang`. */
  bilingual?: string | undefined;
  brand: string;
  state: HandoutState;
}>;

/** The name of the manifest inside the output folder. */
export const MANIFEST_FILE = 'manifest.json';

/** The SHA-256 of bytes, in hexadecimal. */
export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Writes the manifest: sorted by handout, language and file, and without the time, so the same build gives the same bytes. */
export function manifestFile(entries: readonly ManifestEntry[]): OutputFile {
  const handouts = [...entries].sort(
    (one, other) =>
      compare(one.id, other.id) || compare(one.lang, other.lang) || compare(one.file, other.file),
  );
  return {
    path: MANIFEST_FILE,
    bytes: new TextEncoder().encode(`${JSON.stringify({ format: 1, handouts }, undefined, 2)}\n`),
  };
}

/**
 * Reads the entries of the manifest that an earlier build left, without those whose file is gone or was changed since.
 * @returns no entries when there is no manifest or it isn't one of ours
 */
export function readManifest(dir: string): readonly ManifestEntry[] {
  const bytes = readOutput(dir, MANIFEST_FILE);
  if (bytes === undefined) return [];
  const { handouts } = parseManifest(new TextDecoder().decode(bytes));
  return handouts.filter((entry) => isUnchanged(dir, entry));
}

function isUnchanged(dir: string, entry: ManifestEntry): boolean {
  if (entry.file !== outputPath(entry.id, entry.lang, entry)) return false;
  const bytes = readOutput(dir, entry.file);
  return bytes !== undefined && sha256(bytes) === entry.sha256;
}

function parseManifest(text: string): Readonly<{ handouts: readonly ManifestEntry[] }> {
  try {
    const value: unknown = JSON.parse(text);
    return isManifest(value) ? value : { handouts: [] };
  } catch {
    return { handouts: [] };
  }
}

function isManifest(value: unknown): value is Readonly<{ format: 1; handouts: readonly ManifestEntry[] }> {
  if (typeof value !== 'object' || value === null || !('format' in value) || !('handouts' in value))
    return false;
  return value.format === 1 && Array.isArray(value.handouts) && value.handouts.every(isEntry);
}

function isEntry(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const entry = value as Readonly<Record<string, unknown>>;
  const texts = ['id', 'lang', 'title', 'file', 'sha256', 'version', 'paper', 'brand', 'state'];
  return (
    texts.every((name) => typeof entry[name] === 'string') &&
    typeof entry['bytes'] === 'number' &&
    (entry['pages'] === undefined || typeof entry['pages'] === 'number') &&
    formatNames.some((format) => format === entry['format']) &&
    Array.isArray(entry['variants']) &&
    entry['variants'].every(isVariant) &&
    ['undefined', 'string'].includes(typeof entry['bilingual'])
  );
}

function isVariant(name: unknown): boolean {
  return variantNames.some((known) => known === name);
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

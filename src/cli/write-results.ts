import {
  MANIFEST_FILE,
  manifestFile,
  readManifest,
  sha256,
  type ManifestEntry,
} from '../delivery/manifest.js';
import { formatNames, type FormatName } from '../base/format.js';
import { outputPath } from '../delivery/output-path.js';
import { hasOutput, removeOutput, writeOutput, type OutputFile } from '../delivery/store.js';
import { visitName } from '../handout/names.js';
import type { HandoutRequest } from '../handout/request.js';
import type { Handout } from '../handout/build.js';
import type { BuildResult } from './build-all.js';

/** How one file of a build ended. A handout has one for each format. */
export type BuiltRow = Readonly<{
  request: HandoutRequest;
  format: FormatName;
  /** Relative to the output folder. */
  file: string;
  /** Undefined when an error stands in the way of the handout. */
  entry: ManifestEntry | undefined;
  /** `stale`: it failed, and the file of an earlier build is still there. `held`: it is good, but `--strict` wrote nothing. */
  outcome: 'written' | 'failed' | 'stale' | 'held';
}>;

/** How to write a build. */
export type WriteOptions = Readonly<{
  /** The output folder. */
  dir: string;
  /** Whether nothing at all is written, because of `--strict` and an error. */
  held: boolean;
  /** Whether these are all handouts of the workspace in their variant; if not, the manifest keeps its other entries. */
  complete: boolean;
  /** The brand of requests that name none. */
  brand: string;
}>;

/**
 * Writes what was built, and the manifest last. A handout that failed leaves the file of an earlier build alone, but loses its place in the
 * manifest. Personal handouts are written beside the general ones and are never listed; one that fails takes the file of an earlier build away, which may be another patient's.
 * @throws {OutsideError} when the output folder cannot be written to; then nothing in it has changed
 */
export function writeResults(results: readonly BuildResult[], options: WriteOptions): readonly BuiltRow[] {
  const rows = results.flatMap((result) => describe(result, options));
  for (const { request, outcome } of rows) {
    // What an earlier build left may be another patient's, in whatever format.
    if (request.personal !== undefined && outcome !== 'written')
      for (const format of formatNames) removeOutput(options.dir, pathOf(request, format));
  }
  if (options.held) return rows;
  const files = results.flatMap(({ request, handout }): readonly OutputFile[] =>
    (handout?.files ?? []).map(({ format, bytes }) => ({
      path: pathOf(request, format),
      bytes,
      confidential: request.personal !== undefined,
    })),
  );
  const manifest = updatedManifest(rows, options);
  const all = manifest === undefined ? files : [...files, manifest];
  if (all.length > 0) writeOutput(options.dir, all);
  return rows;
}

function describe({ request, handout }: BuildResult, options: WriteOptions): readonly BuiltRow[] {
  if (handout === undefined) {
    return (request.formats ?? (['pdf'] as const)).map((format) => {
      const file = pathOf(request, format);
      const isStale = request.personal === undefined && hasOutput(options.dir, file);
      return { request, format, file, entry: undefined, outcome: isStale ? 'stale' : 'failed' };
    });
  }
  return handout.files.map(({ format, bytes }) => {
    const file = pathOf(request, format);
    const facts = { file, format, bytes, brand: request.brand ?? options.brand };
    const entry = { ...manifestEntry(handout, facts), id: visitName(request) };
    return { request, format, file, entry, outcome: options.held ? 'held' : 'written' };
  });
}

type FileFacts = Readonly<{ file: string; format: FormatName; bytes: Uint8Array; brand: string }>;

function manifestEntry(handout: Handout, { file, format, bytes, brand }: FileFacts): ManifestEntry {
  return {
    id: handout.id,
    lang: handout.lang,
    title: handout.title,
    file,
    format,
    ...(format === 'pdf' && { pages: handout.pageCount }),
    bytes: bytes.byteLength,
    sha256: sha256(bytes),
    version: handout.version,
    paper: handout.paper,
    variants: handout.variants,
    bilingual: handout.bilingual,
    brand,
    state: handout.state,
  };
}

function updatedManifest(rows: readonly BuiltRow[], options: WriteOptions): OutputFile | undefined {
  const general = rows.filter(({ request }) => request.personal === undefined);
  if (general.length === 0) return undefined;
  const kept = readManifest(options.dir).filter((entry) => isKept(entry, general, options));
  const entries = [...kept, ...general.flatMap(({ entry }) => (entry === undefined ? [] : [entry]))];
  return entries.length === 0 && !hasOutput(options.dir, MANIFEST_FILE) ? undefined : manifestFile(entries);
}

/** What sets the copies of one build apart from the usual ones. */
function kindOf({
  variants = [],
  bilingual = '',
}: Pick<HandoutRequest, 'variants' | 'bilingual'> | ManifestEntry): string {
  return [bilingual, ...variants].join(' ');
}

/**
 * A build of all handouts keeps of an earlier one only what it wasn't asked for this time: other variants, and other
 * formats of its own handouts.
 */
function isKept(entry: ManifestEntry, rows: readonly BuiltRow[], { complete }: WriteOptions): boolean {
  if (rows.some(({ file }) => file === entry.file)) return false;
  const alike = rows.filter(({ request }) => kindOf(request) === kindOf(entry));
  if (!complete || alike.length === 0) return true;
  return alike.some(({ request }) => visitName(request) === entry.id && request.lang === entry.lang);
}

function pathOf(request: HandoutRequest, format: FormatName): string {
  const { lang, personal, variants = [], bilingual } = request;
  return outputPath(visitName(request), lang, {
    variants,
    bilingual,
    personal: personal !== undefined,
    format,
  });
}

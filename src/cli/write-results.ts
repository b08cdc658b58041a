import {
  MANIFEST_FILE,
  manifestFile,
  readManifest,
  sha256,
  type ManifestEntry,
} from '../delivery/manifest.js';
import { outputPath } from '../delivery/output-path.js';
import { hasOutput, removeOutput, writeOutput, type OutputFile } from '../delivery/store.js';
import { visitName } from '../handout/names.js';
import type { HandoutRequest } from '../handout/request.js';
import type { Handout } from '../handout/build.js';
import type { BuildResult } from './build-all.js';

/** How one handout of a build ended. */
export type BuiltRow = Readonly<{
  request: HandoutRequest;
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
  /** Whether these are all handouts of the workspace; if not, the manifest keeps its other entries. */
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
  const rows = results.map((result) => describe(result, options));
  for (const { request, file, outcome } of rows) {
    // What an earlier build left may be another patient's.
    if (request.personal !== undefined && outcome !== 'written') removeOutput(options.dir, file);
  }
  if (options.held) return rows;
  const files = results.flatMap(({ request, handout }): readonly OutputFile[] =>
    handout === undefined
      ? []
      : [{ path: pathOf(request), bytes: handout.pdf, confidential: request.personal !== undefined }],
  );
  const manifest = updatedManifest(rows, options);
  const all = manifest === undefined ? files : [...files, manifest];
  if (all.length > 0) writeOutput(options.dir, all);
  return rows;
}

function describe({ request, handout }: BuildResult, options: WriteOptions): BuiltRow {
  const file = pathOf(request);
  if (handout === undefined) {
    const isStale = request.personal === undefined && hasOutput(options.dir, file);
    return { request, file, entry: undefined, outcome: isStale ? 'stale' : 'failed' };
  }
  const brand = request.brand ?? options.brand;
  const entry = { ...manifestEntry(handout, file, brand), id: visitName(request) };
  return { request, file, entry, outcome: options.held ? 'held' : 'written' };
}

function manifestEntry(handout: Handout, file: string, brand: string): ManifestEntry {
  return {
    id: handout.id,
    lang: handout.lang,
    title: handout.title,
    file,
    pages: handout.pageCount,
    bytes: handout.pdf.byteLength,
    sha256: sha256(handout.pdf),
    version: handout.version,
    paper: handout.paper,
    brand,
    state: handout.state,
  };
}

function updatedManifest(rows: readonly BuiltRow[], { dir, complete }: WriteOptions): OutputFile | undefined {
  const general = rows.filter(({ request }) => request.personal === undefined);
  if (general.length === 0) return undefined;
  const built = new Set(general.map(({ file }) => file));
  const kept = complete ? [] : readManifest(dir).filter((entry) => !built.has(entry.file));
  const entries = [...kept, ...general.flatMap(({ entry }) => (entry === undefined ? [] : [entry]))];
  return entries.length === 0 && !hasOutput(dir, MANIFEST_FILE) ? undefined : manifestFile(entries);
}

function pathOf(request: HandoutRequest): string {
  const { lang, personal } = request;
  return outputPath(visitName(request), lang, personal === undefined ? 'general' : 'personal');
}

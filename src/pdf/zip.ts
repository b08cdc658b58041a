import { zipSync } from 'fflate';

/** A file of an archive; `path` has `/` between its parts. */
export type ArchivedFile = Readonly<{ path: string; bytes: Uint8Array }>;

/**
 * Packs files into one ZIP archive, the same bytes for the same files. It stands here because one folder alone compresses.
 * @param files in the order in which the archive lists them
 */
export function zipFiles(files: readonly ArchivedFile[]): Uint8Array {
  // The first day that the format knows, on the clock of the machine, since that is the clock it is written by.
  const mtime = new Date(1980, 0, 1);
  return zipSync(Object.fromEntries(files.map(({ path, bytes }) => [path, [bytes, { mtime }]])));
}

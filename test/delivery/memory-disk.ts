import type { Disk } from '../../src/delivery/store.js';

/** A file of the disk below. */
export type MemoryFile = Readonly<{ text: string; mode: number }>;

/** A disk in memory that can run full, for what a real one cannot be made to do. */
export function createMemoryDisk(
  capacityBytes: number,
): Readonly<{ disk: Disk; files: Map<string, MemoryFile>; steps: string[] }> {
  const files = new Map<string, MemoryFile>();
  const steps: string[] = [];
  const disk: Disk = {
    makeFolder: () => undefined,
    realPath: (path) => path,
    write: (path, bytes, mode) => {
      steps.push(`write ${path}`);
      files.set(path, { text: new TextDecoder().decode(bytes), mode });
      const used = [...files.values()].reduce((sum, { text }) => sum + text.length, 0);
      if (used > capacityBytes) throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
    },
    rename: (from, to) => {
      steps.push(`rename ${to}`);
      files.set(to, files.get(from)!);
      files.delete(from);
    },
    remove: (path) => void files.delete(path),
  };
  return { disk, files, steps };
}

import type { AppendFile, JournalDisk } from '../../../src/delivery/journal/disk.js';
import type { Processes } from '../../../src/delivery/journal/processes.js';

/** Lets time pass between two steps, or for ever once the machine has crashed. */
export type Step = () => Promise<void>;

/** A disk in memory that remembers what a power cut would leave. */
export type MemoryJournalDisk = JournalDisk &
  Readonly<{
    /** The bytes by name; a test may change them. */
    files: Map<string, Uint8Array>;
    /**
     * What is found after a power cut: all that was waited for, and of what was being written as much as the cut let through.
     * @param tear makes what is left of the bytes that were being written
     */
    afterCrash(tear: (bytes: Uint8Array) => Uint8Array, step?: Step): MemoryJournalDisk;
  }>;

/** Makes a disk. */
export function memoryJournalDisk(
  contents: ReadonlyMap<string, Uint8Array> = new Map(),
  step: Step = () => Promise.resolve(),
): MemoryJournalDisk {
  const files = new Map(contents);
  const torn = new Map<string, Uint8Array>();
  return {
    files,
    list: () => [...files.keys()],
    read: (name) => files.get(name),
    create(name, bytes) {
      if (files.has(name)) return false;
      files.set(name, bytes);
      return true;
    },
    replace: (name, bytes) => void files.set(name, bytes),
    remove: (name) => void files.delete(name),
    async openToAppend(name, length): Promise<AppendFile> {
      await step();
      files.set(name, files.get(name)!.slice(0, length));
      return {
        async append(bytes) {
          torn.set(name, bytes);
          await step();
          files.set(name, Buffer.concat([files.get(name)!, bytes]));
          torn.delete(name);
          await step();
        },
        close: () => Promise.resolve(),
      };
    },
    afterCrash(tear, nextStep) {
      const left = new Map(files);
      for (const [name, bytes] of torn) left.set(name, Buffer.concat([files.get(name)!, tear(bytes)]));
      return memoryJournalDisk(left, nextStep);
    },
  };
}

/** A machine on which only one process runs. */
export function onlyProcess(pid: number): Processes {
  const self = { host: 'here', pid, started: '' };
  return { self, isRunning: (owner) => owner.host === 'here' && owner.pid === pid };
}

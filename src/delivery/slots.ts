/** A number of places that may be taken at once; who comes later waits, and is served in the order of coming. */
export type Slots = Readonly<{ take(): Promise<void>; give(): void }>;

/** Makes so many places. */
export function createSlots(count: number): Slots {
  let free = count;
  const waiting: (() => void)[] = [];
  return {
    take() {
      if (free > 0) {
        free -= 1;
        return Promise.resolve();
      }
      return new Promise((resolve) => waiting.push(resolve));
    },
    give() {
      const next = waiting.shift();
      if (next === undefined) free += 1;
      else next();
    },
  };
}

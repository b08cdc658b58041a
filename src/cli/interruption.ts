/** Lets a command finish in order when a person presses Ctrl-C, instead of ending at once. */
export type Interruption = Readonly<{
  /**
   * Has the first signal call a function; the command then ends by itself, with the exit code `interrupted`. A second signal ends the
   * program.
   * @returns gives the signals back
   */
  hold(stop: () => void): () => void;
}>;

/** An interruption, and what the process tells it. */
export type InterruptionSource = Interruption &
  Readonly<{
    /** Tells whether a command takes care of the signal that has come. */
    isTaken(): boolean;
  }>;

/** Makes the interruption of a process. */
export function createInterruption(): InterruptionSource {
  let held: (() => void) | undefined;
  return {
    hold: (stop) => {
      held = stop;
      return () => {
        held = undefined;
      };
    },
    isTaken: () => {
      const stop = held;
      held = undefined;
      stop?.();
      return stop !== undefined;
    },
  };
}

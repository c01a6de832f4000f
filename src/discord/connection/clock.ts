// Notices when the machine's clock, by which the library counts limits, was set back against one that only ever goes on.

export interface Clocks {
  /** Milliseconds; only differences matter. */
  readonly now: () => number;
  /** Milliseconds since 1970, which may jump. */
  readonly today: () => number;
  /** Milliseconds between two looks. */
  readonly every: number;
}

/** A kept clock is corrected by less, in milliseconds. */
const SMALLEST_STEP_MS = 2_000;

/** Calls back after each step back; returns what ends the watch. */
export function watchClock({ now, today, every }: Clocks, onStepBack: () => void): () => void {
  let ahead = today() - now();
  const timer = setInterval(() => {
    const before = ahead;
    ahead = today() - now();
    if (ahead < before - SMALLEST_STEP_MS) onStepBack();
  }, every);
  return () => clearInterval(timer);
}

// The simulated clock: it stands still unless a test moves it, or it follows the `now` it is given.

/** 1 January 2026, 00:00 UTC: any fixed moment after Discord's epoch serves. */
const DEFAULT_START_MS = Date.UTC(2026, 0, 1);

export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Moves the clock forward, e.g. past the 3 s or the 15 min of an interaction. */
  advance(milliseconds: number): void;
}

export function createClock(now: () => number = () => DEFAULT_START_MS): Clock {
  let offset = 0;
  return {
    now: () => now() + offset,
    advance: (milliseconds) => {
      offset += milliseconds;
    },
  };
}

export function isoTime(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}

// The simulated clock, which stands still unless a test moves it; and Discord's ids, which carry the time.

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

/** As Discord writes a time: in microseconds, with an offset (any `timestamp` in the examples of its documentation). */
export function isoTime(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace('Z', '000+00:00');
}

/** 1 January 2015, where Discord's snowflakes start. */
const DISCORD_EPOCH_MS = 1_420_070_400_000n;
/** The lowest 22 bits of a snowflake are not time. */
const TIME_SHIFT = 22n;
const SEQUENCE_MASK = (1n << TIME_SHIFT) - 1n;

export type Snowflake = string;

/** A maker of ids: each call returns a larger one, also while the clock stands still. */
export function createSnowflakes(now: () => number): () => Snowflake {
  let sequence = 0n;
  let latest = 0n;
  return () => {
    sequence = (sequence + 1n) & SEQUENCE_MASK;
    const candidate = ((BigInt(Math.floor(now())) - DISCORD_EPOCH_MS) << TIME_SHIFT) | sequence;
    latest = candidate > latest ? candidate : latest + 1n;
    return latest.toString();
  };
}

/** Orders snowflakes by age: oldest first. */
export function byAge(left: Snowflake, right: Snowflake): number {
  const difference = BigInt(left) - BigInt(right);
  if (difference === 0n) return 0;
  return difference < 0n ? -1 : 1;
}

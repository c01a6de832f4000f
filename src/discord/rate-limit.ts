// Questions a minute, per member and per channel: over the limit one short notice, then silence until there is room.

export type Admission = 'admitted' | 'notice' | 'silence';

export interface RateLimit {
  readonly admit: (key: string) => Admission;
}

const WINDOW_MS = 60_000;
/** Keys remembered; beyond it the one that has been quiet longest is forgotten. */
const MOST_KEYS = 10_000;

interface Usage {
  readonly times: number[];
  noticed: boolean;
}

export interface RateLimitOptions {
  /** 0 means no limit. */
  readonly perMinute: number;
  /** Milliseconds; only differences matter. */
  readonly now: () => number;
}

export function limitRate({ perMinute, now }: RateLimitOptions): RateLimit {
  const usages = new Map<string, Usage>();
  if (perMinute === 0) return { admit: () => 'admitted' };
  return {
    admit: (key) => {
      const time = now();
      const usage = usages.get(key) ?? { times: [], noticed: false };
      usages.delete(key);
      usages.set(key, usage);
      forgetOldest(usages);
      while (usage.times[0] !== undefined && usage.times[0] <= time - WINDOW_MS) usage.times.shift();
      if (usage.times.length < perMinute) {
        usage.times.push(time);
        usage.noticed = false;
        return 'admitted';
      }
      const admission = usage.noticed ? 'silence' : 'notice';
      usage.noticed = true;
      return admission;
    },
  };
}

function forgetOldest(usages: Map<string, Usage>): void {
  if (usages.size <= MOST_KEYS) return;
  const oldest = usages.keys().next();
  if (oldest.done !== true) usages.delete(oldest.value);
}

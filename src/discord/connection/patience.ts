// How long the bot waits for Discord: pauses that grow from one attempt to the next, a day's logins, and how long a
// connection may hang. All in milliseconds of a clock that only ever goes on.
import { setTimeout as delay } from 'node:timers/promises';

export interface Patience {
  /** Before the second attempt; each further one waits twice as long. */
  readonly firstPause: number;
  readonly longestPause: number;
  /** The longest pause after an attempt that has cost a login (IDENTIFY), of which Discord counts 1,000 a day. */
  readonly longestLoginPause: number;
  /** A connection that lasted that long has come to stay: the next pauses begin anew. */
  readonly lasting: number;
  /** Logins a day and process. */
  readonly mostLogins: number;
  /** How often to look at the connections. */
  readonly watchInterval: number;
  /** Discord answers RESUME and IDENTIFY within seconds. */
  readonly longestHandshake: number;
  /** The library itself gives up 60 s after it began to connect. */
  readonly longestConnecting: number;
  /** Three heartbeats of 41.25 s and some slack; the library itself gives up after one. */
  readonly longestSilence: number;
  /** An answer that could not be sent for so long is not sent any more. */
  readonly longestSending: number;
  /** Resolves after the time, or at once when the signal is aborted. */
  readonly sleep: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}

export const PATIENCE: Patience = {
  firstPause: 1_000,
  longestPause: 60_000,
  longestLoginPause: 300_000,
  lasting: 60_000,
  mostLogins: 500,
  watchInterval: 5_000,
  longestHandshake: 60_000,
  longestConnecting: 300_000,
  longestSilence: 150_000,
  longestSending: 120_000,
  sleep,
};

/** Node's timers hold no more; longer pauses are asked for again. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

async function sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
  try {
    await delay(Math.min(milliseconds, LONGEST_TIMER_MS), undefined, { signal, ref: false });
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}

export type Growth = Pick<Patience, 'firstPause' | 'longestPause'>;

/** Before the first attempt nothing, then the first pause, then twice as much each time. */
export function pauseBefore(attempt: number, { firstPause, longestPause }: Growth): number {
  return attempt === 0 ? 0 : Math.min(longestPause, firstPause * 2 ** (attempt - 1));
}

const DAY_MS = 86_400_000;

/** The logins of the last 24 hours, at most so many. */
export interface LoginBudget {
  /** Milliseconds until another login is allowed; 0 where it is now. */
  readonly wait: () => number;
  readonly spend: () => void;
}

export function openLoginBudget(most: number, now: () => number): LoginBudget {
  let spent: readonly number[] = [];
  return {
    wait: () => {
      spent = spent.filter((time) => time > now() - DAY_MS);
      const oldest = spent.at(-most);
      return oldest === undefined ? 0 : oldest + DAY_MS - now();
    },
    spend: () => {
      spent = [...spent, now()];
    },
  };
}

// How long the bot waits for Discord: pauses that grow from one attempt to the next, a day's logins, how long a connection may
// hang; and the waiting before a login, until REST answers and has logins left. In milliseconds of a clock that only goes on.
import { setTimeout as delay } from 'node:timers/promises';
import { DiscordAPIError, HTTPError, RateLimitError, REST, type RESTOptions, Routes } from 'discord.js';
import { z } from 'zod';
import { DOCTOR } from '../../wording/doctor.ts';
import { describeError, type Log } from '../desk/log.ts';

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
  /** The whole answer of Discord's REST to what is asked before a login. */
  readonly longestAsking: number;
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
  longestAsking: 10_000,
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

export interface KnockOptions {
  readonly token: string;
  /** The REST base without its version; absent: Discord's own. */
  readonly apiUrl?: string | undefined;
  /** How many shards this process will log in, of how many Discord recommends. */
  readonly logins: (recommended: number) => number;
  readonly log: Log;
  readonly patience: Patience;
  readonly stop: AbortSignal;
}

export type Knocked =
  | { readonly kind: 'open'; readonly recommended: number }
  | { readonly kind: 'token-refused' }
  | { readonly kind: 'stopped' };

/** What Discord says, as far as the bot needs it. */
const gateway = z.object({
  url: z.string(),
  shards: z.number().int().positive(),
  session_start_limit: z.object({ remaining: z.number(), reset_after: z.number().nonnegative() }),
});

type Answer =
  | { readonly kind: 'open'; readonly recommended: number }
  | { readonly kind: 'token-refused' }
  /** `key` tells one reason from another; `least` is how long it will last, in milliseconds. */
  | { readonly kind: 'wait'; readonly key: string; readonly detail: object; readonly least: number };

const UNAUTHORIZED = 401;

export async function knock(options: KnockOptions): Promise<Knocked> {
  const { token, apiUrl, log, patience, stop } = options;
  const api = apiUrl === undefined ? {} : { api: apiUrl };
  const rest = new REST({ ...api, ...ONCE }).setToken(token);
  let told: string | undefined;
  for (let attempt = 1; !stop.aborted; attempt += 1) {
    const answer = await ask(rest, options);
    if (stop.aborted) break;
    if (answer.kind !== 'wait') {
      if (told !== undefined && answer.kind === 'open') log.info('Discord answers again');
      return answer;
    }
    if (answer.key !== told) log.warn({ ...answer.detail }, `${answer.key} Waiting.`);
    told = answer.key;
    await patience.sleep(pauseOf(attempt, answer.least, patience), stop);
  }
  return { kind: 'stopped' };
}

/** Asked again at least as often as the longest pause says: a sleeping machine's timers sleep, too. */
function pauseOf(attempt: number, least: number, patience: Patience): number {
  return Math.min(Math.max(pauseBefore(attempt, patience), least), patience.longestLoginPause);
}

/** The library's own repetitions have no pause between them, and its sweeping would keep it until the process ends. */
const ONCE: Partial<RESTOptions> = {
  ...{ retries: 0, rejectOnRateLimit: () => true },
  ...{ hashSweepInterval: 0, handlerSweepInterval: 0 },
};

async function ask(rest: REST, options: KnockOptions): Promise<Answer> {
  const { logins, stop, apiUrl = rest.options.api, patience } = options;
  // The library listens to a request's signal for ever, and the one to stop outlives thousands of attempts.
  const own = new AbortController();
  const end = () => own.abort();
  stop.addEventListener('abort', end);
  // The library's own deadline comes later, and ends with the headers.
  const deadline = setTimeout(end, patience.longestAsking);
  try {
    const read = gateway.safeParse(await rest.get(Routes.gatewayBot(), { signal: own.signal }));
    if (!read.success) return wait(DOCTOR.discord.strange(apiUrl));
    const { shards, session_start_limit: limit } = read.data;
    if (limit.remaining >= logins(shards)) return { kind: 'open', recommended: shards };
    const detail = { left: limit.remaining, minutes: Math.ceil(limit.reset_after / 60_000) };
    return { kind: 'wait', key: 'Discord allows no further login today.', detail, least: limit.reset_after };
  } catch (error) {
    return answerFor(error, apiUrl, patience);
  } finally {
    clearTimeout(deadline);
    stop.removeEventListener('abort', end);
  }
}

function answerFor(error: unknown, api: string, { longestAsking }: Patience): Answer {
  if (error instanceof RateLimitError) return { ...wait(DOCTOR.discord.busy), least: error.retryAfter };
  if (error instanceof DiscordAPIError || error instanceof HTTPError)
    return error.status === UNAUTHORIZED
      ? { kind: 'token-refused' }
      : wait(DOCTOR.discord.failed(error.status));
  const { code, message, name } = describeError(error);
  if (name === 'AbortError') return wait(DOCTOR.discord.late(api, longestAsking / 1000));
  // A body that says it is JSON and is none.
  if (error instanceof SyntaxError) return wait(DOCTOR.discord.strange(api));
  return wait(DOCTOR.discord.unreachable(api, String(code ?? message)));
}

function wait(finding: { readonly what: string; readonly mend?: string }) {
  const detail = finding.mend === undefined ? {} : { advice: finding.mend };
  return { kind: 'wait', key: finding.what, detail, least: 0 } as const;
}

// Watches a client: for what no reconnection can mend (one line says why the bot ends), for what hangs and is connected anew, for
// a clock set back, by which the library counts limits; and tells whoever watches from outside how its connections are.
import { type Client, Events, GatewayCloseCodes, RESTEvents, Status } from 'discord.js';
import { describeError, type Log } from '../desk/log.ts';
import type { Connection, Vitals } from '../desk/vitals.ts';
import { surviveEvents } from './intake.ts';
import type { Patience } from './patience.ts';
import type { Phase, ShardState, Shards } from './shards.ts';

/**
 * Why the bot ends. `temporary`: a process that is started anew may do better. `final`: it would not, before somebody has
 * changed something.
 */
export type Ending =
  | { readonly kind: 'stopped' }
  | { readonly kind: 'temporary' | 'final'; readonly reason: string };

export interface WatchOptions {
  readonly log: Log;
  readonly shards: Shards;
  /** Milliseconds; only differences matter. */
  readonly now: () => number;
  readonly patience: Patience;
  /** Whether the operator has said which shards this process runs. */
  readonly isAssigned: boolean;
}

/** Calls `end`, perhaps more than once; returns what ends the watch. */
export function watchForFaults(
  client: Client,
  options: WatchOptions,
  end: (ending: Ending) => void,
): () => void {
  const { log, shards, patience } = options;
  surviveEvents(client, log);
  client.on(Events.ShardDisconnect, ({ code }) => end(endingAfterClose(code, options.isAssigned)));
  client.on(Events.Invalidated, () => end({ kind: 'temporary', reason: 'Discord invalidated the session.' }));
  client.rest.on('response', ({ data }, { status }) => {
    // Requests that carry an interaction's token instead of the bot's do not tell about the bot's.
    if (status === 401 && data.auth !== false) end(TOKEN_REFUSED);
  });
  client.on(Events.Error, (error) =>
    log.error({ error: describeError(error) }, 'discord.js reported an error'),
  );
  const watchdog = watchConnections(options);
  const timer = setInterval(() => {
    for (const { shard, order, reason } of watchdog.check()) {
      log.warn({ shard, reason }, order === 'end' ? 'a shard is stuck' : 'a shard hangs; connecting it anew');
      if (order === 'end') end({ kind: 'temporary', reason: `Shard ${shard} is stuck: ${reason}` });
      else shards.reconnect(shard);
    }
  }, patience.watchInterval);
  return () => clearInterval(timer);
}

/** Why a login was refused for good; undefined where it may be tried again. */
export function refusalOf(error: unknown): Ending | undefined {
  const { message, code } = describeError(error);
  return code === 'TokenInvalid' || /\b401\b/.test(message) ? TOKEN_REFUSED : undefined;
}

export const TOKEN_REFUSED: Ending = {
  kind: 'final',
  reason:
    'Discord refused the token (401 or close code 4004): it is wrong or was revoked. Copy a new one from the Discord ' +
    'Developer Portal, your application, page Bot, into DISCORD_TOKEN.',
};

/** The close codes after which Discord wants no further attempt. */
function endingAfterClose(code: number, isAssigned: boolean): Ending {
  switch (code) {
    case GatewayCloseCodes.AuthenticationFailed:
      return TOKEN_REFUSED;
    case GatewayCloseCodes.InvalidShard:
    case GatewayCloseCodes.ShardingRequired:
      return isAssigned ? wrongShards(code) : moreShards(code);
    case GatewayCloseCodes.InvalidAPIVersion:
      return final('Discord no longer accepts this gateway version (close code 4012). Update discord.js.');
    case GatewayCloseCodes.InvalidIntents:
      return final('Discord refused the intents as invalid (close code 4013). Update the bot.');
    case GatewayCloseCodes.DisallowedIntents:
      return final(
        'Discord refused the Message Content intent (close code 4014). Switch on "Message Content Intent" in the ' +
          'Discord Developer Portal, your application, page Bot, section Privileged Gateway Intents; or empty ASK_CHANNELS.',
      );
    default:
      return { kind: 'temporary', reason: `Discord closed the connection for good (close code ${code}).` };
  }
}

function final(reason: string): Ending {
  return { kind: 'final', reason };
}

function wrongShards(code: number): Ending {
  return final(
    `Discord refused the shards (close code ${code}). See that SHARD_IDS are below SHARD_COUNT; where the bot is in too ` +
      'many servers for them, raise SHARD_COUNT in every process.',
  );
}

/** How many there are is asked anew at each start. */
function moreShards(code: number): Ending {
  const reason = `Discord wants the bot’s servers spread over more connections (close code ${code}). Start it anew.`;
  return { kind: 'temporary', reason };
}

/** What is to be done about a shard. */
export interface Order {
  readonly shard: number;
  readonly order: 'reconnect' | 'end';
  readonly reason: string;
}

interface WatchdogOptions {
  readonly shards: Pick<Shards, 'states'>;
  readonly now: () => number;
  readonly patience: Patience;
}

/**
 * Watches the connections from outside: the library waits for ever for a RESUME that is never answered, and goes on calling
 * itself ready.
 */
export interface Watchdog {
  /** What hangs. To be called every `watchInterval`. */
  readonly check: () => readonly Order[];
}

interface Watched {
  readonly signs: number;
  /** Watched milliseconds without a sign of life. */
  readonly still: number;
  readonly isOrdered: boolean;
}

export function watchConnections({ shards, now, patience }: WatchdogOptions): Watchdog {
  const watched = new Map<number, Watched>();
  let last = now();
  return {
    check: () => {
      const time = now();
      // Time in which the whole process stood still says nothing about Discord.
      const elapsed = Math.min(Math.max(time - last, 0), 2 * patience.watchInterval);
      last = time;
      return shards.states().flatMap((state) => {
        const { still, isOrdered } = lookAgain(watched.get(state.id), state, elapsed);
        const longest = longestIn(state.phase, patience);
        const isHung = still > longest;
        watched.set(state.id, {
          ...{ signs: state.signs, still: isHung ? 0 : still, isOrdered: isOrdered || isHung },
        });
        const reason = `${state.phase} without a sign of life for ${Math.round(longest / 1000)} s.`;
        return isHung ? [{ shard: state.id, order: isOrdered ? 'end' : 'reconnect', reason } as const] : [];
      });
    },
  };
}

function lookAgain(before: Watched | undefined, { signs }: ShardState, elapsed: number): Watched {
  if (before === undefined || before.signs !== signs) return { signs, still: 0, isOrdered: false };
  return { ...before, still: before.still + elapsed };
}

/** In the other phases time is not the shard's: it waits for its turn. */
function longestIn(phase: Phase, patience: Patience): number {
  switch (phase) {
    case 'handshake':
      return patience.longestHandshake;
    case 'connecting':
      return patience.longestConnecting;
    case 'ready':
      return patience.longestSilence;
    case 'waiting':
    case 'queued':
      return Number.POSITIVE_INFINITY;
  }
}

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

export function tellPulse(client: Client, vitals: Vitals, shards: Pick<Shards, 'states'>): void {
  const known = new Set<number>();
  client.on(Events.ShardReady, (shard) => {
    if (known.has(shard)) vitals.reconnected(shard, 'anew');
    known.add(shard);
  });
  client.on(Events.ShardResume, (shard) => vitals.reconnected(shard, 'resumed'));
  client.rest.on(RESTEvents.RateLimited, () => vitals.waited());
  vitals.follow(() => connectionsOf(client, shards.states()));
}

/** Two heartbeats of 41.25 s and some slack, in milliseconds: what the library calls ready may be deaf. */
const LONGEST_UNHEARD_MS = 90_000;

function connectionsOf(client: Client, states: readonly ShardState[]): readonly Connection[] {
  return client.ws.shards.map(({ id, status, ping }) => {
    const silence = states.find((state) => state.id === id)?.silence;
    return {
      shard: id,
      state: nameOf(status),
      // The library's word for "not yet" is a negative number.
      ping: ping < 0 ? undefined : ping,
      silence,
      isHeard: silence !== undefined && silence <= LONGEST_UNHEARD_MS,
    };
  });
}

function nameOf(status: Status): Connection['state'] {
  // An enumeration's reverse table is not typed by its names.
  return Status[status] as Connection['state'];
}

// What is looked at every few seconds: whether the machine's clock was set back, by which the library counts limits; and how a
// client's connections are, for whoever watches from outside.
import { type Client, Events, RESTEvents, Status } from 'discord.js';
import type { Connection, Vitals } from '../desk/vitals.ts';
import type { ShardState, Shards } from './shards.ts';

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

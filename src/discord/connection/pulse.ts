// Tells whoever watches from outside how a client's connections are.
import { type Client, Events, RESTEvents, Status } from 'discord.js';
import type { Connection, Vitals } from '../desk/vitals.ts';

export function tellPulse(client: Client, vitals: Vitals): void {
  const known = new Set<number>();
  client.on(Events.ShardReady, (shard) => {
    if (known.has(shard)) vitals.reconnected(shard, 'anew');
    known.add(shard);
  });
  client.on(Events.ShardResume, (shard) => vitals.reconnected(shard, 'resumed'));
  client.rest.on(RESTEvents.RateLimited, () => vitals.waited());
  vitals.follow(() => connectionsOf(client));
}

function connectionsOf(client: Client): readonly Connection[] {
  return client.ws.shards.map(({ id, status, ping }) => ({
    shard: id,
    state: nameOf(status),
    // The library's word for "not yet" is a negative number.
    ping: ping < 0 ? undefined : ping,
  }));
}

function nameOf(status: Status): Connection['state'] {
  // An enumeration's reverse table is not typed by its names.
  return Status[status] as Connection['state'];
}

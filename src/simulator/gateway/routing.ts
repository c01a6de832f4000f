// Which shard an event goes to, and whether enough shards are connected: as Discord's documentation of sharding says.
import type { Json } from '../protocol/json.ts';
import type { GatewayEvent } from './dispatch.ts';

/** One of `count` connections among which Discord spreads a bot's guilds. */
export interface Shard {
  readonly id: number;
  readonly count: number;
}

/** A snowflake's lowest 22 bits are not time. */
const TIME_SHIFT = 22n;

export function isGuildOn({ id, count }: Shard, guildId: string): boolean {
  return Number((BigInt(guildId) >> TIME_SHIFT) % BigInt(count)) === id;
}

/** What belongs to no guild, such as direct messages, goes to shard 0. */
export function isFor(shard: Shard, { name, payload }: Pick<GatewayEvent, 'name' | 'payload'>): boolean {
  const guildId = guildOf(name, payload);
  return guildId === undefined ? shard.id === 0 : isGuildOn(shard, guildId);
}

function guildOf(name: string, payload: Json): string | undefined {
  const id = name === 'GUILD_CREATE' ? payload['id'] : payload['guild_id'];
  return typeof id === 'string' ? id : undefined;
}

/** @returns undefined for what is no shard */
export function readShard(value: unknown): Shard | undefined {
  if (value === undefined) return { id: 0, count: 1 };
  if (!Array.isArray(value)) return undefined;
  const [id, count]: readonly unknown[] = value;
  if (!Number.isInteger(id) || !Number.isInteger(count)) return undefined;
  const shard = { id: Number(id), count: Number(count) };
  return shard.id >= 0 && shard.id < shard.count ? shard : undefined;
}

export function isSameShard(one: Shard, other: Shard): boolean {
  return one.id === other.id && one.count === other.count;
}

/** Whether there is a connected session for each of the shards that the latest session speaks of. */
export function isComplete(
  sessions: readonly { readonly shard: Shard; readonly isConnected: boolean }[],
): boolean {
  const count = sessions.at(-1)?.shard.count ?? 1;
  const present = sessions.filter(({ shard, isConnected }) => shard.count === count && isConnected);
  return present.length >= count;
}

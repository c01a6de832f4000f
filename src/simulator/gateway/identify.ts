// Judges an IDENTIFY as Discord does: accepted with its intents, or closed with a code; and says which shard an event goes to,
// and whether enough shards are connected, as Discord's documentation of sharding has it.
import { isObject, type Json, numberIn } from '../protocol/json.ts';
import type { GatewayEvent } from './dispatch.ts';

export const CLOSE = {
  unknownError: 4000,
  unknownOpcode: 4001,
  decodeError: 4002,
  notAuthenticated: 4003,
  authenticationFailed: 4004,
  alreadyAuthenticated: 4005,
  invalidShard: 4010,
  shardingRequired: 4011,
  invalidVersion: 4012,
  invalidIntents: 4013,
  disallowedIntents: 4014,
} as const;

export interface Portal {
  readonly token: string;
  readonly tokenRevoked: boolean;
  readonly privileged: readonly PrivilegedIntent[];
  /** Fewer shards are refused with 4011. */
  readonly fewestShards: number;
}

export type Judgement =
  | { readonly accepted: true; readonly intents: number; readonly shard: Shard }
  | { readonly accepted: false; readonly code: number };

export function judgeIdentify(data: unknown, portal: Portal): Judgement {
  if (!isObject(data)) return refuse(CLOSE.decodeError);
  if (data['token'] !== portal.token || portal.tokenRevoked) return refuse(CLOSE.authenticationFailed);
  if (!isObject(data['properties'])) return refuse(CLOSE.decodeError);
  const intents = data['intents'];
  if (!areValidIntents(intents)) return refuse(CLOSE.invalidIntents);
  if (disallowedIntents(intents, portal.privileged).length > 0) return refuse(CLOSE.disallowedIntents);
  const shard = readShard(data['shard']);
  if (shard === undefined) return refuse(CLOSE.invalidShard);
  return shard.count < portal.fewestShards
    ? refuse(CLOSE.shardingRequired)
    : { accepted: true, intents, shard };
}

export interface ResumeRequest {
  readonly sessionId: unknown;
  readonly sequence: number;
}

export function readResume(data: unknown, portal: Portal): ResumeRequest | undefined {
  if (!isObject(data) || data['token'] !== portal.token || portal.tokenRevoked) return undefined;
  return { sessionId: data['session_id'], sequence: numberIn(data, 'seq') ?? 0 };
}

function refuse(code: number): Judgement {
  return { accepted: false, code };
}

const INTENT = {
  Guilds: 1 << 0,
  GuildMembers: 1 << 1,
  GuildModeration: 1 << 2,
  GuildExpressions: 1 << 3,
  GuildIntegrations: 1 << 4,
  GuildWebhooks: 1 << 5,
  GuildInvites: 1 << 6,
  GuildVoiceStates: 1 << 7,
  GuildPresences: 1 << 8,
  GuildMessages: 1 << 9,
  GuildMessageReactions: 1 << 10,
  GuildMessageTyping: 1 << 11,
  DirectMessages: 1 << 12,
  DirectMessageReactions: 1 << 13,
  DirectMessageTyping: 1 << 14,
  MessageContent: 1 << 15,
  GuildScheduledEvents: 1 << 16,
  AutoModerationConfiguration: 1 << 20,
  AutoModerationExecution: 1 << 21,
  GuildMessagePolls: 1 << 24,
  DirectMessagePolls: 1 << 25,
} as const;

export type IntentName = keyof typeof INTENT;
export type PrivilegedIntent = 'GuildMembers' | 'GuildPresences' | 'MessageContent';

const PRIVILEGED: readonly PrivilegedIntent[] = ['GuildMembers', 'GuildPresences', 'MessageContent'];
/** Flags of an application of fewer than 100 guilds whose intents are switched on in the developer portal. */
const LIMITED_FLAG: Readonly<Record<PrivilegedIntent, number>> = {
  GuildPresences: 1 << 13,
  GuildMembers: 1 << 15,
  MessageContent: 1 << 19,
};
const ALL = Object.values(INTENT).reduce((bits, bit) => bits | bit, 0);

export function hasIntent(intents: number, name: IntentName): boolean {
  return (intents & INTENT[name]) !== 0;
}

function areValidIntents(intents: unknown): intents is number {
  return typeof intents === 'number' && Number.isInteger(intents) && intents >= 0 && (intents & ~ALL) === 0;
}

/** The privileged intents that were asked for without being switched on in the developer portal. */
function disallowedIntents(intents: number, allowed: readonly PrivilegedIntent[]): readonly IntentName[] {
  return PRIVILEGED.filter((name) => hasIntent(intents, name) && !allowed.includes(name));
}

/** The application's flags: the privileged intents that are switched on. */
export function applicationFlags(allowed: readonly PrivilegedIntent[]): number {
  return allowed.reduce((flags, name) => flags | LIMITED_FLAG[name], 0);
}

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
function readShard(value: unknown): Shard | undefined {
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

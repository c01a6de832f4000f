// What the bot asks of Discord: the client's intents, caches and addresses, the permissions and the link that invites it; no
// more than it needs.
import {
  Client,
  type ClientOptions,
  GatewayIntentBits,
  OAuth2Scopes,
  Options,
  Partials,
  PermissionFlagsBits,
  PermissionsBitField,
} from 'discord.js';
import { CACHES } from './intake.ts';
import type { Shards } from './shards.ts';

export interface ClientSettings {
  /** The REST base without its version; absent: Discord's own. The gateway's address comes from it. */
  readonly apiUrl?: string | undefined;
  /** Whether messages that do not address the bot are read as well; Discord must have allowed it. */
  readonly readsAll: boolean;
  /** Timings of the connection, for tests on loopback. */
  readonly timing?: Pick<ClientOptions, 'ws'> | undefined;
  /** The connections of this process, of so many in all: always said, since the library else reads its own variables. */
  readonly assignment: Assignment;
  /** Left out: the library's own. */
  readonly buildStrategy?: Shards['buildStrategy'];
}

/** The shards that a process runs, of how many there are. */
export interface Assignment {
  readonly ids: readonly number[];
  readonly count: number;
}

/** What every line of the log says of one of several processes, e.g. `shards 0-3, 6 of 8`. */
export function processName({ ids, count }: Assignment): string {
  return `shards ${writeShards(ids)} of ${count}`;
}

/** As in SHARD_IDS, e.g. `0-3, 6`; from 0, ascending. */
export function writeShards(ids: readonly number[]): string {
  const ranges: (readonly [number, number])[] = [];
  for (const id of ids) {
    const [first, last] = ranges.at(-1) ?? [];
    if (first !== undefined && last === id - 1) ranges.splice(-1, 1, [first, id]);
    else ranges.push([id, id]);
  }
  return ranges.map(([first, last]) => (first === last ? `${first}` : `${first}-${last}`)).join(', ');
}

/** None is privileged: mentions, replies, direct messages and the context menu bring their text along. */
const INTENTS = [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages];

/**
 * How often what is known of each channel's limits is looked through, in milliseconds: what nothing waits for is forgotten. By
 * itself the library does so once an hour, and each interaction that is answered twice has limits of its own.
 */
const FORGET_LIMITS_EVERY_MS = 5 * 60_000;

export function createClient(settings: ClientSettings): Client {
  const { apiUrl, readsAll, timing, assignment, buildStrategy } = settings;
  return new Client({
    shards: [...assignment.ids],
    shardCount: assignment.count,
    intents: readsAll ? [...INTENTS, GatewayIntentBits.MessageContent] : INTENTS,
    // Direct messages come in channels that the client has not seen before.
    partials: [Partials.Channel, Partials.Message],
    makeCache: Options.cacheWithLimits({ ...Options.DefaultMakeCacheSettings, ...CACHES }),
    allowedMentions: { parse: [], repliedUser: false },
    failIfNotExists: false,
    rest: {
      handlerSweepInterval: FORGET_LIMITS_EVERY_MS,
      ...(apiUrl === undefined ? {} : { api: apiUrl }),
    },
    ws: { ...(buildStrategy ? { buildStrategy } : {}), ...timing?.ws },
  });
}

/** What the invite link asks for, and why each is needed. */
export const NEEDED_PERMISSIONS = {
  /** To receive the messages that mention it. */
  viewChannel: PermissionFlagsBits.ViewChannel,
  sendMessages: PermissionFlagsBits.SendMessages,
  sendMessagesInThreads: PermissionFlagsBits.SendMessagesInThreads,
  /** Answers are embeds. */
  embedLinks: PermissionFlagsBits.EmbedLinks,
  /** Discord demands it for a reply that shows the question. */
  readMessageHistory: PermissionFlagsBits.ReadMessageHistory,
} as const;

/** Invites the bot, asking for the least permissions. */
export function inviteLink(applicationId: string): string {
  const query = new URLSearchParams({
    client_id: applicationId,
    scope: [OAuth2Scopes.Bot, OAuth2Scopes.ApplicationsCommands].join(' '),
    permissions: new PermissionsBitField(Object.values(NEEDED_PERMISSIONS)).bitfield.toString(),
  });
  return `https://discord.com/oauth2/authorize?${query}`;
}

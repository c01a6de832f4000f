// The discord.js client: the intents, caches and addresses this bot needs, and nothing more.
import { Client, type ClientOptions, GatewayIntentBits, Options, Partials } from 'discord.js';

export interface ClientSettings {
  /** The REST base without its version; absent: Discord's own. The gateway's address comes from it. */
  readonly apiUrl?: string | undefined;
  /** Whether messages that do not address the bot are read as well; Discord must have allowed it. */
  readonly readsAll: boolean;
  /** Timings of the connection, for tests on loopback. */
  readonly timing?: Pick<ClientOptions, 'ws'>;
}

/** None is privileged: mentions, replies, direct messages and the context menu bring their text along. */
const INTENTS = [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages];

export function createClient({ apiUrl, readsAll, timing }: ClientSettings): Client {
  return new Client({
    intents: readsAll ? [...INTENTS, GatewayIntentBits.MessageContent] : INTENTS,
    // Direct messages come in channels that the client has not seen before.
    partials: [Partials.Channel, Partials.Message],
    // Nothing is answered from a cache of messages, and none of members' words are kept.
    makeCache: Options.cacheWithLimits({ ...Options.DefaultMakeCacheSettings, MessageManager: 0 }),
    allowedMentions: { parse: [], repliedUser: false },
    failIfNotExists: false,
    ...(apiUrl === undefined ? {} : { rest: { api: apiUrl } }),
    ...timing,
  });
}

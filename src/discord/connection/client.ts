// What the bot asks of Discord: the client's intents, caches and addresses, the permissions and the link that invites it;
// no more than it needs.
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

/** Members kept in memory beside the bot itself, for each server and in all: enough for a lively conversation. */
const MOST_MEMBERS = 200;

function isOneself({ id, client }: { readonly id: string; readonly client: Client }) {
  return id === client.user?.id;
}
const ONESELF_AND_RECENT = { maxSize: MOST_MEMBERS, keepOverLimit: isOneself };

/** Nothing is answered from a cache: none of members' words are kept, and of members only the most recent. */
const CACHES = {
  MessageManager: 0,
  ReactionManager: 0,
  PresenceManager: 0,
  VoiceStateManager: 0,
  ThreadMemberManager: 0,
  GuildEmojiManager: 0,
  GuildStickerManager: 0,
  GuildScheduledEventManager: 0,
  StageInstanceManager: 0,
  UserManager: ONESELF_AND_RECENT,
  GuildMemberManager: ONESELF_AND_RECENT,
};

export function createClient({ apiUrl, readsAll, timing }: ClientSettings): Client {
  return new Client({
    intents: readsAll ? [...INTENTS, GatewayIntentBits.MessageContent] : INTENTS,
    // Direct messages come in channels that the client has not seen before.
    partials: [Partials.Channel, Partials.Message],
    makeCache: Options.cacheWithLimits({ ...Options.DefaultMakeCacheSettings, ...CACHES }),
    allowedMentions: { parse: [], repliedUser: false },
    failIfNotExists: false,
    ...(apiUrl === undefined ? {} : { rest: { api: apiUrl } }),
    ...timing,
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

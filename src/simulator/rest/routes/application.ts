// What a bot reads of itself and around itself: the gateway's address, the application and its user, other users and direct
// messages, guilds and channels; and the typing indicator.
import * as spec from 'discord-api-spec/zod';
import { stringIn } from '../../protocol/json.ts';
import { schemaProblems } from '../../protocol/problems.ts';
import { channelJson, guildJson, roleJson } from '../../wire/places.ts';
import { applicationJson, memberJson, ownUserJson, userJson } from '../../wire/users.ts';
import { openDirectMessage } from '../../world/directory.ts';
import type { Guild } from '../../world/nouns.ts';
import { guildPermissions, sendingPermission } from '../../world/permissions.ts';
import { announce, channelsOf, memberIn, rolesOf } from '../../world/world.ts';
import { type Answer, accessTo, noContent, ok, refuse } from '../answers.ts';
import { bodyOf, type Call, param, type Route } from '../route.ts';

/** Discord's daily budget of IDENTIFY for a small bot. */
const IDENTIFIES_A_DAY = 1000;
const DAY_MS = 86_400_000;

/** What GET /gateway/bot says; tests may change it while Discord runs. */
export interface GatewayBot {
  /** How many Discord recommends. */
  shards: number;
  /** Fewer are closed with 4011; GET /gateway/bot does not tell. */
  fewestShards: number;
  /** Logins left. */
  remaining: number;
  /** Milliseconds until there are 1,000 again. */
  resetAfter: number;
  /** Shards that may log in within 5 s. */
  maxConcurrency: number;
}

export const GATEWAY_BOT: GatewayBot = {
  shards: 1,
  fewestShards: 1,
  remaining: IDENTIFIES_A_DAY,
  resetAfter: DAY_MS,
  maxConcurrency: 1,
};

function getApplication({ world }: Call) {
  return ok(applicationJson(world));
}

/** @param gatewayUrl the WebSocket address, known once the server listens */
export function applicationRoutes(gatewayUrl: () => string, gatewayBot: GatewayBot): readonly Route[] {
  return [
    {
      name: 'get_gateway',
      method: 'GET',
      pattern: '/gateway',
      auth: 'token-in-path',
      returns: [],
      handle: () => ok({ url: gatewayUrl() }),
    },
    {
      name: 'get_bot_gateway',
      method: 'GET',
      pattern: '/gateway/bot',
      auth: 'bot',
      returns: [spec.GatewayBotResponseSchema],
      handle: () => ok(gatewayBotJson(gatewayUrl(), gatewayBot)),
    },
    {
      name: 'get_my_application',
      method: 'GET',
      pattern: '/applications/@me',
      auth: 'bot',
      returns: [spec.PrivateApplicationResponseSchema],
      handle: getApplication,
    },
    {
      name: 'get_my_oauth2_application',
      method: 'GET',
      pattern: '/oauth2/applications/@me',
      auth: 'bot',
      returns: [spec.PrivateApplicationResponseSchema],
      handle: getApplication,
    },
  ];
}

function gatewayBotJson(url: string, { shards, remaining, resetAfter, maxConcurrency }: GatewayBot) {
  const limit = { total: IDENTIFIES_A_DAY, remaining, reset_after: resetAfter };
  return { url, shards, session_start_limit: { ...limit, max_concurrency: maxConcurrency } };
}

function listGuilds({ world }: Call) {
  const mine = [...world.guilds.values()].flatMap((guild) => {
    const member = memberIn(world, guild.id, world.bot.id);
    if (member === undefined) return [];
    const permissions = guildPermissions({ guild, member, roles: rolesOf(world, guild.id) }).toString();
    const { id, name } = guild;
    return [{ id, name, icon: null, banner: null, owner: false, permissions, features: [] }];
  });
  return ok(mine);
}

function createDirectMessage(call: Call) {
  const user = call.world.users.get(stringIn(bodyOf(call), 'recipient_id') ?? '');
  if (user === undefined) return refuse('unknownUser');
  if (user.id === call.world.bot.id) return refuse('cannotSendToUser');
  return ok(channelJson(call.world, openDirectMessage(call.world, user.id)));
}

function getUser(call: Call) {
  const user = call.world.users.get(param(call, 'user'));
  return user === undefined ? refuse('unknownUser') : ok(userJson(user));
}

export const userRoutes: readonly Route[] = [
  {
    name: 'get_my_user',
    method: 'GET',
    pattern: '/users/@me',
    auth: 'bot',
    returns: [spec.UserPIIResponseSchema],
    handle: ({ world }) => ok(ownUserJson(world.bot)),
  },
  {
    name: 'list_my_guilds',
    method: 'GET',
    pattern: '/users/@me/guilds',
    auth: 'bot',
    returns: [spec.MyGuildResponseSchema],
    list: true,
    handle: listGuilds,
  },
  {
    name: 'create_dm',
    method: 'POST',
    pattern: '/users/@me/channels',
    auth: 'bot',
    accepts: (body) => schemaProblems(spec.CreatePrivateChannelRequestSchema, body ?? {}),
    returns: [spec.PrivateChannelResponseSchema],
    handle: createDirectMessage,
  },
  {
    name: 'get_user',
    method: 'GET',
    pattern: '/users/:user',
    auth: 'bot',
    returns: [spec.UserResponseSchema],
    handle: getUser,
  },
];

const CHANNELS = [
  spec.GuildChannelResponseSchema,
  spec.ThreadResponseSchema,
  spec.PrivateChannelResponseSchema,
  spec.PrivateGroupChannelResponseSchema,
];

function inGuild(call: Call, act: (guild: Guild) => Answer): Answer {
  const guild = call.world.guilds.get(param(call, 'guild'));
  if (guild === undefined) return refuse('unknownGuild');
  return guild.botIsMember ? act(guild) : refuse('missingAccess');
}

function getMember(call: Call): Answer {
  return inGuild(call, (guild) => {
    const user = call.world.users.get(param(call, 'user'));
    if (user === undefined) return refuse('unknownUser');
    const member = memberIn(call.world, guild.id, user.id);
    return member === undefined ? refuse('unknownMember') : ok(memberJson(member, user));
  });
}

function listChannels(call: Call): Answer {
  return inGuild(call, (guild) => {
    const channels = channelsOf(call.world, guild.id).filter(({ kind }) => kind !== 'thread');
    return ok(channels.map((channel) => channelJson(call.world, channel)));
  });
}

function getChannel(call: Call): Answer {
  const access = accessTo(call.world, param(call, 'channel'), []);
  return access.granted ? ok(channelJson(call.world, access.channel)) : access.answer;
}

function type(call: Call): Answer {
  const id = param(call, 'channel');
  const access = accessTo(call.world, id, [sendingPermission(call.world.channels.get(id))]);
  if (!access.granted) return access.answer;
  announce(call.world, { type: 'typing-started', channel: access.channel, user: call.world.bot });
  return noContent;
}

export const guildRoutes: readonly Route[] = [
  {
    name: 'get_guild',
    method: 'GET',
    pattern: '/guilds/:guild',
    auth: 'bot',
    returns: [spec.GuildWithCountsResponseSchema],
    handle: (call) => inGuild(call, (guild) => ok(guildJson(call.world, guild))),
  },
  {
    name: 'list_guild_channels',
    method: 'GET',
    pattern: '/guilds/:guild/channels',
    auth: 'bot',
    returns: CHANNELS,
    list: true,
    handle: listChannels,
  },
  {
    name: 'list_guild_roles',
    method: 'GET',
    pattern: '/guilds/:guild/roles',
    auth: 'bot',
    returns: [spec.GuildRoleResponseSchema],
    list: true,
    handle: (call) => inGuild(call, (guild) => ok(rolesOf(call.world, guild.id).map(roleJson))),
  },
  {
    name: 'get_guild_member',
    method: 'GET',
    pattern: '/guilds/:guild/members/:user',
    auth: 'bot',
    returns: [spec.GuildMemberResponseSchema],
    handle: getMember,
  },
  {
    name: 'get_channel',
    method: 'GET',
    pattern: '/channels/:channel',
    auth: 'bot',
    returns: CHANNELS,
    handle: getChannel,
  },
  {
    name: 'trigger_typing_indicator',
    method: 'POST',
    pattern: '/channels/:channel/typing',
    auth: 'bot',
    returns: [],
    handle: type,
  },
];

// The gateway's address, the application and its user, its guilds, other users, and opening a direct message.
import * as spec from 'discord-api-spec/zod';
import { stringIn } from '../../protocol/json.ts';
import { schemaProblems } from '../../protocol/problems.ts';
import { channelJson } from '../../wire/places.ts';
import { applicationJson, ownUserJson, userJson } from '../../wire/users.ts';
import { openDirectMessage } from '../../world/directory.ts';
import { guildPermissions } from '../../world/permissions.ts';
import { memberIn, rolesOf } from '../../world/world.ts';
import { ok, refuse } from '../answers.ts';
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

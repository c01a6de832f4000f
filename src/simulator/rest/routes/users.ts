// The bot's own user, its guilds, other users, and opening a direct message.
import * as spec from 'discord-api-spec/zod';
import { schemaProblems } from '../../inspection/schema.ts';
import { stringIn } from '../../json.ts';
import { guildPermissions } from '../../permissions.ts';
import { channelJson } from '../../wire/channel.ts';
import { ownUserJson, userJson } from '../../wire/user.ts';
import { openDirectMessage } from '../../world/directory.ts';
import { ok, refuse } from '../answers.ts';
import { bodyOf, type Call, param, type Route } from '../route.ts';

function listGuilds({ world }: Call) {
  const mine = [...world.guilds.values()].flatMap((guild) => {
    const member = world.member(guild.id, world.bot.id);
    if (member === undefined) return [];
    const permissions = guildPermissions({ guild, member, roles: world.rolesOf(guild.id) }).toString();
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

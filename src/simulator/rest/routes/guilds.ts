// Guilds that the bot is in, and channels: reading, and the typing indicator.
import * as spec from 'discord-api-spec/zod';
import { channelJson, guildJson, roleJson } from '../../wire/places.ts';
import { memberJson } from '../../wire/users.ts';
import type { Guild } from '../../world/nouns.ts';
import { sendingPermission } from '../../world/permissions.ts';
import { announce, channelsOf, memberIn, rolesOf } from '../../world/world.ts';
import { type Answer, accessTo, noContent, ok, refuse } from '../answers.ts';
import { type Call, param, type Route } from '../route.ts';

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

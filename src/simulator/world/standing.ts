// What a user may do in a channel, and who is there at all.
import { channelPermissions, type PermissionName, PRIVATE_CHANNEL_PERMISSIONS } from '../permissions.ts';
import type { Snowflake } from '../snowflake.ts';
import type { Channel, Guild } from './nouns.ts';
import type { World } from './world.ts';

export function guildOf(world: World, channel: Channel): Guild | undefined {
  return channel.guildId === undefined ? undefined : world.guilds.get(channel.guildId);
}

/** The user's permission bits in a channel; undefined when the user has no place there. */
export function permissionsIn(world: World, channel: Channel, userId: Snowflake): bigint | undefined {
  const guild = guildOf(world, channel);
  if (guild === undefined) {
    return channel.participantIds.includes(userId) ? PRIVATE_CHANNEL_PERMISSIONS : undefined;
  }
  const member = world.member(guild.id, userId);
  if (member === undefined) return undefined;
  const parent = channel.parentId === undefined ? undefined : world.channels.get(channel.parentId);
  return channelPermissions({ guild, member, roles: world.rolesOf(guild.id) }, parent ?? channel);
}

/** What it takes to write in a channel. */
export function sendingPermission(channel: Channel | undefined): PermissionName {
  return channel?.kind === 'thread' ? 'SendMessagesInThreads' : 'SendMessages';
}

// Whether the bot may act in a channel: the channel exists, the bot sees it, it holds the permissions.
import { allows, type PermissionName } from '../permissions.ts';
import type { Snowflake } from '../snowflake.ts';
import type { Channel, Message } from '../world/nouns.ts';
import { permissionsIn } from '../world/standing.ts';
import type { World } from '../world/world.ts';
import { type Answer, refuse } from './answers.ts';

export type Access =
  | { readonly granted: true; readonly channel: Channel }
  | { readonly granted: false; readonly answer: Answer };

export function accessTo(world: World, channelId: Snowflake, needs: readonly PermissionName[]): Access {
  const channel = world.channels.get(channelId);
  if (channel === undefined) return { granted: false, answer: refuse('unknownChannel') };
  const bits = permissionsIn(world, channel, world.bot.id);
  if (bits === undefined || !allows(bits, 'ViewChannel'))
    return { granted: false, answer: refuse('missingAccess') };
  const lacking = needs.some((name) => !allows(bits, name));
  return lacking ? { granted: false, answer: refuse('missingPermissions') } : { granted: true, channel };
}

/** A message that the bot can address through its channel: ephemeral ones exist for their user only. */
export function messageFor(world: World, channelId: Snowflake, id: Snowflake): Message | undefined {
  const message = world.messages.get(channelId, id);
  return message?.ephemeralTo === undefined ? message : undefined;
}

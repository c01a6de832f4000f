// INTERACTION_CREATE as Discord sends it: who, where, in which language, by which installation, on what.
import type { Json } from '../json.ts';
import { PRIVATE_CHANNEL_PERMISSIONS, permissionBits } from '../permissions.ts';
import type { Channel, Interaction, InteractionKind } from '../world/nouns.ts';
import { guildOf, permissionsIn } from '../world/standing.ts';
import type { World } from '../world/world.ts';
import { channelJson } from './channel.ts';
import { guildGlimpseJson } from './guild.ts';
import { messageJson } from './message.ts';
import { memberJson, userJson } from './user.ts';

/** 10 MiB: what a guild without boosts accepts. */
const ATTACHMENT_LIMIT_BYTES = 10 * 1024 * 1024;

/** What an application that only a user has installed may do in a guild. */
const USER_INSTALL_PERMISSIONS = permissionBits(['EmbedLinks', 'AttachFiles', 'UseExternalEmojis']);

const CONTEXT = { guild: 0, botDirectMessage: 1, privateChannel: 2 } as const;

export function interactionContext(world: World, channel: Channel): number {
  if (channel.guildId !== undefined) return CONTEXT.guild;
  return channel.kind === 'dm' && channel.participantIds.includes(world.bot.id)
    ? CONTEXT.botDirectMessage
    : CONTEXT.privateChannel;
}

export function interactionJson(world: World, interaction: Interaction, channel: Channel): Json {
  return {
    version: 1,
    id: interaction.id,
    application_id: world.bot.id,
    type: interactionType(interaction.kind),
    token: interaction.token,
    data: interaction.data,
    channel_id: channel.id,
    channel: channelJson(world, channel),
    context: interactionContext(world, channel),
    locale: interaction.user.locale,
    authorizing_integration_owners: interaction.owners,
    app_permissions: appPermissions(world, channel).toString(),
    entitlements: [],
    entitlement_sku_ids: [],
    attachment_size_limit: ATTACHMENT_LIMIT_BYTES,
    ...whoJson(world, interaction, channel),
    ...sourceJson(world, interaction),
  };
}

export function interactionType(kind: InteractionKind): number {
  switch (kind) {
    case 'chat-input':
    case 'message-command':
      return 2;
    case 'component':
      return 3;
    case 'autocomplete':
      return 4;
  }
}

function appPermissions(world: World, channel: Channel): bigint {
  const own = permissionsIn(world, channel, world.bot.id);
  if (own !== undefined) return own;
  return channel.guildId === undefined ? PRIVATE_CHANNEL_PERMISSIONS : USER_INSTALL_PERMISSIONS;
}

function whoJson(world: World, { user }: Interaction, channel: Channel): Json {
  const guild = guildOf(world, channel);
  const member = guild && world.member(guild.id, user.id);
  if (guild === undefined || member === undefined) return { user: userJson(user) };
  const permissions = permissionsIn(world, channel, user.id) ?? 0n;
  return {
    guild_id: guild.id,
    guild: guildGlimpseJson(guild),
    guild_locale: guild.locale,
    member: { ...memberJson(member, user), permissions: permissions.toString() },
  };
}

function sourceJson(world: World, { sourceId, channelId }: Interaction): Json {
  const source = sourceId === undefined ? undefined : world.messages.get(channelId, sourceId);
  return source === undefined ? {} : { message: messageJson(world, source) };
}

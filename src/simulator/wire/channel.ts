// Channels as Discord sends them: text channels, forums, threads and posts, direct and group messages.
import { isoTime } from '../clock.ts';
import type { Json } from '../json.ts';
import type { Channel, ChannelKind, Overwrite } from '../world/nouns.ts';
import type { World } from '../world/world.ts';
import { userJson } from './user.ts';

/** One day: the archive duration Discord proposes. */
const ARCHIVE_MINUTES = 1440;

export function channelType(kind: ChannelKind): number {
  switch (kind) {
    case 'text':
      return 0;
    case 'dm':
      return 1;
    case 'group':
      return 3;
    case 'thread':
      return 11;
    case 'forum':
      return 15;
  }
}

export function channelJson(world: World, channel: Channel): Json {
  const shared = {
    id: channel.id,
    type: channelType(channel.kind),
    flags: 0,
    last_message_id: world.messages.in(channel.id).at(-1)?.id ?? null,
  };
  switch (channel.kind) {
    case 'text':
    case 'forum':
      return { ...shared, ...guildChannelJson(world, channel) };
    case 'thread':
      return { ...shared, ...threadJson(world, channel) };
    case 'dm':
      return { ...shared, recipients: recipientsJson(world, channel) };
    case 'group':
      return { ...shared, ...groupJson(world, channel) };
  }
}

function guildChannelJson(world: World, channel: Channel): Json {
  return {
    guild_id: channel.guildId,
    name: channel.name,
    parent_id: null,
    position: world.channelsOf(channel.guildId ?? '').indexOf(channel),
    permission_overwrites: channel.overwrites.map(overwriteJson),
    topic: null,
    nsfw: false,
    rate_limit_per_user: 0,
    ...(channel.kind === 'forum' ? { available_tags: [], default_forum_layout: 0 } : {}),
  };
}

function overwriteJson({ id, target, allow, deny }: Overwrite): Json {
  return {
    id,
    type: target === 'role' ? 0 : 1,
    allow: allow.toString(),
    deny: deny.toString(),
  };
}

function threadJson(world: World, channel: Channel): Json {
  const count = world.messages.in(channel.id).length;
  const now = isoTime(world.clock.now());
  return {
    guild_id: channel.guildId,
    name: channel.name,
    parent_id: channel.parentId,
    owner_id: channel.ownerId,
    rate_limit_per_user: 0,
    message_count: count,
    total_message_sent: count,
    member_count: 1,
    thread_metadata: {
      archived: false,
      archive_timestamp: now,
      auto_archive_duration: ARCHIVE_MINUTES,
      locked: false,
      create_timestamp: now,
    },
  };
}

function groupJson(world: World, channel: Channel): Json {
  return {
    recipients: recipientsJson(world, channel),
    name: channel.name,
    icon: null,
    owner_id: channel.ownerId,
  };
}

function recipientsJson(world: World, channel: Channel): readonly Json[] {
  return channel.participantIds
    .filter((id) => id !== world.bot.id)
    .flatMap((id) => world.users.get(id) ?? [])
    .map(userJson);
}

// Guilds, roles and channels as Discord sends them, over REST and in GUILD_CREATE.
import type { Json } from '../protocol/json.ts';
import { isoTime } from '../world/clock.ts';
import type { Channel, ChannelKind, Guild, Member, Overwrite, Role } from '../world/nouns.ts';
import { channelsOf, membersOf, rolesOf, type World } from '../world/world.ts';
import { memberJson, userJson } from './users.ts';

/** Discord sends all members of a guild at most this size. */
const LARGE_GUILD_MEMBERS = 50;
const MAX_GUILD_MEMBERS = 500_000;

export function roleJson(role: Role, position: number): Json {
  return {
    id: role.id,
    name: role.name,
    permissions: role.permissions.toString(),
    position,
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    managed: role.botId !== undefined,
    mentionable: role.mentionable,
    icon: null,
    unicode_emoji: null,
    flags: 0,
    ...(role.botId === undefined ? {} : { tags: { bot_id: role.botId } }),
  };
}

export function guildJson(world: World, guild: Guild): Json {
  return {
    ...EMPTY_GUILD,
    id: guild.id,
    name: guild.name,
    owner_id: guild.ownerId,
    preferred_locale: guild.locale,
    roles: rolesOf(world, guild.id).map(roleJson),
  };
}

/** The part of a guild that an interaction carries, also where the bot is no member. */
export function guildGlimpseJson(guild: Guild): Json {
  return {
    id: guild.id,
    locale: guild.locale,
    features: [],
  };
}

export function guildCreateJson(world: World, guild: Guild): Json {
  const channels = channelsOf(world, guild.id);
  const members = membersOf(world, guild.id);
  return {
    ...guildJson(world, guild),
    joined_at: isoTime(world.clock.now()),
    large: members.length > LARGE_GUILD_MEMBERS,
    unavailable: false,
    member_count: members.length,
    voice_states: [],
    members: members.flatMap((member) => memberOf(world, member)),
    channels: channels.filter(({ kind }) => kind !== 'thread').map((channel) => channelJson(world, channel)),
    threads: channels.filter(({ kind }) => kind === 'thread').map((channel) => channelJson(world, channel)),
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}

function memberOf(world: World, member: Member): readonly Json[] {
  const user = world.users.get(member.userId);
  return user === undefined ? [] : [memberJson(member, user)];
}

const EMPTY_GUILD: Json = {
  icon: null,
  description: null,
  home_header: null,
  splash: null,
  discovery_splash: null,
  features: [],
  banner: null,
  application_id: null,
  region: 'deprecated',
  afk_channel_id: null,
  afk_timeout: 300,
  system_channel_id: null,
  system_channel_flags: 0,
  widget_enabled: false,
  widget_channel_id: null,
  verification_level: 0,
  default_message_notifications: 1,
  mfa_level: 0,
  explicit_content_filter: 0,
  max_presences: null,
  max_members: MAX_GUILD_MEMBERS,
  max_stage_video_channel_users: 50,
  max_video_channel_users: 25,
  vanity_url_code: null,
  premium_tier: 0,
  premium_subscription_count: 0,
  rules_channel_id: null,
  safety_alerts_channel_id: null,
  public_updates_channel_id: null,
  premium_progress_bar_enabled: false,
  nsfw: false,
  nsfw_level: 0,
  emojis: [],
  stickers: [],
  incidents_data: null,
};

/** One day: the archive duration Discord proposes. */
const ARCHIVE_MINUTES = 1440;

export function channelType(kind: ChannelKind): number {
  switch (kind) {
    case 'text':
      return 0;
    case 'dm':
      return 1;
    case 'voice':
      return 2;
    case 'group':
      return 3;
    case 'category':
      return 4;
    case 'announcement':
      return 5;
    case 'thread':
      return 11;
    case 'stage':
      return 13;
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
    case 'announcement':
    case 'voice':
    case 'stage':
    case 'forum':
    case 'category':
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
    parent_id: channel.parentId ?? null,
    position: channelsOf(world, channel.guildId ?? '').indexOf(channel),
    permission_overwrites: channel.overwrites.map(overwriteJson),
    topic: null,
    nsfw: false,
    rate_limit_per_user: 0,
    ...(channel.kind === 'forum' ? { available_tags: [], default_forum_layout: 0 } : {}),
    ...(channel.kind === 'voice' || channel.kind === 'stage' ? VOICE : {}),
  };
}

const VOICE: Json = { bitrate: 64_000, user_limit: 0, rtc_region: null };

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
    member_count: channel.participantIds.length,
    ...(channel.participantIds.includes(world.bot.id)
      ? { member: threadMemberJson(world, channel, world.bot.id) }
      : {}),
    thread_metadata: {
      archived: channel.archived,
      archive_timestamp: now,
      auto_archive_duration: ARCHIVE_MINUTES,
      locked: channel.locked,
      create_timestamp: now,
    },
  };
}

export function threadMemberJson(world: World, { id }: Channel, userId: string): Json {
  return { id, user_id: userId, join_timestamp: isoTime(world.clock.now()), flags: 0 };
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

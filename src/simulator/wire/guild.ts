// Guilds and roles as Discord sends them, over REST and in GUILD_CREATE.
import { isoTime } from '../clock.ts';
import type { Json } from '../json.ts';
import type { Guild, Member, Role } from '../world/nouns.ts';
import type { World } from '../world/world.ts';
import { channelJson } from './channel.ts';
import { memberJson } from './user.ts';

/** Discord sends all members of a guild at most this size. */
const LARGE_GUILD_MEMBERS = 50;
const MAX_GUILD_MEMBERS = 500_000;

export const roleJson = (role: Role, position: number): Json => ({
  id: role.id,
  name: role.name,
  permissions: role.permissions.toString(),
  position,
  color: 0,
  colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
  hoist: false,
  managed: false,
  mentionable: role.mentionable,
  icon: null,
  unicode_emoji: null,
  flags: 0,
});

export const guildJson = (world: World, guild: Guild): Json => ({
  ...EMPTY_GUILD,
  id: guild.id,
  name: guild.name,
  owner_id: guild.ownerId,
  preferred_locale: guild.locale,
  roles: world.rolesOf(guild.id).map(roleJson),
});

/** The part of a guild that an interaction carries, also where the bot is no member. */
export const guildGlimpseJson = (guild: Guild): Json => ({
  id: guild.id,
  locale: guild.locale,
  features: [],
});

export const guildCreateJson = (world: World, guild: Guild): Json => {
  const channels = world.channelsOf(guild.id);
  const members = world.membersOf(guild.id);
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
};

const memberOf = (world: World, member: Member): readonly Json[] => {
  const user = world.users.get(member.userId);
  return user === undefined ? [] : [memberJson(member, user)];
};

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

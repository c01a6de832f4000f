// Users and members, the application and its commands as Discord sends them.
import type { Json } from '../protocol/json.ts';
import { isoTime } from '../world/clock.ts';
import type { Command, Member, User } from '../world/nouns.ts';
import type { World } from '../world/world.ts';

export function userJson(user: User): Json {
  return {
    id: user.id,
    username: user.name,
    global_name: user.bot ? null : user.name,
    avatar: null,
    discriminator: user.bot ? '0001' : '0',
    public_flags: 0,
    flags: 0,
    banner: null,
    accent_color: null,
    avatar_decoration_data: null,
    primary_guild: null,
    ...(user.bot ? { bot: true } : {}),
    ...(user.system ? { system: true } : {}),
  };
}

/** The bot's own user, as GET /users/@me and READY give it. */
export function ownUserJson(bot: User): Json {
  return {
    ...userJson(bot),
    mfa_enabled: true,
    locale: bot.locale,
    verified: true,
    email: null,
    premium_type: 0,
  };
}

/** A member without its user, as messages carry it. */
export function partialMemberJson(member: Member): Json {
  return {
    avatar: null,
    banner: null,
    communication_disabled_until: member.timedOutUntil === undefined ? null : isoTime(member.timedOutUntil),
    flags: 0,
    joined_at: isoTime(member.joinedAt),
    nick: null,
    pending: false,
    premium_since: null,
    roles: member.roleIds,
    mute: false,
    deaf: false,
  };
}

export function memberJson(member: Member, user: User): Json {
  return {
    ...partialMemberJson(member),
    user: userJson(user),
  };
}

const APPLICATION_OWNER_NAME = 'operator';

export function applicationJson(world: World): Json {
  return {
    id: world.bot.id,
    name: world.bot.name,
    icon: null,
    description: '',
    type: null,
    flags: 0,
    flags_new: '0',
    bot: userJson(world.bot),
    bot_public: true,
    bot_require_code_grant: false,
    verify_key: '0'.repeat(64),
    redirect_uris: [],
    interactions_endpoint_url: null,
    role_connections_verification_url: null,
    owner: userJson({ ...world.bot, id: '1', name: APPLICATION_OWNER_NAME, bot: false }),
    approximate_guild_count: world.guilds.size,
    approximate_user_install_count: 0,
    approximate_user_authorization_count: 0,
    explicit_content_filter: 0,
    integration_types_config: { '0': {}, '1': {} },
    team: null,
    eligible_oauth2_scopes: ['bot', 'applications.commands'],
    ...world.application,
  };
}

export function commandJson(world: World, command: Command): Json {
  const { body } = command;
  return {
    id: command.id,
    application_id: world.bot.id,
    version: command.version,
    type: command.type,
    name: command.name,
    description: body['description'] ?? '',
    default_member_permissions: body['default_member_permissions'] ?? null,
    dm_permission: body['dm_permission'] ?? true,
    contexts: body['contexts'] ?? null,
    integration_types: body['integration_types'] ?? [0],
    nsfw: body['nsfw'] ?? false,
    options: body['options'] ?? [],
    name_localizations: body['name_localizations'] ?? null,
    description_localizations: body['description_localizations'] ?? null,
  };
}

/** A command as a list shows it unless the localisations are asked for. */
export function commandSummaryJson(world: World, command: Command): Json {
  return {
    ...commandJson(world, command),
    name_localizations: null,
    description_localizations: null,
  };
}

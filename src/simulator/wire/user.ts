// Users and members as Discord sends them.
import { isoTime } from '../clock.ts';
import type { Json } from '../json.ts';
import type { Member, User } from '../world/nouns.ts';

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
    communication_disabled_until: null,
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

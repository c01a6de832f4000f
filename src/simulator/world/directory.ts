// Making the places and people of the simulated Discord.
import type { Snowflake } from './clock.ts';
import type { Channel, Guild, Member, Role, User } from './nouns.ts';
import { EVERYONE_DEFAULT, type PermissionName, permissionBits } from './permissions.ts';
import {
  addChannel,
  addMember,
  addRole,
  announce,
  deleteChannel,
  putRole,
  removeMembers,
  type World,
} from './world.ts';

export interface NewUser {
  readonly name: string;
  readonly locale: string;
  readonly bot?: boolean;
}

export function createUser(world: World, { name, locale, bot = false }: NewUser): User {
  const user = { id: world.newId(), name, locale, bot, system: false };
  world.users.set(user.id, user);
  return user;
}

export interface NewGuild {
  readonly name: string;
  readonly locale: string;
  readonly botIsMember: boolean;
  readonly botPermissions: readonly PermissionName[];
  /** What @everyone may do; default as in a new guild. */
  readonly everyoneMay?: readonly PermissionName[];
}

/** The guild has an owner of its own, @everyone, and the bot unless it was never invited. */
export function createGuild(world: World, options: NewGuild): Guild {
  const { name, locale, botIsMember, botPermissions, everyoneMay = EVERYONE_DEFAULT } = options;
  const owner = createUser(world, { name: `${name} (owner)`, locale });
  const guild = { id: world.newId(), name, locale, ownerId: owner.id, botIsMember };
  const everyone = {
    id: guild.id,
    guildId: guild.id,
    name: '@everyone',
    mentionable: false,
    botId: undefined,
  };
  putRole(world, { ...everyone, permissions: permissionBits(everyoneMay) });
  joinGuild(world, { guildId: guild.id, userId: owner.id, roleIds: [] });
  if (botIsMember) {
    // Discord makes a role for each invited bot, of its name (documentation, "Permissions", role tags: `bot_id`).
    const botId = world.bot.id;
    const own = {
      guildId: guild.id,
      name: world.bot.name,
      permissions: botPermissions,
      mentionable: false,
      botId,
    };
    const role = createRole(world, own);
    joinGuild(world, { guildId: guild.id, userId: world.bot.id, roleIds: [role.id] });
  }
  // Last: events of a guild that is not there yet are not sent, since GUILD_CREATE carries it all.
  world.guilds.set(guild.id, guild);
  announce(world, { type: 'guild-created', guild });
  return guild;
}

export interface NewRole {
  readonly guildId: Snowflake;
  readonly name: string;
  readonly permissions: readonly PermissionName[];
  readonly mentionable: boolean;
  /** For the role that Discord makes for an invited bot. */
  readonly botId?: Snowflake;
}

export function createRole(world: World, { permissions, botId, ...named }: NewRole): Role {
  const role = { id: world.newId(), ...named, permissions: permissionBits(permissions), botId };
  addRole(world, role);
  return role;
}

export function joinGuild(world: World, member: Omit<Member, 'joinedAt' | 'timedOutUntil'>): Member {
  const joined = { ...member, joinedAt: world.clock.now(), timedOutUntil: undefined };
  addMember(world, joined);
  return joined;
}

export function createChannel(
  world: World,
  channel: Partial<Channel> & Pick<Channel, 'kind' | 'name'>,
): Channel {
  const created: Channel = {
    id: world.newId(),
    guildId: undefined,
    parentId: undefined,
    ownerId: undefined,
    participantIds: [],
    overwrites: [],
    archived: false,
    locked: false,
    ...channel,
  };
  addChannel(world, created);
  return created;
}

/** The direct messages of a user with the bot: one channel, made when first needed. */
export function openDirectMessage(world: World, userId: Snowflake): Channel {
  const open = [...world.channels.values()].find(
    ({ kind, participantIds }) =>
      kind === 'dm' && participantIds.includes(userId) && participantIds.includes(world.bot.id),
  );
  const name = world.users.get(userId)?.name ?? userId;
  return open ?? createChannel(world, { kind: 'dm', name, participantIds: [userId, world.bot.id] });
}

/** The user is gone: no member of any guild, and the direct messages with the bot are forgotten. */
export function removeUser(world: World, userId: Snowflake): void {
  const own = [...world.channels.values()].filter(
    ({ kind, participantIds }) => kind === 'dm' && participantIds.includes(userId),
  );
  for (const channel of own) deleteChannel(world, channel);
  removeMembers(world, userId);
  world.users.delete(userId);
}

// Guilds, channels and people as a test brings them onto the stage: handles for making more, and for talking about them.
import type { Json } from '../protocol/json.ts';
import { MESSAGE_TYPE } from '../protocol/message-format.ts';
import type { Waits } from '../record/log.ts';
import type { Snowflake } from '../world/clock.ts';
import { createChannel, createGuild, createRole, createUser, joinGuild } from '../world/directory.ts';
import { postMessage } from '../world/messages.ts';
import type { Channel, ChannelKind, Guild, Message, Role, User } from '../world/nouns.ts';
import { type PermissionName, permissionBits } from '../world/permissions.ts';
import { deleteChannel, memberIn, rolesOf, updateChannel, updateMember, type World } from '../world/world.ts';
import { createPerson, type Person } from './person.ts';

export interface PlaceParts {
  readonly world: World;
  readonly waits: Waits;
}

interface GuildOptions {
  /** The guild's preferred locale; default en-US. */
  readonly locale?: string;
  /** False: the bot was never invited; members reach it by their own installation only. Default true. */
  readonly botIsMember?: boolean;
  /** What the bot may do beside what @everyone may. */
  readonly botPermissions?: readonly PermissionName[];
  /** What @everyone may do; default as in a new guild. */
  readonly everyoneMay?: readonly PermissionName[];
}

export interface MemberOptions {
  /** The language of the person's client; default en-US. */
  readonly locale?: string;
  readonly roles?: readonly Role[];
  /** Held beside those of @everyone and the roles. */
  readonly permissions?: readonly PermissionName[];
  /** Another application's bot. */
  readonly bot?: boolean;
  /** Whether the person has added the application to their account. */
  readonly hasInstalled?: boolean;
}

export interface RoleOptions {
  readonly mentionable?: boolean;
  readonly permissions?: readonly PermissionName[];
}

const DEFAULT_LOCALE = 'en-US';

export interface SimulatedGuild {
  readonly id: Snowflake;
  readonly name: string;
  /** A text channel, or another in which people write. */
  channel(name: string, options?: ChannelOptions): SimulatedChannel;
  /** A forum: its posts are made with `thread`, or by a person's `posts`. */
  forum(name: string, options?: Pick<ChannelOptions, 'category'>): SimulatedChannel;
  /** A category, in which nobody writes. */
  category(name: string): SimulatedChannel;
  /** The role that Discord made for the bot. */
  readonly botRole: Role | undefined;
  /** Times the bot out for so many milliseconds, as a moderator does. */
  timesOutBot(milliseconds: number): void;
  role(name: string, options?: RoleOptions): Role;
  /** Takes a role from a member, as a moderator does. */
  takesRole(member: Person, role: Role): void;
  /** Somebody new, who is a member of this guild. */
  member(name: string, options?: MemberOptions): Person;
}

export interface ChannelOptions {
  readonly kind?: 'text' | 'announcement' | 'voice' | 'stage';
  readonly category?: SimulatedChannel;
}

function guildHandle(parts: PlaceParts, { id, name }: Guild): SimulatedGuild {
  const { world } = parts;
  const role = (roleName: string, { mentionable = false, permissions = [] }: RoleOptions = {}) =>
    createRole(world, { guildId: id, name: roleName, mentionable, permissions });
  const add = (channelName: string, kind: ChannelKind, category?: SimulatedChannel) =>
    channelHandle(
      parts,
      createChannel(world, { kind, name: channelName, guildId: id, parentId: category?.id }),
    );
  return {
    id,
    name,
    channel: (channelName, { kind = 'text', category } = {}) => add(channelName, kind, category),
    forum: (channelName, { category } = {}) => add(channelName, 'forum', category),
    category: (categoryName) => add(categoryName, 'category'),
    role,
    get botRole() {
      return rolesOf(world, id).find(({ botId }) => botId === world.bot.id);
    },
    timesOutBot: (milliseconds) => {
      const bot = memberIn(world, id, world.bot.id);
      if (bot === undefined) throw new Error(`the bot is no member of ${name}`);
      updateMember(world, { ...bot, timedOutUntil: world.clock.now() + milliseconds });
    },
    takesRole: (person, { id: roleId }) => {
      const member = memberIn(world, id, person.id);
      if (member === undefined) throw new Error(`${person.name} is no member of ${name}`);
      updateMember(world, { ...member, roleIds: member.roleIds.filter((own) => own !== roleId) });
    },
    member: (memberName, { roles = [], permissions = [], ...options } = {}) => {
      const { locale = DEFAULT_LOCALE, bot = false, hasInstalled = false } = options;
      const user = createUser(world, { name: memberName, locale, bot });
      const own = permissions.length === 0 ? [] : [role(`${memberName}'s own`, { permissions })];
      const roleIds = [...roles, ...own].map((each) => each.id);
      joinGuild(world, { guildId: id, userId: user.id, roleIds });
      return createPerson({ ...parts, actor: { user, hasInstalled } });
    },
  };
}

export interface SimulatedChannel {
  readonly id: Snowflake;
  readonly name: string;
  /** What somebody types to link to the channel. */
  readonly mention: string;
  /** A thread in a text channel, or a post in a forum. */
  thread(name: string): SimulatedChannel;
  /** Takes these permissions, and no others, from the bot in this channel; without ViewChannel it gets 50001, without others 50013. */
  forbidsBot(...names: readonly PermissionName[]): void;
  /** Deletes the channel: from now on it is unknown (10003). */
  disappears(): void;
  /** Puts a thread away, or brings it back. */
  isArchived(archived: boolean): void;
  /** Locks a thread, or opens it. */
  isLocked(locked: boolean): void;
  /** A message of a webhook, e.g. a news feed. */
  hearsWebhook(name: string, text: string, embeds?: readonly Json[]): Promise<Message>;
  /** Discord's own message that somebody joined. */
  announcesJoin(person: Person): Promise<Message>;
  /** All messages, oldest first, ephemeral ones included. */
  messages(): readonly Message[];
}

function channelHandle(parts: PlaceParts, { id, name }: Pick<Channel, 'id' | 'name'>): SimulatedChannel {
  const { world } = parts;
  const channel = (): Channel => {
    const current = world.channels.get(id);
    if (current === undefined) throw new Error(`the channel ${name} was deleted`);
    return current;
  };
  return {
    id,
    name,
    mention: `<#${id}>`,
    thread: (threadName) => {
      const { guildId } = channel();
      const guild = guildId === undefined ? undefined : world.guilds.get(guildId);
      const made = { name: threadName, guildId, parentId: id, ownerId: guild?.ownerId };
      return channelHandle(parts, createChannel(world, { kind: 'thread', ...made }));
    },
    forbidsBot: (...names) => {
      const own = { id: world.bot.id, target: 'member', allow: 0n, deny: permissionBits(names) } as const;
      updateChannel(world, { ...channel(), overwrites: [own] });
    },
    disappears: () => deleteChannel(world, channel()),
    isArchived: (archived) => updateChannel(world, { ...channel(), archived }),
    isLocked: (locked) => updateChannel(world, { ...channel(), locked }),
    hearsWebhook: async (webhook, text, embeds = []) => {
      const author = webhookUser(world, webhook);
      const draft = { author, channel: channel(), type: MESSAGE_TYPE.ordinary };
      return postMessage(world, { ...draft, body: { content: text, embeds }, webhookId: author.id });
    },
    announcesJoin: async (person) => {
      const draft = { author: person.user, channel: channel(), type: MESSAGE_TYPE.userJoined };
      return postMessage(world, { ...draft, body: {} });
    },
    messages: () => world.messages.in(id),
  };
}

function webhookUser(world: World, name: string): User {
  return { id: world.newId(), name, locale: DEFAULT_LOCALE, bot: true, system: false };
}

/** Whom and what a test brings onto the stage. */
export interface Casting {
  guild(name: string, options?: GuildOptions): SimulatedGuild;
  /** Somebody who shares no guild with the bot: direct messages, group messages, a user's own installation. */
  person(name: string, options?: Pick<MemberOptions, 'locale' | 'bot' | 'hasInstalled'>): Person;
  /** A group conversation, which the bot is never part of. */
  group(name: string, people: readonly Person[]): SimulatedChannel;
}

export function casting(parts: PlaceParts): Casting {
  const { world } = parts;
  return {
    guild: (name, options = {}) => {
      const defaults = { locale: DEFAULT_LOCALE, botIsMember: true, botPermissions: [] };
      return guildHandle(parts, createGuild(world, { name, ...defaults, ...options }));
    },
    person: (name, { locale = DEFAULT_LOCALE, bot = false, hasInstalled = false } = {}) => {
      const user = createUser(world, { name, locale, bot });
      return createPerson({ ...parts, actor: { user, hasInstalled } });
    },
    group: (name, people) => {
      const participantIds = people.map(({ id }) => id);
      const ownerId = participantIds[0];
      return channelHandle(parts, createChannel(world, { kind: 'group', name, participantIds, ownerId }));
    },
  };
}

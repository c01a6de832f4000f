// Guilds and channels as a test holds them: handles for making more, and for talking about them.

import { MESSAGE_TYPE } from '../protocol/message-format.ts';
import type { Waits } from '../record/waits.ts';
import type { Snowflake } from '../world/clock.ts';
import { createChannel, createRole, createUser, joinGuild } from '../world/directory.ts';
import { postMessage } from '../world/messages.ts';
import type { Channel, Guild, Message, Role, User } from '../world/nouns.ts';
import { type PermissionName, permissionBits } from '../world/permissions.ts';
import type { World } from '../world/world.ts';
import { Person } from './person.ts';

export interface PlaceParts {
  readonly world: World;
  readonly waits: Waits;
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

export class SimulatedGuild {
  readonly id: Snowflake;
  readonly name: string;
  readonly #parts: PlaceParts;

  constructor(parts: PlaceParts, { id, name }: Guild) {
    this.#parts = parts;
    this.id = id;
    this.name = name;
  }

  /** A text channel. */
  channel(name: string): SimulatedChannel {
    return this.#add(name, 'text');
  }

  /** A forum: its posts are made with `thread`. */
  forum(name: string): SimulatedChannel {
    return this.#add(name, 'forum');
  }

  role(name: string, { mentionable = false, permissions = [] }: RoleOptions = {}): Role {
    return createRole(this.#parts.world, { guildId: this.id, name, mentionable, permissions });
  }

  /** Somebody new, who is a member of this guild. */
  member(name: string, options: MemberOptions = {}): Person {
    const {
      locale = DEFAULT_LOCALE,
      roles = [],
      permissions = [],
      bot = false,
      hasInstalled = false,
    } = options;
    const { world, waits } = this.#parts;
    const user = createUser(world, { name, locale, bot });
    const own = permissions.length === 0 ? [] : [this.role(`${name}'s own`, { permissions })];
    const roleIds = [...roles, ...own].map(({ id }) => id);
    joinGuild(world, { guildId: this.id, userId: user.id, roleIds });
    return new Person({ world, waits, actor: { user, hasInstalled } });
  }

  #add(name: string, kind: 'text' | 'forum'): SimulatedChannel {
    return new SimulatedChannel(
      this.#parts,
      createChannel(this.#parts.world, { kind, name, guildId: this.id }),
    );
  }
}

export class SimulatedChannel {
  readonly id: Snowflake;
  readonly name: string;
  readonly #parts: PlaceParts;

  constructor(parts: PlaceParts, { id, name }: Channel) {
    this.#parts = parts;
    this.id = id;
    this.name = name;
  }

  /** What somebody types to link to the channel. */
  get mention(): string {
    return `<#${this.id}>`;
  }

  /** A thread in a text channel, or a post in a forum. */
  thread(name: string): SimulatedChannel {
    const { world } = this.#parts;
    const { guildId } = this.#channel();
    const owner = guildId === undefined ? undefined : world.guilds.get(guildId);
    const thread = { kind: 'thread', name, guildId, parentId: this.id, ownerId: owner?.ownerId } as const;
    return new SimulatedChannel(this.#parts, createChannel(world, thread));
  }

  /** Takes these permissions, and no others, from the bot in this channel; without ViewChannel it gets 50001, without others 50013. */
  forbidsBot(...names: readonly PermissionName[]): void {
    const { world } = this.#parts;
    const overwrite = { id: world.bot.id, target: 'member', allow: 0n, deny: permissionBits(names) } as const;
    world.updateChannel({ ...this.#channel(), overwrites: [overwrite] });
  }

  /** Deletes the channel: from now on it is unknown (10003). */
  disappears(): void {
    this.#parts.world.deleteChannel(this.#channel());
  }

  /** A message of a webhook, e.g. a news feed. */
  async hearsWebhook(name: string, text: string): Promise<Message> {
    const { world } = this.#parts;
    const user: User = { id: world.newId(), name, locale: DEFAULT_LOCALE, bot: true, system: false };
    const draft = { author: user, channel: this.#channel(), type: MESSAGE_TYPE.ordinary };
    return postMessage(world, { ...draft, body: { content: text }, webhookId: user.id });
  }

  /** Discord's own message that somebody joined. */
  async announcesJoin(person: Person): Promise<Message> {
    const draft = { author: person.user, channel: this.#channel(), type: MESSAGE_TYPE.userJoined };
    return postMessage(this.#parts.world, { ...draft, body: {} });
  }

  /** All messages, oldest first, ephemeral ones included. */
  messages(): readonly Message[] {
    return this.#parts.world.messages.in(this.id);
  }

  #channel(): Channel {
    const channel = this.#parts.world.channels.get(this.id);
    if (channel === undefined) throw new Error(`the channel ${this.name} was deleted`);
    return channel;
  }
}

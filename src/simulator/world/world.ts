// The state of the simulated Discord: who and what exists. Every change is announced as a WorldEvent.

import type { Json } from '../protocol/json.ts';
import { type Clock, createSnowflakes, type Snowflake } from './clock.ts';
import type {
  Channel,
  Command,
  Guild,
  Interaction,
  Member,
  Message,
  Role,
  User,
  WorldEvent,
  WorldListener,
} from './nouns.ts';

export interface WorldOptions {
  readonly clock: Clock;
  readonly botName: string;
  readonly maxMessages: number;
  /** What the developer portal says of the application, where it differs from a new one's. */
  readonly application?: Json;
}

/** Discord forgets an interaction's token after 15 minutes. */
export const INTERACTION_LIFE_MS = 15 * 60 * 1000;

export class World {
  readonly clock: Clock;
  readonly newId: () => Snowflake;
  readonly bot: User;
  readonly application: Json;
  readonly messages: MessageStore;
  readonly users = new Map<Snowflake, User>();
  readonly guilds = new Map<Snowflake, Guild>();
  readonly roles = new Map<Snowflake, Role>();
  readonly channels = new Map<Snowflake, Channel>();
  readonly commands = new Map<Snowflake, Command>();
  readonly interactions = new Map<Snowflake, Interaction>();
  /** By guild and user: see memberKey. */
  readonly #members = new Map<string, Member>();
  readonly #listeners = new Set<WorldListener>();

  constructor({ clock, botName, maxMessages, application = {} }: WorldOptions) {
    this.clock = clock;
    this.application = application;
    this.newId = createSnowflakes(() => clock.now());
    this.messages = new MessageStore(maxMessages);
    this.bot = { id: this.newId(), name: botName, locale: 'en-US', bot: true, system: false };
    this.users.set(this.bot.id, this.bot);
  }

  listen(listener: WorldListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  announce(event: WorldEvent): void {
    for (const listener of this.#listeners) listener(event);
  }

  member(guildId: Snowflake, userId: Snowflake): Member | undefined {
    return this.#members.get(memberKey(guildId, userId));
  }

  membersOf(guildId: Snowflake): readonly Member[] {
    return [...this.#members.values()].filter((member) => member.guildId === guildId);
  }

  rolesOf(guildId: Snowflake): readonly Role[] {
    return [...this.roles.values()].filter((role) => role.guildId === guildId);
  }

  channelsOf(guildId: Snowflake): readonly Channel[] {
    return [...this.channels.values()].filter((channel) => channel.guildId === guildId);
  }

  addMember(member: Member): void {
    this.#members.set(memberKey(member.guildId, member.userId), member);
    this.announce({ type: 'member-joined', member });
  }

  removeMembers(userId: Snowflake): void {
    for (const [key, member] of this.#members) if (member.userId === userId) this.#members.delete(key);
  }

  addRole(role: Role): void {
    this.roles.set(role.id, role);
    this.announce({ type: 'role-created', role });
  }

  addChannel(channel: Channel): void {
    this.channels.set(channel.id, channel);
    this.announce({ type: 'channel-created', channel });
  }

  updateChannel(channel: Channel): void {
    this.channels.set(channel.id, channel);
    this.announce({ type: 'channel-updated', channel });
  }

  deleteChannel(channel: Channel): void {
    this.channels.delete(channel.id);
    this.messages.forget(channel.id);
    this.announce({ type: 'channel-deleted', channel });
  }

  addInteraction(interaction: Interaction): void {
    const expired = this.clock.now() - INTERACTION_LIFE_MS;
    for (const old of this.interactions.values()) {
      if (old.createdAt < expired) this.interactions.delete(old.id);
    }
    this.interactions.set(interaction.id, interaction);
    this.announce({ type: 'interaction-created', interaction });
  }

  updateInteraction(interaction: Interaction): void {
    this.interactions.set(interaction.id, interaction);
    this.announce({ type: 'interaction-responded', interaction });
  }
}

function memberKey(guildId: Snowflake, userId: Snowflake): string {
  return `${guildId}/${userId}`;
}

export class MessageStore {
  readonly #max: number;
  readonly #channels = new Map<Snowflake, Map<Snowflake, Message>>();

  /** @param max messages kept in each channel */
  constructor(max: number) {
    this.#max = max;
  }

  put(message: Message): void {
    const messages = this.#channels.get(message.channelId) ?? new Map<Snowflake, Message>();
    messages.set(message.id, message);
    this.#channels.set(message.channelId, messages);
    for (const id of messages.keys()) {
      if (messages.size <= this.#max) return;
      messages.delete(id);
    }
  }

  get(channelId: Snowflake, id: Snowflake): Message | undefined {
    return this.#channels.get(channelId)?.get(id);
  }

  delete(message: Message): void {
    this.#channels.get(message.channelId)?.delete(message.id);
  }

  forget(channelId: Snowflake): void {
    this.#channels.delete(channelId);
  }

  in(channelId: Snowflake): readonly Message[] {
    return [...(this.#channels.get(channelId)?.values() ?? [])];
  }

  all(): readonly Message[] {
    return [...this.#channels.values()].flatMap((messages) => [...messages.values()]);
  }
}

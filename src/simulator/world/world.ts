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
  readonly application: Json;
}

/** To be changed only by the functions below and those of this folder. */
export interface World {
  readonly clock: Clock;
  readonly newId: () => Snowflake;
  readonly bot: User;
  readonly application: Json;
  readonly messages: MessageStore;
  readonly users: Map<Snowflake, User>;
  readonly guilds: Map<Snowflake, Guild>;
  readonly roles: Map<Snowflake, Role>;
  readonly channels: Map<Snowflake, Channel>;
  readonly commands: Map<Snowflake, Command>;
  readonly interactions: Map<Snowflake, Interaction>;
  /** By guild and user: see memberKey. */
  readonly members: Map<string, Member>;
  /** The same by guild: a bot may be in thousands. */
  readonly inGuilds: InGuilds;
  readonly listeners: Set<WorldListener>;
}

interface InGuilds {
  readonly members: ByGuild<Member>;
  readonly roles: ByGuild<Role>;
  readonly channels: ByGuild<Channel>;
}

type ByGuild<Thing> = Map<Snowflake, Map<string, Thing>>;

function put<Thing>(
  things: ByGuild<Thing>,
  guildId: Snowflake,
  [key, thing]: readonly [string, Thing],
): void {
  const own = things.get(guildId) ?? new Map<string, Thing>();
  things.set(guildId, own.set(key, thing));
}

function allIn<Thing>(things: ByGuild<Thing>, guildId: Snowflake): readonly Thing[] {
  return [...(things.get(guildId)?.values() ?? [])];
}

/** Discord forgets an interaction's token after 15 minutes. */
export const INTERACTION_LIFE_MS = 15 * 60 * 1000;

export function createWorld({ clock, botName, maxMessages, application }: WorldOptions): World {
  const newId = createSnowflakes(() => clock.now());
  const bot = { id: newId(), name: botName, locale: 'en-US', bot: true, system: false };
  return {
    clock,
    newId,
    bot,
    application,
    messages: createMessageStore(maxMessages),
    users: new Map([[bot.id, bot]]),
    guilds: new Map(),
    roles: new Map(),
    channels: new Map(),
    commands: new Map(),
    interactions: new Map(),
    members: new Map(),
    inGuilds: { members: new Map(), roles: new Map(), channels: new Map() },
    listeners: new Set(),
  };
}

/** @returns the end of the subscription */
export function follow({ listeners }: World, listener: WorldListener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function announce({ listeners }: World, event: WorldEvent): void {
  for (const listener of listeners) listener(event);
}

export function memberIn(world: World, guildId: Snowflake, userId: Snowflake): Member | undefined {
  return world.members.get(memberKey(guildId, userId));
}

export function membersOf(world: World, guildId: Snowflake): readonly Member[] {
  return allIn(world.inGuilds.members, guildId);
}

export function rolesOf(world: World, guildId: Snowflake): readonly Role[] {
  return allIn(world.inGuilds.roles, guildId);
}

export function channelsOf(world: World, guildId: Snowflake): readonly Channel[] {
  return allIn(world.inGuilds.channels, guildId);
}

export function addMember(world: World, member: Member): void {
  putMember(world, member);
  announce(world, { type: 'member-joined', member });
}

export function updateMember(world: World, member: Member): void {
  putMember(world, member);
  announce(world, { type: 'member-updated', member });
}

function putMember({ members, inGuilds }: World, member: Member): void {
  const key = memberKey(member.guildId, member.userId);
  members.set(key, member);
  put(inGuilds.members, member.guildId, [key, member]);
}

export function removeMembers({ members, inGuilds }: World, userId: Snowflake): void {
  for (const [key, member] of members) {
    if (member.userId !== userId) continue;
    members.delete(key);
    inGuilds.members.get(member.guildId)?.delete(key);
  }
}

function memberKey(guildId: Snowflake, userId: Snowflake): string {
  return `${guildId}/${userId}`;
}

export function addRole(world: World, role: Role): void {
  putRole(world, role);
  announce(world, { type: 'role-created', role });
}

/** Without an event: a role that comes with its guild. */
export function putRole({ roles, inGuilds }: World, role: Role): void {
  roles.set(role.id, role);
  put(inGuilds.roles, role.guildId, [role.id, role]);
}

function putChannel({ channels, inGuilds }: World, channel: Channel): void {
  channels.set(channel.id, channel);
  if (channel.guildId !== undefined) put(inGuilds.channels, channel.guildId, [channel.id, channel]);
}

export function addChannel(world: World, channel: Channel): void {
  putChannel(world, channel);
  announce(world, { type: 'channel-created', channel });
}

export function updateChannel(world: World, channel: Channel): void {
  putChannel(world, channel);
  announce(world, { type: 'channel-updated', channel });
}

/** Whoever writes in a thread takes part in it from then on (documentation, "Threads", "Joining and leaving threads"). */
export function joinThread(world: World, channelId: Snowflake, userId: Snowflake): void {
  const channel = world.channels.get(channelId);
  if (channel?.kind !== 'thread' || channel.participantIds.includes(userId)) return;
  const joined = { ...channel, participantIds: [...channel.participantIds, userId] };
  putChannel(world, joined);
  announce(world, { type: 'thread-joined', channel: joined, userId });
}

export function deleteChannel(world: World, channel: Channel): void {
  world.channels.delete(channel.id);
  world.inGuilds.channels.get(channel.guildId ?? '')?.delete(channel.id);
  world.messages.forget(channel.id);
  announce(world, { type: 'channel-deleted', channel });
}

export function addInteraction(world: World, interaction: Interaction): void {
  const expired = world.clock.now() - INTERACTION_LIFE_MS;
  for (const old of world.interactions.values()) {
    if (old.createdAt < expired) world.interactions.delete(old.id);
  }
  world.interactions.set(interaction.id, interaction);
  announce(world, { type: 'interaction-created', interaction });
}

export function updateInteraction(world: World, interaction: Interaction): void {
  world.interactions.set(interaction.id, interaction);
  announce(world, { type: 'interaction-responded', interaction });
}

/** The messages of each channel, oldest first, at most so many; the oldest are forgotten without an event. */
interface MessageStore {
  put(message: Message): void;
  get(channelId: Snowflake, id: Snowflake): Message | undefined;
  delete(message: Message): void;
  forget(channelId: Snowflake): void;
  in(channelId: Snowflake): readonly Message[];
  all(): readonly Message[];
}

/** @param max messages kept in each channel */
function createMessageStore(max: number): MessageStore {
  const channels = new Map<Snowflake, Map<Snowflake, Message>>();
  return {
    put: (message) => {
      const messages = channels.get(message.channelId) ?? new Map<Snowflake, Message>();
      messages.set(message.id, message);
      channels.set(message.channelId, messages);
      for (const id of messages.keys()) {
        if (messages.size <= max) return;
        messages.delete(id);
      }
    },
    get: (channelId, id) => channels.get(channelId)?.get(id),
    delete: ({ channelId, id }) => {
      channels.get(channelId)?.delete(id);
    },
    forget: (channelId) => {
      channels.delete(channelId);
    },
    in: (channelId) => [...(channels.get(channelId)?.values() ?? [])],
    all: () => [...channels.values()].flatMap((messages) => [...messages.values()]),
  };
}

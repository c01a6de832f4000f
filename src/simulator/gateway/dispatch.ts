// Turns what happens in the world into gateway events: all, nothing, or a message with its content blanked.
import { type Json, withoutEmpty } from '../protocol/json.ts';
import { interactionJson } from '../wire/messages.ts';
import { channelJson, channelType, guildCreateJson, roleJson, threadMemberJson } from '../wire/places.ts';
import { memberJson, partialMemberJson } from '../wire/users.ts';
import { readableMessageJson } from '../wire/withholding.ts';
import type { Channel, Interaction, Member, Message, Role, User, WorldEvent } from '../world/nouns.ts';
import { allows, permissionsIn } from '../world/permissions.ts';
import { memberIn, rolesOf, type World } from '../world/world.ts';
import { hasIntent, type IntentName } from './identify.ts';

export interface GatewayEvent {
  readonly name: string;
  readonly payload: Json;
  /** The intent it takes to receive it; undefined: everybody does. */
  readonly intent: IntentName | undefined;
}

const MS_PER_SECOND = 1000;

/** @param intents of the receiving session: they decide what of a message is blanked */
export function gatewayEvents(world: World, event: WorldEvent, intents: number): readonly GatewayEvent[] {
  switch (event.type) {
    case 'guild-created':
      if (!event.guild.botIsMember) return [];
      return [{ name: 'GUILD_CREATE', payload: guildCreateJson(world, event.guild), intent: 'Guilds' }];
    case 'role-created':
      return inGuild(world, event.role.guildId, () => roleEvent(world, event.role));
    case 'member-joined':
      return inGuild(world, event.member.guildId, () => memberEvent(world, event.member));
    case 'member-updated':
      return inGuild(world, event.member.guildId, () => memberUpdate(world, event.member));
    case 'thread-joined':
      return inGuild(world, event.channel.guildId ?? '', () => threadJoined(world, event));
    case 'channel-created':
    case 'channel-updated':
    case 'channel-deleted':
      return channelEvents(world, event.channel, event.type);
    case 'message-created':
      return messageEvent(world, event.message, { name: 'MESSAGE_CREATE', intents });
    case 'message-updated':
      return messageEvent(world, event.message, { name: 'MESSAGE_UPDATE', intents });
    case 'message-deleted':
      return event.message.ephemeralTo === undefined ? deletionEvent(world, event.message) : [];
    case 'messages-purged':
      return purgeEvent(world, event.channel, event.messages);
    case 'typing-started':
      return typingEvent(world, event.channel, event.user);
    case 'interaction-created':
      return interactionEvent(world, event.interaction);
    case 'interaction-responded':
      return [];
  }
}

/** Whether the session receives the event at all. */
export function isLetThrough({ intent }: GatewayEvent, intents: number): boolean {
  return intent === undefined || hasIntent(intents, intent);
}

function inGuild(
  world: World,
  guildId: string,
  make: () => readonly GatewayEvent[],
): readonly GatewayEvent[] {
  return world.guilds.get(guildId)?.botIsMember ? make() : [];
}

function roleEvent(world: World, role: Role): readonly GatewayEvent[] {
  const position = rolesOf(world, role.guildId).indexOf(role);
  const payload = { guild_id: role.guildId, role: roleJson(role, position) };
  return [{ name: 'GUILD_ROLE_CREATE', payload, intent: 'Guilds' }];
}

function memberEvent(world: World, member: Member): readonly GatewayEvent[] {
  const user = world.users.get(member.userId);
  if (user === undefined) return [];
  const payload = { ...memberJson(member, user), guild_id: member.guildId };
  return [{ name: 'GUILD_MEMBER_ADD', payload, intent: 'GuildMembers' }];
}

/** The bot is told of changes to itself without an intent (documentation, "Guild Member Update"). */
function memberUpdate(world: World, member: Member): readonly GatewayEvent[] {
  const user = world.users.get(member.userId);
  if (user === undefined) return [];
  const payload = { ...memberJson(member, user), guild_id: member.guildId };
  const intent = user.id === world.bot.id ? undefined : 'GuildMembers';
  return [{ name: 'GUILD_MEMBER_UPDATE', payload, intent }];
}

/** Without the Guild Members intent only of oneself (documentation, "Thread Members Update"). */
function threadJoined(
  world: World,
  { channel, userId }: WorldEvent & { type: 'thread-joined' },
): readonly GatewayEvent[] {
  const { id, guildId, participantIds } = channel;
  const added_members = [threadMemberJson(world, channel, userId)];
  const payload = { id, guild_id: guildId, member_count: participantIds.length, added_members };
  const intent = userId === world.bot.id ? 'Guilds' : 'GuildMembers';
  return [{ name: 'THREAD_MEMBERS_UPDATE', payload, intent }];
}

function channelEvents(
  world: World,
  channel: Channel,
  type: 'channel-created' | 'channel-updated' | 'channel-deleted',
): readonly GatewayEvent[] {
  const noun = channel.kind === 'thread' ? 'THREAD' : 'CHANNEL';
  const verb = { 'channel-created': 'CREATE', 'channel-updated': 'UPDATE', 'channel-deleted': 'DELETE' }[
    type
  ];
  const make = () => [
    { name: `${noun}_${verb}`, payload: channelJson(world, channel), intent: 'Guilds' } as const,
  ];
  return channel.guildId === undefined ? [] : inGuild(world, channel.guildId, make);
}

interface MessageEventName {
  readonly name: 'MESSAGE_CREATE' | 'MESSAGE_UPDATE';
  readonly intents: number;
}

function messageEvent(
  world: World,
  message: Message,
  { name, intents }: MessageEventName,
): readonly GatewayEvent[] {
  const channel = world.channels.get(message.channelId);
  if (channel === undefined || message.ephemeralTo !== undefined || !canSee(world, channel)) return [];
  const payload = readableMessageJson(world, message, hasIntent(intents, 'MessageContent'));
  const place = placeJson(world, channel, message);
  return [{ name, payload: { ...payload, ...place }, intent: messageIntent(channel) }];
}

/** What an event adds to a message: its guild, its channel's type, and the author as a member. */
function placeJson(world: World, channel: Channel, { author, webhookId }: Message): Json {
  const channelTypeJson = { channel_type: channelType(channel.kind) };
  if (channel.guildId === undefined) return channelTypeJson;
  const member = webhookId === undefined ? memberIn(world, channel.guildId, author.id) : undefined;
  const memberPart = member === undefined ? {} : { member: partialMemberJson(member) };
  return { ...channelTypeJson, guild_id: channel.guildId, ...memberPart };
}

function deletionEvent(world: World, message: Message): readonly GatewayEvent[] {
  const channel = world.channels.get(message.channelId);
  if (channel === undefined || !canSee(world, channel)) return [];
  const payload = withoutEmpty({ id: message.id, channel_id: channel.id, guild_id: channel.guildId });
  return [{ name: 'MESSAGE_DELETE', payload, intent: messageIntent(channel) }];
}

function purgeEvent(world: World, channel: Channel, messages: readonly Message[]): readonly GatewayEvent[] {
  if (!canSee(world, channel)) return [];
  const ids = messages.map(({ id }) => id);
  const payload = withoutEmpty({ ids, channel_id: channel.id, guild_id: channel.guildId });
  return [{ name: 'MESSAGE_DELETE_BULK', payload, intent: messageIntent(channel) }];
}

function typingEvent(world: World, channel: Channel, user: User): readonly GatewayEvent[] {
  if (!canSee(world, channel)) return [];
  const member = channel.guildId === undefined ? undefined : memberIn(world, channel.guildId, user.id);
  const payload = withoutEmpty({
    channel_id: channel.id,
    guild_id: channel.guildId,
    user_id: user.id,
    timestamp: Math.floor(world.clock.now() / MS_PER_SECOND),
    member: member && memberJson(member, user),
  });
  return [{ name: 'TYPING_START', payload, intent: typingIntent(channel) }];
}

function interactionEvent(world: World, interaction: Interaction): readonly GatewayEvent[] {
  const channel = world.channels.get(interaction.channelId);
  if (channel === undefined) return [];
  return [
    { name: 'INTERACTION_CREATE', payload: interactionJson(world, interaction, channel), intent: undefined },
  ];
}

function canSee(world: World, channel: Channel): boolean {
  return allows(permissionsIn(world, channel, world.bot.id) ?? 0n, 'ViewChannel');
}

function messageIntent(channel: Channel): IntentName {
  return channel.guildId === undefined ? 'DirectMessages' : 'GuildMessages';
}

function typingIntent(channel: Channel): IntentName {
  return channel.guildId === undefined ? 'DirectMessageTyping' : 'GuildMessageTyping';
}

// What can happen to a message: it is posted, edited, deleted or purged; and whom it mentions.
import { isObject, type Json, objectsIn } from '../protocol/json.ts';
import { FLAG, hasFlag, storeComponents, textOfComponents } from '../protocol/message-format.ts';
import type { Snowflake } from './clock.ts';
import type {
  Attachment,
  Channel,
  Mentions,
  Message,
  MessageReference,
  Poll,
  Sticker,
  User,
} from './nouns.ts';
import { allows, guildOf, permissionsIn } from './permissions.ts';
import { announce, joinThread, updateChannel, type World } from './world.ts';

export interface Draft {
  /** A forum post's first message has the id of its thread (documentation, "Threads", "Forums"). */
  readonly id?: Snowflake;
  readonly author: User;
  readonly channel: Channel;
  readonly type: number;
  /** Discord's message body: content, embeds, components, flags, allowed_mentions, nonce. */
  readonly body: Json;
  readonly attachments?: readonly Attachment[];
  readonly reference?: MessageReference | undefined;
  readonly forwarded?: Message;
  readonly poll?: Poll;
  readonly stickers?: readonly Sticker[];
  readonly webhookId?: Snowflake | undefined;
  readonly interactionId?: Snowflake | undefined;
  readonly ephemeralTo?: Snowflake | undefined;
  /** Flags that Discord sets by itself, e.g. ephemeral and loading. */
  readonly extraFlags?: number;
}

/** The flags which a sender may set; Discord ignores others. */
const SETTABLE_FLAGS = FLAG.suppressEmbeds | FLAG.suppressNotifications | FLAG.componentsV2;

export function postMessage(world: World, draft: Draft): Message {
  const { author, channel, type, body } = draft;
  const message: Message = {
    id: draft.id ?? world.newId(),
    channelId: channel.id,
    author,
    type,
    attachments: draft.attachments ?? [],
    createdAt: world.clock.now(),
    editedAt: undefined,
    reference: draft.reference,
    forwarded: draft.forwarded,
    poll: draft.poll,
    stickers: draft.stickers ?? [],
    webhookId: draft.webhookId,
    nonce: readNonce(body),
    interactionId: draft.interactionId,
    ephemeralTo: draft.ephemeralTo,
    flags: (numberOr(body['flags'], 0) & SETTABLE_FLAGS) | (draft.extraFlags ?? 0),
    content: stringOr(body['content'], ''),
    embeds: storeEmbeds(body['embeds']),
    components: storeComponents(body['components']),
    mentions: mentionsOf(world, draft),
  };
  if (message.ephemeralTo === undefined) wake(world, channel, author);
  world.messages.put(message);
  announce(world, { type: 'message-created', message });
  return message;
}

/** A message brings an archived thread back (documentation, "Threads", "Active & archived threads"). */
function wake(world: World, channel: Channel, author: User): void {
  if (channel.archived) updateChannel(world, { ...channel, archived: false });
  joinThread(world, channel.id, author.id);
}

/** Changes the fields which the body names, as PATCH does; null empties a field. */
export function editMessage(world: World, previous: Message, body: Json): Message {
  const message: Message = {
    ...previous,
    editedAt: hasFlag(previous.flags, FLAG.loading) ? undefined : world.clock.now(),
    content: body['content'] === undefined ? previous.content : stringOr(body['content'], ''),
    embeds: body['embeds'] === undefined ? previous.embeds : storeEmbeds(body['embeds']),
    components: body['components'] === undefined ? previous.components : storeComponents(body['components']),
    flags: (previous.flags & ~FLAG.loading) | (numberOr(body['flags'], 0) & SETTABLE_FLAGS),
    mentions: mentionsAfterEdit(world, previous, body),
  };
  world.messages.put(message);
  announce(world, { type: 'message-updated', message, previous });
  return message;
}

export function deleteMessage(world: World, message: Message): void {
  world.messages.delete(message);
  announce(world, { type: 'message-deleted', message });
}

export function purgeMessages(world: World, channel: Channel, messages: readonly Message[]): void {
  for (const message of messages) world.messages.delete(message);
  announce(world, { type: 'messages-purged', channel, messages });
}

function mentionsOf(world: World, { author, channel, body, reference, forwarded }: Draft) {
  const repliedTo = reference && !forwarded ? pingedByReply(world, reference) : undefined;
  return findMentions(world, { author, channel, text: textOf(body), repliedTo, allowed: allowedIn(body) });
}

/** A reply to the response to an interaction never pings the bot (discord-api-docs#5395). */
function pingedByReply(world: World, { channelId, messageId }: MessageReference): User | undefined {
  const replied = world.messages.get(channelId, messageId);
  return replied?.interactionId === undefined ? replied?.author : undefined;
}

function mentionsAfterEdit(world: World, previous: Message, body: Json) {
  const channel = world.channels.get(previous.channelId);
  if (channel === undefined || body['content'] === undefined) return previous.mentions;
  const { author, reference } = previous;
  const replied = reference && pingedByReply(world, reference);
  // An edit pings nobody anew through its reply, but keeps the ping that was made.
  const repliedTo =
    replied !== undefined && previous.mentions.userIds.includes(replied.id) ? replied : undefined;
  return findMentions(world, { author, channel, text: textOf(body), allowed: allowedIn(body), repliedTo });
}

function allowedIn(body: Json): Json | undefined {
  const allowed = body['allowed_mentions'];
  return isObject(allowed) ? allowed : undefined;
}

function textOf(body: Json): string {
  return [stringOr(body['content'], ''), ...textOfComponents(objectsIn(body['components']))].join('\n');
}

function storeEmbeds(embeds: unknown): readonly Json[] {
  return objectsIn(embeds).map((embed) => ({ ...embed, type: 'rich' }));
}

function stringOr(value: unknown, fallback: string): string {
  return typeof value === 'string' ? value : fallback;
}

function numberOr(value: unknown, fallback: number): number {
  return typeof value === 'number' ? value : fallback;
}

function readNonce(body: Json): string | number | undefined {
  const nonce = body['nonce'];
  return typeof nonce === 'string' || typeof nonce === 'number' ? nonce : undefined;
}

const USER_MENTION = /<@!?(\d+)>/gu;
const ROLE_MENTION = /<@&(\d+)>/gu;
const EVERYONE_MENTION = /@(?:everyone|here)\b/u;

export interface MentionSource {
  readonly author: User;
  readonly channel: Channel;
  /** Everything in which Discord looks for mentions: the content and the V2 text displays. */
  readonly text: string;
  readonly repliedTo: User | undefined;
  /** Discord's allowed_mentions object; undefined allows everything. */
  readonly allowed: Json | undefined;
}

function findMentions(world: World, source: MentionSource): Mentions {
  const permission = readAllowance(source.allowed);
  const users = idsIn(source.text, USER_MENTION)
    .filter((id) => world.users.has(id))
    .filter(permission.user);
  const replied = source.repliedTo !== undefined && permission.repliedUser ? [source.repliedTo.id] : [];
  return {
    userIds: [...new Set([...users, ...replied])],
    roleIds: idsIn(source.text, ROLE_MENTION)
      .filter((id) => mayPingRole(world, source, id))
      .filter(permission.role),
    everyone: EVERYONE_MENTION.test(source.text) && permission.everyone && mayPingEveryone(world, source),
  };
}

interface Allowance {
  readonly user: (id: Snowflake) => boolean;
  readonly role: (id: Snowflake) => boolean;
  readonly everyone: boolean;
  readonly repliedUser: boolean;
}

function readAllowance(allowed: Json | undefined): Allowance {
  if (!isObject(allowed)) return { user: () => true, role: () => true, everyone: true, repliedUser: true };
  const parse = listIn(allowed, 'parse');
  const users = listIn(allowed, 'users');
  const roles = listIn(allowed, 'roles');
  return {
    user: (id) => parse.includes('users') || users.includes(id),
    role: (id) => parse.includes('roles') || roles.includes(id),
    everyone: parse.includes('everyone'),
    repliedUser: allowed['replied_user'] === true,
  };
}

function listIn(source: Json, key: string): readonly unknown[] {
  const value = source[key];
  return Array.isArray(value) ? value : [];
}

function idsIn(text: string, pattern: RegExp): readonly Snowflake[] {
  return [...new Set([...text.matchAll(pattern)].flatMap((match) => match[1] ?? []))];
}

function mayPingRole(world: World, source: MentionSource, id: Snowflake): boolean {
  const role = world.roles.get(id);
  if (role === undefined || role.guildId !== source.channel.guildId) return false;
  return role.mentionable || mayPingEveryone(world, source);
}

function mayPingEveryone(world: World, { author, channel }: MentionSource): boolean {
  if (guildOf(world, channel) === undefined) return false;
  const bits = permissionsIn(world, channel, author.id);
  return bits !== undefined && allows(bits, 'MentionEveryone');
}

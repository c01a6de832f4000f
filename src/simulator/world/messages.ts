// What can happen to a message: it is posted, edited, deleted or purged.
import { isObject, type Json, objectsIn } from '../json.ts';
import type { Snowflake } from '../snowflake.ts';
import { storeComponents, textOfComponents } from './components.ts';
import { FLAG, hasFlag } from './flags.ts';
import { findMentions } from './mentions.ts';
import type { Attachment, Channel, Message, MessageReference, User } from './nouns.ts';
import type { World } from './world.ts';

export interface Draft {
  readonly author: User;
  readonly channel: Channel;
  readonly type: number;
  /** Discord's message body: content, embeds, components, flags, allowed_mentions, nonce. */
  readonly body: Json;
  readonly attachments?: readonly Attachment[];
  readonly reference?: MessageReference | undefined;
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
    id: world.newId(),
    channelId: channel.id,
    author,
    type,
    attachments: draft.attachments ?? [],
    createdAt: world.clock.now(),
    editedAt: undefined,
    reference: draft.reference,
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
  world.messages.put(message);
  world.announce({ type: 'message-created', message });
  return message;
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
  world.announce({ type: 'message-updated', message, previous });
  return message;
}

export function deleteMessage(world: World, message: Message): void {
  world.messages.delete(message);
  world.announce({ type: 'message-deleted', message });
}

export function purgeMessages(world: World, channel: Channel, messages: readonly Message[]): void {
  for (const message of messages) world.messages.delete(message);
  world.announce({ type: 'messages-purged', channel, messages });
}

function mentionsOf(world: World, { author, channel, body, reference }: Draft) {
  const repliedTo = reference && world.messages.get(reference.channelId, reference.messageId)?.author;
  return findMentions(world, { author, channel, text: textOf(body), repliedTo, allowed: allowedIn(body) });
}

function mentionsAfterEdit(world: World, previous: Message, body: Json) {
  const channel = world.channels.get(previous.channelId);
  if (channel === undefined || body['content'] === undefined) return previous.mentions;
  const { author, reference } = previous;
  const replied = reference && world.messages.get(reference.channelId, reference.messageId)?.author;
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

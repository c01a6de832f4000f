// What Discord withholds from an application without the Message Content intent, in events and in REST answers alike
// (guide "You might not need a privileged intent"): content, embeds, attachments, components, poll, and forwarded texts.
import { type Json, numberIn } from '../protocol/json.ts';
import type { Message } from '../world/nouns.ts';
import type { World } from '../world/world.ts';
import { messageJson, nestedMessageJson } from './messages.ts';

/** Flags of the application object: the intent, granted or switched on in the portal of a small application. */
const MESSAGE_CONTENT_FLAGS = (1 << 18) | (1 << 19);

/** Whether REST answers carry all text: they go by the portal, not by the session. */
export function readsAllOverRest({ application }: World): boolean {
  return ((numberIn(application, 'flags') ?? 0) & MESSAGE_CONTENT_FLAGS) !== 0;
}

/** A message, and the one it replies to, each as far as the application may read it. */
export function readableMessageJson(world: World, message: Message, readsAll: boolean): Json {
  const whole = messageJson(world, message);
  if (readsAll) return whole;
  const { reference } = message;
  const replied = reference && world.messages.get(reference.channelId, reference.messageId);
  const own = isMeantForBot(world, message) ? whole : withheld(whole);
  return replied === undefined || message.forwarded !== undefined
    ? own
    : { ...own, referenced_message: readableReply(world, replied) };
}

function readableReply(world: World, message: Message): Json {
  const json = nestedMessageJson(world, message);
  return isMeantForBot(world, message) ? json : withheld(json);
}

function withheld(message: Json): Json {
  const kept = Object.entries(message).filter(([key]) => key !== 'poll' && key !== 'message_snapshots');
  return { ...Object.fromEntries(kept), content: '', embeds: [], attachments: [], components: [] };
}

/** The bot's own messages, direct messages to it, and messages that mention its user; a mention of its role is none. */
function isMeantForBot(world: World, message: Message): boolean {
  const channel = world.channels.get(message.channelId);
  return (
    message.author.id === world.bot.id ||
    channel?.guildId === undefined ||
    message.mentions.userIds.includes(world.bot.id)
  );
}

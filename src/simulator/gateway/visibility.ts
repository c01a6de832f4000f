// What the bot gets to see of an event: nothing, all of it, or a message with its content blanked.
import type { Json } from '../json.ts';
import { allows } from '../permissions.ts';
import type { Channel, Message } from '../world/nouns.ts';
import { permissionsIn } from '../world/standing.ts';
import type { World } from '../world/world.ts';
import { hasIntent, type IntentName } from './intents.ts';

export function canSee(world: World, channel: Channel): boolean {
  return allows(permissionsIn(world, channel, world.bot.id) ?? 0n, 'ViewChannel');
}

export function messageIntent(channel: Channel): IntentName {
  return channel.guildId === undefined ? 'DirectMessages' : 'GuildMessages';
}

export function typingIntent(channel: Channel): IntentName {
  return channel.guildId === undefined ? 'DirectMessageTyping' : 'GuildMessageTyping';
}

/** Without the Message Content intent Discord blanks all but what was meant for the bot. */
export function blankUnlessMeant(world: World, message: Message, { intents, payload }: Blanking): Json {
  if (hasIntent(intents, 'MessageContent') || isMeantForBot(world, message)) return payload;
  return { ...payload, content: '', embeds: [], attachments: [], components: [] };
}

export interface Blanking {
  readonly intents: number;
  readonly payload: Json;
}

/** The bot's own messages, direct messages to it, and messages that mention it (a reply with a ping does). */
function isMeantForBot(world: World, message: Message): boolean {
  const channel = world.channels.get(message.channelId);
  return (
    message.author.id === world.bot.id ||
    channel?.guildId === undefined ||
    message.mentions.userIds.includes(world.bot.id)
  );
}

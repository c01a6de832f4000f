// Whether a message is meant for the bot, and what it asks.
import { ChannelType, type Message } from 'discord.js';
import { readQuestion } from './member-text.ts';

/** Silence for bots, webhooks, Discord's own messages, and whatever does not address the bot itself. */
export function isAddressed(message: Message, bot: string): boolean {
  // Discord sends some messages without an author to caches that hold none.
  if (!message.author || message.author.bot || message.webhookId !== null || message.system) return false;
  if (message.channel.type === ChannelType.DM) return true;
  // @everyone, @here and role mentions are elsewhere; a reply with ping counts as a mention of its author.
  return message.mentions.users.has(bot);
}

export function questionIn(message: Message): string {
  return readQuestion(message.content);
}

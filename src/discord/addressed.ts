// Whether a message is meant for the bot, or may be answered without being so; and what it asks.
import { ChannelType, type Message } from 'discord.js';
import { looksLikeQuestion } from '../language/question-like.ts';
import type { Desk } from './desk.ts';
import { readQuestion } from './member-text.ts';
import { placeOf } from './place.ts';

/** Overheard: a question to nobody, in a channel where questions are answered without a mention. */
export type Hearing = 'addressed' | 'overheard' | 'not-for-us';

export function hear({ channels }: Desk, message: Message): Hearing {
  const bot = message.client.user?.id;
  // Discord sends some messages without an author to caches that hold none.
  if (bot === undefined || !message.author || message.author.bot) return 'not-for-us';
  if (message.webhookId !== null || message.system) return 'not-for-us';
  if (message.channel.type === ChannelType.DM) return 'addressed';
  const place = placeOf(message.channel);
  if (!channels.maySpeak(place)) return 'not-for-us';
  // @everyone, @here and role mentions are elsewhere; a reply with ping counts as a mention of its author.
  if (message.mentions.users.has(bot)) return 'addressed';
  return channels.isAskChannel(place) && isToNobody(message, bot) ? 'overheard' : 'not-for-us';
}

export function questionIn(message: Message): string {
  return readQuestion(message.content);
}

/** Mentions and replies make it other people's conversation, unless the reply is to the bot. */
function isToNobody(message: Message, bot: string): boolean {
  const { mentions, reference } = message;
  // Without the permission to ping everyone, the words alone say whom they are for.
  const isToAll = mentions.everyone || /@(?:everyone|here)\b/.test(message.content);
  const isToOthers = isToAll || mentions.users.size > 0 || mentions.roles.size > 0;
  const isReplyToOthers = reference !== null && mentions.repliedUser?.id !== bot;
  return !isToOthers && !isReplyToOthers && looksLikeQuestion(questionIn(message));
}

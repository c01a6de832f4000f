// What the bot may do in a channel, asked before it tries: refusals count against its address at Discord.
import { type Message, PermissionFlagsBits } from 'discord.js';

/** What the invite link asks for, and why each is needed. */
export const NEEDED_PERMISSIONS = {
  /** To receive the messages that mention it. */
  viewChannel: PermissionFlagsBits.ViewChannel,
  sendMessages: PermissionFlagsBits.SendMessages,
  sendMessagesInThreads: PermissionFlagsBits.SendMessagesInThreads,
  /** Answers are embeds. */
  embedLinks: PermissionFlagsBits.EmbedLinks,
  /** Discord demands it for a reply that shows the question. */
  readMessageHistory: PermissionFlagsBits.ReadMessageHistory,
} as const;

export interface Voice {
  readonly form: 'embeds' | 'plain';
  /** Discord lets only those reply who may read what they reply to. */
  readonly asReply: boolean;
}

/** How the bot may speak in the message's channel; undefined where it may not, and has no other way to tell. */
export function voiceIn({ channel, client }: Message<boolean>): Voice | undefined {
  const free: Voice = { form: 'embeds', asReply: true };
  if (channel.isDMBased() || client.user === null) return free;
  const permissions = channel.permissionsFor(client.user);
  // Unknown where Discord has not sent the bot's own membership: then try.
  if (!permissions) return free;
  const { viewChannel, sendMessages, sendMessagesInThreads, embedLinks, readMessageHistory } =
    NEEDED_PERMISSIONS;
  if (!permissions.has([viewChannel, channel.isThread() ? sendMessagesInThreads : sendMessages]))
    return undefined;
  return {
    form: permissions.has(embedLinks) ? 'embeds' : 'plain',
    asReply: permissions.has(readMessageHistory),
  };
}

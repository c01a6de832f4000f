// Whether a direct message is the first of its conversation: its answer then comes with the guide.
import { ChannelType, type Message } from 'discord.js';
import { describeError } from './describe-error.ts';
import type { Desk } from './desk.ts';

/** Asks Discord once for each conversation and start of the bot; a failure counts as an old acquaintance. */
export async function isFirstContact({ handled, log }: Desk, message: Message): Promise<boolean> {
  const { channel, id } = message;
  if (channel.type !== ChannelType.DM || !handled.claim(`met ${channel.id}`)) return false;
  try {
    const earlier = await channel.messages.fetch({ before: id, limit: 1, cache: false });
    return earlier.size === 0;
  } catch (error) {
    log.debug({ error: describeError(error) }, 'the conversation cannot be read');
    return false;
  }
}

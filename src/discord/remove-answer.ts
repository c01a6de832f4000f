// A question that is deleted takes its answer with it.
import { DiscordAPIError, type Message, type PartialMessage, RESTJSONErrorCodes } from 'discord.js';
import type { Desk } from './desk.ts';

/** Does nothing where the answer is not known any more, or already gone. */
export async function removeAnswer({ answers }: Desk, question: Message | PartialMessage): Promise<void> {
  const answer = answers.takeForDeletion(question.id);
  if (answer === undefined) return;
  try {
    await question.channel.messages.delete(answer);
  } catch (error) {
    if (error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.UnknownMessage) return;
    throw error;
  }
}

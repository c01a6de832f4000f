// The member's question behind an answer, read again from Discord: the bot keeps none.
import type { MessageComponentInteraction } from 'discord.js';
import { wordingFor } from '../wording/catalogue.ts';
import { LOCALES } from '../wording/locale.ts';
import { questionIn } from './addressed.ts';
import { describeError } from './describe-error.ts';
import type { Desk } from './desk.ts';
import { unescapeMarkdown } from './markdown.ts';

/** From the line above the answer, where a command was used. */
export function echoedQuestion({ message }: MessageComponentInteraction): string | undefined {
  const last = unescapeMarkdown(message.content).split('\n').at(-1) ?? '';
  for (const locale of LOCALES) {
    const before = wordingFor(locale).discord.youAsked('');
    if (last.startsWith(before)) return last.slice(before.length);
  }
  return undefined;
}

/** From the message that was replied to; undefined where it is gone or may not be read. */
export async function repliedToQuestion(
  { log }: Desk,
  { message }: MessageComponentInteraction,
): Promise<string | undefined> {
  if (!message.reference?.messageId) return undefined;
  try {
    return questionIn(await message.fetchReference());
  } catch (error) {
    log.debug({ error: describeError(error) }, 'the question cannot be read again');
    return undefined;
  }
}

// What was said before, read again from Discord, as the bot keeps none of it: the quotation that a member replies to, the
// question behind an answer, whether a conversation is new.
import { ChannelType, type Message, type MessageComponentInteraction } from 'discord.js';
import { answerAt } from '../../answer/chosen-section.ts';
import type { Library } from '../../answer/library.ts';
import type { Quotation } from '../../answer/reply.ts';
import { languageOf } from '../../language/fold.ts';
import { LOCALES, wordingFor } from '../../wording/locale.ts';
import { readControl } from '../cards/custom-id.ts';
import type { Desk } from '../desk/desk.ts';
import { describeError, type Log } from '../desk/log.ts';
import { unescapeMarkdown } from '../sending/markdown.ts';
import { questionIn } from './asked.ts';

/** Undefined where the message replies to nothing, to somebody else, or to what quotes nothing. */
export async function earlierQuotation(
  { library, journal }: Pick<Desk, 'library' | 'journal'>,
  message: Message,
): Promise<Quotation | undefined> {
  const { mentions, client, reference } = message;
  if (!reference || mentions.repliedUser?.id !== client.user?.id) return undefined;
  const answer = await message.fetchReference().catch((error: unknown) => {
    journal.log.debug({ error: describeError(error) }, 'the answer replied to cannot be read');
    return undefined;
  });
  return answer && quotationIn(library, answer);
}

/**
 * What a reply to the bot is that does not mention it. A reply to the answer of a command never pings, so it is meant, and
 * brings no text without the Message Content intent; any other was sent without a ping on purpose.
 */
export async function hearReply(
  log: Log,
  message: Message,
): Promise<'addressed' | 'unread-reply' | 'not-for-us'> {
  try {
    const { interactionMetadata } = await message.fetchReference();
    if (interactionMetadata === null) return 'not-for-us';
    return message.content === '' ? 'unread-reply' : 'addressed';
  } catch (error) {
    log.debug({ error: describeError(error) }, 'the answer replied to cannot be read');
    return 'not-for-us';
  }
}

function quotationIn(library: Library, { components, content }: Message): Quotation | undefined {
  const ids = components.flatMap((row) => ('components' in row ? row.components.map(customIdOf) : []));
  for (const id of ids) {
    const read = readControl(id);
    if (!read.ok || read.control.kind !== 'about') continue;
    const { source, range } = read.control;
    return answerAt(library, { source, language: languageOf(content) }, range)?.quotation;
  }
  return undefined;
}

function customIdOf(component: object): string {
  return 'customId' in component && typeof component.customId === 'string' ? component.customId : '';
}

/** The question behind an answer, from the line above the answer, where a command was used. */
export function echoedQuestion({ message }: MessageComponentInteraction): string | undefined {
  const last = unescapeMarkdown(message.content).split('\n').at(-1) ?? '';
  for (const locale of LOCALES) {
    const before = wordingFor(locale).discord.youAsked('');
    if (last.startsWith(before)) return last.slice(before.length);
  }
  return undefined;
}

/** The question behind an answer, from the message that was replied to; undefined where it is gone or may not be read. */
export async function repliedToQuestion(
  log: Log,
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

/**
 * Whether a direct message is the first of its conversation. Asks Discord once for each conversation and start of the
 * bot; a failure counts as an old acquaintance.
 */
export async function isFirstContact(
  { gate, journal }: Pick<Desk, 'gate' | 'journal'>,
  message: Message,
): Promise<boolean> {
  const { channel, id } = message;
  if (channel.type !== ChannelType.DM || !gate.claim(`met ${channel.id}`)) return false;
  try {
    const earlier = await channel.messages.fetch({ before: id, limit: 1, cache: false });
    return earlier.size === 0;
  } catch (error) {
    journal.log.debug({ error: describeError(error) }, 'the conversation cannot be read');
    return false;
  }
}

// What was said before, read again from Discord, as the bot keeps none of it: the quotation that a member replies to, the
// question behind an answer, whether a conversation is new.
import {
  type BaseInteraction,
  type Channel,
  ChannelType,
  type Message,
  type MessageComponentInteraction,
} from 'discord.js';
import { answerAt } from '../../answer/chosen-section.ts';
import type { Library } from '../../answer/library.ts';
import { isVerbatim } from '../../answer/quotation.ts';
import type { Answer, Quotation, Reply } from '../../answer/reply.ts';
import { languageOf, type QuestionLanguage } from '../../language/fold.ts';
import { LOCALES, wordingFor } from '../../wording/locale.ts';
import { type Control, readControl } from '../cards/custom-id.ts';
import { findQuoted, type Quoted } from '../cards/fingerprint.ts';
import type { Desk } from '../desk/desk.ts';
import type { Origin } from '../desk/gate.ts';
import { describeError, type Log } from '../desk/log.ts';
import { unescapeMarkdown } from '../sending/markdown.ts';
import { questionIn } from './hear.ts';

/** What a message follows: the answer that it replies to, whatever is remembered; else the last one of its conversation. */
export async function earlierQuotation(desk: Desk, message: Message): Promise<Quotation | undefined> {
  const { mentions, client, reference, channel, author, id } = message;
  if (!reference) return recall(desk, { member: author.id, channel, question: id });
  if (mentions.repliedUser?.id !== client.user?.id) return undefined;
  const { library, journal } = desk;
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

/** A question: who asks it, where, and its message's or interaction's id. */
export interface Turn {
  readonly member: string;
  readonly channel: Channel | null;
  readonly question: string;
}

export function turnOf({ user, channel, id }: BaseInteraction): Turn {
  return { member: user.id, channel, question: id };
}

/** The last answer of the conversation that the question is a turn of, where the interview still has it. */
export function recall({ library, memory }: Desk, turn: Turn): Quotation | undefined {
  const origin = conversationOf(turn);
  const quotation = origin && memory.before(origin, turn.question);
  return quotation && isVerbatim(library.interviews, quotation) ? quotation : undefined;
}

/** Keeps an answer for the turns to come. */
export function remember({ memory }: Desk, turn: Turn, reply: Reply): void {
  const origin = conversationOf(turn);
  if (origin && reply.outcome === 'answer') memory.answered(origin, turn.question, reply.quotation);
}

/** Undefined in a channel, where many talk at once. */
function conversationOf({ member, channel }: Turn): Origin | undefined {
  const isConversation = channel?.type === ChannelType.DM || channel?.isThread();
  return channel && isConversation ? { member, channel: channel.id } : undefined;
}

function quotationIn(library: Library, message: Message): Quotation | undefined {
  const quoted = quotedIn(message);
  return quoted && answerQuoted(library, quoted, languageOf(message.content))?.quotation;
}

/** The quotation of a control, found again in the interviews as they are now; undefined where they do not hold it. */
export function answerQuoted(
  library: Library,
  quoted: Quoted,
  language: QuestionLanguage,
): Answer | undefined {
  const found = findQuoted(library.interviews, quoted);
  return found && answerAt(library, { source: found.source, language }, found.range);
}

/** What a message quotes, by the control below it. */
export function quotedIn(message: Pick<Message, 'components'>): Quoted | undefined {
  const [about] = controlsIn(message).flatMap((control) => (control.kind === 'about' ? [control] : []));
  return about;
}

/** The controls below a message, as far as they are ours. */
export function controlsIn({ components }: Pick<Message, 'components'>): readonly Control[] {
  const ids = components.flatMap((row) => ('components' in row ? row.components.map(customIdOf) : []));
  return ids.map(readControl).flatMap((read) => (read.ok ? [read.control] : []));
}

function customIdOf(component: object): string {
  return 'customId' in component && typeof component.customId === 'string' ? component.customId : '';
}

/** The question behind an answer, from the line above the answer, where a command was used. */
export function echoedQuestion({
  message,
}: Pick<MessageComponentInteraction, 'message'>): string | undefined {
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
  { message }: Pick<MessageComponentInteraction, 'message'>,
): Promise<string | undefined> {
  if (!message.reference?.messageId) return undefined;
  try {
    const asked = await message.fetchReference();
    // What answers a press replies to the message that was pressed on, which is the bot's own.
    return asked.author.bot ? undefined : questionIn(asked);
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

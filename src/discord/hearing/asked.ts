// What a message asks, wherever its question stands: in its text, in what it forwards, in its poll, in the title of its forum post,
// or in the message that a bare mention replies to; else why there is no question in it; and in which language it is answered.
import { ChannelType, type Message } from 'discord.js';
import { fold, languageOf } from '../../language/fold.ts';
import { type Locale, localeFor, localeOfMessage } from '../../wording/locale.ts';
import type { Desk } from '../desk/desk.ts';
import { describeError, type Log } from '../desk/log.ts';
import { readQuestion } from './hear.ts';
import table from './see-title.json' with { type: 'json' };

export type Asked =
  | {
      readonly kind: 'question';
      /** The likeliest first; others are asked where it gets no answer. */
      readonly questions: readonly [string, ...string[]];
      /** Whether it stands in the message's own text, where readers see it. */
      readonly isInText: boolean;
    }
  /** There is something, but no text in it. */
  | { readonly kind: 'no-text' }
  /** A bare mention that replies to a message whose text Discord withholds. */
  | { readonly kind: 'withheld' }
  | { readonly kind: 'nothing' };

export async function whatIsAsked({ journal }: Pick<Desk, 'journal'>, message: Message): Promise<Asked> {
  const own = questionIn(message);
  const title = titleOf(message);
  const isStart = message.id === message.channelId;
  if (own !== '' && !(isStart && pointsToTitle(own))) {
    const questions = [own, ...(isStart && title !== '' ? [title] : [])] as const;
    return { kind: 'question', questions, isInText: readQuestion(message.content) !== '' };
  }
  if (isStart && title !== '') return { kind: 'question', questions: [title], isInText: false };
  if (holdsOtherThings(message)) return { kind: 'no-text' };
  const replied = await repliedToMessage(journal.log, message);
  if (replied) return askedBy(replied);
  return title === '' ? { kind: 'nothing' } : { kind: 'question', questions: [title], isInText: false };
}

/** The question in a message: its text, what it forwards, or its poll; '' where it has none, or nothing but links. */
export function questionIn(message: Message): string {
  const forwarded = message.messageSnapshots?.first()?.content ?? '';
  const texts = [message.content, forwarded, message.poll?.question.text ?? ''];
  return texts.map(readQuestion).find((text) => text !== '' && !isOnlyLinks(text)) ?? '';
}

/** The question in a message that a member points at: also the title of the forum post that it opens. */
export function questionPointedAt(message: Message): string {
  const own = questionIn(message);
  const isTitleMeant = message.id === message.channelId && (own === '' || pointsToTitle(own));
  return (isTitleMeant ? titleOf(message) : '') || own;
}

/** The title of the forum post in which a message stands; '' elsewhere. */
function titleOf(message: Message): string {
  // Null where the bot is no member.
  const channel: Message['channel'] | null = message.channel;
  if (!channel?.isThread()) return '';
  const { parent, name } = channel;
  const isPost = parent?.type === ChannelType.GuildForum || parent?.type === ChannelType.GuildMedia;
  return isPost ? readQuestion(name) : '';
}

const SEE_TITLE: ReadonlySet<string> = new Set(table.bodies);

function pointsToTitle(text: string): boolean {
  const bare = fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return bare === '' || SEE_TITLE.has(bare);
}

function isOnlyLinks(text: string): boolean {
  return text.replace(/<?https?:\/\/\S+/giu, '').trim() === '';
}

/** Whether there is something in a message without a question: a file, a sticker, a preview, a link. */
export function holdsOtherThings({
  content,
  attachments,
  stickers,
  embeds,
  messageSnapshots,
}: Message): boolean {
  const things = attachments.size + stickers.size + embeds.length + (messageSnapshots?.size ?? 0);
  return things > 0 || readQuestion(content) !== '';
}

/** Another person's message to which a member points by replying; undefined where there is none, or it is the bot's. */
async function repliedToMessage(log: Log, message: Message): Promise<Message | undefined> {
  const { reference, mentions, client } = message;
  if (!reference?.messageId || mentions.repliedUser?.id === client.user?.id) return undefined;
  try {
    return await message.fetchReference();
  } catch (error) {
    log.debug({ error: describeError(error) }, 'the message replied to cannot be read');
    return undefined;
  }
}

function askedBy(replied: Message): Asked {
  const question = questionPointedAt(replied);
  if (question !== '') return { kind: 'question', questions: [question], isInText: false };
  // What Discord withholds looks like a message with nothing in it.
  return holdsOtherThings(replied) ? { kind: 'no-text' } : { kind: 'withheld' };
}

/** The question's script decides; where it leaves that open, the server's preferred language. */
export function localeOf({ guild }: Message, question: string): Locale {
  return localeOfMessage(question, languageOf(question), localeFor(guild?.preferredLocale ?? 'en-US'));
}

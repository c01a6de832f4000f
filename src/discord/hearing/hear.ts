// What a member says: whether it is meant for the bot or may be answered without being so; what it asks, wherever its question
// stands: in its text, in what it forwards, in its poll, in the title of its forum post, or in the message that a bare mention
// replies to, else why there is no question in it; whether all may see the answer, and in which language it is.
import { type BaseInteraction, type Channel, ChannelType, GuildMember, type Message } from 'discord.js';
import { fold, languageOf } from '../../language/fold.ts';
import { looksLikeQuestion } from '../../language/question-words.ts';
import { LONGEST_QUESTION } from '../../search/query/analyse.ts';
import { type Locale, localeFor, localeOfMessage } from '../../wording/locale.ts';
import type { Desk } from '../desk/desk.ts';
import type { ChannelIds, Gate } from '../desk/gate.ts';
import { describeError, type Log } from '../desk/log.ts';
import table from './see-title.json' with { type: 'json' };

export type Hearing =
  | 'addressed'
  /** A question to nobody, in a channel where questions are answered without a mention. */
  | 'overheard'
  /** The bot's role is mentioned, so it is meant, but Discord withholds the text. */
  | 'unread-role'
  /** A reply to the bot that does not mention it: meant where the bot's message cannot be pinged by a reply. */
  | 'reply'
  | 'not-for-us';

export function hear(gate: Gate, message: Message): Hearing {
  const bot = message.client.user?.id;
  // Discord sends some messages without an author to caches that hold none.
  if (bot === undefined || !message.author || message.author.bot) return 'not-for-us';
  // Null where the bot does not know it.
  const place: Channel | null = message.channel;
  if (!place || message.webhookId !== null || message.system) return 'not-for-us';
  if (message.channel.type === ChannelType.DM) return 'addressed';
  const channel = idsOf(message.channel);
  if (!gate.maySpeak(channel)) return 'not-for-us';
  // @everyone, @here and others' roles are elsewhere; a reply with ping counts as a mention of its author.
  if (message.mentions.users.has(bot)) return 'addressed';
  if (mentionsOwnRole(message)) return message.content === '' ? 'unread-role' : 'addressed';
  if (gate.isAskChannel(channel) && isToNobody(message, bot)) return 'overheard';
  return message.mentions.repliedUser?.id === bot ? 'reply' : 'not-for-us';
}

/** The role that Discord made for the bot bears its name, and is easily chosen in its place. */
function mentionsOwnRole({ mentions, client }: Message): boolean {
  return mentions.roles.some(({ tags }) => tags?.botId !== undefined && tags.botId === client.user?.id);
}

/** Whether an interaction may be answered for all to see; elsewhere its answer is private. */
export function mayAnswerOpenly(gate: Gate, interaction: BaseInteraction): boolean {
  const { channel, channelId, guildId } = interaction;
  if (guildId === null || channelId === null) return true;
  return gate.maySpeak(channel ? idsOf(channel) : { channelId });
}

/** Whether somebody has one of the editors' roles; nobody has where there are none. */
export function isEditor(editors: Desk['editors'], { member }: BaseInteraction): boolean {
  if (!editors || !member) return false;
  const holds = (role: string) =>
    member instanceof GuildMember ? member.roles.cache.has(role) : holdsRole(member, role);
  return editors.roles.some(holds);
}

/** Of a server that the client does not know, members come as Discord sends them. */
function holdsRole({ roles }: NonNullable<BaseInteraction['member']>, role: string): boolean {
  return Array.isArray(roles) && roles.includes(role);
}

/** The interview that questions in a channel go to unless they name another. */
export function homeOf(
  gate: Gate,
  { channel, channelId }: { readonly channel: Channel | null; readonly channelId: string | null },
): string | undefined {
  if (channel) return gate.interviewIn(idsOf(channel));
  return channelId === null ? undefined : gate.interviewIn({ channelId });
}

function idsOf(channel: Channel): ChannelIds {
  if (channel.isDMBased()) return { channelId: channel.id };
  const categoryId = channel.isThread() ? channel.parent?.parentId : undefined;
  return { channelId: channel.id, parentId: channel.parentId, categoryId };
}

/** Mentions and replies make it other people's conversation, unless the reply is to the bot. */
function isToNobody(message: Message, bot: string): boolean {
  const { mentions, reference } = message;
  // Without the permission to ping everyone, the words alone say whom they are for.
  const isToAll = mentions.everyone || /@(?:everyone|here)\b/.test(message.content);
  const isToOthers = isToAll || mentions.users.size > 0 || mentions.roles.size > 0;
  const isReplyToOthers = reference !== null && mentions.repliedUser?.id !== bot;
  return !isToOthers && !isReplyToOthers && [message.content, postTitle(message)].some(isQuestion);
}

function isQuestion(text: string): boolean {
  return looksLikeQuestion(readQuestion(text));
}

/** The title of the forum post that the message opens: it is said with it. */
function postTitle({ id, channel }: Message): string {
  return channel.isThread() && channel.id === id ? channel.name : '';
}

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

/** Users, roles, channels, custom emoji, time stamps, command links: Discord's own tokens, never part of a question. */
const DISCORD_TOKEN = /<(?:@[!&]?\d+|#\d+|a?:\w+:\d+|t:-?\d+(?::\w)?|id:\w+|\/[^:>]+:\d+)>/g;

/** Control and format characters (bidi, zero-width, tags), lone surrogates, line separators. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;
/** Letters by category that show nothing: Hangul fillers, the grapheme joiner, the blank Braille pattern. */
const BLANK_LETTERS = /[\u034F\u115F\u1160\u17B4\u17B5\u2800\u3164\uFFA0]/g;
/** More marks on one letter than any orthography uses. */
const PILED_MARKS = /(\p{M}{4})\p{M}+/gu;

/** Characters that separate words keep doing so. */
function replaceUnseen(character: string): string {
  return /[\t\n\r\u0085\u2028\u2029]/.test(character) ? ' ' : '';
}

/** One line of visible text in composed form. */
export function neutralise(text: string): string {
  return text
    .replace(UNSEEN, replaceUnseen)
    .replace(BLANK_LETTERS, '')
    .normalize('NFC')
    .replace(PILED_MARKS, '$1')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** The question in a message's text; '' where it only mentions somebody. */
export function readQuestion(content: string): string {
  return neutralise(content.replace(DISCORD_TOKEN, ' ')).slice(0, LONGEST_QUESTION);
}

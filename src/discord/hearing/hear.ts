// What a member says: whether it is meant for the bot or may be answered without being so, what it asks, which interview
// it names, and whether all may see the answer.
import { type BaseInteraction, type Channel, ChannelType, GuildMember, type Message } from 'discord.js';
import type { Interview } from '../../knowledge/interview.ts';
import { fold } from '../../language/fold.ts';
import { looksLikeQuestion } from '../../language/question-words.ts';
import { LONGEST_QUESTION } from '../../search/query/analyse.ts';
import type { Desk } from '../desk/desk.ts';
import type { ChannelIds, Gate } from '../desk/gate.ts';

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

/**
 * Which interview a member means: by its id; else the only one that goes by what was typed or picked from a list, in any
 * language it is printed or translated in; else the only one with that in a name or title.
 */
export function findInterview(interviews: readonly Interview[], typed: string): Interview | undefined {
  const words = lettersOf(typed);
  if (words === '') return undefined;
  const named = interviews.map((interview) => ({
    interview,
    names: [interview.id, ...goesBy(interview)].map(lettersOf),
  }));
  const fits: readonly ((name: string) => boolean)[] = [
    (name) => name === words,
    (name) => name.startsWith(words),
    (name) => name.includes(words),
  ];
  const byId = interviews.find(({ id }) => id === typed.trim());
  const meant = fits
    .map((fit) => named.filter(({ names }) => names.some(fit)))
    .find(({ length }) => length > 0);
  return byId ?? (meant?.length === 1 ? meant[0]?.interview : undefined);
}

/** What is left of a name as people type it, and as a list cuts it: no spaces, marks or ellipses. */
function lettersOf(name: string): string {
  return fold(name).replace(/[^\p{L}\p{N}]/gu, '');
}

/** Its titles and its interviewee's names, folded. */
export function goesBy({ article, translations }: Interview): readonly string[] {
  const versions = [article, ...translations.map(({ title, article: own }) => ({ ...own, title }))];
  return versions.flatMap(({ title, interviewee }) => [title, interviewee?.name ?? title].map(fold));
}

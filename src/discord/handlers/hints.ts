// What to do where Discord keeps a text from the bot although it was meant: one line, once in a conversation.
import type { Message } from 'discord.js';
import type { DiscordWording } from '../../wording/discord-wording.ts';
import { type Locale, wordingFor } from '../../wording/locale.ts';
import type { Desk } from '../desk/desk.ts';
import type { Handled } from '../desk/journal.ts';
import { localeOf } from '../hearing/hear.ts';
import { notice, type Outgoing } from '../sending/card.ts';

/** What the bot says to a message, in the wording of whoever wrote it. */
export interface Spoken extends Pick<Handled, 'reply' | 'question'> {
  readonly outgoing: Outgoing;
  readonly locale: Locale;
}

type Hint = Exclude<keyof DiscordWording['hints'], 'noText'>;

/** Within the limits, and without a word over them: nobody asked for a hint. */
export function hint(desk: Desk, message: Message, which: Hint): Spoken | undefined {
  const spoken = hintOnce(desk, message, which);
  const admitted = spoken && desk.gate.admit({ member: message.author.id, channel: message.channelId });
  return admitted?.outcome === 'answer' ? spoken : undefined;
}

/** One hint for each member and channel, for as long as that is remembered. */
export function hintOnce(desk: Desk, message: Message, which: Hint): Spoken | undefined {
  if (!desk.gate.claim(`hint ${message.channelId} ${message.author.id}`)) return undefined;
  const locale = localeOf(message, '');
  const text = wordingFor(locale).discord.hints[which];
  const name = message.guild?.members.me?.displayName ?? message.client.user.displayName;
  const outgoing = notice(typeof text === 'string' ? text : text(name));
  return { outgoing, reply: 'hint', question: '', locale };
}

// A message -> what the bot says to it, in the wording of whoever wrote it.
import type { Message } from 'discord.js';
import { languageOf } from '../language/language.ts';
import { type Locale, localeFor, localeOfMessage } from '../wording/locale.ts';
import { questionIn } from './addressed.ts';
import type { Outgoing } from './card.ts';
import { guideCard } from './cards/guide.ts';
import { compose } from './compose.ts';
import type { Desk } from './desk.ts';
import { earlierQuotation } from './earlier.ts';
import { isFirstContact } from './first-contact.ts';
import type { Handled } from './log-question.ts';

export interface Spoken {
  readonly outgoing: Outgoing;
  readonly reply: Handled['reply'];
  readonly question: string;
  readonly locale: Locale;
}

export async function speak(desk: Desk, message: Message): Promise<Spoken> {
  const question = questionIn(message);
  const locale = localeOf(message, question);
  const guide = guideCard(desk.library.interviews, locale);
  if (question === '') return { outgoing: { cards: [guide], rows: [] }, reply: 'guide', question, locale };
  const [earlier, isFirst] = await Promise.all([
    earlierQuotation(desk, message),
    isFirstContact(desk, message),
  ]);
  const audience = { asker: message.author.id, isPrivate: false };
  const { outgoing, reply } = compose({ question, earlier }, { library: desk.library, locale, audience });
  const needsGuide = isFirst && reply.intent !== 'help';
  const cards = needsGuide ? [...outgoing.cards, guide] : outgoing.cards;
  return { outgoing: { ...outgoing, cards }, reply, question, locale };
}

/** The question's script decides; where it leaves that open, the server's preferred language. */
export function localeOf({ guild }: Message, question: string): Locale {
  return localeOfMessage(question, languageOf(question), localeFor(guild?.preferredLocale ?? 'en-US'));
}

// Messages: a mention, a reply with ping, or a direct message gets one reply; everything else silence.
import type { Message } from 'discord.js';
import { languageOf } from '../answer/language.ts';
import { wordingFor } from '../wording/catalogue.ts';
import { type Locale, localeFor, localeOfMessage } from '../wording/locale.ts';
import { isAddressed, questionIn } from './addressed.ts';
import { admit } from './admission.ts';
import type { Outgoing } from './card.ts';
import { guideCard } from './cards/guide.ts';
import { notice } from './cards/notices.ts';
import { compose } from './compose.ts';
import type { Desk } from './desk.ts';
import { earlierQuotation } from './earlier.ts';
import { isFirstContact } from './first-contact.ts';
import { type Handled, logQuestion } from './log-question.ts';
import { voiceIn } from './permissions.ts';
import { replyTo } from './send.ts';

export async function handleMessage(desk: Desk, message: Message): Promise<void> {
  const started = desk.now();
  const bot = message.client.user?.id;
  if (bot === undefined || !isAddressed(message, bot) || !desk.handled.claim(message.id)) return;
  const voice = voiceIn(message);
  if (!voice) return;
  const admitted = admit(desk, { member: message.author.id, channel: message.channelId });
  if (admitted.outcome === 'silence') return;
  const question = questionIn(message);
  const locale = localeFrom(message, question);
  const { outgoing, reply } =
    admitted.outcome === 'notice'
      ? limited(locale, admitted.limit)
      : await speak(desk, { message, question, locale });
  await replyTo(message, { desk, locale, outgoing }, voice);
  logQuestion(desk, { reply, started, question, member: message.author.id, surface: 'message' });
}

interface Heard {
  readonly message: Message;
  readonly question: string;
  readonly locale: Locale;
}

interface Spoken {
  readonly outgoing: Outgoing;
  readonly reply: Handled['reply'];
}

function limited(locale: Locale, limit: 'member' | 'channel'): Spoken {
  return { outgoing: notice(wordingFor(locale).discord.limited[limit]), reply: 'limited' };
}

async function speak(desk: Desk, heard: Heard): Promise<Spoken> {
  const { message, question, locale } = heard;
  const guide = guideCard(desk.library.interviews, locale);
  if (question === '') return { outgoing: { cards: [guide], rows: [] }, reply: 'guide' };
  const [earlier, isFirst] = await Promise.all([
    earlierQuotation(desk, message),
    isFirstContact(desk, message),
  ]);
  const audience = { asker: message.author.id, isPrivate: false };
  const { outgoing, reply } = compose(
    { question, earlier },
    { collection: desk.library.all, locale, audience },
  );
  return { outgoing: isFirst ? { ...outgoing, cards: [...outgoing.cards, guide] } : outgoing, reply };
}

/** The question's script decides; where it has none, the server's preferred language. */
function localeFrom({ guild }: Message, question: string): Locale {
  return localeOfMessage(question, languageOf(question), localeFor(guild?.preferredLocale ?? 'en-US'));
}

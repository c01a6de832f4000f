// Messages: a mention, a reply with ping, or a direct message gets one reply; everything else silence.
import type { Message } from 'discord.js';
import { wordingFor } from '../wording/catalogue.ts';
import type { Locale } from '../wording/locale.ts';
import { hear, questionIn } from './addressed.ts';
import { admit } from './admission.ts';
import { notice } from './cards/notices.ts';
import type { Desk } from './desk.ts';
import { logQuestion } from './log-question.ts';
import { voiceIn } from './permissions.ts';
import { replyTo } from './send.ts';
import { localeOf, type Spoken, speak } from './speak.ts';

export async function handleMessage(desk: Desk, message: Message): Promise<void> {
  const started = desk.now();
  const hearing = hear(desk, message);
  if (hearing === 'not-for-us' || !desk.handled.claim(message.id)) return;
  const voice = voiceIn(message);
  if (!voice) return;
  const spoken =
    hearing === 'addressed' ? await answerAddressed(desk, message) : await answerOverheard(desk, message);
  if (!spoken) return;
  const { outgoing, reply, question, locale } = spoken;
  const answer = await replyTo(message, { desk, locale, outgoing }, voice);
  logQuestion(desk, {
    key: message.id,
    reply,
    started,
    question,
    member: message.author.id,
    surface: 'message',
  });
  if (answer && reply !== 'limited') desk.answers.remember(message.id, answer.id);
}

/** Over a limit one notice, then nothing. */
async function answerAddressed(desk: Desk, message: Message): Promise<Spoken | undefined> {
  const admitted = admit(desk, { member: message.author.id, channel: message.channelId });
  switch (admitted.outcome) {
    case 'answer':
      return speak(desk, message);
    case 'notice': {
      const question = questionIn(message);
      return limited(localeOf(message, question), question, admitted.limit);
    }
    case 'silence':
      return undefined;
  }
}

/** Only a sure answer, and only within the limits: nobody asked the bot. */
async function answerOverheard(desk: Desk, message: Message): Promise<Spoken | undefined> {
  const spoken = await speak(desk, message);
  const { reply } = spoken;
  if (typeof reply === 'string' || reply.outcome !== 'answer' || reply.intent) return undefined;
  const admitted = admit(desk, { member: message.author.id, channel: message.channelId });
  return admitted.outcome === 'answer' ? spoken : undefined;
}

function limited(locale: Locale, question: string, limit: 'member' | 'channel'): Spoken {
  const outgoing = notice(wordingFor(locale).discord.limited[limit]);
  return { outgoing, reply: 'limited', locale, question };
}

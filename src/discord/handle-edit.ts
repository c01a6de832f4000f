// An edited question is answered again in place: once, and within two minutes.
import type { Message, PartialMessage } from 'discord.js';
import { hear } from './addressed.ts';
import type { Desk } from './desk.ts';
import { logQuestion } from './log-question.ts';
import { editAnswer } from './send.ts';
import { speak } from './speak.ts';

export async function handleEdit(desk: Desk, message: Message | PartialMessage): Promise<void> {
  const started = desk.now();
  // Discord also sends an update when it has looked up a link: that is no edit.
  if (message.partial || message.editedTimestamp === null || hear(desk, message) === 'not-for-us') return;
  const answer = desk.answers.takeForEdit(message.id);
  if (answer === undefined) return;
  const { outgoing, reply, question, locale } = await speak(desk, message);
  await editAnswer(message, answer, { desk, locale, outgoing });
  logQuestion(desk, {
    key: message.id,
    reply,
    started,
    question,
    member: message.author.id,
    surface: 'edit',
  });
}

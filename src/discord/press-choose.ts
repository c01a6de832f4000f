// Selects of questions and the pages of lists: choosing a question answers it.
import type { Message } from 'discord.js';
import { answerChosen } from '../answer/chosen-section.ts';
import type { Answer } from '../answer/reply.ts';
import { readerOf } from '../wording/locale.ts';
import { listPage } from './cards/pages.ts';
import { composeAnswer } from './compose.ts';
import { type Control, readSource } from './custom-id.ts';
import { logQuestion } from './log-question.ts';
import { unescapeMarkdown } from './markdown.ts';
import { change, isOnPrivate, type Press, tell, wordsFor } from './press.ts';

/** Answers whoever chose, in private: others keep what they read. */
export async function answerRelated(press: Press): Promise<void> {
  const started = press.desk.now();
  const answer = chosenAnswer(press);
  if (!answer) return tell(press, wordsFor(press).stale.interview);
  const audience = { asker: press.interaction.user.id, isPrivate: true };
  await tell(press, composeAnswer(answer, { library: press.desk.library, locale: press.locale, audience }));
  logChoice(press, answer, started);
}

/** Answers in place for the member who asked; anybody else who chooses is answered in private. */
export async function answerSuggested(
  press: Press,
  { asker }: Extract<Control, { kind: 'suggested' }>,
): Promise<void> {
  const { interaction, desk, locale } = press;
  if (interaction.user.id !== asker) return answerRelated(press);
  const started = desk.now();
  const answer = chosenAnswer(press);
  if (!answer) return tell(press, wordsFor(press).stale.interview);
  const audience = { asker, isPrivate: isOnPrivate(press) };
  const outgoing = composeAnswer(answer, { library: desk.library, locale, audience });
  const line = unescapeMarkdown(interaction.message.content);
  await change(press, line === '' ? outgoing : { line, ...outgoing });
  desk.unanswered.taken(originOf(interaction.message));
  logChoice(press, answer, started);
}

export async function turnList(press: Press, control: Extract<Control, { kind: 'turn' }>): Promise<void> {
  const { library } = press.desk;
  const interview = library.interviews.find(({ id }) => id === control.interview);
  if (!interview) return tell(press, wordsFor(press).stale.interview);
  const { list, page } = control;
  await change(press, listPage({ library, interview, list, page, locale: press.locale }));
}

/** The answer to the chosen question; undefined where it is no longer loaded, or no question of ours. */
function chosenAnswer({ desk, interaction, locale }: Press): Answer | undefined {
  const value = interaction.isStringSelectMenu() ? interaction.values[0] : undefined;
  const source = value === undefined ? undefined : readSource(value);
  return source && answerChosen(desk.library, { source, language: readerOf(locale) });
}

/** The message or the interaction that the suggestions replied to. */
function originOf({ reference, interactionMetadata, id }: Message): string {
  return reference?.messageId ?? interactionMetadata?.id ?? id;
}

function logChoice({ desk, interaction }: Press, reply: Answer, started: number): void {
  const question = reply.answers ?? '';
  const { id: key, user } = interaction;
  logQuestion(desk, { key, reply, started, question, member: user.id, surface: 'control' });
}

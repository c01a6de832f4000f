// One press of a button or choice in a select, and what every one of them may do: tell whoever pressed, change the message. And
// presses that lead on: a question of the guide is asked, a translation's original words are shown.
import { InteractionContextType, type MessageComponentInteraction, MessageFlags } from 'discord.js';
import { interviewOf } from '../../answer/quotation.ts';
import type { SectionRef } from '../../answer/reply.ts';
import type { DiscordWording } from '../../wording/discord-wording.ts';
import { type Locale, readerOf, wordingFor } from '../../wording/locale.ts';
import type { Control } from '../cards/custom-id.ts';
import type { Quoted } from '../cards/fingerprint.ts';
import { compose, originalWords } from '../cards/reply.ts';
import type { Desk } from '../desk/desk.ts';
import { answerQuoted, remember, turnOf } from '../hearing/earlier.ts';
import { readQuestion } from '../hearing/hear.ts';
import { notice, type Outgoing } from '../sending/card.ts';
import { respond, updateMessage } from '../sending/send.ts';

/** One press of a control: who pressed it, in which wording. */
export interface Press {
  readonly desk: Desk;
  readonly interaction: MessageComponentInteraction;
  readonly locale: Locale;
}

export function wordsFor({ locale }: Press): DiscordWording {
  return wordingFor(locale).discord;
}

/** A private message to whoever pressed. */
export async function tell({ desk, interaction, locale }: Press, outgoing: Outgoing | string): Promise<void> {
  const message = typeof outgoing === 'string' ? notice(outgoing) : outgoing;
  await respond(interaction, { desk, locale, outgoing: message }, 'private');
}

/** Changes the message that carries the control. */
export async function change({ desk, interaction, locale }: Press, outgoing: Outgoing): Promise<void> {
  await updateMessage(interaction, { desk, locale, outgoing });
}

/** Whether only the member who pressed sees the message that carries the control. */
export function isOnPrivate({ interaction }: Press): boolean {
  return interaction.message.flags.has(MessageFlags.Ephemeral);
}

/** Why nothing is shown: the interview is not there any more, or no longer says what the control stands for. */
export function gone(press: Press, source: SectionRef | undefined): string {
  const { stale } = wordsFor(press);
  const isLoaded = source !== undefined && interviewOf(press.desk.library.interviews, source) !== undefined;
  return isLoaded ? stale.changed : stale.interview;
}

export async function answerTried(
  press: Press,
  { interview }: Extract<Control, { kind: 'try' }>,
): Promise<void> {
  const { desk, interaction, locale } = press;
  const started = desk.journal.now();
  const { user, channelId, id: key } = interaction;
  const words = wordsFor(press);
  const question = questionOn(interaction);
  const isLoaded = desk.library.interviews.some(({ id }) => id === interview);
  if (question === '' || !isLoaded) return tell(press, words.stale.interview);
  const admitted = desk.gate.admit({ member: user.id, channel: channelId });
  if (admitted.outcome !== 'answer') return tell(press, words.limited[admitted.limit]);
  // Between the two of them nobody else is disturbed, and the answer stays.
  const isPrivate = interaction.context !== InteractionContextType.BotDM;
  const audience = { asker: user.id, isPrivate };
  const { outgoing, reply } = compose({ question, interview }, { library: desk.library, locale, audience });
  remember(desk, turnOf(interaction), reply);
  const told = { line: words.youAsked(question), ...outgoing };
  await respond(interaction, { desk, locale, outgoing: told }, isPrivate ? 'private' : 'public');
  desk.journal.note({ key, reply, started, question, member: user.id, surface: 'control' });
}

/** '' where the message has no such button: discord.js finds none for a forged id. */
function questionOn(interaction: MessageComponentInteraction): string {
  const component: typeof interaction.component | null | undefined = interaction.component;
  return component && 'label' in component ? readQuestion(component.label ?? '') : '';
}

/** The words behind a translation. */
export async function showOriginal(press: Press, quoted: Quoted): Promise<void> {
  const { desk, locale } = press;
  const answer = answerQuoted(desk.library, quoted, readerOf(locale));
  await tell(press, answer ? originalWords(answer, locale) : gone(press, quoted.source));
}

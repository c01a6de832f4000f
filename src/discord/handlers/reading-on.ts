// Presses that lead on: one of the guide's questions is asked as it stands on its button, and a translation's original words are
// shown; both to whoever pressed.
import { InteractionContextType, type MessageComponentInteraction } from 'discord.js';
import { answerAt } from '../../answer/chosen-section.ts';
import { type Locale, readerOf, wordingFor } from '../../wording/locale.ts';
import type { Control } from '../cards/custom-id.ts';
import { compose, originalWords } from '../cards/reply.ts';
import type { Desk } from '../desk/desk.ts';
import { readQuestion } from '../hearing/hear.ts';
import { notice } from '../sending/card.ts';
import { respond } from '../sending/send.ts';

interface Pressed {
  readonly interaction: MessageComponentInteraction;
  readonly locale: Locale;
}

export async function answerTried(
  desk: Desk,
  { interaction, locale }: Pressed,
  { interview }: Extract<Control, { kind: 'try' }>,
): Promise<void> {
  const started = desk.journal.now();
  const { user, channelId, id: key } = interaction;
  const words = wordingFor(locale).discord;
  const question = questionOn(interaction);
  const isLoaded = desk.library.interviews.some(({ id }) => id === interview);
  if (question === '' || !isLoaded) {
    return respond(interaction, { desk, locale, outgoing: notice(words.stale.interview) }, 'private');
  }
  const admitted = desk.gate.admit({ member: user.id, channel: channelId });
  if (admitted.outcome !== 'answer') {
    return respond(interaction, { desk, locale, outgoing: notice(words.limited[admitted.limit]) }, 'private');
  }
  // Between the two of them nobody else is disturbed, and the answer stays.
  const isPrivate = interaction.context !== InteractionContextType.BotDM;
  const audience = { asker: user.id, isPrivate };
  const { outgoing, reply } = compose({ question, interview }, { library: desk.library, locale, audience });
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
export async function showOriginal(
  desk: Desk,
  { interaction, locale }: Pressed,
  { source, range }: Extract<Control, { kind: 'original' }>,
): Promise<void> {
  const answer = answerAt(desk.library, { source, language: readerOf(locale) }, range);
  const outgoing = answer
    ? originalWords(answer, locale)
    : notice(wordingFor(locale).discord.stale.interview);
  await respond(interaction, { desk, locale, outgoing }, 'private');
}

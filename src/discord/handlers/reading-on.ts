// Presses that lead on: one of the guide's questions is asked as it stands on its button, and a translation's original words are
// shown; both to whoever pressed.
import { InteractionContextType, type MessageComponentInteraction } from 'discord.js';
import { readerOf } from '../../wording/locale.ts';
import type { Control } from '../cards/custom-id.ts';
import type { Quoted } from '../cards/fingerprint.ts';
import { compose, originalWords } from '../cards/reply.ts';
import { answerQuoted, remember, turnOf } from '../hearing/earlier.ts';
import { readQuestion } from '../hearing/hear.ts';
import { respond } from '../sending/send.ts';
import { gone, type Press, tell, wordsFor } from './press.ts';

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

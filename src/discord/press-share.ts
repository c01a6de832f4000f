// Share: posts a private answer for all, once, as a follow-up of the press, and says who shared it without a ping.
import { GuildMember } from 'discord.js';
import { answerAt } from '../answer/chosen-section.ts';
import { languageOf } from '../language/language.ts';
import { readerOf } from '../wording/locale.ts';
import { admit } from './admission.ts';
import type { Outgoing } from './card.ts';
import { composeAnswer } from './compose.ts';
import type { Control } from './custom-id.ts';
import { describeError } from './describe-error.ts';
import { neutralise } from './member-text.ts';
import { mayAnswerOpenly } from './place.ts';
import { change, type Press, tell, wordsFor } from './press.ts';
import { echoedQuestion } from './recall-question.ts';
import { followUp } from './send.ts';

export async function share(press: Press, control: Extract<Control, { kind: 'share' }>): Promise<void> {
  const { desk, interaction, locale } = press;
  const words = wordsFor(press);
  const question = echoedQuestion(interaction);
  const language = question === undefined ? readerOf(locale) : languageOf(question);
  const answer = answerAt(desk.library, { source: control.source, language }, control.range);
  if (!answer) return tell(press, words.stale.interview);
  if (!mayAnswerOpenly(desk, interaction)) return tell(press, words.notShared);
  const admitted = admit(desk, { member: interaction.user.id, channel: interaction.channelId });
  if (admitted.outcome !== 'answer') return tell(press, words.limited[admitted.limit]);
  if (!desk.handled.claim(`shared ${interaction.message.id}`)) return tell(press, words.alreadyShared);
  const asker = interaction.user.id;
  const place = { library: desk.library, locale };
  const asked = question === undefined ? [] : [words.youAsked(question)];
  const mine = composeAnswer(answer, { ...place, audience: { asker, isPrivate: true, isShared: true } });
  await change(press, asked[0] === undefined ? mine : { line: asked[0], ...mine });
  const forAll = composeAnswer(answer, { ...place, audience: { asker, isPrivate: false } });
  await post(press, { line: [words.sharedBy(nameOf(press)), ...asked].join('\n'), ...forAll });
}

/** Where the bot may not post, the member is told instead. */
async function post({ desk, interaction, locale }: Press, outgoing: Outgoing): Promise<void> {
  try {
    await followUp(interaction, { desk, locale, outgoing }, 'public');
  } catch (error) {
    desk.log.warn({ error: describeError(error) }, 'an answer could not be shared');
    const text = wordsFor({ desk, interaction, locale }).notShared;
    await followUp(interaction, { desk, locale, outgoing: { line: text, cards: [], rows: [] } }, 'private');
  }
}

function nameOf({ interaction }: Press): string {
  const { member, user } = interaction;
  return neutralise(member instanceof GuildMember ? member.displayName : user.displayName);
}

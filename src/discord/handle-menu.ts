// The context menu: asks the interview what a message says, and answers only the member who asked.
import { type MessageContextMenuCommandInteraction, MessageType } from 'discord.js';
import { wordingFor } from '../wording/catalogue.ts';
import { type Locale, localeFor } from '../wording/locale.ts';
import { questionIn } from './addressed.ts';
import { admit } from './admission.ts';
import type { Outgoing } from './card.ts';
import { notice } from './cards/notices.ts';
import { compose } from './compose.ts';
import type { Desk } from './desk.ts';
import { type Handled, logQuestion } from './log-question.ts';
import { respond } from './send.ts';

export async function handleMenu(
  desk: Desk,
  interaction: MessageContextMenuCommandInteraction,
): Promise<void> {
  const started = desk.now();
  const locale = localeFor(interaction.locale);
  const question = questionIn(interaction.targetMessage);
  const { outgoing, reply } = answerMenu(desk, interaction, { locale, question });
  await respond(interaction, { desk, locale, outgoing }, 'private');
  const { id: key, user } = interaction;
  if (reply) logQuestion(desk, { key, reply, started, question, member: user.id, surface: 'menu' });
}

interface Target {
  readonly locale: Locale;
  readonly question: string;
}

interface MenuReply {
  readonly outgoing: Outgoing;
  readonly reply?: Handled['reply'];
}

function answerMenu(
  desk: Desk,
  interaction: MessageContextMenuCommandInteraction,
  { locale, question }: Target,
): MenuReply {
  const wording = wordingFor(locale).discord;
  const fault = faultOf(interaction, question);
  if (fault) return { outgoing: notice(wording.unaskable[fault]) };
  const admitted = admit(desk, { member: interaction.user.id, channel: interaction.channelId });
  if (admitted.outcome !== 'answer')
    return { outgoing: notice(wording.limited[admitted.limit]), reply: 'limited' };
  const audience = { asker: interaction.user.id, isPrivate: true };
  const { outgoing, reply } = compose({ question }, { library: desk.library, locale, audience });
  return { outgoing: { line: wording.youAsked(question), ...outgoing }, reply };
}

/** Why a message cannot be asked about. */
function faultOf(
  { targetMessage, client }: MessageContextMenuCommandInteraction,
  question: string,
): keyof ReturnType<typeof wordingFor>['discord']['unaskable'] | undefined {
  if (targetMessage.author.id === client.user.id) return 'own';
  if (targetMessage.author.bot || targetMessage.webhookId !== null) return 'bot';
  if (![MessageType.Default, MessageType.Reply].includes(targetMessage.type)) return 'empty';
  if (question !== '') return undefined;
  return targetMessage.attachments.size > 0 ? 'attachments' : 'empty';
}

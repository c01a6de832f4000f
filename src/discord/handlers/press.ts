// One press of a button or choice in a select, and what every one of them may do: tell whoever pressed, change the message.
import { type MessageComponentInteraction, MessageFlags } from 'discord.js';
import { interviewOf } from '../../answer/quotation.ts';
import type { SectionRef } from '../../answer/reply.ts';
import type { DiscordWording } from '../../wording/discord-wording.ts';
import { type Locale, wordingFor } from '../../wording/locale.ts';
import type { Desk } from '../desk/desk.ts';
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

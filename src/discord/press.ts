// One press of a control: who pressed it, in which wording, and the private reply that most of them get.
import { type MessageComponentInteraction, MessageFlags } from 'discord.js';
import { wordingFor } from '../wording/catalogue.ts';
import type { DiscordWording } from '../wording/discord-wording.ts';
import type { Locale } from '../wording/locale.ts';
import type { Outgoing } from './card.ts';
import { notice } from './cards/notices.ts';
import type { Desk } from './desk.ts';
import { respond, updateMessage } from './send.ts';

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

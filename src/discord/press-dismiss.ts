// Dismiss: the asker, and members who manage messages, remove an answer; others learn kindly why they cannot.
import { DiscordAPIError, PermissionFlagsBits, RESTJSONErrorCodes } from 'discord.js';
import type { Control } from './custom-id.ts';
import { type Press, tell, wordsFor } from './press.ts';

export async function dismiss(press: Press, { asker }: Extract<Control, { kind: 'dismiss' }>): Promise<void> {
  const { interaction } = press;
  const manages = interaction.memberPermissions?.has(PermissionFlagsBits.ManageMessages) ?? false;
  if (interaction.user.id !== asker && !manages) return tell(press, wordsFor(press).dismissRefused);
  if (!(await unlessGone(() => interaction.deferUpdate()))) return tell(press, wordsFor(press).dismissed);
  await unlessGone(() => interaction.deleteReply());
}

/** Whether it was done; false where somebody else removed the message first. */
async function unlessGone(act: () => Promise<unknown>): Promise<boolean> {
  try {
    await act();
    return true;
  } catch (error) {
    if (error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.UnknownMessage) return false;
    throw error;
  }
}

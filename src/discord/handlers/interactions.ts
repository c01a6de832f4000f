// Interactions: each kind to its own handler, each delivered one once.
import { DiscordAPIError, type Interaction } from 'discord.js';
import { localeFor, wordingFor } from '../../wording/locale.ts';
import { EDITORS_MENU } from '../connection/commands.ts';
import type { Desk } from '../desk/desk.ts';
import { notice } from '../sending/card.ts';
import { type Respondable, respond } from '../sending/send.ts';
import { handleAutocomplete } from './autocomplete.ts';
import { handleCommand, handleMenu } from './commands.ts';
import { handleForm } from './forms.ts';
import { handleEditorsMenu } from './listing.ts';
import { handleControl } from './presses.ts';

export async function handleInteraction(desk: Desk, interaction: Interaction): Promise<void> {
  if (!desk.gate.claim(interaction.id)) return;
  if (interaction.isAutocomplete()) return handleAutocomplete(desk, interaction);
  if (interaction.isChatInputCommand()) return orApologise(desk, interaction, handleCommand);
  if (interaction.isMessageContextMenuCommand()) {
    const isEditors = interaction.commandName === EDITORS_MENU;
    return orApologise(desk, interaction, isEditors ? handleEditorsMenu : handleMenu);
  }
  if (interaction.isMessageComponent()) return orApologise(desk, interaction, handleControl);
  if (interaction.isModalSubmit()) return orApologise(desk, interaction, handleForm);
  if (interaction.isRepliable()) return orApologise(desk, interaction, refuseUnknown);
}

/** A command that an older version offered, and Discord still shows. */
async function refuseUnknown(desk: Desk, interaction: Respondable): Promise<void> {
  const locale = localeFor(interaction.locale);
  const outgoing = notice(wordingFor(locale).discord.failed);
  await respond(interaction, { desk, locale, outgoing }, 'private');
}

/** A fault of ours must not look like a bot that is not there; what Discord refused is not tried again. */
async function orApologise<T extends Respondable>(
  desk: Desk,
  interaction: T,
  handler: (desk: Desk, interaction: T) => Promise<void>,
): Promise<void> {
  try {
    await handler(desk, interaction);
  } catch (error) {
    const isOurs = !(error instanceof DiscordAPIError) && !interaction.replied && !interaction.deferred;
    if (isOurs) {
      const locale = localeFor(interaction.locale);
      const outgoing = notice(wordingFor(locale).discord.failed);
      // Where Discord has a response already, that of a request whose answer was lost, nothing is lost.
      if (!(await respond(interaction, { desk, locale, outgoing }, 'private'))) return;
    }
    throw error;
  }
}

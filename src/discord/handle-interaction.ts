// Interactions: each kind to its own handler, each delivered one once.
import type { Interaction } from 'discord.js';
import type { Desk } from './desk.ts';
import { handleAutocomplete } from './handle-autocomplete.ts';
import { handleCommand } from './handle-command.ts';
import { handleControl } from './handle-control.ts';
import { handleMenu } from './handle-menu.ts';

export async function handleInteraction(desk: Desk, interaction: Interaction): Promise<void> {
  if (!desk.handled.claim(interaction.id)) return;
  if (interaction.isAutocomplete()) return handleAutocomplete(desk, interaction);
  if (interaction.isChatInputCommand()) return handleCommand(desk, interaction);
  if (interaction.isMessageContextMenuCommand()) return handleMenu(desk, interaction);
  if (interaction.isMessageComponent()) return handleControl(desk, interaction);
}

// /gaps: what the logs hold, for those who manage the server and for nobody else. Reading full logs takes a moment.
import { type ChatInputCommandInteraction, PermissionFlagsBits } from 'discord.js';
import { localeFor, wordingFor } from '../../wording/locale.ts';
import { gapsCard } from '../cards/status.ts';
import type { Desk } from '../desk/desk.ts';
import { describeError } from '../desk/log.ts';
import { notice, type Outgoing } from '../sending/card.ts';
import { deferPrivately, editResponse, respond } from '../sending/send.ts';

/** Discord hides the command from others; a server can override that, so the permission is asked for again. */
export async function handleGaps(desk: Desk, interaction: ChatInputCommandInteraction): Promise<void> {
  const locale = localeFor(interaction.locale);
  const { gaps, status } = wordingFor(locale).discord;
  const isManager = interaction.memberPermissions?.has(PermissionFlagsBits.ManageGuild) ?? false;
  const { kept } = desk;
  if (!isManager || !kept) {
    const outgoing = notice(isManager ? gaps.noLog : status.refused);
    return respond(interaction, { desk, locale, outgoing }, 'private');
  }
  await deferPrivately(interaction);
  const { library } = desk;
  const outgoing = await kept.survey(library).then(
    (survey): Outgoing => gapsCard({ library, survey, most: desk.journal.most(), locale }),
    (error: unknown) => {
      desk.journal.log.error({ error: describeError(error) }, 'the logs could not be read');
      return notice(gaps.unreadable);
    },
  );
  await editResponse(interaction, { desk, locale, outgoing });
}

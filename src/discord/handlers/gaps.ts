// /gaps: what the logs hold, for those who manage the server and for nobody else. Reading full logs takes a moment.
import { type ChatInputCommandInteraction, PermissionFlagsBits } from 'discord.js';
import { localeFor, wordingFor } from '../../wording/locale.ts';
import { latelyRow } from '../cards/listed.ts';
import { gapsRow } from '../cards/listing.ts';
import { gapsCard } from '../cards/status.ts';
import type { Desk } from '../desk/desk.ts';
import { describeError } from '../desk/log.ts';
import { isEditor } from '../hearing/hear.ts';
import { notice, type Outgoing } from '../sending/card.ts';
import { deferPrivately, editResponse, respond } from '../sending/send.ts';

/**
 * Discord hides the command from others unless editors may write; a server can override that, so the permission is asked for
 * again. Editors close gaps from here.
 */
export async function handleGaps(desk: Desk, interaction: ChatInputCommandInteraction): Promise<void> {
  const locale = localeFor(interaction.locale);
  const { gaps, status, listing } = wordingFor(locale).discord;
  const mayClose = isEditor(desk.editors, interaction);
  const isManager = interaction.memberPermissions?.has(PermissionFlagsBits.ManageGuild) ?? false;
  const { kept, editors } = desk;
  const mayRead = isManager || mayClose;
  if (!mayRead || !kept) {
    const refusal = editors ? listing.editorsOnly : status.refused;
    const outgoing = notice(mayRead ? gaps.noLog : refusal);
    return respond(interaction, { desk, locale, outgoing }, 'private');
  }
  await deferPrivately(interaction);
  const { library } = desk;
  const outgoing = await kept.survey(library).then(
    (survey): Outgoing => {
      const card = gapsCard({ library, survey, most: desk.journal.most(), locale });
      if (!mayClose || !editors) return card;
      return { ...card, rows: [...card.rows, gapsRow(survey, locale), latelyRow(editors.lately(), locale)] };
    },
    (error: unknown) => {
      desk.journal.log.error({ error: describeError(error) }, 'the logs could not be read');
      return notice(gaps.unreadable);
    },
  );
  await editResponse(interaction, { desk, locale, outgoing });
}

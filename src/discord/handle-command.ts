// Slash commands: each is answered at once, the answer to a private question only to its asker.
import { type ChatInputCommandInteraction, PermissionFlagsBits } from 'discord.js';
import { wordingFor } from '../wording/catalogue.ts';
import { type Locale, localeFor } from '../wording/locale.ts';
import { admit } from './admission.ts';
import type { Outgoing } from './card.ts';
import { guideCard } from './cards/guide.ts';
import { notice } from './cards/notices.ts';
import { listPage } from './cards/pages.ts';
import { portrait } from './cards/portrait.ts';
import { statusCard } from './cards/status.ts';
import { COMMAND_NAMES, type CommandName } from './command-names.ts';
import { compose } from './compose.ts';
import type { Desk } from './desk.ts';
import { findInterview } from './find-interview.ts';
import { type Handled, logQuestion } from './log-question.ts';
import { readQuestion } from './member-text.ts';
import { mayAnswerOpenly } from './place.ts';
import { respond } from './send.ts';

interface Response {
  readonly outgoing: Outgoing;
  readonly visibility: 'public' | 'private';
  readonly reply?: Handled['reply'];
}

export async function handleCommand(desk: Desk, interaction: ChatInputCommandInteraction): Promise<void> {
  const started = desk.now();
  const locale = localeFor(interaction.locale);
  const name = COMMAND_NAMES.find((known) => known === interaction.commandName);
  const { outgoing, visibility, reply } = name ? run(desk, interaction, { name, locale }) : unknown(locale);
  const isOpen = visibility === 'public' && mayAnswerOpenly(desk, interaction);
  await respond(interaction, { desk, locale, outgoing }, isOpen ? 'public' : 'private');
  if (!reply) return;
  const question = readQuestion(interaction.options.getString('question') ?? '');
  const { id: key, user } = interaction;
  logQuestion(desk, { key, reply, started, question, member: user.id, surface: 'command' });
}

/** What costs nobody's attention. */
const UNLIMITED: readonly CommandName[] = ['help', 'questions', 'status'];

interface Run {
  readonly name: CommandName;
  readonly locale: Locale;
}

function run(desk: Desk, interaction: ChatInputCommandInteraction, { name, locale }: Run): Response {
  const limited = UNLIMITED.includes(name) ? undefined : overLimit(desk, interaction, locale);
  if (limited) return limited;
  const { library } = desk;
  const named = interaction.options.getString('interview');
  // The first where none is named: then there is no other, or an older version registered the command.
  const interview = named === null ? library.interviews[0] : findInterview(library.interviews, named);
  if (!interview)
    return { outgoing: notice(wordingFor(locale).discord.whichInterview), visibility: 'private' };
  const list = { library, interview, page: 0, locale } as const;
  switch (name) {
    case 'ask':
      return askCommand(desk, interaction, { locale, interview: named === null ? undefined : interview.id });
    case 'bio':
      return { outgoing: portrait(library, interview, locale), visibility: 'public' };
    case 'summary':
      return { outgoing: listPage({ ...list, list: 'outline' }), visibility: 'public' };
    case 'questions':
      return { outgoing: listPage({ ...list, list: 'questions' }), visibility: 'private' };
    case 'status':
      return { outgoing: statusFor(desk, interaction, locale), visibility: 'private' };
    case 'help':
      return {
        outgoing: { cards: [guideCard(desk.library.interviews, locale)], rows: [] },
        visibility: 'private',
      };
  }
}

function askCommand(
  desk: Desk,
  interaction: ChatInputCommandInteraction,
  { locale, interview }: { readonly locale: Locale; readonly interview: string | undefined },
): Response {
  const question = readQuestion(interaction.options.getString('question', true));
  const isPrivate = interaction.options.getBoolean('private') === true || !mayAnswerOpenly(desk, interaction);
  const audience = { asker: interaction.user.id, isPrivate };
  const { outgoing, reply } = compose({ question, interview }, { library: desk.library, locale, audience });
  // Discord shows others that the command was used, but not what was asked.
  const line = wordingFor(locale).discord.youAsked(question);
  return { outgoing: { line, ...outgoing }, visibility: isPrivate ? 'private' : 'public', reply };
}

/** Discord hides the command from others; a server can override that, so the permission is asked for again. */
function statusFor(desk: Desk, interaction: ChatInputCommandInteraction, locale: Locale): Outgoing {
  if (!interaction.memberPermissions?.has(PermissionFlagsBits.ManageGuild)) {
    return notice(wordingFor(locale).discord.status.refused);
  }
  const { client, guild } = interaction;
  return statusCard(desk, locale, { id: guild?.shardId ?? 0, total: client.ws.shards.size });
}

/** Silence would look like a failure to the member, so over a limit each command gets the notice. */
function overLimit(
  desk: Desk,
  interaction: ChatInputCommandInteraction,
  locale: Locale,
): Response | undefined {
  const { user, channelId } = interaction;
  const admitted = admit(desk, { member: user.id, channel: channelId });
  if (admitted.outcome === 'answer') return undefined;
  const outgoing = notice(wordingFor(locale).discord.limited[admitted.limit]);
  return { outgoing, visibility: 'private', reply: 'limited' };
}

/** A command that an older version registered and Discord still shows. */
function unknown(locale: Locale): Response {
  return { outgoing: notice(wordingFor(locale).discord.failed), visibility: 'private' };
}

// Slash commands: each is answered at once, the answer to a private question only to its asker.
import { type ChatInputCommandInteraction, PermissionFlagsBits } from 'discord.js';
import type { Collection } from '../answer/collection.ts';
import type { Interview } from '../knowledge/interview.ts';
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
  const chosen = chooseInterview(desk, interaction.options.getString('interview'));
  if (!chosen) return { outgoing: notice(wordingFor(locale).discord.whichInterview), visibility: 'private' };
  const { collection, interview } = chosen;
  switch (name) {
    case 'ask':
      return askCommand(desk, interaction, { collection, locale });
    case 'bio':
      return { outgoing: portrait(collection, interview, locale), visibility: 'public' };
    case 'summary':
      return { outgoing: listPage({ ...chosen, list: 'outline', page: 0, locale }), visibility: 'public' };
    case 'questions':
      return { outgoing: listPage({ ...chosen, list: 'questions', page: 0, locale }), visibility: 'private' };
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
  { collection, locale }: { readonly collection: Collection; readonly locale: Locale },
): Response {
  const question = readQuestion(interaction.options.getString('question', true));
  const isPrivate = interaction.options.getBoolean('private') === true || !mayAnswerOpenly(desk, interaction);
  const audience = { asker: interaction.user.id, isPrivate };
  const { outgoing, reply } = compose({ question }, { collection, locale, audience });
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

interface ChosenInterview {
  readonly collection: Collection;
  readonly interview: Interview;
}

/** All interviews where none is named, with the first for what shows only one. */
function chooseInterview({ library }: Desk, id: string | null): ChosenInterview | undefined {
  const interview = id === null ? library.interviews[0] : library.interviews.find((each) => each.id === id);
  const collection = id === null ? library.all : library.only(id);
  return interview && collection && { collection, interview };
}

/** A command that an older version registered and Discord still shows. */
function unknown(locale: Locale): Response {
  return { outgoing: notice(wordingFor(locale).discord.failed), visibility: 'private' };
}

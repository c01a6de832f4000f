// Commands, typed or chosen from a message's menu: each is answered at once, a private question only to its asker, and what the
// logs hold only to those who manage the server.
import {
  type ChatInputCommandInteraction,
  type MessageContextMenuCommandInteraction,
  MessageType,
  PermissionFlagsBits,
} from 'discord.js';
import { findInterview } from '../../answer/library.ts';
import { type Locale, localeFor, wordingFor } from '../../wording/locale.ts';
import { latelyRow } from '../cards/listed.ts';
import { gapsRow } from '../cards/listing.ts';
import { guide, listPage } from '../cards/pages.ts';
import { compose, portrait } from '../cards/reply.ts';
import { gapsCard, statusCard } from '../cards/status.ts';
import { COMMAND_NAMES, type CommandName } from '../connection/commands.ts';
import type { Desk } from '../desk/desk.ts';
import type { Handled } from '../desk/journal.ts';
import { describeError } from '../desk/log.ts';
import { recall, remember, turnOf } from '../hearing/earlier.ts';
import {
  holdsOtherThings,
  homeOf,
  isEditor,
  mayAnswerOpenly,
  questionPointedAt,
  readQuestion,
} from '../hearing/hear.ts';
import { notice, type Outgoing } from '../sending/card.ts';
import { deferPrivately, editResponse, respond } from '../sending/send.ts';

interface CommandReply {
  readonly outgoing: Outgoing;
  readonly visibility: 'public' | 'private';
  readonly reply?: Handled['reply'];
}

export async function handleCommand(desk: Desk, interaction: ChatInputCommandInteraction): Promise<void> {
  const started = desk.journal.now();
  const locale = localeFor(interaction.locale);
  const name = COMMAND_NAMES.find((known) => known === interaction.commandName);
  if (name === 'gaps') return handleGaps(desk, interaction);
  const { outgoing, visibility, reply } = name ? run(desk, interaction, { name, locale }) : unknown(locale);
  const isOpen = visibility === 'public' && mayAnswerOpenly(desk.gate, interaction);
  await respond(interaction, { desk, locale, outgoing }, isOpen ? 'public' : 'private');
  if (!reply) return;
  const question = readQuestion(interaction.options.getString('question') ?? '');
  const { id: key, user } = interaction;
  desk.journal.note({ key, reply, started, question, member: user.id, surface: 'command' });
}

/** What costs nobody's attention. */
const UNLIMITED: readonly CommandName[] = ['help', 'questions', 'status'];

interface NamedCommand {
  readonly name: Exclude<CommandName, 'gaps'>;
  readonly locale: Locale;
}

function run(
  desk: Desk,
  interaction: ChatInputCommandInteraction,
  { name, locale }: NamedCommand,
): CommandReply {
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
      return { outgoing: guideFor(desk, interaction, locale), visibility: 'private' };
  }
}

function guideFor(desk: Desk, interaction: ChatInputCommandInteraction, locale: Locale): Outgoing {
  const bot = interaction.client.user.displayName;
  return guide({ library: desk.library, locale, bot, home: homeOf(desk.gate, interaction) });
}

function occasionOf(
  desk: Desk,
  interaction: ChatInputCommandInteraction | MessageContextMenuCommandInteraction,
  { locale, isPrivate }: { readonly locale: Locale; readonly isPrivate: boolean },
) {
  return {
    library: desk.library,
    locale,
    audience: { asker: interaction.user.id, isPrivate },
    bot: interaction.client.user.displayName,
    home: homeOf(desk.gate, interaction),
  };
}

function askCommand(
  desk: Desk,
  interaction: ChatInputCommandInteraction,
  { locale, interview }: { readonly locale: Locale; readonly interview: string | undefined },
): CommandReply {
  const question = readQuestion(interaction.options.getString('question', true));
  const isPrivate =
    interaction.options.getBoolean('private') === true || !mayAnswerOpenly(desk.gate, interaction);
  const occasion = occasionOf(desk, interaction, { locale, isPrivate });
  const { home } = occasion;
  const turn = turnOf(interaction);
  const { outgoing, reply } = compose({ question, interview, home, earlier: recall(desk, turn) }, occasion);
  remember(desk, turn, reply);
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
  const { shards, shardCount: count = 1 } = client.options;
  const assignment = { ids: Array.isArray(shards) ? shards : [], count };
  const shard = { shard: guild?.shardId ?? 0, assignment };
  const status = desk.journal.status();
  return statusCard({ shelf: desk.shelf, status, ...shard }, locale);
}

/** Silence would look like a failure to the member, so over a limit each command gets the notice. */
function overLimit(
  desk: Desk,
  interaction: ChatInputCommandInteraction,
  locale: Locale,
): CommandReply | undefined {
  const { user, channelId } = interaction;
  const admitted = desk.gate.admit({ member: user.id, channel: channelId });
  if (admitted.outcome === 'answer') return undefined;
  const outgoing = notice(wordingFor(locale).discord.limited[admitted.limit]);
  return { outgoing, visibility: 'private', reply: 'limited' };
}

/** A command that an older version registered and Discord still shows. */
function unknown(locale: Locale): CommandReply {
  return { outgoing: notice(wordingFor(locale).discord.failed), visibility: 'private' };
}

/** Asks the interview what a message says, and answers only the member who asked. */
export async function handleMenu(
  desk: Desk,
  interaction: MessageContextMenuCommandInteraction,
): Promise<void> {
  const started = desk.journal.now();
  const locale = localeFor(interaction.locale);
  const question = questionPointedAt(interaction.targetMessage);
  const { outgoing, reply } = answerMenu(desk, interaction, { locale, question });
  await respond(interaction, { desk, locale, outgoing }, 'private');
  const { id: key, user } = interaction;
  if (reply) desk.journal.note({ key, reply, started, question, member: user.id, surface: 'menu' });
}

interface MenuQuestion {
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
  { locale, question }: MenuQuestion,
): MenuReply {
  const wording = wordingFor(locale).discord;
  const why = unaskable(interaction, question);
  if (why) return { outgoing: notice(wording.unaskable[why]) };
  const admitted = desk.gate.admit({ member: interaction.user.id, channel: interaction.channelId });
  if (admitted.outcome !== 'answer')
    return { outgoing: notice(wording.limited[admitted.limit]), reply: 'limited' };
  const occasion = occasionOf(desk, interaction, { locale, isPrivate: true });
  const { home } = occasion;
  const { outgoing, reply } = compose({ question, home }, occasion);
  return { outgoing: { line: wording.youAsked(question), ...outgoing }, reply };
}

/** Why a message cannot be asked about. */
export function unaskable(
  { targetMessage, client }: MessageContextMenuCommandInteraction,
  question: string,
): keyof ReturnType<typeof wordingFor>['discord']['unaskable'] | undefined {
  if (targetMessage.author.id === client.user.id) return 'own';
  if (targetMessage.author.bot || targetMessage.webhookId !== null) return 'bot';
  if (![MessageType.Default, MessageType.Reply].includes(targetMessage.type)) return 'empty';
  if (question !== '') return undefined;
  if (targetMessage.attachments.size > 0) return 'attachments';
  return holdsOtherThings(targetMessage) ? 'noText' : 'empty';
}

/**
 * Discord hides the command from others unless editors may write; a server can override that, so the permission is asked for
 * again. Editors close gaps from here.
 */
async function handleGaps(desk: Desk, interaction: ChatInputCommandInteraction): Promise<void> {
  const locale = localeFor(interaction.locale);
  const { gaps, status, listing } = wordingFor(locale).discord;
  const mayClose = isEditor(desk.editors, interaction);
  const isManager = interaction.memberPermissions?.has(PermissionFlagsBits.ManageGuild) ?? false;
  const { kept, editors } = desk;
  const mayRead = isManager || mayClose;
  if (!mayRead || !kept) {
    const refusal = editors ? listing.editorsOnly : status.refused;
    const outgoing = notice(mayRead ? gaps.noLog : refusal);
    await respond(interaction, { desk, locale, outgoing }, 'private');
    return;
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

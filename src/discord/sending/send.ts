// Hands a message to Discord through the funnel; what the funnel refuses is logged and replaced by a notice.
import {
  type ApplicationCommandOptionChoiceData,
  type AutocompleteInteraction,
  DiscordAPIError,
  type GuildTextBasedChannel,
  type Message,
  type MessageComponentInteraction,
  PermissionFlagsBits,
  RESTJSONErrorCodes,
  type RepliableInteraction,
} from 'discord.js';
import { type Locale, wordingFor } from '../../wording/locale.ts';
import { NEEDED_PERMISSIONS } from '../connection/client.ts';
import { twice } from '../connection/intake.ts';
import { isDoubtful } from '../connection/losses.ts';
import type { Desk } from '../desk/desk.ts';
import { describeError } from '../desk/log.ts';
import { type Form as Fields, notice, type Outgoing, toModal } from './card.ts';
import { EPHEMERAL, type FunnelOptions, type Payload, toPayload } from './payload.ts';

export type Respondable = RepliableInteraction | MessageComponentInteraction;

type Visibility = 'public' | 'private';
type Form = FunnelOptions['form'];

export interface Sending {
  readonly desk: Pick<Desk, 'library' | 'journal' | 'echoes'>;
  readonly locale: Locale;
  readonly outgoing: Outgoing;
}

export interface Voice {
  readonly form: 'embeds' | 'plain';
  /** Discord lets only those reply who may read what they reply to. */
  readonly asReply: boolean;
}

/**
 * How the bot may speak in the message's channel; undefined where it may not, and has no other way to tell. Asked
 * before it tries: refusals count against its address at Discord.
 */
export function voiceIn({ channel, client }: Message<boolean>): Voice | undefined {
  const free: Voice = { form: 'embeds', asReply: true };
  if (channel.isDMBased() || client.user === null) return free;
  const permissions = channel.permissionsFor(client.user);
  // Unknown where Discord has not sent the bot's own membership: then try.
  if (!permissions) return free;
  const { viewChannel, sendMessages, sendMessagesInThreads, embedLinks, readMessageHistory } =
    NEEDED_PERMISSIONS;
  if (isClosed(channel) || (channel.isVoiceBased() && !permissions.has(PermissionFlagsBits.Connect)))
    return undefined;
  if (!permissions.has([viewChannel, channel.isThread() ? sendMessagesInThreads : sendMessages]))
    return undefined;
  return {
    form: permissions.has(embedLinks) ? 'embeds' : 'plain',
    asReply: permissions.has(readMessageHistory),
  };
}

/** What the permissions do not tell: a moderator has timed the bot out, or locked the thread. */
function isClosed(channel: GuildTextBasedChannel): boolean {
  const { me } = channel.guild.members;
  if (me?.isCommunicationDisabled()) return true;
  return channel.isThread() && channel.locked === true && !channel.manageable;
}

/**
 * Replies to a message: no ping, one message however often Discord is asked, also where the question is gone. What is stored
 * although its request failed counts as sent.
 */
export async function replyTo(
  message: Message,
  sending: Sending,
  voice: Voice,
): Promise<{ readonly id: string } | undefined> {
  const { channel, id } = message;
  if (!channel.isSendable()) return undefined;
  const reference = voice.asReply ? { reply: { messageReference: id, failIfNotExists: false } } : {};
  const manner = { nonce: id, enforceNonce: true, ...reference };
  const send = (payload: Payload): Promise<{ readonly id: string }> =>
    channel.send({ ...payload, ...manner });
  return orEcho(sending.desk, id, () => deliver<{ readonly id: string }>(sending, twice(send), voice.form));
}

/** What was sent, also where only its echo, known by a key, tells that it was stored. */
async function orEcho(
  { echoes, journal }: Sending['desk'],
  key: string,
  send: () => Promise<{ readonly id: string }>,
): Promise<{ readonly id: string }> {
  try {
    return await send();
  } catch (error) {
    const stored = isDoubtful(error) ? await echoes.find(key) : undefined;
    if (stored === undefined) throw error;
    journal.log.info({ error: describeError(error) }, 'an answer is there although its request failed');
    return { id: stored };
  }
}

/** Changes the bot's answer to a message. */
export async function editAnswer({ channel }: Message, answer: string, sending: Sending): Promise<void> {
  const edit = (payload: Payload) => channel.messages.edit(answer, payload);
  await deliver<unknown>(sending, twice(edit), 'embeds');
}

/** The first response to an interaction; false where Discord has one already, of an earlier request. */
export async function respond(
  interaction: Respondable,
  sending: Sending,
  visibility: Visibility,
): Promise<boolean> {
  const reply = (payload: Payload) => interaction.reply(seenBy(visibility, payload));
  const send = () => deliver<unknown>(sending, twice(reply), 'embeds');
  const isOurs = await acknowledged(send, () => isThere(interaction));
  if (!isOurs) interaction.replied = true;
  return isOurs;
}

/** Changes the message that carries the control; also a first response. */
export async function updateMessage(
  interaction: MessageComponentInteraction,
  sending: Sending,
): Promise<void> {
  const update = (payload: Payload) => interaction.update(payload);
  const isOurs = await acknowledged(() => deliver<unknown>(sending, twice(update), 'embeds'));
  if (!isOurs) interaction.replied = true;
}

/** First response "please wait", seen by one member; `editResponse` completes it. */
export async function deferPrivately(interaction: Respondable): Promise<void> {
  const defer = () => interaction.deferReply({ flags: EPHEMERAL });
  const send = () => twice(defer)(undefined);
  if (!(await acknowledged(send, () => isThere(interaction)))) interaction.deferred = true;
}

/** First response: a form. Discord shows it once, however often it is asked. */
export async function showForm(interaction: MessageComponentInteraction, form: Fields): Promise<void> {
  const show = () => interaction.showModal(toModal(form));
  await acknowledged(() => twice(show)(undefined));
}

/** Whether Discord has the first response to an interaction: its request may have failed all the same. */
function isThere(interaction: Respondable): Promise<boolean> {
  return interaction.fetchReply().then(Boolean, () => false);
}

/** First response "please wait" on the message that carries the control; `editResponse` changes it. */
export async function deferUpdate(interaction: MessageComponentInteraction): Promise<void> {
  const defer = () => interaction.deferUpdate();
  if (!(await acknowledged(() => twice(defer)(undefined)))) interaction.deferred = true;
}

/**
 * Whether the first response was taken by this very request; false where Discord has one already: an earlier request, whose
 * answer was lost on its way, was taken. Where no request is answered, `isStored` tells.
 */
async function acknowledged(
  send: () => Promise<unknown>,
  isStored = () => Promise.resolve(false),
): Promise<boolean> {
  try {
    await send();
    return true;
  } catch (error) {
    const isKnown =
      error instanceof DiscordAPIError &&
      error.code === RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged;
    if (!isKnown && !(isDoubtful(error) && (await isStored()))) throw error;
    return false;
  }
}

/** Choices for what is typed. */
export async function offer(
  interaction: AutocompleteInteraction,
  choices: readonly ApplicationCommandOptionChoiceData[],
): Promise<void> {
  const respond = () => interaction.respond(choices);
  await acknowledged(() => twice(respond)(undefined));
}

export async function editResponse(interaction: Respondable, sending: Sending): Promise<void> {
  const edit = (payload: Payload) => interaction.editReply(payload);
  await deliver<unknown>(sending, twice(edit), 'embeds');
}

/** A further message after the first response; nothing may be sent twice, so a failed request is not repeated. */
export async function followUp(
  interaction: Respondable,
  sending: Sending,
  visibility: Visibility,
): Promise<void> {
  const send = (payload: Payload): Promise<{ readonly id: string }> =>
    interaction.followUp(seenBy(visibility, payload));
  await orEcho(sending.desk, interaction.id, () => deliver(sending, send, 'embeds'));
}

/** The payload for everybody, or for the one member who acted. */
function seenBy(visibility: Visibility, payload: Payload) {
  const own = payload.flags === undefined ? [] : [payload.flags];
  return { ...payload, flags: visibility === 'private' ? [...own, EPHEMERAL] : own };
}

/** Sends; what Discord finds malformed is sent once more as plain text, and never again. */
async function deliver<T>(sending: Sending, send: (payload: Payload) => Promise<T>, form: Form): Promise<T> {
  try {
    return await send(faithful(sending, form));
  } catch (error) {
    if (!isMalformed(error) || form === 'plain') throw error;
    sending.desk.journal.log.error({ error: describeError(error) }, 'Discord refused a message as malformed');
    return await send(faithful(sending, 'plain'));
  }
}

function isMalformed(error: unknown): boolean {
  return error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.InvalidFormBodyOrContentType;
}

/** The payload; where a quotation differs from its source, a notice in its place. */
function faithful({ desk, locale, outgoing }: Sending, form: Form): Payload {
  const { cutHere, notVerified } = wordingFor(locale).discord;
  const options = { interviews: desk.library.interviews, cutHere, form };
  const { opinion } = outgoing;
  const rows = opinion && desk.journal.feedback ? [...outgoing.rows, opinion] : outgoing.rows;
  const funnelled = toPayload({ ...outgoing, rows }, options);
  if (funnelled.ok) return funnelled.payload;
  const { source, start, end } = funnelled.mismatch;
  desk.journal.log.error({ source, start, end }, 'a quotation differs from its source and was not sent');
  const replaced = toPayload(notice(notVerified), options);
  if (!replaced.ok) throw new Error('a notice without quotation was refused by the funnel');
  return replaced.payload;
}

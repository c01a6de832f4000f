// Responding to an interaction: a message, a deferral, an update, choices; later the original and follow-ups.
import { type Json, numberIn } from '../protocol/json.ts';
import { FLAG, hasFlag, MESSAGE_TYPE } from '../protocol/message-format.ts';
import { editMessage, postMessage } from './messages.ts';
import type { Attachment, Channel, Interaction, Message } from './nouns.ts';
import { allows, guildOf, permissionsIn } from './permissions.ts';
import { updateInteraction, type World } from './world.ts';

/** Follow-ups allowed to an application which only a user has installed. */
const MAX_USER_INSTALL_FOLLOW_UPS = 5;

export interface Response {
  readonly interaction: Interaction;
  readonly channel: Channel;
  readonly body: Json;
  readonly attachments: readonly Attachment[];
}

function isUserInstallOnly(interaction: Interaction): boolean {
  return interaction.owners['0'] === undefined;
}

export function followUpsSpent(interaction: Interaction): boolean {
  return isUserInstallOnly(interaction) && interaction.followUpIds.length >= MAX_USER_INSTALL_FOLLOW_UPS;
}

export function respondWithMessage(world: World, response: Response): Message {
  const message = post(world, response, 0);
  const ephemeral = message.ephemeralTo !== undefined;
  const { interaction } = response;
  updateInteraction(world, {
    ...interaction,
    response: { state: 'message', messageId: message.id, ephemeral },
  });
  return message;
}

export function deferMessage(world: World, response: Response): Message {
  const message = post(world, response, FLAG.loading);
  const ephemeral = message.ephemeralTo !== undefined;
  const deferred = { state: 'deferred-message', messageId: message.id, ephemeral } as const;
  updateInteraction(world, { ...response.interaction, response: deferred });
  return message;
}

export function updateSource(world: World, interaction: Interaction, change: Edit): Message {
  const edited = editMessage(world, change.message, change.body);
  updateInteraction(world, { ...interaction, response: { state: 'update', messageId: edited.id } });
  return edited;
}

export interface Edit {
  readonly message: Message;
  readonly body: Json;
}

/** The message that `@original` means: the response, or the message whose component was used. */
export function originalOf(world: World, interaction: Interaction): Message | undefined {
  const { response } = interaction;
  switch (response.state) {
    case 'none':
    case 'choices':
    case 'modal':
      return undefined;
    case 'message':
    case 'deferred-message':
    case 'deferred-update':
    case 'update':
      return world.messages.get(interaction.channelId, response.messageId);
  }
}

/** Edits a message of the interaction; an edit of the original settles a deferral. */
export function editResponse(world: World, interaction: Interaction, { message, body }: Edit): Message {
  const edited = editMessage(world, message, body);
  const { response } = interaction;
  if (response.state === 'deferred-message' && response.messageId === message.id) {
    updateInteraction(world, { ...interaction, response: { ...response, state: 'message' } });
  }
  if (response.state === 'deferred-update' && response.messageId === message.id) {
    updateInteraction(world, { ...interaction, response: { ...response, state: 'update' } });
  }
  return edited;
}

/** The first follow-up to a deferred message becomes that message; its privacy was fixed by the deferral. */
export function followUp(world: World, response: Response): Message {
  const { interaction, body } = response;
  const waiting =
    interaction.response.state === 'deferred-message' ? originalOf(world, interaction) : undefined;
  if (waiting !== undefined) return editResponse(world, interaction, { message: waiting, body });
  const message = post(world, response, 0);
  const followUpIds = [...interaction.followUpIds, message.id];
  updateInteraction(world, { ...interaction, followUpIds });
  return message;
}

function post(world: World, response: Response, extraFlags: number): Message {
  const { interaction, channel, body, attachments } = response;
  const ephemeral = hasFlag(numberIn(body, 'flags') ?? 0, FLAG.ephemeral) || mustBePrivate(world, response);
  const repliedTo =
    interaction.response.state === 'none' ? interaction.sourceId : originalOf(world, interaction)?.id;
  return postMessage(world, {
    author: world.bot,
    channel,
    body,
    attachments,
    type: messageType(interaction, repliedTo),
    reference:
      repliedTo === undefined
        ? undefined
        : { channelId: channel.id, messageId: repliedTo, guildId: channel.guildId },
    webhookId: world.bot.id,
    interactionId: interaction.id,
    ephemeralTo: ephemeral ? interaction.user.id : undefined,
    extraFlags: extraFlags | (ephemeral ? FLAG.ephemeral : 0),
  });
}

/** A member without "Use External Apps" gets private answers from an application the guild has not installed. */
function mustBePrivate(world: World, { interaction, channel }: Response): boolean {
  if (guildOf(world, channel) === undefined || !isUserInstallOnly(interaction)) return false;
  return !allows(permissionsIn(world, channel, interaction.user.id) ?? 0n, 'UseExternalApps');
}

function messageType(interaction: Interaction, repliedTo: string | undefined): number {
  if (repliedTo !== undefined) return MESSAGE_TYPE.reply;
  return interaction.kind === 'message-command'
    ? MESSAGE_TYPE.contextMenuResponse
    : MESSAGE_TYPE.chatInputResponse;
}

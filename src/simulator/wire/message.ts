// Messages as Discord sends them, with the referenced message and the interaction that brought them.
import { isoTime } from '../clock.ts';
import type { Json } from '../json.ts';
import type { Attachment, Interaction, Message } from '../world/nouns.ts';
import type { World } from '../world/world.ts';
import { userJson } from './user.ts';

/** Attachments are never fetched; the address only has to be a well-formed one. */
const ATTACHMENT_HOST = 'https://cdn.invalid/attachments';

export function messageJson(world: World, message: Message): Json {
  return {
    ...basicMessageJson(world, message),
    ...referencedJson(world, message),
  };
}

function basicMessageJson(world: World, message: Message): Json {
  return {
    id: message.id,
    type: message.type,
    channel_id: message.channelId,
    author: userJson(message.author),
    content: message.content,
    embeds: message.embeds,
    components: message.components,
    attachments: message.attachments.map((attachment) => attachmentJson(message, attachment)),
    flags: message.flags,
    timestamp: isoTime(message.createdAt),
    edited_timestamp: message.editedAt === undefined ? null : isoTime(message.editedAt),
    mentions: message.mentions.userIds.flatMap((id) => world.users.get(id) ?? []).map(userJson),
    mention_roles: message.mentions.roleIds,
    mention_everyone: message.mentions.everyone,
    pinned: false,
    tts: false,
    ...(message.nonce === undefined ? {} : { nonce: message.nonce }),
    ...(message.webhookId === undefined ? {} : { webhook_id: message.webhookId }),
    ...(message.author.id === world.bot.id ? { application_id: world.bot.id } : {}),
    ...interactionMetadataJson(world, message),
  };
}

function referencedJson(world: World, message: Message): Json {
  const { reference } = message;
  if (reference === undefined) return {};
  const { channelId, messageId, guildId } = reference;
  const referenced = world.messages.get(channelId, messageId);
  return {
    message_reference: {
      type: 0,
      channel_id: channelId,
      message_id: messageId,
      ...(guildId === undefined ? {} : { guild_id: guildId }),
    },
    referenced_message: referenced === undefined ? null : basicMessageJson(world, referenced),
  };
}

function attachmentJson(message: Message, { id, filename, size, contentType }: Attachment): Json {
  const address = `${ATTACHMENT_HOST}/${message.channelId}/${id}/${encodeURIComponent(filename)}`;
  const type = contentType === undefined ? {} : { content_type: contentType };
  return { id, filename, size, url: address, proxy_url: address, ...type };
}

function interactionMetadataJson(world: World, message: Message): Json {
  const interaction =
    message.interactionId === undefined ? undefined : world.interactions.get(message.interactionId);
  if (interaction === undefined) return {};
  const shared = {
    id: interaction.id,
    user: userJson(interaction.user),
    authorizing_integration_owners: interaction.owners,
  };
  return { interaction_metadata: { ...shared, ...kindOfMetadata(interaction) } };
}

function kindOfMetadata(interaction: Interaction): Json {
  if (interaction.kind === 'component') return { type: 3, interacted_message_id: interaction.sourceId };
  const target = interaction.data['target_id'];
  return target === undefined ? { type: 2 } : { type: 2, target_message_id: target };
}

// Messages and interactions as Discord sends them: with what they refer to, and with who, where and by which installation.
import type { Json } from '../protocol/json.ts';
import { isoTime } from '../world/clock.ts';
import type {
  Attachment,
  Channel,
  Interaction,
  InteractionKind,
  Message,
  Poll,
  Sticker,
} from '../world/nouns.ts';
import { guildOf, PRIVATE_CHANNEL_PERMISSIONS, permissionBits, permissionsIn } from '../world/permissions.ts';
import { memberIn, type World } from '../world/world.ts';
import { channelJson, guildGlimpseJson } from './places.ts';
import { memberJson, userJson } from './users.ts';

/** Attachments are never fetched; the address only has to be a well-formed one. */
const ATTACHMENT_HOST = 'https://cdn.invalid/attachments';

export function messageJson(world: World, message: Message): Json {
  return { ...nestedMessageJson(world, message), ...referenceJson(world, message) };
}

/** A message without what it refers to, as it stands within another. */
export function nestedMessageJson(world: World, message: Message): Json {
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
    ...(message.stickers.length === 0 ? {} : { sticker_items: message.stickers.map(stickerJson) }),
    ...(message.poll === undefined ? {} : { poll: pollJson(message.poll, message.createdAt) }),
    ...(message.nonce === undefined ? {} : { nonce: message.nonce }),
    ...(message.webhookId === undefined ? {} : { webhook_id: message.webhookId }),
    ...(message.author.id === world.bot.id ? { application_id: world.bot.id } : {}),
    ...interactionMetadataJson(world, message),
  };
}

const REFERENCE = { reply: 0, forward: 1 } as const;

/** What a message replies to, or forwards: a forward carries a snapshot (documentation, "Message Snapshot Object"). */
function referenceJson(world: World, { reference, forwarded }: Message): Json {
  if (reference === undefined) return {};
  const { channelId, messageId, guildId } = reference;
  const named = { channel_id: channelId, message_id: messageId };
  const guild = guildId === undefined ? {} : { guild_id: guildId };
  const type = forwarded === undefined ? REFERENCE.reply : REFERENCE.forward;
  const message_reference = { type, ...named, ...guild };
  if (forwarded !== undefined)
    return { message_reference, message_snapshots: [{ message: snapshotJson(world, forwarded) }] };
  const referenced = world.messages.get(channelId, messageId);
  const referenced_message = referenced === undefined ? null : nestedMessageJson(world, referenced);
  return { message_reference, referenced_message };
}

/** Without author, channel and id: a snapshot does not tell where it is from. */
function snapshotJson(world: World, message: Message): Json {
  const {
    type,
    content,
    embeds,
    attachments,
    components,
    flags,
    mentions,
    mention_roles,
    timestamp,
    edited_timestamp,
  } = nestedMessageJson(world, message);
  const body = { type, content, embeds, attachments, components, flags };
  return { ...body, mentions, mention_roles, timestamp, edited_timestamp };
}

/** Lottie, as Discord's own stickers are. */
const STICKER_FORMAT = 3;

function stickerJson({ id, name }: Sticker): Json {
  return { id, name, format_type: STICKER_FORMAT };
}

/** One day, as Discord's client proposes. */
const POLL_LIFE_MS = 24 * 60 * 60 * 1000;

/** A poll's text is in its question and answers; `content` is empty (documentation, "Poll Resource"). */
function pollJson({ question, answers }: Poll, createdAt: number): Json {
  return {
    question: { text: question },
    answers: answers.map((text, index) => ({ answer_id: index + 1, poll_media: { text } })),
    expiry: isoTime(createdAt + POLL_LIFE_MS),
    allow_multiselect: false,
    layout_type: 1,
    results: { answer_counts: [], is_finalized: false },
  };
}

/** Halves of surrogate pairs stand in no address. */
const HALVES = /\p{Cs}/gu;

function attachmentJson(message: Message, { id, filename, size, contentType }: Attachment): Json {
  const name = encodeURIComponent(filename.replace(HALVES, '_'));
  const address = `${ATTACHMENT_HOST}/${message.channelId}/${id}/${name}`;
  const type = contentType === undefined ? {} : { content_type: contentType };
  return { id, filename, size, url: address, proxy_url: address, ...type };
}

function interactionMetadataJson(world: World, message: Message): Json {
  const interaction =
    message.interactionId === undefined ? undefined : world.interactions.get(message.interactionId);
  if (interaction === undefined) return {};
  return { interaction_metadata: metadataOf(world, interaction) };
}

function metadataOf(world: World, interaction: Interaction): Json {
  return {
    id: interaction.id,
    user: userJson(interaction.user),
    authorizing_integration_owners: interaction.owners,
    ...kindOfMetadata(world, interaction),
  };
}

function kindOfMetadata(world: World, interaction: Interaction): Json {
  const trigger = world.interactions.get(interaction.triggerId ?? '');
  if (trigger) return { type: 5, triggering_interaction_metadata: metadataOf(world, trigger) };
  if (interaction.kind === 'component') return { type: 3, interacted_message_id: interaction.sourceId };
  const target = interaction.data['target_id'];
  return target === undefined ? { type: 2 } : { type: 2, target_message_id: target };
}

/** 10 MiB: what a guild without boosts accepts. */
const ATTACHMENT_LIMIT_BYTES = 10 * 1024 * 1024;

/** What an application that only a user has installed may do in a guild. */
const USER_INSTALL_PERMISSIONS = permissionBits(['EmbedLinks', 'AttachFiles', 'UseExternalEmojis']);

const CONTEXT = { guild: 0, botDirectMessage: 1, privateChannel: 2 } as const;

export function interactionContext(world: World, channel: Channel): number {
  if (channel.guildId !== undefined) return CONTEXT.guild;
  return channel.kind === 'dm' && channel.participantIds.includes(world.bot.id)
    ? CONTEXT.botDirectMessage
    : CONTEXT.privateChannel;
}

export function interactionJson(world: World, interaction: Interaction, channel: Channel): Json {
  return {
    version: 1,
    id: interaction.id,
    application_id: world.bot.id,
    type: interactionType(interaction.kind),
    token: interaction.token,
    data: interaction.data,
    channel_id: channel.id,
    channel: channelJson(world, channel),
    context: interactionContext(world, channel),
    locale: interaction.user.locale,
    authorizing_integration_owners: interaction.owners,
    app_permissions: appPermissions(world, channel).toString(),
    entitlements: [],
    entitlement_sku_ids: [],
    attachment_size_limit: ATTACHMENT_LIMIT_BYTES,
    ...whoJson(world, interaction, channel),
    ...sourceJson(world, interaction),
  };
}

export function interactionType(kind: InteractionKind): number {
  switch (kind) {
    case 'chat-input':
    case 'message-command':
      return 2;
    case 'component':
      return 3;
    case 'autocomplete':
      return 4;
    case 'modal-submit':
      return 5;
  }
}

function appPermissions(world: World, channel: Channel): bigint {
  const own = permissionsIn(world, channel, world.bot.id);
  if (own !== undefined) return own;
  return channel.guildId === undefined ? PRIVATE_CHANNEL_PERMISSIONS : USER_INSTALL_PERMISSIONS;
}

function whoJson(world: World, { user }: Interaction, channel: Channel): Json {
  const guild = guildOf(world, channel);
  const member = guild && memberIn(world, guild.id, user.id);
  if (guild === undefined || member === undefined) return { user: userJson(user) };
  const permissions = permissionsIn(world, channel, user.id) ?? 0n;
  return {
    guild_id: guild.id,
    guild: guildGlimpseJson(guild),
    guild_locale: guild.locale,
    member: { ...memberJson(member, user), permissions: permissions.toString() },
  };
}

function sourceJson(world: World, { sourceId, channelId }: Interaction): Json {
  const source = sourceId === undefined ? undefined : world.messages.get(channelId, sourceId);
  return source === undefined ? {} : { message: messageJson(world, source) };
}

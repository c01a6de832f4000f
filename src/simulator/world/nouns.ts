// The nouns of the simulated Discord, each a snapshot: a change makes a new one; and the events that tell of changes.
import type { Json } from '../protocol/json.ts';
import type { Snowflake } from './clock.ts';

export interface User {
  readonly id: Snowflake;
  readonly name: string;
  readonly locale: string;
  readonly bot: boolean;
  readonly system: boolean;
}

export interface Role {
  readonly id: Snowflake;
  readonly guildId: Snowflake;
  readonly name: string;
  readonly permissions: bigint;
  readonly mentionable: boolean;
  /** The bot to which Discord gave the role when it was invited; such a role is managed. */
  readonly botId: Snowflake | undefined;
}

export interface Guild {
  readonly id: Snowflake;
  readonly name: string;
  /** The guild's preferred locale. */
  readonly locale: string;
  readonly ownerId: Snowflake;
  /** False: the bot was never invited, and meets the guild through a user's installation only. */
  readonly botIsMember: boolean;
}

export interface Member {
  readonly guildId: Snowflake;
  readonly userId: Snowflake;
  readonly roleIds: readonly Snowflake[];
  readonly joinedAt: number;
  /** Until when a moderator has timed the member out. */
  readonly timedOutUntil: number | undefined;
}

export interface Overwrite {
  readonly id: Snowflake;
  readonly target: 'role' | 'member';
  readonly allow: bigint;
  readonly deny: bigint;
}

export type ChannelKind =
  | 'text'
  | 'announcement'
  | 'voice'
  | 'stage'
  | 'forum'
  | 'category'
  | 'thread'
  | 'dm'
  | 'group';

export interface Channel {
  readonly id: Snowflake;
  readonly kind: ChannelKind;
  readonly name: string;
  readonly guildId: Snowflake | undefined;
  /** The channel or forum that a thread or forum post belongs to; any other channel's category. */
  readonly parentId: Snowflake | undefined;
  readonly ownerId: Snowflake | undefined;
  /** Who takes part: outside a guild everybody, in a thread those who have joined it. */
  readonly participantIds: readonly Snowflake[];
  /** What has become of a thread. */
  readonly archived: boolean;
  readonly locked: boolean;
  readonly overwrites: readonly Overwrite[];
}

export interface Attachment {
  readonly id: Snowflake;
  readonly filename: string;
  readonly size: number;
  readonly contentType: string | undefined;
}

export interface Sticker {
  readonly id: Snowflake;
  readonly name: string;
}

export interface Poll {
  readonly question: string;
  readonly answers: readonly string[];
}

export interface Mentions {
  readonly userIds: readonly Snowflake[];
  readonly roleIds: readonly Snowflake[];
  readonly everyone: boolean;
}

export interface MessageReference {
  readonly channelId: Snowflake;
  readonly messageId: Snowflake;
  readonly guildId: Snowflake | undefined;
}

export interface Message {
  readonly id: Snowflake;
  readonly channelId: Snowflake;
  readonly author: User;
  /** Discord's message type: 0 ordinary, 7 a member joined, 19 reply, 20 and 23 interaction responses. */
  readonly type: number;
  readonly content: string;
  readonly embeds: readonly Json[];
  /** Message components as Discord stores them: with ids and defaults filled in. */
  readonly components: readonly Json[];
  readonly attachments: readonly Attachment[];
  readonly flags: number;
  readonly createdAt: number;
  readonly editedAt: number | undefined;
  readonly mentions: Mentions;
  readonly reference: MessageReference | undefined;
  /** The message that it forwards, as it was then; `reference` names it. */
  readonly forwarded: Message | undefined;
  readonly poll: Poll | undefined;
  readonly stickers: readonly Sticker[];
  readonly webhookId: Snowflake | undefined;
  readonly nonce: string | number | undefined;
  /** The interaction that brought it, when it is an interaction's response or follow-up. */
  readonly interactionId: Snowflake | undefined;
  /** The only user who sees it; undefined for a message that everybody in the channel sees. */
  readonly ephemeralTo: Snowflake | undefined;
}

/** A global application command: its wire form, as the bot registered it. */
export interface Command {
  readonly id: Snowflake;
  readonly type: number;
  readonly name: string;
  readonly version: Snowflake;
  readonly body: Json;
}

export interface Choice {
  readonly name: string;
  readonly value: string | number;
}

export type InteractionKind =
  | 'chat-input'
  | 'message-command'
  | 'component'
  | 'autocomplete'
  | 'modal-submit';

/** A form that the bot shows to whoever used a command or a component. */
export interface Modal {
  readonly customId: string;
  readonly title: string;
  /** As Discord stores them: with ids and defaults filled in. */
  readonly components: readonly Json[];
}

/** How the bot has responded to an interaction so far. */
type InteractionResponse =
  | { readonly state: 'none' }
  | { readonly state: 'message'; readonly messageId: Snowflake; readonly ephemeral: boolean }
  | { readonly state: 'deferred-message'; readonly messageId: Snowflake; readonly ephemeral: boolean }
  | { readonly state: 'deferred-update'; readonly messageId: Snowflake }
  | { readonly state: 'update'; readonly messageId: Snowflake }
  | { readonly state: 'choices'; readonly choices: readonly Choice[] }
  | ({ readonly state: 'modal' } & Modal);

export interface Interaction {
  readonly id: Snowflake;
  readonly token: string;
  readonly kind: InteractionKind;
  readonly user: User;
  readonly channelId: Snowflake;
  /** Discord's `data`: the command with its options, or the custom id with its values. */
  readonly data: Json;
  /** What a person reads in the transcript: `/ask question:…`, `presses "Full answer"`. */
  readonly label: string;
  /** The message that carries the component. */
  readonly sourceId: Snowflake | undefined;
  /** The interaction that a submitted modal was shown for. */
  readonly triggerId: Snowflake | undefined;
  readonly owners: Readonly<Record<string, Snowflake>>;
  readonly createdAt: number;
  readonly response: InteractionResponse;
  readonly followUpIds: readonly Snowflake[];
}

export type WorldEvent =
  | { readonly type: 'guild-created'; readonly guild: Guild }
  | { readonly type: 'role-created'; readonly role: Role }
  | { readonly type: 'member-joined'; readonly member: Member }
  | { readonly type: 'member-updated'; readonly member: Member }
  | { readonly type: 'thread-joined'; readonly channel: Channel; readonly userId: Snowflake }
  | { readonly type: 'channel-created'; readonly channel: Channel }
  | { readonly type: 'channel-updated'; readonly channel: Channel }
  | { readonly type: 'channel-deleted'; readonly channel: Channel }
  | { readonly type: 'message-created'; readonly message: Message }
  | { readonly type: 'message-updated'; readonly message: Message; readonly previous: Message }
  | { readonly type: 'message-deleted'; readonly message: Message }
  | { readonly type: 'messages-purged'; readonly channel: Channel; readonly messages: readonly Message[] }
  | { readonly type: 'typing-started'; readonly channel: Channel; readonly user: User }
  | { readonly type: 'interaction-created'; readonly interaction: Interaction }
  | { readonly type: 'interaction-responded'; readonly interaction: Interaction };

export type WorldListener = (event: WorldEvent) => void;

// What happens in the simulated Discord; the gateway, the transcript and the waits all follow these.
import type { Channel, Guild, Interaction, Member, Message, Role, User } from './nouns.ts';

export type WorldEvent =
  | { readonly type: 'guild-created'; readonly guild: Guild }
  | { readonly type: 'role-created'; readonly role: Role }
  | { readonly type: 'member-joined'; readonly member: Member }
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

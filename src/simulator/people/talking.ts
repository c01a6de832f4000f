// What a person does with messages: says, edits, deletes, dismisses and purges them, or only starts typing; and where they
// stand: which channels they may act in, which messages they see, and why not.
import { MESSAGE_TYPE } from '../protocol/message-format.ts';
import type { Waits } from '../record/log.ts';
import type { Snowflake } from '../world/clock.ts';
import { createChannel, openDirectMessage } from '../world/directory.ts';
import { deleteMessage, editMessage, postMessage, purgeMessages } from '../world/messages.ts';
import type { Channel, Message } from '../world/nouns.ts';
import { allows, type PermissionName, permissionsIn, sendingPermission } from '../world/permissions.ts';
import { announce, type World } from '../world/world.ts';
import { type Actor, Impossible } from './interact.ts';

export interface SaysOptions {
  readonly replyTo?: Message;
  /** Whether a reply pings its author; Discord's client does unless told not to. */
  readonly ping?: boolean;
  /** File names. */
  readonly attachments?: readonly string[];
  /** Names of stickers. */
  readonly stickers?: readonly string[];
}

/** What somebody says, and how. */
interface Saying extends SaysOptions {
  readonly text: string;
}

export interface Talking {
  /** Posts a message; mentions of users, roles and everyone are read from the text. */
  says(place: Place, text: string, options?: SaysOptions): Promise<Message>;
  /** Opens a post in a forum: the title becomes a thread's name, the body its first message. */
  posts(forum: Place, title: string, body: string): Promise<Message>;
  /** Forwards a message, which brings it along as it is now. */
  forwards(message: Message, to: Place): Promise<Message>;
  /** Holds a poll. */
  polls(place: Place, question: string, answers: readonly string[]): Promise<Message>;
  /** Writes to the bot in private. */
  directMessages(text: string, options?: SaysOptions): Promise<Message>;
  edits(message: Message, text: string): Promise<Message>;
  deletes(message: Message): Promise<void>;
  /** Puts away an ephemeral message; only this person ever saw it. */
  dismisses(message: Message): Promise<void>;
  /** Deletes many messages at once, as a moderator does. */
  purges(place: Place, messages: readonly Message[]): Promise<void>;
  /** Shows the typing indicator. */
  startsTyping(place: Place): Promise<void>;
}

/** Characters a subscriber's client lets through; others stop at half of it. */
const MAX_TYPED = 4000;
/** Any size will do: files are never fetched. */
const ANY_FILE = { size: 1024, contentType: undefined };

export function talking(self: Self): Talking {
  const { world } = self;
  return {
    says: async (place, text, options = {}) => say(self, place, { ...options, text }),
    directMessages: async (text, options = {}) =>
      say(self, openDirectMessage(world, self.actor.user.id), { ...options, text }),
    posts: async (forum, title, body) => post(self, forum, { title, body }),
    forwards: async (message, to) => forward(self, message, to),
    polls: async (place, question, answers) => {
      const channel = enter(self, place, sendingPermission(world.channels.get(place.id)));
      const draft = { author: self.actor.user, channel, type: MESSAGE_TYPE.ordinary, body: {} };
      return postMessage(world, { ...draft, poll: { question, answers } });
    },
    edits: async (message, text) => {
      if (message.author.id !== self.actor.user.id)
        throw cannot(self, 'edit a message', 'somebody else wrote it');
      return editMessage(world, current(self, message), { content: text });
    },
    deletes: async (message) => {
      const mine = message.author.id === self.actor.user.id;
      if (!mine) enter(self, { id: message.channelId }, 'ManageMessages');
      current(self, message);
      deleteMessage(world, message);
    },
    dismisses: async (message) => {
      const { ephemeralTo } = current(self, message);
      if (ephemeralTo === undefined) throw cannot(self, 'dismiss a message', 'others see it too');
      deleteMessage(world, message);
    },
    purges: async (place, messages) => purgeMessages(world, enter(self, place, 'ManageMessages'), messages),
    startsTyping: async (place) => {
      const channel = enter(self, place, sendingPermission(world.channels.get(place.id)));
      announce(world, { type: 'typing-started', channel, user: self.actor.user });
    },
  };
}

function say(self: Self, place: Place, saying: Saying): Message {
  const { world, actor } = self;
  const channel = enter(self, place, sendingPermission(world.channels.get(place.id)));
  const { text, replyTo, ping = true, attachments = [], stickers = [] } = saying;
  if (channel.kind === 'category' || channel.kind === 'forum')
    throw cannot(self, `write in ${channel.name}`, 'nobody writes there');
  const manages = allows(permissionsIn(world, channel, actor.user.id) ?? 0n, 'ManageThreads');
  if (channel.locked && !manages) throw cannot(self, `write in ${channel.name}`, 'it is locked');
  // To the interface an ephemeral message does not exist, so Discord's client offers no reply to it.
  if (replyTo?.ephemeralTo !== undefined) throw cannot(self, 'reply to a message', 'it is ephemeral');
  if (text.trim() === '' && attachments.length + stickers.length === 0)
    throw cannot(self, 'say nothing', 'a message needs something in it');
  if (text.length > MAX_TYPED) throw cannot(self, 'say so much', `a message holds ${MAX_TYPED} characters`);
  const allowed = { parse: ['users', 'roles', 'everyone'], replied_user: ping };
  return postMessage(world, {
    author: actor.user,
    channel,
    type: replyTo === undefined ? MESSAGE_TYPE.ordinary : MESSAGE_TYPE.reply,
    body: { content: text, allowed_mentions: allowed },
    stickers: stickers.map((name) => ({ id: world.newId(), name })),
    attachments: attachments.map((filename) => ({ ...ANY_FILE, id: world.newId(), filename })),
    reference: replyTo && { channelId: channel.id, messageId: replyTo.id, guildId: channel.guildId },
  });
}

interface Post {
  readonly title: string;
  readonly body: string;
}

/** Documentation, "Threads", "Forums": the first message has the id of its thread. */
function post(self: Self, forum: Place, { title, body }: Post): Message {
  const { world, actor } = self;
  const { id: parentId, guildId, kind, name } = enter(self, forum, 'SendMessages');
  if (kind !== 'forum') throw cannot(self, `open a post in ${name}`, 'it is no forum');
  const author = actor.user;
  const id = world.newId();
  const thread = createChannel(world, {
    id,
    kind: 'thread',
    name: title,
    guildId,
    parentId,
    ownerId: author.id,
  });
  const content = { content: body, allowed_mentions: { parse: ['users', 'roles', 'everyone'] } };
  return postMessage(world, { id, author, channel: thread, type: MESSAGE_TYPE.ordinary, body: content });
}

/** Only what the person may read: 160014 otherwise (change log of 2026-04-14). */
function forward(self: Self, message: Message, to: Place): Message {
  const { world, actor } = self;
  const channel = enter(self, to, sendingPermission(world.channels.get(to.id)));
  enter(self, { id: message.channelId }, 'ReadMessageHistory');
  const forwarded = current(self, message);
  const guildId = world.channels.get(message.channelId)?.guildId;
  return postMessage(world, {
    author: actor.user,
    channel,
    type: MESSAGE_TYPE.ordinary,
    body: {},
    reference: { channelId: message.channelId, messageId: message.id, guildId },
    forwarded,
  });
}

/** A channel, thread, post or conversation: anything with a channel's id. */
export interface Place {
  readonly id: Snowflake;
}

export interface Self {
  readonly world: World;
  readonly waits: Waits;
  /** Another one from the moment that the person changes their profile. */
  actor: Actor;
}

/** The channel, if the person may act in it; throws Impossible. */
export function enter(self: Self, { id }: Place, needs: PermissionName = 'ViewChannel'): Channel {
  const { world, actor } = self;
  const channel = world.channels.get(id);
  if (channel === undefined) throw cannot(self, 'enter a channel', 'it does not exist');
  const bits = permissionsIn(world, channel, actor.user.id);
  if (bits === undefined) throw cannot(self, `enter ${channel.name}`, 'the person has no place there');
  if (!allows(bits, needs))
    throw cannot(self, `act in ${channel.name}`, `the permission ${needs} is missing`);
  return channel;
}

/** The message as it is now, if this person can still see it; throws Impossible. */
export function current(self: Self, { channelId, id }: Message): Message {
  const message = self.world.messages.get(channelId, id);
  if (message === undefined) throw cannot(self, 'use a message', 'it is deleted');
  if (!isVisible(self, message)) throw cannot(self, 'use a message', 'it is ephemeral and for somebody else');
  return message;
}

export function isVisible({ actor }: Self, { ephemeralTo }: Message): boolean {
  return ephemeralTo === undefined || ephemeralTo === actor.user.id;
}

export function cannot({ actor }: Self, what: string, why: string): Impossible {
  return new Impossible(actor.user.name, what, why);
}

// A person: talks, edits, deletes, runs commands, presses buttons, and sees only what is theirs to see.
import type { Json } from '../protocol/json.ts';
import { MESSAGE_TYPE } from '../protocol/message-format.ts';
import type { Waits } from '../record/waits.ts';
import { messageJson } from '../wire/messages.ts';
import type { Snowflake } from '../world/clock.ts';
import { openDirectMessage, removeUser } from '../world/directory.ts';
import { deleteMessage, editMessage, postMessage, purgeMessages } from '../world/messages.ts';
import type { Channel, Choice, Command, Interaction, Message, User } from '../world/nouns.ts';
import { allows, type PermissionName, permissionsIn, sendingPermission } from '../world/permissions.ts';
import type { World } from '../world/world.ts';
import { type CommandUse, type OptionValues, startCommand } from './commands.ts';
import { findButton, findMenu } from './controls.ts';
import {
  type Actor,
  commandData,
  componentData,
  findOffer,
  Impossible,
  offersIn,
  ownersOf,
  startInteraction,
} from './interact.ts';

/** A channel, thread, post or conversation: anything with a channel's id. */
export interface Place {
  readonly id: Snowflake;
}

export interface SaysOptions {
  readonly replyTo?: Message;
  /** Whether a reply pings its author; Discord's client does unless told not to. */
  readonly ping?: boolean;
  /** File names. */
  readonly attachments?: readonly string[];
}

const MESSAGE_COMMAND = 3;
/** Characters a subscriber's client lets through; others stop at half of it. */
const MAX_TYPED = 4000;
/** Any size will do: files are never fetched. */
const ANY_FILE = { size: 1024, contentType: undefined };

export interface PersonParts {
  readonly world: World;
  readonly waits: Waits;
  readonly actor: Actor;
}

export class Person {
  readonly id: Snowflake;
  /** What somebody types to mention this person. */
  readonly mention: string;
  readonly #world: World;
  readonly #waits: Waits;
  #actor: Actor;

  constructor({ world, waits, actor }: PersonParts) {
    this.#world = world;
    this.#waits = waits;
    this.#actor = actor;
    this.id = actor.user.id;
    this.mention = `<@${this.id}>`;
  }

  get user(): User {
    return this.#actor.user;
  }

  get name(): string {
    return this.user.name;
  }

  /** Changes the display name or the language of the client, from the next message and interaction on. */
  changes(profile: Partial<Pick<User, 'name' | 'locale'>>): void {
    const user = { ...this.user, ...profile };
    this.#actor = { ...this.#actor, user };
    this.#world.users.set(this.id, user);
  }

  /** Leaves for good: every guild, and the conversation with the bot. */
  departs(): void {
    removeUser(this.#world, this.id);
  }

  /** Posts a message; mentions of users, roles and everyone are read from the text. */
  async says(place: Place, text: string, options: SaysOptions = {}): Promise<Message> {
    const channel = this.#enter(place, sendingPermission(this.#world.channels.get(place.id)));
    const { replyTo, ping = true, attachments = [] } = options;
    if (text.trim() === '' && attachments.length === 0)
      throw this.#cannot('say nothing', 'a message needs something in it');
    if (text.length > MAX_TYPED) throw this.#cannot('say so much', `a message holds ${MAX_TYPED} characters`);
    const allowed = { parse: ['users', 'roles', 'everyone'], replied_user: ping };
    return postMessage(this.#world, {
      author: this.user,
      channel,
      type: replyTo === undefined ? MESSAGE_TYPE.ordinary : MESSAGE_TYPE.reply,
      body: { content: text, allowed_mentions: allowed },
      attachments: attachments.map((filename) => ({ ...ANY_FILE, id: this.#world.newId(), filename })),
      reference: replyTo && { channelId: channel.id, messageId: replyTo.id, guildId: channel.guildId },
    });
  }

  /** Writes to the bot in private. */
  async directMessages(text: string, options: SaysOptions = {}): Promise<Message> {
    return this.says(this.directChannel(), text, options);
  }

  /** The conversation with the bot, e.g. to run a command in. */
  directChannel(): Channel {
    return openDirectMessage(this.#world, this.id);
  }

  async edits(message: Message, text: string): Promise<Message> {
    if (message.author.id !== this.id) throw this.#cannot('edit a message', 'somebody else wrote it');
    return editMessage(this.#world, this.#current(message), { content: text });
  }

  async deletes(message: Message): Promise<void> {
    const mine = message.author.id === this.id;
    if (!mine) this.#enter({ id: message.channelId }, 'ManageMessages');
    this.#current(message);
    deleteMessage(this.#world, message);
  }

  /** Puts away an ephemeral message; only this person ever saw it. */
  async dismisses(message: Message): Promise<void> {
    const { ephemeralTo } = this.#current(message);
    if (ephemeralTo === undefined) throw this.#cannot('dismiss a message', 'others see it too');
    deleteMessage(this.#world, message);
  }

  /** Deletes many messages at once, as a moderator does. */
  async purges(place: Place, messages: readonly Message[]): Promise<void> {
    purgeMessages(this.#world, this.#enter(place, 'ManageMessages'), messages);
  }

  /** Shows the typing indicator. */
  async startsTyping(place: Place): Promise<void> {
    const channel = this.#enter(place, sendingPermission(this.#world.channels.get(place.id)));
    this.#world.announce({ type: 'typing-started', channel, user: this.user });
  }

  /** Runs a slash command, e.g. `runs('/ask', { question: '…', private: true }, { in: channel })`. */
  async runs(
    path: string,
    values: OptionValues,
    { in: place }: { readonly in: Place },
  ): Promise<Interaction> {
    return this.#startCommand({ path, values, place });
  }

  /** Types into the last of these options, the others being filled in, and resolves with the choices offered. */
  async types(
    path: string,
    values: OptionValues,
    { in: place }: { readonly in: Place },
  ): Promise<readonly Choice[]> {
    const focused = Object.keys(values).at(-1) ?? '';
    const { id, label } = this.#startCommand({ path, values, place, focused });
    return this.#waits.until(`choices for ${label}`, () => {
      const response = this.#world.interactions.get(id)?.response;
      return response?.state === 'choices' ? response.choices : undefined;
    });
  }

  /** Presses a button, found by its label or custom id. */
  async presses(message: Message, labelOrId: string): Promise<Interaction> {
    const button = findButton(this.#current(message), labelOrId);
    if (!button.usable) throw this.#cannot(`press "${labelOrId}"`, button.why);
    const { component } = button;
    return this.#useComponent(
      message,
      componentData(component),
      `presses ‹${component['label'] ?? labelOrId}›`,
    );
  }

  /** Chooses values in a select menu, found by its custom id. */
  async selects(message: Message, customId: string, values: readonly string[]): Promise<Interaction> {
    const menu = findMenu(this.#current(message), customId, values);
    if (!menu.usable) throw this.#cannot(`choose ${values.join(', ')} in "${customId}"`, menu.why);
    return this.#useComponent(message, componentData(menu.component, values), `selects ${values.join(', ')}`);
  }

  /** Right-clicks a message and uses a message command on it. */
  async usesOn(name: string, message: Message): Promise<Interaction> {
    const channel = this.#enter({ id: message.channelId });
    const target = this.#current(message);
    const { command, owners } = findOffer(this.#world, this.#actor, { name, type: MESSAGE_COMMAND, channel });
    const resolved = { messages: { [target.id]: messageJson(this.#world, target) } };
    const data = { ...commandData(command), target_id: target.id, resolved };
    const label = `uses "${name}" on "${target.content}"`;
    const start = { kind: 'message-command', channel, data, label, owners } as const;
    return startInteraction(this.#world, this.#actor, start);
  }

  /** The commands on offer to this person in a place, of both kinds. */
  commandsIn(place: Place): readonly Command[] {
    return offersIn(this.#world, this.#actor, this.#enter(place));
  }

  /** The messages this person sees in a place, oldest first: others' ephemeral ones are not among them. */
  sees(place: Place): readonly Message[] {
    this.#enter(place);
    return this.#world.messages.in(place.id).filter((message) => this.#isVisible(message));
  }

  #startCommand({ place, ...use }: Omit<CommandUse, 'channel'> & { readonly place: Place }): Interaction {
    return startCommand(this.#world, this.#actor, { ...use, channel: this.#enter(place) });
  }

  #useComponent(message: Message, data: Json, label: string): Interaction {
    const channel = this.#enter({ id: message.channelId });
    const brought =
      message.interactionId === undefined ? undefined : this.#world.interactions.get(message.interactionId);
    const owners = brought?.owners ?? ownersOf(this.#world, this.#actor, { channel, types: [0, 1] });
    const start = { kind: 'component', channel, data, label, owners, sourceId: message.id } as const;
    return startInteraction(this.#world, this.#actor, start);
  }

  /** The message as it is now, if this person can still see it. */
  #current({ channelId, id }: Message): Message {
    const message = this.#world.messages.get(channelId, id);
    if (message === undefined) throw this.#cannot('use a message', 'it is deleted');
    if (!this.#isVisible(message))
      throw this.#cannot('use a message', 'it is ephemeral and for somebody else');
    return message;
  }

  #isVisible({ ephemeralTo }: Message): boolean {
    return ephemeralTo === undefined || ephemeralTo === this.id;
  }

  #enter({ id }: Place, needs: PermissionName = 'ViewChannel'): Channel {
    const channel = this.#world.channels.get(id);
    if (channel === undefined) throw this.#cannot('enter a channel', 'it does not exist');
    const bits = permissionsIn(this.#world, channel, this.id);
    if (bits === undefined) throw this.#cannot(`enter ${channel.name}`, 'the person has no place there');
    if (!allows(bits, needs))
      throw this.#cannot(`act in ${channel.name}`, `the permission ${needs} is missing`);
    return channel;
  }

  #cannot(what: string, why: string): Impossible {
    return new Impossible(this.name, what, why);
  }
}

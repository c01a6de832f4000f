// The bot as the people of the simulation see it: what it said, and waiting for what it will say.

import type { GatewayServer } from '../gateway/server.ts';
import { FLAG, hasFlag } from '../protocol/message-format.ts';
import type { Chronicle } from '../record/chronicle.ts';
import type { Waits } from '../record/waits.ts';
import type { RestServer } from '../rest/server.ts';
import type { Command, Interaction, Message } from '../world/nouns.ts';
import { originalOf } from '../world/responses.ts';
import type { World } from '../world/world.ts';

export interface BotParts {
  readonly world: World;
  readonly chronicle: Chronicle;
  readonly waits: Waits;
  readonly gateway: GatewayServer;
  readonly rest: RestServer;
}

/**
 * Quiet round trips in a row after which the bot counts as settled. A bot in the same process needs about ten turns of
 * the event loop from one REST answer to its next request, and a round trip gives it about four.
 */
const QUIET_ROUNDS = 10;

export class UnexpectedSpeech extends Error {
  constructor(speech: string, transcript: string) {
    super(`the bot should have stayed silent, but: ${speech}\nSo far:\n${transcript}`);
    this.name = 'UnexpectedSpeech';
  }
}

export class SimulatedBot {
  readonly id: string;
  readonly name: string;
  /** What a person types to mention it. */
  readonly mention: string;
  readonly #parts: BotParts;

  constructor(parts: BotParts) {
    this.#parts = parts;
    this.id = parts.world.bot.id;
    this.name = parts.world.bot.name;
    this.mention = `<@${this.id}>`;
  }

  /** The bot's first reply to a message, as soon as there is one. */
  replied({ to }: { readonly to: Message }): Promise<Message> {
    return this.#parts.waits.until(`a reply to "${to.content}"`, () => this.repliesTo(to)[0]);
  }

  /** All replies of the bot to a message so far. */
  repliesTo({ channelId, id }: Message): readonly Message[] {
    return this.messagesIn({ id: channelId }).filter(({ reference }) => reference?.messageId === id);
  }

  /** The bot's messages in a place so far, oldest first, ephemeral ones included. */
  messagesIn({ id }: { readonly id: string }): readonly Message[] {
    return this.#parts.world.messages.in(id).filter(({ author }) => author.id === this.id);
  }

  /** The first message of the bot in a place, after a given message if there is one. */
  said({
    in: place,
    after,
  }: {
    readonly in: { readonly id: string };
    readonly after?: Message;
  }): Promise<Message> {
    const isLater = (message: Message) => after === undefined || BigInt(message.id) > BigInt(after.id);
    return this.#parts.waits.until('a message of the bot', () => this.messagesIn(place).find(isLater));
  }

  /** The finished answer to an interaction: its message, or the message that it updated. Deferrals are waited for. */
  answered({ id, label }: Interaction): Promise<Message> {
    return this.#parts.waits.until(`the answer to ${label}`, () => {
      const interaction = this.#parts.world.interactions.get(id);
      const { state } = interaction?.response ?? { state: 'none' };
      if (interaction === undefined || (state !== 'message' && state !== 'update')) return undefined;
      return originalOf(this.#parts.world, interaction);
    });
  }

  /** Resolves when the bot has acknowledged an interaction in any way; the interaction tells how. */
  acknowledged({ id, label }: Interaction): Promise<Interaction> {
    return this.#parts.waits.until(`any response to ${label}`, () => {
      const interaction = this.#parts.world.interactions.get(id);
      return interaction?.response.state === 'none' ? undefined : interaction;
    });
  }

  /** The nth follow-up (1 is the first) to an interaction. */
  followedUp({ id, label, channelId }: Interaction, nth = 1): Promise<Message> {
    const { world, waits } = this.#parts;
    return waits.until(`follow-up ${nth} to ${label}`, () => {
      const messageId = world.interactions.get(id)?.followUpIds[nth - 1];
      return messageId === undefined ? undefined : world.messages.get(channelId, messageId);
    });
  }

  /** The message as it is after the next change from this snapshot. */
  edited(message: Message): Promise<Message> {
    return this.#parts.waits.until(`an edit of "${message.content}"`, () => {
      const now = this.#parts.world.messages.get(message.channelId, message.id);
      return now === message || (now && hasFlag(now.flags, FLAG.loading)) ? undefined : now;
    });
  }

  /** Resolves when a message no longer exists. */
  async deleted({ channelId, id, content }: Message): Promise<void> {
    await this.#parts.waits.until(`the deletion of "${content}"`, () =>
      this.#parts.world.messages.get(channelId, id) === undefined ? true : undefined,
    );
  }

  /** The global command of that name, once the bot has registered it. */
  registered(name: string): Promise<Command> {
    return this.#parts.waits.until(`the command ${name}`, () =>
      [...this.#parts.world.commands.values()].find((command) => command.name === name),
    );
  }

  /**
   * Resolves when the bot has taken in everything sent to it and asks for nothing more: in several rounds in a row it
   * answered a heartbeat request with the latest sequence number (so it has received every event), all its REST
   * requests were answered, and no new one came. Nothing sleeps. Work that the bot puts off by a timer is out of sight.
   */
  async settles(): Promise<void> {
    const { gateway, rest, waits } = this.#parts;
    for (let quiet = 0; quiet < QUIET_ROUNDS; quiet += 1) {
      const requests = rest.requests;
      await waits.until('the bot to be connected', () => (gateway.isReady ? true : undefined));
      await waits.atMost('the bot to receive what was sent', gateway.fence());
      await waits.atMost('all requests to be answered', rest.idle());
      if (rest.requests !== requests) quiet = -1;
    }
  }

  /**
   * Settles, then fails if the bot has said, edited, typed or responded anything since a message (or this edit or
   * deletion of it) or an interaction.
   * @throws {UnexpectedSpeech}
   */
  async staysSilent({ after }: { readonly after: Message | Interaction }): Promise<void> {
    await this.settles();
    const { chronicle } = this.#parts;
    const [speech] = chronicle.speechSince(chronicle.momentOf(after));
    if (speech !== undefined)
      throw new UnexpectedSpeech(speech.line ?? speech.event.type, chronicle.transcript());
  }
}

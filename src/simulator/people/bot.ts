// The bot as the people of the simulation see it: what it said, and waiting for what it will say.
import { fence, type Gateway, isReady } from '../gateway/delivery.ts';
import { FLAG, hasFlag } from '../protocol/message-format.ts';
import type { Chronicle } from '../record/chronicle.ts';
import type { Waits } from '../record/log.ts';
import { idle, type RestServer } from '../rest/server.ts';
import type { Command, Interaction, Message, Modal } from '../world/nouns.ts';
import { originalOf } from '../world/responses.ts';
import type { World } from '../world/world.ts';

export interface BotParts {
  readonly world: World;
  readonly chronicle: Chronicle;
  readonly waits: Waits;
  readonly gateway: Gateway;
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

export interface SimulatedBot extends Speech, Responses {
  readonly id: string;
  readonly name: string;
  /** What a person types to mention it. */
  readonly mention: string;
  /** The global command of that name, once the bot has registered it. */
  registered(name: string): Promise<Command>;
  /**
   * Resolves when the bot has taken in everything sent to it and asks for nothing more: in several rounds in a row it
   * answered a heartbeat request with the latest sequence number (so it has received every event), all its REST
   * requests were answered, and no new one came. Nothing sleeps. Work that the bot puts off by a timer is out of sight.
   */
  settles(): Promise<void>;
  /**
   * Settles, then fails if the bot has said, edited, typed or responded anything since a message (or this edit or
   * deletion of it) or an interaction.
   * @throws {UnexpectedSpeech}
   */
  staysSilent(since: { readonly after: Message | Interaction }): Promise<void>;
}

interface Speech {
  /** The bot's first reply to a message, as soon as there is one. */
  replied(what: { readonly to: Message }): Promise<Message>;
  /** All replies of the bot to a message so far. */
  repliesTo(message: Message): readonly Message[];
  /** The bot's messages in a place so far, oldest first, ephemeral ones included. */
  messagesIn(place: { readonly id: string }): readonly Message[];
  /** The first message of the bot in a place, after a given message if there is one. */
  said(where: { readonly in: { readonly id: string }; readonly after?: Message }): Promise<Message>;
  /** The message as it is after the next change from this snapshot. */
  edited(message: Message): Promise<Message>;
  /** Resolves when a message no longer exists. */
  deleted(message: Message): Promise<void>;
}

interface Responses {
  /** The finished answer to an interaction: its message, or the message that it updated. Deferrals are waited for. */
  answered(interaction: Interaction): Promise<Message>;
  /** Resolves when the bot has acknowledged an interaction in any way; the interaction tells how. */
  acknowledged(interaction: Interaction): Promise<Interaction>;
  /** The modal that the bot shows for an interaction. */
  showed(interaction: Interaction): Promise<Modal>;
  /** The nth follow-up (1 is the first) to an interaction. */
  followedUp(interaction: Interaction, nth?: number): Promise<Message>;
}

export function watchBot(parts: BotParts): SimulatedBot {
  const { world, waits } = parts;
  const { id, name } = world.bot;
  return {
    id,
    name,
    mention: `<@${id}>`,
    ...speech(parts),
    ...responses(parts),
    registered: (command) =>
      waits.until(`the command ${command}`, () =>
        [...world.commands.values()].find((each) => each.name === command),
      ),
    settles: () => settles(parts),
    staysSilent: ({ after }) => staysSilent(parts, after),
  };
}

function speech({ world, waits }: BotParts): Speech {
  const messagesIn = ({ id }: { readonly id: string }) =>
    world.messages.in(id).filter(({ author }) => author.id === world.bot.id);
  const repliesTo = ({ channelId, id }: Message) =>
    messagesIn({ id: channelId }).filter(({ reference }) => reference?.messageId === id);
  return {
    messagesIn,
    repliesTo,
    replied: ({ to }) => waits.until(`a reply to "${to.content}"`, () => repliesTo(to)[0]),
    said: ({ in: place, after }) => {
      const isLater = ({ id }: Message) => after === undefined || BigInt(id) > BigInt(after.id);
      return waits.until('a message of the bot', () => messagesIn(place).find(isLater));
    },
    edited: (message) =>
      waits.until(`an edit of "${message.content}"`, () => {
        const now = world.messages.get(message.channelId, message.id);
        return now === message || (now && hasFlag(now.flags, FLAG.loading)) ? undefined : now;
      }),
    deleted: async ({ channelId, id, content }) => {
      await waits.until(`the deletion of "${content}"`, () =>
        world.messages.get(channelId, id) === undefined ? true : undefined,
      );
    },
  };
}

function responses({ world, waits }: BotParts): Responses {
  return {
    answered: ({ id, label }) =>
      waits.until(`the answer to ${label}`, () => {
        const interaction = world.interactions.get(id);
        const { state } = interaction?.response ?? { state: 'none' };
        if (interaction === undefined || (state !== 'message' && state !== 'update')) return undefined;
        return originalOf(world, interaction);
      }),
    acknowledged: ({ id, label }) =>
      waits.until(`any response to ${label}`, () => {
        const interaction = world.interactions.get(id);
        return interaction?.response.state === 'none' ? undefined : interaction;
      }),
    showed: ({ id, label }) =>
      waits.until(`a modal for ${label}`, () => {
        const response = world.interactions.get(id)?.response;
        return response?.state === 'modal' ? response : undefined;
      }),
    followedUp: ({ id, label, channelId }, nth = 1) =>
      waits.until(`follow-up ${nth} to ${label}`, () => {
        const messageId = world.interactions.get(id)?.followUpIds[nth - 1];
        return messageId === undefined ? undefined : world.messages.get(channelId, messageId);
      }),
  };
}

async function settles({ gateway, rest, waits }: BotParts): Promise<void> {
  for (let quiet = 0; quiet < QUIET_ROUNDS; quiet += 1) {
    const { requests } = rest;
    await waits.until('the bot to be connected', () => (isReady(gateway) ? true : undefined));
    await waits.atMost('the bot to receive what was sent', fence(gateway));
    await waits.atMost('all requests to be answered', idle(rest));
    if (rest.requests !== requests) quiet = -1;
  }
}

async function staysSilent(parts: BotParts, after: Message | Interaction): Promise<void> {
  await settles(parts);
  const { chronicle } = parts;
  const [speech] = chronicle.speechSince(chronicle.momentOf(after));
  if (speech !== undefined)
    throw new UnexpectedSpeech(speech.line ?? speech.event.type, chronicle.transcript());
}

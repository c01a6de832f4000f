// The messages of each channel, oldest first, at most so many; the oldest are forgotten without an event.
import type { Snowflake } from '../snowflake.ts';
import type { Message } from './nouns.ts';

export class MessageStore {
  readonly #max: number;
  readonly #channels = new Map<Snowflake, Map<Snowflake, Message>>();

  /** @param max messages kept in each channel */
  constructor(max: number) {
    this.#max = max;
  }

  put(message: Message): void {
    const messages = this.#channels.get(message.channelId) ?? new Map<Snowflake, Message>();
    messages.set(message.id, message);
    this.#channels.set(message.channelId, messages);
    for (const id of messages.keys()) {
      if (messages.size <= this.#max) return;
      messages.delete(id);
    }
  }

  get(channelId: Snowflake, id: Snowflake): Message | undefined {
    return this.#channels.get(channelId)?.get(id);
  }

  delete(message: Message): void {
    this.#channels.get(message.channelId)?.delete(message.id);
  }

  forget(channelId: Snowflake): void {
    this.#channels.delete(channelId);
  }

  in(channelId: Snowflake): readonly Message[] {
    return [...(this.#channels.get(channelId)?.values() ?? [])];
  }

  all(): readonly Message[] {
    return [...this.#channels.values()].flatMap((messages) => [...messages.values()]);
  }
}

// Everything that happened in the simulated Discord, in order.
import { transcriptLine } from './transcript.ts';
import type { WorldEvent } from './world/events.ts';
import type { Interaction, Message } from './world/nouns.ts';
import type { World } from './world/world.ts';

export interface Chapter {
  readonly number: number;
  readonly event: WorldEvent;
  /** As a person would read it at that moment; undefined for what nobody reads. */
  readonly line: string | undefined;
}

export class Chronicle {
  readonly #world: World;
  readonly #max: number;
  #chapters: Chapter[] = [];
  #next = 1;

  /** @param max events kept; the oldest are forgotten */
  constructor(world: World, max: number) {
    this.#world = world;
    this.#max = max;
    world.listen((event) => this.#record(event));
  }

  /** The conversation so far, one line for each thing that happened. */
  transcript(): string {
    return this.#chapters.flatMap(({ line }) => line ?? []).join('\n');
  }

  /** When this snapshot of a message came to be (or was deleted), or when an interaction began. */
  momentOf(what: Message | Interaction): number {
    const match = 'token' in what ? this.#firstOf(what) : this.#lastOf(what);
    return match?.number ?? 0;
  }

  /** What the bot has let others notice since a moment: messages, edits, responses, typing. */
  speechSince(moment: number): readonly Chapter[] {
    return this.#chapters.filter(({ number, event }) => number > moment && this.#isSpeech(event));
  }

  #firstOf(interaction: Interaction): Chapter | undefined {
    return this.#chapters.find(
      ({ event }) => 'interaction' in event && event.interaction.id === interaction.id,
    );
  }

  #lastOf(message: Message): Chapter | undefined {
    return this.#chapters.findLast(({ event }) => 'message' in event && event.message === message);
  }

  #isSpeech(event: WorldEvent): boolean {
    switch (event.type) {
      case 'message-created':
      case 'message-updated':
        return event.message.author.id === this.#world.bot.id;
      case 'typing-started':
        return event.user.id === this.#world.bot.id;
      case 'interaction-responded':
        return true;
      default:
        return false;
    }
  }

  #record(event: WorldEvent): void {
    this.#chapters.push({ number: this.#next, event, line: transcriptLine(this.#world, event) });
    this.#next += 1;
    if (this.#chapters.length > this.#max) this.#chapters = this.#chapters.slice(-this.#max);
  }
}

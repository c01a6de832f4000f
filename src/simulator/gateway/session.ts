// One identified session: numbers its events, keeps them for a RESUME, hands them to its connection if there is one.
import type { Json } from '../json.ts';

/** Events kept for replay; Discord's own number is not published. */
const MAX_REPLAY = 1000;

export interface SessionEvent {
  readonly sequence: number;
  readonly name: string;
  readonly payload: Json;
}

export class Session {
  readonly id: string;
  readonly intents: number;
  #events: SessionEvent[] = [];
  #sequence = 0;

  constructor(id: string, intents: number) {
    this.id = id;
    this.intents = intents;
  }

  get sequence(): number {
    return this.#sequence;
  }

  record(name: string, payload: Json): SessionEvent {
    this.#sequence += 1;
    const event = { sequence: this.#sequence, name, payload };
    this.#events.push(event);
    if (this.#events.length > MAX_REPLAY) this.#events = this.#events.slice(-MAX_REPLAY);
    return event;
  }

  /** What the client has missed since the sequence number it names. */
  since(sequence: number): readonly SessionEvent[] {
    return this.#events.filter((event) => event.sequence > sequence);
  }
}

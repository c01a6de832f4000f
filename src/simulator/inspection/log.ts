// The ordered log of everything that went over the wire, with a subscription for inspectors.
import type { Json } from '../json.ts';
import type { FormProblem } from './form-errors.ts';

export type LogEntry = { readonly number: number; readonly at: number } & LogRecord;

export type LogRecord =
  | {
      readonly kind: 'gateway';
      readonly direction: 'to-bot' | 'from-bot';
      /** Discord's opcode name, or the event's name for a dispatch. */
      readonly name: string;
      readonly payload: Json;
      /** False: the event happened, but no connection or intent let it through. */
      readonly delivered: boolean;
      readonly problems: readonly FormProblem[];
    }
  | {
      readonly kind: 'request';
      readonly request: number;
      readonly route: string;
      readonly method: string;
      readonly path: string;
      readonly body: unknown;
      readonly problems: readonly FormProblem[];
    }
  | {
      readonly kind: 'response';
      readonly request: number;
      readonly route: string;
      /** 0: the connection was cut instead of answered. */
      readonly status: number;
      readonly body: unknown;
      readonly problems: readonly FormProblem[];
    }
  | {
      readonly kind: 'connection';
      readonly what: 'opened' | 'closed';
      readonly code: number | undefined;
    };

export type LogListener = (entry: LogEntry) => void;

export class WireLog {
  readonly #now: () => number;
  readonly #max: number;
  readonly #listeners = new Set<LogListener>();
  #entries: LogEntry[] = [];
  #next = 1;

  /** @param max entries kept; the oldest are forgotten */
  constructor(now: () => number, max: number) {
    this.#now = now;
    this.#max = max;
  }

  add(record: LogRecord): void {
    const entry: LogEntry = { number: this.#next, at: this.#now(), ...record };
    this.#next += 1;
    this.#entries.push(entry);
    if (this.#entries.length > this.#max) this.#entries = this.#entries.slice(-this.#max);
    for (const listener of this.#listeners) listener(entry);
  }

  entries(): readonly LogEntry[] {
    return this.#entries;
  }

  /** @returns the end of the subscription */
  subscribe(listener: LogListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

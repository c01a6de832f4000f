// Everything that went over the wire, in order; and what in it broke Discord's protocol, so that the test fails.
import type { Json } from '../protocol/json.ts';
import { describeProblem, type FormProblem } from '../protocol/problems.ts';

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

export interface Violation {
  /** Who broke the protocol: the bot's request, or the simulator's own answer or event (then mend the simulator). */
  readonly by: 'bot' | 'simulator';
  /** What was checked, e.g. `create_message request` or `MESSAGE_CREATE event`. */
  readonly what: string;
  readonly problems: readonly FormProblem[];
  /** The value that broke the rule. */
  readonly value: unknown;
}

export class ProtocolViolations extends Error {
  readonly violations: readonly Violation[];

  constructor(violations: readonly Violation[]) {
    super(`${violations.length} breach(es) of Discord's protocol:\n${violations.map(describe).join('\n')}`);
    this.name = 'ProtocolViolations';
    this.violations = violations;
  }
}

function describe({ by, what, problems, value }: Violation): string {
  return [
    `- ${what}, by the ${by}`,
    ...problems.map((each) => `    ${describeProblem(each)}`),
    `    in ${JSON.stringify(value)}`,
  ].join('\n');
}

export class ViolationRecord {
  #violations: Violation[] = [];

  add(violation: Violation): void {
    if (violation.problems.length > 0) this.#violations.push(violation);
  }

  all(): readonly Violation[] {
    return this.#violations;
  }

  /** Returns and forgets what was recorded: for a test that provokes a breach. */
  take(): readonly Violation[] {
    const taken = this.#violations;
    this.#violations = [];
    return taken;
  }

  /** @throws {ProtocolViolations} when any breach is recorded */
  assertNone(): void {
    if (this.#violations.length > 0) throw new ProtocolViolations(this.#violations);
  }
}

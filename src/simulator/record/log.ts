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

export interface WireLog {
  add(record: LogRecord): void;
  entries(): readonly LogEntry[];
  /** @returns the end of the subscription */
  subscribe(listener: LogListener): () => void;
}

/** @param max entries kept; the oldest are forgotten */
export function createWireLog(now: () => number, max: number): WireLog {
  const listeners = new Set<LogListener>();
  let entries: LogEntry[] = [];
  let next = 1;
  return {
    add: (record) => {
      const entry: LogEntry = { number: next, at: now(), ...record };
      next += 1;
      entries.push(entry);
      if (entries.length > max) entries = entries.slice(-max);
      for (const listener of listeners) listener(entry);
    },
    entries: () => entries,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
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

export interface ViolationRecord {
  add(violation: Violation): void;
  all(): readonly Violation[];
  /** Returns and forgets what was recorded: for a test that provokes a breach. */
  take(): readonly Violation[];
  /** @throws {ProtocolViolations} when any breach is recorded */
  assertNone(): void;
}

export function createViolationRecord(): ViolationRecord {
  let violations: Violation[] = [];
  return {
    add: (violation) => {
      if (violation.problems.length > 0) violations.push(violation);
    },
    all: () => violations,
    take: () => {
      const taken = violations;
      violations = [];
      return taken;
    },
    assertNone: () => {
      if (violations.length > 0) throw new ProtocolViolations(violations);
    },
  };
}

// Everything that went over the wire, in order, and what in it broke Discord's protocol, so that the test fails; and waiting for
// something in it. Every wait ends: well, or with a SimulationTimeout that tells the story so far.
import type { Json } from '../protocol/json.ts';
import { describeProblem, type FormProblem } from '../protocol/problems.ts';
import { follow, type World } from '../world/world.ts';

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

export class SimulationTimeout extends Error {
  readonly awaited: string;

  constructor(awaited: string, milliseconds: number, transcript: string) {
    super(`waited ${milliseconds} ms for ${awaited}; it never happened. So far:\n${transcript}`);
    this.name = 'SimulationTimeout';
    this.awaited = awaited;
  }
}

export interface WaitOptions {
  readonly world: World;
  readonly log: WireLog;
  readonly transcript: () => string;
  readonly timeoutMs: number;
}

export interface Waits {
  /** Looks at once and after each event and each packet, until there is something. */
  until<T>(awaited: string, look: () => T | undefined): Promise<T>;
  /** The promise, or a SimulationTimeout. */
  atMost<T>(awaited: string, promise: Promise<T>): Promise<T>;
}

export function createWaits(options: WaitOptions): Waits {
  return {
    until: (awaited, look) => until(options, awaited, look),
    atMost: (awaited, promise) => atMost(options, awaited, promise),
  };
}

function until<T>(options: WaitOptions, awaited: string, look: () => T | undefined): Promise<T> {
  const { world, log } = options;
  const seen = look();
  if (seen !== undefined) return Promise.resolve(seen);
  let stop = (): void => undefined;
  const sight = new Promise<T>((resolve, reject) => {
    const check = () => {
      try {
        const found = look();
        if (found !== undefined) resolve(found);
      } catch (cause) {
        reject(cause);
      }
    };
    const ends = [follow(world, check), log.subscribe(check)];
    stop = () => {
      for (const end of ends) end();
    };
  });
  return atMost(options, awaited, sight).finally(() => stop());
}

async function atMost<T>(options: WaitOptions, awaited: string, promise: Promise<T>): Promise<T> {
  const { timeoutMs, transcript } = options;
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new SimulationTimeout(awaited, timeoutMs, transcript())), timeoutMs);
  });
  try {
    return await Promise.race([promise, timeout]);
  } finally {
    clearTimeout(timer);
  }
}

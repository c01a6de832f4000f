// The desk that handlers work at: what it answers from, whether something is answered, what is kept of it. A handler is
// given only what it uses.
import type { Library } from '../../answer/library.ts';
import { type Echoes, openEchoes } from './echoes.ts';
import { type ChannelLists, type Gate, type Limits, openGate } from './gate.ts';
import { type Journal, openJournal, type UnansweredPort } from './journal.ts';
import type { Log } from './log.ts';
import { type Memory, openMemory } from './memory.ts';

export interface Desk {
  readonly library: Library;
  readonly gate: Gate;
  readonly journal: Journal;
  readonly echoes: Echoes;
  readonly memory: Memory;
}

export interface DeskOptions {
  readonly library: Library;
  readonly log: Log;
  readonly limits: Limits;
  readonly channels: ChannelLists;
  readonly version: string;
  /** Where questions without an answer go; left out: nowhere. */
  readonly unanswered?: UnansweredPort;
  /** Milliseconds of a clock that only ever goes on; only differences matter. */
  readonly now: () => number;
  /** Milliseconds to wait for the echo of an answer whose request failed; left out: two seconds. */
  readonly longestEcho?: number | undefined;
}

export function openDesk({ library, channels, ...options }: DeskOptions): Desk {
  const { limits, now } = options;
  return {
    library,
    gate: openGate({ channels, limits, now }),
    journal: openJournal(options),
    echoes: openEchoes(options.longestEcho),
    memory: openMemory(now),
  };
}

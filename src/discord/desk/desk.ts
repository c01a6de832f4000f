// The desk that handlers work at: what it answers from, whether something is answered, what is kept of it. A handler is
// given only what it uses.
import type { Library } from '../../answer/library.ts';
import type { Shelf } from '../../answer/shelf.ts';
import { type Echoes, openEchoes } from './echoes.ts';
import { type ChannelLists, type Gate, type Limits, openGate } from './gate.ts';
import { type Journal, openJournal, type UnansweredPort } from './journal.ts';
import type { Log } from './log.ts';
import { type Memory, openMemory } from './memory.ts';
import type { Vitals } from './vitals.ts';

export interface Desk {
  /** The present one: whoever answers takes a copy of the desk, so that no answer is made of two libraries. */
  readonly library: Library;
  readonly shelf: DeskShelf;
  readonly gate: Gate;
  readonly journal: Journal;
  readonly echoes: Echoes;
  readonly memory: Memory;
}

/** The interviews; others may stand there from one event to the next. */
export type DeskShelf = Omit<Shelf, 'look' | 'source'>;

export interface DeskOptions {
  /** Its clock is the desk's. */
  readonly shelf: DeskShelf;
  readonly log: Log;
  readonly limits: Limits;
  readonly channels: ChannelLists;
  readonly version: string;
  /** Where questions without an answer go; left out: nowhere. */
  readonly unanswered?: UnansweredPort;
  /** Who watches from outside; left out: nobody. */
  readonly vitals?: Vitals;
  /** Milliseconds of a clock that only ever goes on; only differences matter. */
  readonly now: () => number;
  /** Milliseconds to wait for the echo of an answer whose request failed; left out: two seconds. */
  readonly longestEcho?: number | undefined;
}

export function openDesk({ shelf, channels, ...options }: DeskOptions): Desk {
  const { limits, now } = options;
  return {
    get library() {
      return shelf.library;
    },
    shelf,
    gate: openGate({ channels, limits, now }),
    journal: openJournal(options),
    echoes: openEchoes(options.longestEcho),
    memory: openMemory(now),
  };
}

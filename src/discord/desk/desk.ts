// The desk that handlers work at: what it answers from, whether something is answered, what is kept of it. A handler is
// given only what it uses.
import type { Library } from '../../answer/library.ts';
import type { Shelf } from '../../answer/shelf.ts';
import type { Inserted, LatelyListed, Listing, NewQuestion, TakenBack } from '../../wording/listing.ts';
import type { Survey } from '../../wording/unanswered.ts';
import { type ChannelLists, type Gate, type Limits, openGate } from './gate.ts';
import { type FeedbackPort, type Journal, openJournal, openTally, type UnansweredPort } from './journal.ts';
import type { Log } from './log.ts';
import { type Echoes, type Memory, openEchoes, openMemory } from './memory.ts';
import type { Vitals } from './vitals.ts';

/** What lasts from one event to the next. */
export interface OpenDesk {
  readonly shelf: DeskShelf;
  readonly gate: Gate;
  readonly journal: Journal;
  readonly echoes: Echoes;
  readonly memory: Memory;
  /** What the logs hold; absent: none is kept. */
  readonly kept?: KeptPort;
  /** Takes questions into the lists of the interviews; absent: editors may not write. */
  readonly editors?: EditorsPort;
}

/** As one event finds it, so that no answer is made of two libraries. */
export interface Desk extends OpenDesk {
  readonly library: Library;
}

/** Whoever keeps logs implements it. */
export interface KeptPort {
  /** What is open now, given the interviews as they are now; rejects where a log cannot be read. */
  readonly survey: (library: Library) => Promise<Survey>;
}

/** Whoever keeps the lists of questions implements it; neither throws for what can be expected of files. */
export interface EditorsPort {
  /** Ids of the roles whose members are editors. */
  readonly roles: readonly string[];
  /** Judged before it is written; what is listed is live. */
  readonly list: (added: NewQuestion) => Promise<Listing>;
  readonly takeBack: (inserted: Inserted) => Promise<TakenBack>;
  /** What was listed within a day and since the start, and not taken back; the latest first. */
  readonly lately: () => readonly LatelyListed[];
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
  /** Where what askers think of answers goes; left out: they are not asked. */
  readonly feedback?: FeedbackPort;
  /** Tells what is in the logs; left out: none is kept, and nothing is counted. */
  readonly kept?: KeptPort;
  /** Takes questions into lists; left out: nothing is offered to editors. */
  readonly editors?: EditorsPort;
  /** Milliseconds of a clock that only ever goes on; only differences matter. */
  readonly now: () => number;
  /** Milliseconds to wait for the echo of an answer whose request failed; left out: two seconds. */
  readonly longestEcho?: number | undefined;
}

export function openDesk({ shelf, channels, kept, editors, ...options }: DeskOptions): OpenDesk {
  const { limits, now } = options;
  return {
    shelf,
    gate: openGate({ channels, limits, now }),
    journal: openJournal({ ...options, ...(kept ? { tally: openTally(now) } : {}) }),
    echoes: openEchoes(options.longestEcho),
    memory: openMemory(now),
    ...(kept ? { kept } : {}),
    ...(editors ? { editors } : {}),
  };
}

// What each member was last answered, and where: for ten minutes, so that "why?" is understood. In memory only: nothing is
// written down, and a restart forgets it all.
import type { Quotation } from '../../answer/reply.ts';
import type { Origin } from './gate.ts';

export interface Memory {
  /** What was quoted before the question with this id; undefined where nothing was, or too long ago. */
  readonly before: (origin: Origin, question: string) => Quotation | undefined;
  /** Keeps what the question with this id was answered with. */
  readonly answered: (origin: Origin, question: string, quotation: Quotation) => void;
}

/** Milliseconds for which an answer is remembered. */
const LIFETIME_MS = 10 * 60_000;
/** Members at places remembered: some hundred kilobytes; beyond it the one answered longest ago is forgotten. */
const CAPACITY = 2_000;

interface Entry {
  readonly question: string;
  readonly quotation: Quotation;
  /** What the same question followed: an edit of it follows that again, and not its own answer. */
  readonly followed: Quotation | undefined;
  readonly time: number;
}

/** `now` in milliseconds of a clock that never jumps; only differences matter. */
export function openMemory(now: () => number, capacity = CAPACITY): Memory {
  const entries = new Map<string, Entry>();
  const before: Memory['before'] = (origin, question) => {
    const entry = entries.get(keyOf(origin));
    if (!entry || now() - entry.time > LIFETIME_MS) return undefined;
    return entry.question === question ? entry.followed : entry.quotation;
  };
  return {
    before,
    answered: (origin, question, quotation) => {
      const key = keyOf(origin);
      const followed = before(origin, question);
      // Taken out first: a Map keeps the order of insertion.
      entries.delete(key);
      entries.set(key, { question, quotation, followed, time: now() });
      const oldest = entries.keys().next();
      if (entries.size > capacity && oldest.done !== true) entries.delete(oldest.value);
    },
  };
}

function keyOf({ member, channel }: Origin): string {
  return `${channel}/${member}`;
}

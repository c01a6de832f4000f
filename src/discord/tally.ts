// Counts what came of the questions since the start; numbers only.
import type { Reply } from '../answer/reply.ts';

export type Counts = Readonly<Record<Reply['outcome'], number>>;

export interface Tally {
  readonly count: (outcome: Reply['outcome']) => void;
  readonly counts: () => Counts;
}

export function openTally(): Tally {
  let counts: Counts = { answer: 0, suggest: 0, abstain: 0 };
  return {
    count: (outcome) => {
      counts = { ...counts, [outcome]: counts[outcome] + 1 };
    },
    counts: () => counts,
  };
}

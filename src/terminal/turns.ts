// The last answer of each conversation, for the question that follows it up; of conversations the latest are kept.
import type { Quotation } from '../answer/reply.ts';

export interface Turns {
  readonly earlier: (conversation: string) => Quotation | undefined;
  readonly answered: (conversation: string, quotation: Quotation) => void;
}

/** Conversations kept: a stream of them stays within a megabyte. */
const CAPACITY = 1_000;

export function rememberTurns(capacity = CAPACITY): Turns {
  const last = new Map<string, Quotation>();
  return {
    earlier: (conversation) => last.get(conversation),
    answered: (conversation, quotation) => {
      // Taken out first: a Map keeps the order of insertion, so that the first is the one answered longest ago.
      last.delete(conversation);
      last.set(conversation, quotation);
      const oldest = last.keys().next();
      if (last.size > capacity && oldest.done !== true) last.delete(oldest.value);
    },
  };
}

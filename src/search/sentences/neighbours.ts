// What a sentence gains from those beside it: an answer often stands just before the sentence that has the question's words,
// above all where that one only refers back to it.

import type { Query } from '../query/query.ts';

/** A pronoun or the like as the subject, perhaps after a conjunction; on folded text. */
const REFERS_BACK = new RegExp(
  '^["\'「『“（(]*(?:(?:然而|但|不但|而|因此|所以|同时|另外|后来|之后|随后|于是|后)?,?' +
    '(?:他|她|它|牠|祂|该|这|此(?!外)|其(?![他它次余实])|那(?!么)|前者|后者|[两二]者|双方)|' +
    '(?:he|she|it|they|his|her|its|their|this|these|that|those|such|both|then|there|the (?:former|latter))\\b)',
);
/** Written in digits. */
const YEAR = /\d{3,4}/;

/** A passage's sentences. */
export interface Supported {
  readonly folded: readonly string[];
  /** How much each holds of the question, and the most that one does. */
  readonly supports: readonly number[];
  readonly most: number;
}

/** Whether the next sentence happened in the year that this one names. */
function givesYear(folded: readonly string[], sentence: number): boolean {
  const next = folded[sentence + 1];
  return next !== undefined && YEAR.test(folded[sentence] ?? '') && !YEAR.test(next);
}

/** What its neighbours add to the logarithm of a sentence's odds. */
export function worthOfNeighbours(
  query: Query,
  { folded, supports, most }: Supported,
  sentence: number,
): number {
  const { weights } = query.index;
  const before = supports[sentence - 1] ?? 0;
  const after = supports[sentence + 1] ?? 0;
  if (before + after === 0) return 0;
  const isReferredTo = REFERS_BACK.test(folded[sentence + 1] ?? '');
  const isDated = query.expected === 'date' && givesYear(folded, sentence);
  return (
    weights.before * before +
    (weights.after + (isReferredTo ? weights.referredTo : 0)) * after +
    (isDated && most > 0 ? (weights.datedBefore * after) / most : 0)
  );
}

// Search: the passages that answer a query best, each with its score, how much of the question it covers, and why.

import { candidates } from './candidates.ts';
import { type Explanation, explain } from './explanation.ts';
import type { SearchIndex } from './index.ts';
import { matchPassage } from './match.ts';
import type { Query } from './query.ts';
import { rarityAmong, scorePassage } from './score.ts';

export interface Hit {
  /** The passage's place in the list that the index was built from. */
  readonly passage: number;
  /** The sum of the explanation's parts. */
  readonly score: number;
  /** Share (0..1) of the query's weight found in the passage's best single sentence. */
  readonly coverage: number;
  /** Share (0..1) of the query's weight found in the title or wording that fits best. */
  readonly titleCoverage: number;
  readonly explanation: Explanation;
}

/** Passages scored closely: the right one is among the first 20 of the rough order for 99 of 100 questions. */
const CLOSELY_SCORED = 20;

/** At most `top` hits, best first; equal scores by passage number. Empty where no topic word is found. */
export function search(index: SearchIndex, query: Query, top: number): readonly Hit[] {
  const found = candidates(index, query, Math.max(CLOSELY_SCORED, top)).map((passage) => ({
    passage,
    match: matchPassage(index, query, passage),
  }));
  const rarity = rarityAmong(found, query, index);
  return found
    .map((candidate) => {
      const parts = scorePassage(index, query, candidate, rarity);
      return { ...candidate, parts, score: parts.parts.reduce((sum, { value }) => sum + value, 0) };
    })
    .sort((a, b) => b.score - a.score || a.passage - b.passage)
    .slice(0, top)
    .map(({ passage, match, parts, score }) => ({
      passage,
      score,
      coverage: parts.coverage,
      titleCoverage: parts.titleCoverage,
      explanation: explain(query, match, parts),
    }));
}

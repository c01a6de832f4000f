// Sentences: how well each sentence of a passage answers the query, and which of them to quote.

import type { SearchIndex } from './index.ts';
import { matchedWeight, matchPassage } from './match.ts';
import type { Query } from './query.ts';
import { sentencePresences } from './score.ts';

export interface SentenceScore {
  readonly sentence: number;
  readonly score: number;
}

/** Inclusive places of the first and last sentence to quote. */
export interface SentenceRange {
  readonly first: number;
  readonly last: number;
}

/** One score for each sentence of the passage, in order. */
export function scoreSentences(index: SearchIndex, query: Query, passage: number): readonly SentenceScore[] {
  const match = matchPassage(index, query, passage);
  return sentencePresences(query, match).map((presence, sentence) => ({
    sentence,
    score: matchedWeight(query, presence),
  }));
}

export function chooseSentences(index: SearchIndex, query: Query, passage: number): SentenceRange {
  const scores = scoreSentences(index, query, passage);
  const best = scores.reduce((a, b) => (b.score > a.score ? b : a), { sentence: 0, score: -1 }).sentence;
  const before = scores[best - 1]?.score ?? -1;
  const after = scores[best + 1]?.score ?? -1;
  if (before < 0 && after < 0) return { first: best, last: best };
  return before > after ? { first: best - 1, last: best } : { first: best, last: best + 1 };
}

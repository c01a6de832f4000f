// How well one excerpt covers a question: the shares of its weight that the excerpt and its question hold together.
import type { SearchIndex } from '../search/index.ts';
import { matchedWeight, matchPassage, strongest } from '../search/match.ts';
import type { Query, QueryTerm } from '../search/query.ts';
import { sentencePresences } from '../search/score.ts';
import { stem } from '../search/stem.ts';
import type { SentenceRun } from './quotation.ts';
import { DEMAND_FACTOR } from './thresholds.ts';

export interface Evidence {
  /** Share 0..1 of the question's weight found in the excerpt. */
  readonly excerpt: number;
  /** The same, in the excerpt or in the wording of the exchange's question that fits best. */
  readonly together: number;
  /** The same, in that wording alone. */
  readonly wording: number;
}

/** A query whose demanding words weigh more, for judging excerpts. */
export function demandingQuery(query: Query, demanding: readonly string[]): Query {
  if (demanding.length === 0) return query;
  const stems = new Set(demanding.flatMap((words) => words.split(' ').map(stem)));
  const isDemanded = ({ text }: QueryTerm) =>
    stems.has(text) || demanding.some((word) => word.includes(text));
  const terms = query.terms.map((term) =>
    isDemanded(term) ? { ...term, weight: term.weight * DEMAND_FACTOR } : term,
  );
  return { ...query, terms };
}

export function weighEvidence(index: SearchIndex, query: Query, passage: number, run: SentenceRun): Evidence {
  const match = matchPassage(index, query, passage);
  const count = query.terms.length;
  const whole = matchedWeight(query, new Float32Array(count).fill(1));
  if (whole <= 0) return { excerpt: 0, together: 0, wording: 0 };
  const share = (presence: Float32Array) => matchedWeight(query, presence) / whole;
  const excerpt = strongest(sentencePresences(query, match).slice(run.first, run.last + 1), count);
  const wordings = match.titles.map((title) => ({ title, share: share(title) }));
  const best = wordings.reduce((a, b) => (b.share > a.share ? b : a), {
    title: new Float32Array(count),
    share: 0,
  });
  return {
    excerpt: share(excerpt),
    together: share(strongest([excerpt, best.title], count)),
    wording: best.share,
  };
}

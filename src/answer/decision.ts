// Hits -> answer, suggest or abstain: the three tiers, from term coverage and margin.
import type { Hit } from '../search/search.ts';
import { CLEAR_MARGIN, ENOUGH_TO_ANSWER, ENOUGH_TO_SUGGEST, PLAIN_EVIDENCE } from './thresholds.ts';

export type Decision =
  | { readonly outcome: 'answer' }
  | { readonly outcome: 'suggest'; readonly reason: 'too-weak' | 'too-close' }
  | { readonly outcome: 'abstain'; readonly reason: 'nothing-matched' | 'too-weak' };

/** Share 0..1 of the question's term weight found in one sentence, or in one wording of the question. */
function evidenceOf(hit: Hit | undefined): number {
  return hit === undefined ? 0 : Math.max(hit.coverage, hit.titleCoverage);
}

/** Lead of the best hit over the runner-up, as a share 0..1 of the best score. */
function marginOf([best, second]: readonly Hit[]): number {
  if (best === undefined || best.score <= 0) return 0;
  return 1 - (second?.score ?? 0) / best.score;
}

export function decide(hits: readonly Hit[]): Decision {
  const evidence = evidenceOf(hits[0]);
  if (hits.length === 0) return { outcome: 'abstain', reason: 'nothing-matched' };
  if (evidence < ENOUGH_TO_SUGGEST) return { outcome: 'abstain', reason: 'too-weak' };
  if (evidence < ENOUGH_TO_ANSWER) return { outcome: 'suggest', reason: 'too-weak' };
  if (evidence < PLAIN_EVIDENCE && marginOf(hits) < CLEAR_MARGIN) {
    return { outcome: 'suggest', reason: 'too-close' };
  }
  return { outcome: 'answer' };
}

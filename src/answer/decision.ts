// Evidence and margin -> answer, suggest or abstain: the three tiers.
import { CLEAR_MARGIN, ENOUGH_TO_ANSWER, ENOUGH_TO_SUGGEST, PLAIN_EVIDENCE } from './thresholds.ts';

export type Decision =
  | { readonly outcome: 'answer' }
  | { readonly outcome: 'suggest'; readonly reason: 'too-weak' | 'too-close' }
  | { readonly outcome: 'abstain'; readonly reason: 'nothing-matched' | 'too-weak' };

/** Both are shares 0..1: of the question's weight found, and of the best score by which it leads the next. */
export interface Signals {
  readonly evidence: number;
  readonly margin: number;
}

export function decide({ evidence, margin }: Signals): Decision {
  if (evidence === 0) return { outcome: 'abstain', reason: 'nothing-matched' };
  if (evidence < ENOUGH_TO_SUGGEST) return { outcome: 'abstain', reason: 'too-weak' };
  if (evidence < ENOUGH_TO_ANSWER) return { outcome: 'suggest', reason: 'too-weak' };
  if (evidence < PLAIN_EVIDENCE && margin < CLEAR_MARGIN) return { outcome: 'suggest', reason: 'too-close' };
  return { outcome: 'answer' };
}

// Evidence and margin -> answer, suggest or abstain: the three tiers.
import type { Resemblance } from '../../search/rank/resemblance.ts';
import type { Hit } from '../../search/rank/search.ts';
import {
  CLEAR_MARGIN,
  ENOUGH_BETWEEN_LISTS,
  ENOUGH_TO_ANSWER,
  ENOUGH_TO_SUGGEST,
  EVIDENCE_PER_FIT,
  EVIDENCE_PER_LEAN,
  LEAST_EVIDENCE,
  NEXT_TO_NOTHING,
  PLAIN_EVIDENCE,
  SAME_QUESTION,
  TELLING_LIST,
} from './thresholds.ts';

export type Decision =
  | { readonly outcome: 'answer' }
  | { readonly outcome: 'suggest'; readonly reason: 'too-weak' | 'too-close' }
  | { readonly outcome: 'abstain'; readonly reason: 'nothing-matched' | 'too-weak' };

/** Shares 0..1: of the question's weight found, how much of it an answer needs, and the best score's lead over the next. */
export interface Signals {
  readonly evidence: number;
  readonly threshold: number;
  readonly margin: number;
}

/** What an answer never has: the editor says that the interview does not tell this. */
const NEVER = 1;
const ALMOST_NEVER = 0.99;

/**
 * The evidence that an answer needs: less where the question is like those that the passage is known to answer, more where
 * it is like those that the interview does not.
 */
export function neededEvidence({ resemblance, notCovered }: Hit): number {
  if (notCovered === undefined) return ENOUGH_TO_ANSWER;
  if (isSame(notCovered) && !isSame(resemblance)) return NEVER;
  if (resemblance === undefined) return ENOUGH_TO_ANSWER;
  const fit = fitOf(resemblance) - fitOf(notCovered);
  const lean = resemblance.lean - notCovered.lean;
  const byLists = ENOUGH_BETWEEN_LISTS - EVIDENCE_PER_FIT * fit - EVIDENCE_PER_LEAN * lean;
  const shorter = Math.min(resemblance.size, notCovered.size);
  const trust = shorter / (shorter + TELLING_LIST);
  return Math.min(ALMOST_NEVER, Math.max(LEAST_EVIDENCE, trust * byLists + (1 - trust) * ENOUGH_TO_ANSWER));
}

function fitOf({ closest }: Resemblance): number {
  return closest?.value ?? 0;
}

function isSame(resemblance: Resemblance | undefined): boolean {
  return (resemblance?.closest?.sameness ?? 0) >= SAME_QUESTION;
}

export function decide({ evidence, threshold, margin }: Signals): Decision {
  if (evidence < NEXT_TO_NOTHING) return { outcome: 'abstain', reason: 'nothing-matched' };
  if (evidence < ENOUGH_TO_SUGGEST * threshold) return { outcome: 'abstain', reason: 'too-weak' };
  if (evidence < threshold || threshold === NEVER) return { outcome: 'suggest', reason: 'too-weak' };
  if (evidence < threshold + PLAIN_EVIDENCE && margin < CLEAR_MARGIN)
    return { outcome: 'suggest', reason: 'too-close' };
  return { outcome: 'answer' };
}

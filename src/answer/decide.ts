// The decision: one softmax over the sections that were found and "not covered". A section's odds are a sum of named
// features, each from 0 to 1 and each times its fitted weight.
import fitted from '../search/weights.json' with { type: 'json' };

export type DecisionFeature = keyof typeof fitted.decide;
export type DecisionFeatures = Readonly<Record<DecisionFeature, number>>;

export const DECISION_WEIGHTS: DecisionFeatures = fitted.decide;

/** Log odds of "not covered" against a section with nothing to say for it. */
export const NOT_COVERED: number = fitted.notCovered;

/** What a wrong answer costs, in right ones: an answer is shown where it gains more than it may cost. */
const COST_OF_WRONG = 1.15;

/** The probability from which an answer is shown. */
export const ENOUGH_TO_ANSWER = COST_OF_WRONG / (1 + COST_OF_WRONG);

/** The probability of the likeliest section from which the nearest are worth suggesting as what was meant. */
const ENOUGH_TO_SUGGEST = ENOUGH_TO_ANSWER / 2;

/** The log odds of one section. */
export function oddsOf(features: DecisionFeatures, weights = DECISION_WEIGHTS): number {
  let sum = 0;
  for (const name of Object.keys(weights) as DecisionFeature[]) sum += weights[name] * features[name];
  return sum;
}

/** A section with the interview that it stands in. */
export interface Weighed {
  readonly features: DecisionFeatures;
  readonly interview: string;
}

/**
 * The probability (0..1) that each section answers; what is missing to 1 says that none does. Sections of other interviews
 * count as far as their interview would answer by itself: one that has little to say leaves the others' replies alone.
 */
export function probabilities(
  sections: readonly Weighed[],
  { weights = DECISION_WEIGHTS, notCovered = NOT_COVERED } = {},
): readonly number[] {
  const shares = sections.map(({ features }) => Math.exp(oddsOf(features, weights)));
  const none = Math.exp(notCovered);
  const ofInterview = new Map<string, number>();
  sections.forEach(({ interview }, at) => {
    ofInterview.set(interview, (ofInterview.get(interview) ?? 0) + (shares[at] ?? 0));
  });
  const rivalry = (own: number) => (own * own) / (own + none);
  const rivals = [...ofInterview.values()].reduce((sum, own) => sum + rivalry(own), 0);
  const chances = sections.map(({ interview }, at) => {
    const own = ofInterview.get(interview) ?? 0;
    return (shares[at] ?? 0) / (none + own + rivals - rivalry(own));
  });
  const all = Math.max(
    1,
    chances.reduce((sum, own) => sum + own, 0),
  );
  return chances.map((own) => own / all);
}

export type Decision =
  | { readonly outcome: 'answer' }
  | { readonly outcome: 'suggest'; readonly reason: 'too-weak' | 'too-close' }
  | { readonly outcome: 'abstain'; readonly reason: 'nothing-matched' | 'too-weak' };

/** From the probabilities of the sections, the likeliest first. */
export function decide(sections: readonly number[]): Decision {
  const [best, second = 0] = sections;
  if (best === undefined) return { outcome: 'abstain', reason: 'nothing-matched' };
  if (best >= ENOUGH_TO_ANSWER) return { outcome: 'answer' };
  if (best + second >= ENOUGH_TO_ANSWER) return { outcome: 'suggest', reason: 'too-close' };
  if (best >= ENOUGH_TO_SUGGEST) return { outcome: 'suggest', reason: 'too-weak' };
  return { outcome: 'abstain', reason: 'too-weak' };
}

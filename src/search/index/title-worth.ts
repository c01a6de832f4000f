// What titles add to a passage's score: factors of the whole collection, and what one title adds for what it holds.

import type { Weights } from './weights.ts';

/** What a unit of each part of a title's score adds. Titles that are questions count for more. */
export interface TitleFactors {
  readonly title: number;
  readonly coverage: number;
  readonly precision: number;
  readonly light: number;
  /** Weight that is added to each title's: one of a single word would be held too easily. */
  readonly prior: number;
  /** BM25's saturation of a matched weight, and the length in terms beyond which it is damped more. */
  readonly saturation: number;
  readonly meanLength: number;
}

/** What one title adds for each unit of weight that it holds of a question, and for each of single terms. */
export interface TitleWorth {
  readonly perHeld: number;
  readonly perSingle: number;
  /** Of its distinct terms. */
  readonly weight: number;
  readonly asksDefinition?: boolean | undefined;
}

/** BM25's length normalisation of titles: half, as titles differ less in length than answers. */
const TITLE_NORMALISATION = 0.5;

interface Titles {
  /** Share (0..1) of them that are questions. */
  readonly questions: number;
  readonly meanLength: number;
  readonly meanWeight: number;
}

export function titleFactors(weights: Weights, { questions, meanLength, meanWeight }: Titles): TitleFactors {
  return {
    title: weights.title + weights.questionTitle * questions,
    coverage: weights.titleCoverage + weights.questionTitleCoverage * questions,
    precision: weights.titlePrecision + weights.questionTitlePrecision * questions,
    light: weights.questionTitleLight * questions,
    prior: weights.titlePrior * meanWeight,
    saturation: weights.saturation,
    meanLength,
  };
}

/** How much of a matched weight counts: saturated, and normalised by the title's length in terms. */
function lengthFactor({ saturation, meanLength }: TitleFactors, length: number): number {
  const damping = saturation * (1 - TITLE_NORMALISATION + (TITLE_NORMALISATION * length) / meanLength);
  return (saturation + 1) / (1 + damping);
}

/** A title of so many terms, whose distinct ones weigh so much. */
export function titleWorth(factors: TitleFactors, length: number, weight: number): TitleWorth {
  return {
    perHeld: factors.title * lengthFactor(factors, length),
    perSingle: weight > 0 ? factors.precision / (weight + factors.prior) : 0,
    weight,
  };
}

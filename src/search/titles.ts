// Titles: how well a question fits a passage's question as printed, its translation, or one of the other wordings.

import type { SearchIndex } from './index.ts';
import { matchedWeight, type PassageMatch, type Presence } from './match.ts';
import { titleLength } from './measures.ts';
import type { Query } from './query.ts';

export interface TitleScore {
  /** Matched weight, question words included, saturated and normalised by the title's length. */
  readonly weight: number;
  /** Share (0..1) of the question's single terms that the title holds, and of the title's that the question holds. */
  readonly coverage: number;
  readonly precision: number;
}

export interface TitleFit {
  readonly title: number;
  readonly titleCoverage: number;
  readonly titlePrecision: number;
  readonly presence: Presence;
}

/** BM25's length normalisation of titles: half, as titles differ less in length than answers. */
const TITLE_NORMALISATION = 0.5;

function weightHeld(weights: Float32Array, presence: Presence): number {
  let sum = 0;
  for (let term = 0; term < weights.length; term += 1) sum += (weights[term] ?? 0) * (presence[term] ?? 0);
  return sum;
}

function scoreTitle(index: SearchIndex, query: Query, run: number, presence: Presence): TitleScore {
  const { saturation } = index.weights;
  const length = titleLength(index.runs, run) / index.meanTitleLength;
  const damping = saturation * (1 - TITLE_NORMALISATION + TITLE_NORMALISATION * length);
  const matched = weightHeld(query.askingWeights, presence) + matchedWeight(query, presence);
  const singles = weightHeld(query.singleWeights, presence);
  const whole = index.titleWeights[run] ?? 0;
  return {
    weight: (matched * (saturation + 1)) / (1 + damping),
    coverage: query.titleWeight > 0 ? singles / query.titleWeight : 0,
    precision: whole > 0 ? singles / whole : 0,
  };
}

/** The title or wording that adds most to the score, with what it adds. Titles that are questions count for more. */
export function bestTitle(
  index: SearchIndex,
  query: Query,
  { titles, nothing }: PassageMatch,
  firstRun: number,
): TitleFit {
  const { weights, questionTitles } = index;
  let best: TitleFit = {
    title: 0,
    titleCoverage: 0,
    titlePrecision: 0,
    presence: nothing,
  };
  titles.forEach((presence, at) => {
    if (presence === nothing) return;
    const { weight, coverage, precision } = scoreTitle(index, query, firstRun + at, presence);
    const title = weight * (weights.title + weights.questionTitle * questionTitles);
    const titleCoverage = coverage * (weights.titleCoverage + weights.questionTitleCoverage * questionTitles);
    const titlePrecision =
      precision * (weights.titlePrecision + weights.questionTitlePrecision * questionTitles);
    const isBetter =
      title + titleCoverage + titlePrecision > best.title + best.titleCoverage + best.titlePrecision;
    if (isBetter) best = { title, titleCoverage, titlePrecision, presence };
  });
  return best;
}

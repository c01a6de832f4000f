// Titles: how well a question fits a passage's question as printed, its translation, or one of the other wordings.

import type { SearchIndex } from './index.ts';
import { matchedWeight, type Presence } from './match.ts';
import { titleLength } from './measures.ts';
import { isSingle, type Query } from './query.ts';
import { NO_UNIT } from './runs.ts';

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

function singlesWeight(query: Query, presence: Presence): number {
  return query.terms.reduce(
    (sum, term, at) => (isSingle(term) ? sum + term.weight * (presence[at] ?? 0) : sum),
    0,
  );
}

function questionWordsWeight(query: Query, presence: Presence): number {
  return query.terms.reduce(
    (sum, { weight, titleOnly }, at) => (titleOnly ? sum + weight * (presence[at] ?? 0) : sum),
    0,
  );
}

function runWeight({ runs, unitWeights }: SearchIndex, run: number): number {
  const distinct = new Set(runs.units.subarray(runs.starts[run], runs.starts[run + 1]));
  let sum = 0;
  for (const unit of distinct) if (unit !== NO_UNIT) sum += unitWeights[unit] ?? 0;
  return sum;
}

function scoreTitle(index: SearchIndex, query: Query, run: number, presence: Presence): TitleScore {
  const { saturation } = index.weights;
  const length = titleLength(index.runs, run) / index.meanTitleLength;
  const damping = saturation * (1 - TITLE_NORMALISATION + TITLE_NORMALISATION * length);
  const matched = questionWordsWeight(query, presence) + matchedWeight(query, presence);
  const singles = singlesWeight(query, presence);
  const whole = runWeight(index, run);
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
  titles: readonly Presence[],
  firstRun: number,
): TitleFit {
  const { weights, questionTitles } = index;
  let best: TitleFit = {
    title: 0,
    titleCoverage: 0,
    titlePrecision: 0,
    presence: new Float32Array(query.terms.length),
  };
  titles.forEach((presence, at) => {
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

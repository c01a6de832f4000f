// Titles: how well a question fits a passage's question as printed, its translation, or one of the members' wordings.
import { type Measures, titleLength } from '../index/measures.ts';
import { FULL_WEIGHT, type RankFeatures, sumOf, type Weights } from '../index/weights.ts';
import type { Query } from '../query/query.ts';
import { matchedWeight, type PassageMatch, type Presence } from './match.ts';

type TitleFeature = 'title' | 'titleCoverage' | 'titlePrecision' | 'headingPrecision';
export type TitleFeatures = Pick<RankFeatures, TitleFeature>;

/** What one title or wording holds of a question. */
export interface TitleFit {
  readonly features: TitleFeatures;
  /** What they add to the score. */
  readonly value: number;
  /** The smaller of the shares of its weight that the title and the question hold of the other, 0..1: 1 where they are one. */
  readonly sameness: number;
  readonly presence: Presence;
}

/** A title or wording by its length in terms and by the weight of its distinct ones. */
export interface Title {
  readonly length: number;
  readonly weight: number;
  readonly asksDefinition?: boolean | undefined;
}

/** BM25's length normalisation of titles: half, as titles differ less in length than answers. */
const TITLE_NORMALISATION = 0.5;

/** How much of a matched weight counts: saturated, and normalised by the title's length. */
export function lengthFactor({ meanTitleLength }: Measures, { saturation }: Weights, length: number): number {
  const damping = saturation * (1 - TITLE_NORMALISATION + (TITLE_NORMALISATION * length) / meanTitleLength);
  return (saturation + 1) / (1 + damping);
}

/** The smaller of the shares 0..1 that what a question and a title have in common has of their weights. */
export function sameness(titleWeight: number, weight: number, common: number): number {
  const larger = Math.max(titleWeight, weight);
  return larger > 0 ? Math.min(1, common / larger) : 0;
}

export const NO_TITLE: TitleFeatures = { title: 0, titleCoverage: 0, titlePrecision: 0, headingPrecision: 0 };

export function fitTitle(
  query: Query,
  presence: Presence,
  { length, weight, asksDefinition }: Title,
): TitleFit {
  const { index, askingWeights, singleWeights, lightWeights, titleWeight } = query;
  const { questionTitles, titlePrior, weights } = index;
  let asking = 0;
  let singles = 0;
  let light = 0;
  for (let term = 0; term < presence.length; term += 1) {
    const strength = presence[term] ?? 0;
    if (strength === 0) continue;
    asking += strength * (askingWeights[term] ?? 0);
    singles += strength * (singleWeights[term] ?? 0);
    light += strength * (lightWeights[term] ?? 0);
  }
  const held = lengthFactor(index, weights, length) * (asking + matchedWeight(query, presence));
  // Keywords want what is said of a thing, not what it is. Members' wordings are not told apart: they are of all kinds.
  const share = asksDefinition && query.asksNothing ? 1 - weights.definition : 1;
  const precision = weight > 0 ? (share * singles) / (weight + titlePrior) : 0;
  const features = {
    title: (questionTitles * share * (held - weights.titleLight * light)) / FULL_WEIGHT,
    titleCoverage: titleWeight > 0 ? (questionTitles * share * singles) / titleWeight : 0,
    titlePrecision: questionTitles * precision,
    headingPrecision: (1 - questionTitles) * precision,
  };
  return {
    features,
    value: sumOf(features, weights.rank),
    sameness: sameness(titleWeight, weight, singles),
    presence,
  };
}

/** How well each printed title and translation of a passage fits; nothing for one without a find. */
export function titleFits(
  query: Query,
  passage: number,
  { titles, nothing }: PassageMatch,
): readonly TitleFit[] {
  const { runs, definitionTitles, titleWeights } = query.index;
  const first = runs.firstTitle[passage] ?? 0;
  return titles.flatMap((presence, at) => {
    if (presence === nothing) return [];
    const length = titleLength(runs, first + at);
    const weight = titleWeights[passage]?.[at] ?? 0;
    return [fitTitle(query, presence, { length, weight, asksDefinition: definitionTitles[passage]?.[at] })];
  });
}

// Titles: how well a question fits a passage's question as printed, its translation, or one of the other wordings.

import type { SearchIndex } from '../index/index.ts';
import { titleLength } from '../index/measures.ts';
import type { Query } from '../query/query.ts';
import { matchedWeight, type PassageMatch } from './match.ts';
import type { Presence } from './match-run.ts';
import type { Resemblance } from './resemblance.ts';

/** What the best title adds to the score, by its matched weight and by two shares. */
export interface TitleFit {
  readonly title: number;
  /** For the share of the question's single terms that the title holds, and of the title's that the question holds. */
  readonly titleCoverage: number;
  readonly titlePrecision: number;
  /** The sum of the three. */
  readonly value: number;
  /** The smaller of the two shares, 0..1: 1 where the title is the question. */
  readonly sameness: number;
  readonly presence: Presence;
}

export interface Title {
  /** Terms. */
  readonly length: number;
  /** Of its distinct terms. */
  readonly weight: number;
}

/** What is measured before the index is whole. */
type Measured = Pick<SearchIndex, 'weights' | 'questionTitles' | 'meanTitleLength' | 'meanTitleWeight'>;

/** BM25's length normalisation of titles: half, as titles differ less in length than answers. */
const TITLE_NORMALISATION = 0.5;

/** What one title holds of a query, in weight: question words, single terms (these included), light single terms. */
function heldBy({ askingWeights, singleWeights, lightWeights }: Query, presence: Presence) {
  let asking = 0;
  let singles = 0;
  let light = 0;
  for (let term = 0; term < presence.length; term += 1) {
    const strength = presence[term] ?? 0;
    asking += strength * (askingWeights[term] ?? 0);
    singles += strength * (singleWeights[term] ?? 0);
    light += strength * (lightWeights[term] ?? 0);
  }
  return { asking, singles, light };
}

/** How much of a matched weight counts: saturated, and normalised by the title's length. */
function lengthFactor({ weights, meanTitleLength }: Measured, length: number): number {
  const { saturation } = weights;
  const relative = length / meanTitleLength;
  const damping = saturation * (1 - TITLE_NORMALISATION + TITLE_NORMALISATION * relative);
  return (saturation + 1) / (1 + damping);
}

/** What each unit of a title's score adds. Titles that are questions count for more. */
function factorsOf({ weights, questionTitles, meanTitleWeight }: Measured) {
  return {
    title: weights.title + weights.questionTitle * questionTitles,
    coverage: weights.titleCoverage + weights.questionTitleCoverage * questionTitles,
    precision: weights.titlePrecision + weights.questionTitlePrecision * questionTitles,
    light: weights.questionTitleLight * questionTitles,
    prior: weights.titlePrior * meanTitleWeight,
  };
}

/** What a title can add at most: so much for each unit of weight that it holds, and for each of single terms. */
export function mostOfTitle(index: Measured, { length, weight }: Title) {
  const factors = factorsOf(index);
  return {
    perHeld: factors.title * lengthFactor(index, length),
    perSingle: weight > 0 ? factors.precision / (weight + factors.prior) : 0,
  };
}

/** What any title can add beyond that for each unit of single terms that it holds of this question. */
export function mostOfQuestion(index: SearchIndex, { titleWeight }: Query): number {
  return titleWeight > 0 ? factorsOf(index).coverage / titleWeight : 0;
}

export function fitTitle(index: SearchIndex, query: Query, presence: Presence, title: Title): TitleFit {
  const factors = factorsOf(index);
  const { asking, singles, light } = heldBy(query, presence);
  const ofQuestion = query.titleWeight > 0 ? singles / query.titleWeight : 0;
  const ofTitle = title.weight > 0 ? singles / title.weight : 0;
  const matched = asking + matchedWeight(query, presence);
  const fit = {
    title: factors.title * lengthFactor(index, title.length) * matched + factors.light * light,
    titleCoverage: factors.coverage * ofQuestion,
    titlePrecision: title.weight > 0 ? (factors.precision * singles) / (title.weight + factors.prior) : 0,
  };
  return {
    ...fit,
    value: fit.title + fit.titleCoverage + fit.titlePrecision,
    sameness: Math.min(ofQuestion, ofTitle),
    presence,
  };
}

interface Titled {
  readonly passage: number;
  readonly match: PassageMatch;
  readonly resemblance: Resemblance | undefined;
}

/** The title or wording that adds most to the score, with what it adds. */
export function bestTitle(
  index: SearchIndex,
  query: Query,
  { passage, match, resemblance }: Titled,
): TitleFit {
  const { titles, nothing } = match;
  const first = index.runs.firstTitle[passage] ?? 0;
  const shares = { titleCoverage: 0, titlePrecision: 0, sameness: 0 };
  const none: TitleFit = { title: 0, ...shares, value: 0, presence: nothing };
  const printed = titles.flatMap((presence, at) => {
    const weight = index.titleWeights[first + at] ?? 0;
    const title = { length: titleLength(index.runs, first + at), weight };
    return presence === nothing ? [] : [fitTitle(index, query, presence, title)];
  });
  const closest = resemblance?.closest;
  return [...printed, ...(closest ? [closest] : [])].reduce(
    (best, fit) => (fit.value > best.value ? fit : best),
    none,
  );
}

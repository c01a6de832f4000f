// Matching: which of a query's terms stand where in one passage, title by title and sentence by sentence; and how well a
// question fits a title as printed, its translation, or one of the members' wordings.
import { zeros } from '../../dictionary/numbers.ts';
import { type Measures, titleLength } from '../index/measures.ts';
import { foundAt, NO_UNIT, type Run, runAt } from '../index/runs.ts';
import type { RankFeature, RankFeatures, Weights } from '../index/weights.ts';
import { CHAIN_MASK, type Pattern, type Query } from '../query/query.ts';

/** For each term (by number) how well one run of text holds it: 0, or up to 1 for the term itself. */
export type Presence = Float32Array;

/** Visits every find of a query's patterns in a run, in order. */
function visitFinds(
  { patterns }: Query,
  { units, start, end }: Run,
  visit: (pattern: Pattern) => void,
): void {
  const { all, heads, nexts } = patterns;
  for (let at = start; at < end; at += 1) {
    const unit = units[at] ?? NO_UNIT;
    for (let link = heads[unit & CHAIN_MASK] ?? 0; link > 0; link = nexts[link - 1] ?? 0) {
      const pattern = all[link - 1];
      if (pattern?.units[0] === unit && foundAt(units, at, pattern.units)) visit(pattern);
    }
  }
}

export function matchRun(query: Query, run: Run): Presence {
  const presence = zeros(query.terms.length);
  visitFinds(query, run, ({ term, weight }) => {
    if (weight > (presence[term] ?? 0)) presence[term] = weight;
  });
  return presence;
}

export function holdsPattern({ units, start, end }: Run, pattern: readonly number[]): boolean {
  for (let at = start; at < end; at += 1)
    if (units[at] === pattern[0] && foundAt(units, at, pattern)) return true;
  return false;
}

export interface PassageMatch {
  /** The printed title and its translation. */
  readonly titles: readonly Presence[];
  /** Each sentence together with its translation. */
  readonly sentences: readonly Presence[];
  /** For each term, its finds in the answer (or in its translation, where that holds more), each by its worth. */
  readonly counts: Float32Array;
  /** For each term, its finds in each sort of text. */
  readonly finds: Readonly<Record<'printed' | 'answer' | 'translation', Float32Array>>;
  /** What stands in the lists above for every run that holds no term. */
  readonly nothing: Presence;
}

/** Texts of one sort: the runs from the first up to (not including) the end. */
interface Stretch {
  readonly first: number;
  readonly end: number;
  /** Stands for the presence of a run without finds, so that not every one has its own. */
  readonly nothing: Presence;
}

/** Adds what each run holds to its presence, and returns all finds of each term. */
function addRuns(presences: Presence[], query: Query, { first, end, nothing }: Stretch): Float32Array {
  if (first === end) return nothing;
  const counts = zeros(nothing.length);
  for (let run = first; run < end; run += 1) {
    let presence = presences[run - first] ?? nothing;
    visitFinds(query, runAt(query.index.runs, run), ({ term, weight }) => {
      if (presence === nothing) presence = zeros(nothing.length);
      if (weight > (presence[term] ?? 0)) presence[term] = weight;
      counts[term] = (counts[term] ?? 0) + weight;
    });
    presences[run - first] = presence;
  }
  return counts;
}

export function matchPassage(query: Query, passage: number): PassageMatch {
  const { firstTitle, firstSentence, firstTranslation } = query.index.runs;
  const nothing = zeros(query.terms.length);
  const title = firstTitle[passage] ?? 0;
  const sentence = firstSentence[passage] ?? 0;
  const translation = firstTranslation[passage] ?? 0;
  const end = firstTitle[passage + 1] ?? 0;
  const titles: Presence[] = [];
  const sentences: Presence[] = [];
  const printed = addRuns(titles, query, { first: title, end: sentence, nothing });
  const answer = addRuns(sentences, query, { first: sentence, end: translation, nothing });
  const translated = addRuns(sentences, query, { first: translation, end, nothing });
  return {
    titles,
    sentences,
    counts: translated === nothing ? answer : strongest([answer, translated], nothing.length),
    finds: { printed, answer, translation: translated },
    nothing,
  };
}

/** The better of several presences of so many terms, term by term. */
export function strongest(presences: readonly Presence[], terms: number): Presence {
  const best = zeros(terms);
  for (const presence of presences) {
    for (let term = 0; term < terms; term += 1) {
      const strength = presence[term] ?? 0;
      if (strength > (best[term] ?? 0)) best[term] = strength;
    }
  }
  return best;
}

/** The weight of what a run holds. Of a concept and the literal terms it covers, the better counts. */
export function matchedWeight(query: Query, strengths: Presence): number {
  const weights = query.topicWeights;
  let sum = 0;
  for (let term = 0; term < weights.length; term += 1) sum += (weights[term] ?? 0) * (strengths[term] ?? 0);
  for (const { term, covers } of query.concepts) {
    const worth = weights[term] ?? 0;
    const whole = worth * (strengths[term] ?? 0);
    let literal = 0;
    for (const at of covers) literal += (weights[at] ?? 0) * (strengths[at] ?? 0);
    sum += Math.max(whole, Math.min(literal, worth)) - whole - literal;
  }
  return sum;
}

/** What the longest questions weigh: features that are sums of terms are given in shares of it. */
export const FULL_WEIGHT = 300;

/** The score of a passage is the sum of its features, each times its fitted weight; or what some of them add to it. */
export function sumOf(features: Partial<RankFeatures>, weights: RankFeatures): number {
  let sum = 0;
  for (const name in features) sum += (features[name as RankFeature] ?? 0) * weights[name as RankFeature];
  return sum;
}

type TitleFeature = 'title' | 'titleCoverage' | 'titlePrecision' | 'headingPrecision';
export type TitleFeatures = Pick<RankFeatures, TitleFeature>;

/** What one title or wording holds of a question. */
export interface TitleFit {
  readonly features: TitleFeatures;
  /** What they add to the score. */
  readonly value: number;
  /** The smaller of the shares of its weight that the title and the question hold of the other, 0..1: 1 where they are one. */
  readonly sameness: number;
  /** Share 0..1 of the question's weight that the title holds. */
  readonly coverage: number;
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
  const share = asksDefinition && query.words.asksNothing ? 1 - weights.definition : 1;
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
    coverage: titleWeight > 0 ? singles / titleWeight : 0,
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

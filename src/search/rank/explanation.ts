// Explanation: the score as data. Which terms were found where, and the named parts that add up to the score.
import { FULL_WEIGHT, type RankFeature, type RankFeatures } from '../index/weights.ts';
import type { ConceptSource, Query } from '../query/query.ts';
import type { Candidate } from './search.ts';

/** A feature's value times its weight: the parts add up to the score. */
export interface Part {
  readonly name: RankFeature;
  readonly value: number;
}

const PLACES = ['question', 'asked-as', 'answer', 'translation'] as const;
export type Place = (typeof PLACES)[number] | 'synonym' | ConceptSource;

export interface MatchedTerm {
  readonly text: string;
  readonly weight: number;
  readonly places: readonly Place[];
}

export interface Explanation {
  /** Heaviest first; question words are left out. */
  readonly terms: readonly MatchedTerm[];
  readonly parts: readonly Part[];
}

function placesOf(query: Query, { match: { finds }, nearness }: Candidate, term: number): readonly Place[] {
  const { printed: question, answer, translation } = finds;
  const texts = { question, 'asked-as': nearness?.counts, answer, translation };
  const places = PLACES.filter((place) => (texts[place]?.[term] ?? 0) > 0);
  const concept = query.concepts.find((candidate) => candidate.term === term);
  return concept !== undefined && places.length > 0 ? [...places, concept.source] : places;
}

export function explain(query: Query, candidate: Candidate, features: RankFeatures): Explanation {
  const terms: MatchedTerm[] = [];
  query.terms.forEach(({ text, titleOnly }, term) => {
    const places = titleOnly ? [] : placesOf(query, candidate, term);
    if (places.length > 0) terms.push({ text, weight: query.topicWeights[term] ?? 0, places });
  });
  const { weights, questionTitles } = query.index;
  for (const { text, inPassage, inTitle } of candidate.synonyms) {
    const weight =
      (weights.rank.synonyms * inPassage + questionTitles * weights.rank.titleSynonyms * inTitle) /
      FULL_WEIGHT;
    if (weight > 0) terms.push({ text, weight, places: ['synonym'] });
  }
  const parts = (Object.keys(features) as RankFeature[]).map((name) => ({
    name,
    value: features[name] * weights.rank[name],
  }));
  return { terms: terms.sort((a, b) => b.weight - a.weight), parts };
}

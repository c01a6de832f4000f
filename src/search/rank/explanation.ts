// Explanation: the score as data. Which terms were found where, and the named parts that add up to the score.

import type { ConceptSource, Query } from '../query/query.ts';
import type { Candidate, Part } from './score.ts';

export type Place = 'question' | 'asked-as' | 'answer' | 'translation' | 'synonym' | ConceptSource;

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

function placesOf(
  query: Query,
  { match: { finds }, resemblance }: Candidate,
  term: number,
): readonly Place[] {
  const places: Place[] = [];
  if ((finds.printed[term] ?? 0) > 0) places.push('question');
  if ((resemblance?.counts[term] ?? 0) > 0) places.push('asked-as');
  if ((finds.answer[term] ?? 0) > 0) places.push('answer');
  if ((finds.translation[term] ?? 0) > 0) places.push('translation');
  const concept = query.concepts.find((candidate) => candidate.term === term);
  if (concept !== undefined && places.length > 0) places.push(concept.source);
  return places;
}

export function explain(query: Query, candidate: Candidate, parts: readonly Part[]): Explanation {
  const terms: MatchedTerm[] = [];
  query.terms.forEach(({ text, titleOnly }, term) => {
    const places = titleOnly ? [] : placesOf(query, candidate, term);
    if (places.length > 0) terms.push({ text, weight: query.topicWeights[term] ?? 0, places });
  });
  const { weights, questionTitles } = query.index;
  for (const { text, inPassage, inTitle } of candidate.synonyms) {
    const weight = weights.synonym * inPassage + questionTitles * weights.titleSynonym * inTitle;
    if (weight > 0) terms.push({ text, weight, places: ['synonym'] });
  }
  return { terms: terms.sort((a, b) => b.weight - a.weight), parts };
}

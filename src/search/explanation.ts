// Explanation: the score as data. Which terms were found where, and the named parts that add up to the score.

import type { PassageMatch, Presence } from './match.ts';
import type { ConceptSource, Query } from './query.ts';
import type { Part, PassageScore } from './score.ts';

export type Place = 'question' | 'asked-as' | 'answer' | 'translation' | ConceptSource;

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

/** The printed and the translated title come first among a passage's titles; the editor's wordings follow. */
const TITLES_AS_PRINTED = 2;

function anyHolds(presences: readonly Presence[], term: number): boolean {
  return presences.some((presence) => (presence[term] ?? 0) > 0);
}

function placesOf(query: Query, match: PassageMatch, term: number): readonly Place[] {
  const places: Place[] = [];
  if (anyHolds(match.titles.slice(0, TITLES_AS_PRINTED), term)) places.push('question');
  if (anyHolds(match.titles.slice(TITLES_AS_PRINTED), term)) places.push('asked-as');
  if (anyHolds(match.sentences, term)) places.push('answer');
  if (anyHolds(match.translations, term)) places.push('translation');
  const concept = query.concepts.find((candidate) => candidate.term === term);
  if (concept !== undefined && places.length > 0) places.push(concept.source);
  return places;
}

export function explain(query: Query, match: PassageMatch, score: PassageScore): Explanation {
  const terms = query.terms
    .map(({ text, weight, titleOnly }, term) => ({
      text,
      weight,
      titleOnly,
      places: placesOf(query, match, term),
    }))
    .filter(({ titleOnly, places }) => !titleOnly && places.length > 0)
    .map(({ text, weight, places }) => ({ text, weight, places }))
    .sort((a, b) => b.weight - a.weight);
  return { terms, parts: score.parts };
}

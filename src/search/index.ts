// The index of one collection of passages: immutable, built in one pass over the text and two over its numbers.

import type { Dictionary } from './dictionary.ts';
import { type Concept, type ConceptPhrase, conceptsOf, type Lexicon, phrasesByUnit } from './lexicon.ts';
import { type Measures, measure } from './measures.ts';
import { indexNames, type NameIndex } from './names.ts';
import type { Passage } from './passage.ts';
import { type Postings, postingsOf } from './postings.ts';
import { inverseFrequency, type Rarity, rarityOf } from './rarity.ts';
import { type Runs, runsOf, Vocabulary } from './runs.ts';
import { isIdeograph } from './tokenise.ts';
import { DEFAULT_WEIGHTS, type Weights } from './weights.ts';

export interface IndexOptions {
  readonly lexicon: Lexicon;
  readonly dictionary?: Dictionary;
  /** Only measuring tools give other weights. */
  readonly weights?: Weights;
}

export interface SearchIndex extends Measures {
  readonly passages: readonly Passage[];
  readonly vocabulary: Vocabulary;
  /** The collection's words (not its ideographs or numbers) in alphabetical order. */
  readonly sortedWords: readonly string[];
  readonly runs: Runs;
  readonly postings: Postings;
  readonly rarity: Rarity;
  readonly concepts: readonly Concept[];
  readonly conceptsByUnit: ReadonlyMap<number, readonly ConceptPhrase[]>;
  readonly dictionary: Dictionary | undefined;
  readonly names: NameIndex | undefined;
  readonly weights: Weights;
}

function sortedWords(vocabulary: Vocabulary): readonly string[] {
  return [...vocabulary.terms()]
    .map(([term]) => term)
    .filter((term) => /^\p{L}/u.test(term) && !isIdeograph(term))
    .sort();
}

export function buildIndex(passages: readonly Passage[], options: IndexOptions): SearchIndex {
  const { dictionary, lexicon, weights = DEFAULT_WEIGHTS } = options;
  const vocabulary = new Vocabulary();
  const runs = runsOf(passages, vocabulary);
  const concepts = conceptsOf(lexicon, vocabulary);
  const postings = postingsOf(runs, vocabulary.size);
  const conceptsByUnit = phrasesByUnit(concepts);
  const rarity = rarityOf(runs, passages.length, { postings, concepts, conceptsByUnit });
  return {
    ...measure({ passages, vocabulary, runs, postings, rarity }, weights),
    passages,
    vocabulary,
    sortedWords: sortedWords(vocabulary),
    runs,
    postings,
    rarity,
    concepts,
    conceptsByUnit,
    dictionary,
    names: dictionary === undefined ? undefined : indexNames({ dictionary, vocabulary, runs, postings }),
    weights,
  };
}

export function inverseFrequencyOfTerm({ rarity }: SearchIndex, term: number): number {
  return inverseFrequency(rarity, rarity.found(term));
}

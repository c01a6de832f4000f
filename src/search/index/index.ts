// The index of one collection of passages: immutable, built in one pass over the text and two over its numbers.
import type { Dictionary } from '../../dictionary/dictionary.ts';
import { isIdeograph } from '../../language/tokenise.ts';
import {
  type Alternative,
  alternativesOf,
  type Concept,
  conceptsOf,
  type Lexicon,
  type PhraseTable,
  phraseTable,
} from './lexicon.ts';
import { type Measures, measure, rarity } from './measures.ts';
import { indexNames, type NameIndex } from './names.ts';
import type { Passage } from './passage.ts';
import { documentFrequency, type Postings, postingsOf, rarestTerm } from './postings.ts';
import { type Runs, runsOf, Vocabulary } from './runs.ts';
import { type SentenceFrequency, sentenceFrequency } from './sentence-frequency.ts';
import { DEFAULT_WEIGHTS, type Weights } from './weights.ts';
import { indexWordings, type Wordings, wordingRuns } from './wordings.ts';

export interface IndexOptions {
  readonly lexicon: Lexicon;
  readonly dictionary?: Dictionary;
  /** What members ask in vain, as the editor wrote it down. */
  readonly notCovered?: readonly string[];
  /** Only measuring tools give other weights. */
  readonly weights?: Weights;
}

export interface SearchIndex extends Measures {
  readonly passages: readonly Passage[];
  readonly vocabulary: Vocabulary;
  /** The words of passages and wordings (not their ideographs or numbers) in alphabetical order. */
  readonly sortedWords: readonly string[];
  readonly runs: Runs;
  readonly postings: Postings;
  readonly wordings: Wordings;
  readonly concepts: readonly Concept[];
  /** By concept. */
  readonly alternatives: readonly (readonly Alternative[])[];
  readonly phrases: PhraseTable;
  /** Counted where the collection is too small for document frequencies. */
  readonly sentenceFrequency: SentenceFrequency | undefined;
  readonly dictionary: Dictionary | undefined;
  readonly names: NameIndex | undefined;
  readonly weights: Weights;
}

/** Passages from which document frequencies tell common words from rare ones; below, sentences are counted instead. */
const FEWEST_PASSAGES = 40;

export function buildIndex(passages: readonly Passage[], options: IndexOptions): SearchIndex {
  const { dictionary, lexicon, notCovered = [], weights = DEFAULT_WEIGHTS } = options;
  const vocabulary = new Vocabulary();
  const runs = runsOf(passages, vocabulary);
  const lists = [...passages.map(({ wordings }) => wordings), notCovered];
  const ofWordings = wordingRuns(lists, vocabulary);
  const concepts = conceptsOf(lexicon, vocabulary);
  const phrases = phraseTable(concepts);
  vocabulary.close();
  const postings = postingsOf(runs, vocabulary.size);
  const isSmall = passages.length < FEWEST_PASSAGES;
  const counted = isSmall ? sentenceFrequency(runs, { postings, concepts, phrases }) : undefined;
  const weigh = (term: number) =>
    inverseFrequencyOfTerm({ passages, postings, sentenceFrequency: counted }, term);
  const dropsLight = isSmall;
  const measures = measure({ passages, vocabulary, runs, dropsLight, weigh }, weights);
  const wordings = indexWordings(lists, ofWordings, { ...measures, vocabulary, dropsLight });
  const isHeld = (units: readonly number[]) => holds({ postings, wordings }, units);
  return {
    ...measures,
    passages,
    vocabulary,
    sortedWords: [...vocabulary.terms()]
      .map(([term]) => term)
      .filter((term) => /^\p{L}/u.test(term) && !isIdeograph(term))
      .sort(),
    runs,
    postings,
    wordings,
    concepts,
    alternatives: alternativesOf(concepts, isHeld),
    phrases,
    sentenceFrequency: counted,
    dictionary,
    names: dictionary === undefined ? undefined : indexNames({ dictionary, vocabulary, runs, postings }),
    weights,
  };
}

/** Whether a passage or a wording may hold a run of units: all its pairs stand in some. */
export function holds(
  { postings, wordings }: Pick<SearchIndex, 'postings' | 'wordings'>,
  units: readonly number[],
): boolean {
  return rarestTerm(postings, units) >= 0 || rarestTerm(wordings.postings, units) >= 0;
}

type Counted = Pick<SearchIndex, 'passages' | 'postings' | 'sentenceFrequency'>;

/** Inverse document frequency of a term found in so many passages, or sentences where these are counted. */
export function inverseFrequency(
  { passages, sentenceFrequency: counted }: Omit<Counted, 'postings'>,
  found: number,
): number {
  return rarity(counted?.sentences ?? passages.length, found);
}

/** The same of a term by its number. */
export function inverseFrequencyOfTerm(counted: Counted, term: number): number {
  const sentences = term < 0 ? 0 : counted.sentenceFrequency?.terms[term];
  return inverseFrequency(counted, sentences ?? documentFrequency(counted.postings, term));
}

// The index of one collection of passages: immutable, built in one pass over the text and two over its numbers, or of what a
// start before has kept of it.
import type { Dictionary } from '../../dictionary/dictionary.ts';
import { isIdeograph } from '../../language/tokenise.ts';
import {
  alternativesOf,
  type Concept,
  conceptsOf,
  type PhraseGroups,
  type PhraseTable,
  phraseTable,
  type SentenceFrequency,
  sentenceFrequency,
} from './lexical.ts';
import {
  indexWordings,
  type Measures,
  measure,
  openWordings,
  rarity,
  type WordingLists,
  type WordingNumbers,
  type Wordings,
  wordingRuns,
} from './measures.ts';
import { indexNames, type NameIndex } from './names.ts';
import { documentFrequency, type Postings, postingsOf, rarestTerm } from './postings.ts';
import { type Alternative, type Passage, type Runs, runsOf } from './runs.ts';
import { type SharedTerms, Vocabulary, type VocabularyParts } from './vocabulary.ts';
import { DEFAULT_WEIGHTS, type Weights } from './weights.ts';

export interface IndexOptions {
  readonly lexicon: PhraseGroups;
  readonly dictionary?: Dictionary;
  /** What members ask in vain, as the editor wrote it down. */
  readonly notCovered?: readonly string[];
  /** Those of the folder; its own where there is none. */
  readonly terms?: SharedTerms;
  /** Where indexes are kept for the next start; left out, none is. */
  readonly kept?: KeptIndexes | undefined;
  /** Only measuring tools give other weights. */
  readonly weights?: Weights;
}

/** Keeps what indexes are made of, by what they were made from to the letter. */
export interface KeptIndexes {
  /** Undefined where it is not there, or is not whole. */
  readonly read: (madeFrom: unknown) => IndexParts | undefined;
  readonly write: (madeFrom: unknown, parts: IndexParts) => void;
}

/** All of an index that takes time to make: numbers and terms. */
export interface IndexParts extends Pick<SearchIndex, 'runs' | 'postings' | 'concepts' | 'alternatives'> {
  readonly vocabulary: VocabularyParts;
  readonly measures: Measures;
  readonly wordings: WordingNumbers;
  readonly sentenceFrequency: SentenceFrequency | undefined;
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
  const { dictionary, lexicon, terms, kept, notCovered = [], weights = DEFAULT_WEIGHTS } = options;
  const lists = [...passages.map(({ wordings }) => wordings), notCovered];
  const madeFrom = { passages, lexicon, notCovered, weights };
  const known = kept?.read(madeFrom);
  const vocabulary = new Vocabulary(terms, known?.vocabulary);
  const parts = known ?? makeParts(vocabulary, { passages, lists, lexicon, weights });
  vocabulary.close();
  if (!known) kept?.write(madeFrom, { ...parts, vocabulary: vocabulary.parts() });
  const { measures, runs, postings, concepts, alternatives, sentenceFrequency } = parts;
  const scale = { ...measures, vocabulary, dropsLight: isSmall(passages) };
  // Few questions need these, and most interviews are never asked one: made when they are.
  let words: readonly string[] | undefined;
  let names: NameIndex | undefined;
  return {
    ...measures,
    ...{
      passages,
      vocabulary,
      runs,
      postings,
      concepts,
      alternatives,
      sentenceFrequency,
      dictionary,
      weights,
    },
    get sortedWords() {
      words ??= sortedWordsOf(vocabulary);
      return words;
    },
    wordings: openWordings(parts.wordings, lists, scale),
    phrases: phraseTable(concepts),
    get names() {
      names ??= dictionary && indexNames({ dictionary, vocabulary, runs, postings });
      return names;
    },
  };
}

interface Texts {
  readonly passages: readonly Passage[];
  /** A list for each passage, and that of what is not covered. */
  readonly lists: WordingLists;
  readonly lexicon: PhraseGroups;
  readonly weights: Weights;
}

function makeParts(
  vocabulary: Vocabulary,
  { passages, lists, lexicon, weights }: Texts,
): Omit<IndexParts, 'vocabulary'> {
  const runs = runsOf(passages, vocabulary);
  const ofWordings = wordingRuns(lists, vocabulary);
  const concepts = conceptsOf(lexicon, vocabulary);
  const postings = postingsOf(runs, vocabulary.size);
  const lexical = { postings, concepts, phrases: phraseTable(concepts) };
  const dropsLight = isSmall(passages);
  const counted = dropsLight ? sentenceFrequency(runs, lexical) : undefined;
  const weigh = (term: number) =>
    inverseFrequencyOfTerm({ passages, postings, sentenceFrequency: counted }, term);
  const wordings = indexWordings(lists, ofWordings, vocabulary.size);
  return {
    ...{ runs, postings, concepts, wordings, sentenceFrequency: counted },
    measures: measure({ passages, vocabulary, runs, dropsLight, weigh }, weights),
    alternatives: alternativesOf(concepts, (units) => holds({ postings, wordings }, units)),
  };
}

/** Whether document frequencies tell common words from rare ones too badly. */
function isSmall(passages: readonly Passage[]): boolean {
  return passages.length < FEWEST_PASSAGES;
}

function sortedWordsOf(vocabulary: Vocabulary): readonly string[] {
  return vocabulary
    .terms()
    .filter((term) => /^\p{L}/u.test(term) && !isIdeograph(term))
    .sort();
}

/** Whether a passage or a wording may hold a run of units: all its pairs stand in some. */
export function holds(
  { postings, wordings }: Pick<IndexParts, 'postings' | 'wordings'>,
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

// The index of one collection of passages: immutable, built in one pass over the text and two over its numbers, or of what a
// start before has kept of it.
import { type Dictionary, rememberedOf } from '../../dictionary/dictionary.ts';
import { isIdeograph } from '../../language/tokenise.ts';
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
import { documentFrequency, type Postings, postingsOf, rarestTerm, termOf } from './postings.ts';
import {
  type Alternative,
  alternativesOf,
  type Concept,
  conceptsOf,
  NO_UNIT,
  type Passage,
  type PhraseGroups,
  type PhraseTable,
  phrasesAt,
  phraseTable,
  type Run,
  type Runs,
  runAt,
  runsOf,
} from './runs.ts';
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
    wordings: openWordings(parts.wordings, lists, scale),
    phrases: phraseTable(concepts),
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

/** The words of passages and wordings (not their ideographs or numbers) in alphabetical order: few questions need them. */
export const sortedWords = rememberedOf(({ vocabulary }: SearchIndex): readonly string[] =>
  vocabulary
    .terms()
    .filter((term) => /^\p{L}/u.test(term) && !isIdeograph(term))
    .sort(),
);

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

export interface SentenceFrequency {
  readonly sentences: number;
  /** By term number. A sentence and its translation count once. */
  readonly terms: Int32Array;
  /** By concept number. */
  readonly concepts: Int32Array;
}

function sentenceFrequency(
  runs: Runs,
  lexical: Pick<SearchIndex, 'postings' | 'concepts' | 'phrases'>,
): SentenceFrequency {
  const terms = new Counter(Math.max(0, lexical.postings.starts.length - 1));
  const concepts = new Counter(lexical.concepts.length);
  const passages = runs.firstTitle.length - 1;
  let sentences = 0;
  const countRun = ({ units, start, end }: Run) => {
    let previous = NO_UNIT;
    for (let at = start; at < end; at += 1) {
      const unit = units[at] ?? NO_UNIT;
      terms.add(termOf(lexical.postings, unit, NO_UNIT), sentences);
      if (previous !== NO_UNIT && unit !== NO_UNIT)
        terms.add(termOf(lexical.postings, previous, unit), sentences);
      for (const { concept } of phrasesAt(lexical.phrases, units, at)) concepts.add(concept, sentences);
      previous = unit;
    }
  };
  for (let passage = 0; passage < passages; passage += 1) {
    const first = runs.firstSentence[passage] ?? 0;
    const translation = runs.firstTranslation[passage] ?? 0;
    const end = runs.firstTitle[passage + 1] ?? 0;
    for (let sentence = first; sentence < translation; sentence += 1) {
      sentences += 1;
      const translated = translation + sentence - first;
      for (const run of translated < end ? [sentence, translated] : [sentence]) countRun(runAt(runs, run));
    }
  }
  return { sentences, terms: terms.counts, concepts: concepts.counts };
}

/** Counts each number once a sentence. */
class Counter {
  readonly counts: Int32Array;
  readonly #lastSentence: Int32Array;

  constructor(size: number) {
    this.counts = new Int32Array(size);
    this.#lastSentence = new Int32Array(size);
  }

  add(number: number, sentence: number): void {
    if (number < 0 || this.#lastSentence[number] === sentence) return;
    this.#lastSentence[number] = sentence;
    this.counts[number] = (this.counts[number] ?? 0) + 1;
  }
}

// The index of one collection of passages: immutable, built in one pass over the text and one over its numbers.

import type { Dictionary } from './dictionary.ts';
import type { Lexicon } from './lexicon.ts';
import type { Passage } from './passage.ts';
import { documentFrequency, type Postings, postingsOf } from './postings.ts';
import { looksLikeQuestion } from './question-words.ts';
import { NO_UNIT, type Runs, runsOf, unitsOf, type Vocabulary } from './runs.ts';
import { type SentenceFrequency, sentenceFrequency } from './sentence-frequency.ts';
import { isIdeograph } from './tokenise.ts';
import { DEFAULT_WEIGHTS, type Weights } from './weights.ts';

export interface IndexOptions {
  readonly lexicon: Lexicon;
  readonly dictionary?: Dictionary;
  /** Only measuring tools give other weights. */
  readonly weights?: Weights;
}

/** A lexicon group as the runs of units that its phrases are. */
export type Concept = readonly (readonly number[])[];

export interface ConceptPhrase {
  readonly concept: number;
  readonly units: readonly number[];
}

export interface SearchIndex {
  readonly size: number;
  readonly vocabulary: ReadonlyMap<string, number>;
  /** 1 for each unit that is an ideograph. */
  readonly ideographs: Uint8Array;
  readonly runs: Runs;
  readonly postings: Postings;
  /** Units in each answer, its translation left out, and their mean. */
  readonly lengths: Float32Array;
  readonly meanLength: number;
  readonly meanTitleLength: number;
  /** Share (0..1) of the titles that are questions: how far a member's question will resemble a title. */
  readonly questionTitles: number;
  readonly concepts: readonly Concept[];
  /** The phrases of all concepts by their first unit. */
  readonly conceptsByUnit: ReadonlyMap<number, readonly ConceptPhrase[]>;
  /** Counted where the collection is too small for document frequencies. */
  readonly sentenceFrequency: SentenceFrequency | undefined;
  readonly dictionary: Dictionary | undefined;
  readonly weights: Weights;
  /** For each title and wording, by its run, the weight of all it says, counted as a question's single terms are. */
  readonly runWeights: Float32Array;
}

function answerLengths(runs: Runs, size: number): Float32Array {
  const lengths = new Float32Array(size);
  for (let passage = 0; passage < size; passage += 1) {
    const begin = runs.starts[runs.firstSentence[passage] ?? 0] ?? 0;
    const end = runs.starts[runs.firstTranslation[passage] ?? 0] ?? 0;
    for (let at = begin; at < end; at += 1)
      if (runs.units[at] !== NO_UNIT) lengths[passage] = (lengths[passage] ?? 0) + 1;
  }
  return lengths;
}

function mean(values: Float32Array | readonly number[]): number {
  let sum = 0;
  for (const value of values) sum += value;
  return values.length === 0 ? 1 : Math.max(1, sum / values.length);
}

function titleLengths(runs: Runs, size: number): readonly number[] {
  return Array.from({ length: size }, (_, passage) => {
    const run = runs.firstTitle[passage] ?? 0;
    return (runs.starts[run + 1] ?? 0) - (runs.starts[run] ?? 0) - 1;
  });
}

function ideographsOf(vocabulary: Vocabulary): Uint8Array {
  const ideographs = new Uint8Array(vocabulary.size + 1);
  for (const [term, unit] of vocabulary) if (isIdeograph(term)) ideographs[unit] = 1;
  return ideographs;
}

function conceptsOf(lexicon: Lexicon, vocabulary: Vocabulary): readonly Concept[] {
  return lexicon.map((group) =>
    group.map((phrase) => unitsOf(phrase, vocabulary)).filter((units) => units.length > 0),
  );
}

function phrasesByUnit(concepts: readonly Concept[]): ReadonlyMap<number, readonly ConceptPhrase[]> {
  const phrases = new Map<number, ConceptPhrase[]>();
  concepts.forEach((group, concept) => {
    for (const units of group) {
      const first = units[0] ?? NO_UNIT;
      phrases.set(first, [...(phrases.get(first) ?? []), { concept, units }]);
    }
  });
  return phrases;
}

export function buildIndex(passages: readonly Passage[], options: IndexOptions): SearchIndex {
  const vocabulary: Vocabulary = new Map();
  const runs = runsOf(passages, vocabulary);
  const lengths = answerLengths(runs, passages.length);
  const concepts = conceptsOf(options.lexicon, vocabulary);
  const conceptsByUnit = phrasesByUnit(concepts);
  const postings = postingsOf(runs, passages.length);
  const isSmall = passages.length < FEWEST_PASSAGES;
  const index = {
    size: passages.length,
    vocabulary,
    ideographs: ideographsOf(vocabulary),
    runs,
    postings,
    lengths,
    meanLength: mean(lengths),
    meanTitleLength: mean(titleLengths(runs, passages.length)),
    questionTitles:
      passages.filter(({ title }) => looksLikeQuestion(title)).length / Math.max(1, passages.length),
    concepts,
    conceptsByUnit,
    sentenceFrequency: isSmall
      ? sentenceFrequency(runs, passages.length, { postings, concepts, conceptsByUnit })
      : undefined,
    dictionary: options.dictionary,
    weights: options.weights ?? DEFAULT_WEIGHTS,
    runWeights: new Float32Array(0),
  };
  return { ...index, runWeights: runWeightsOf(index) };
}

function runWeightsOf(index: SearchIndex): Float32Array {
  const { starts, units, firstTitle, firstSentence } = index.runs;
  const weights = new Float32Array(starts.length);
  for (let passage = 0; passage < index.size; passage += 1) {
    for (let run = firstTitle[passage] ?? 0; run < (firstSentence[passage] ?? 0); run += 1) {
      const distinct = new Set(units.subarray(starts[run] ?? 0, starts[run + 1] ?? 0));
      distinct.delete(NO_UNIT);
      for (const unit of distinct) weights[run] = (weights[run] ?? 0) + unitWeight(index, unit);
    }
  }
  return weights;
}

function unitWeight(index: SearchIndex, unit: number): number {
  const factor = index.weights[index.ideographs[unit] === 1 ? 'ideograph' : 'word'];
  return factor * inverseFrequencyOfTerm(index, index.postings.terms.get(unit, NO_UNIT));
}

/** Passages from which document frequencies tell common words from rare ones; below, sentences are counted instead. */
const FEWEST_PASSAGES = 40;

/** Inverse document frequency of a term found in so many passages, or sentences (BM25's, never negative). */
export function inverseFrequency(index: SearchIndex, found: number): number {
  const documents = index.sentenceFrequency?.sentences ?? index.size;
  return Math.log(1 + (documents - Math.min(found, documents) + 0.5) / (found + 0.5));
}

export function inverseFrequencyOfTerm(index: SearchIndex, term: number): number {
  const sentences = term < 0 ? 0 : index.sentenceFrequency?.terms[term];
  return inverseFrequency(index, sentences ?? documentFrequency(index.postings, term));
}

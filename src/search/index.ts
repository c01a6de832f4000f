// The index of one collection of passages: immutable, built in one pass over the text and one over its numbers.

import type { Dictionary } from './dictionary.ts';
import { showsExpected } from './expected-answer.ts';
import { fold } from './fold.ts';
import type { Lexicon } from './lexicon.ts';
import { indexNames, type NameIndex } from './names.ts';
import type { Passage } from './passage.ts';
import { documentFrequency, type Postings, postingsOf } from './postings.ts';
import type { Expected } from './query.ts';
import { looksLikeQuestion } from './question-words.ts';
import { NO_UNIT, type Runs, runsOf, unitsOf, type Vocabulary } from './runs.ts';
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
  /** The collection's words (not its ideographs or numbers) in alphabetical order. */
  readonly sortedWords: readonly string[];
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
  readonly dictionary: Dictionary | undefined;
  readonly names: NameIndex | undefined;
  /** Whether a fair share of the text is Chinese. */
  readonly hasChinese: boolean;
  readonly weights: Weights;
  /** Whether a sentence, by its run, shows something of the kind that a question expects. */
  shows(run: number, expected: Expected): boolean;
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

/** Share of Chinese characters among the units from which on English questions are translated. */
const LEAST_CHINESE = 0.1;

function ideographShare(runs: Runs, ideographs: Uint8Array): number {
  let count = 0;
  for (const unit of runs.units) count += ideographs[unit] ?? 0;
  return count / Math.max(1, runs.units.length);
}

function conceptsOf(lexicon: Lexicon, vocabulary: Vocabulary): readonly Concept[] {
  return lexicon.map((group) =>
    group.map((phrase) => unitsOf(phrase, vocabulary)).filter((units) => units.length > 0),
  );
}

/** Sentences are read again only when one of their passage is about to be quoted. */
function signsOf(passages: readonly Passage[], runs: Runs): SearchIndex['shows'] {
  const passageOf = new Int32Array(runs.starts.length);
  passages.forEach((_, passage) => {
    passageOf.fill(passage, runs.firstTitle[passage] ?? 0, runs.firstTitle[passage + 1] ?? 0);
  });
  return (run, expected) => {
    const passage = passageOf[run] ?? 0;
    const sentence = passages[passage]?.sentences[run - (runs.firstSentence[passage] ?? 0)] ?? '';
    return showsExpected(fold(sentence), expected);
  };
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
  const ideographs = ideographsOf(vocabulary);
  const concepts = conceptsOf(options.lexicon, vocabulary);
  const postings = postingsOf(runs, passages.length);
  const { dictionary } = options;
  return {
    size: passages.length,
    vocabulary,
    sortedWords: [...vocabulary.keys()].filter((term) => /^\p{L}/u.test(term) && !isIdeograph(term)).sort(),
    ideographs,
    runs,
    postings,
    lengths,
    meanLength: mean(lengths),
    meanTitleLength: mean(titleLengths(runs, passages.length)),
    questionTitles:
      passages.filter(({ title }) => looksLikeQuestion(title)).length / Math.max(1, passages.length),
    concepts,
    conceptsByUnit: phrasesByUnit(concepts),
    dictionary,
    names: dictionary === undefined ? undefined : indexNames(dictionary, vocabulary, runs, postings),
    hasChinese: ideographShare(runs, ideographs) >= LEAST_CHINESE,
    weights: options.weights ?? DEFAULT_WEIGHTS,
    shows: signsOf(passages, runs),
  };
}

/** Inverse document frequency of a term found in so many passages (BM25's, never negative). */
export function inverseFrequency(index: SearchIndex, found: number): number {
  return Math.log(1 + (index.size - found + 0.5) / (found + 0.5));
}

export function inverseFrequencyOfTerm(index: SearchIndex, term: number): number {
  return inverseFrequency(index, documentFrequency(index.postings, term));
}

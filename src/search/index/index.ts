// The index of one collection of passages: immutable, built in one pass over the text and two over its numbers. With it the
// lexicon, whose groups of phrases are concepts, and in how many sentences each term and concept stands.
import type { Dictionary } from '../../dictionary/dictionary.ts';
import { Numbers } from '../../dictionary/numbers.ts';
import { isIdeograph } from '../../language/tokenise.ts';
import { indexWordings, type Measures, measure, rarity, type Wordings, wordingRuns } from './measures.ts';
import { indexNames, type NameIndex } from './names.ts';
import { documentFrequency, type Postings, postingsOf, rarestTerm, termOf } from './postings.ts';
import {
  type Alternative,
  appendUnits,
  foundAt,
  NO_UNIT,
  type Passage,
  type Run,
  type Runs,
  runAt,
  runsOf,
  type Units,
} from './runs.ts';
import { type SharedTerms, Vocabulary } from './vocabulary.ts';
import { DEFAULT_WEIGHTS, type Weights } from './weights.ts';

export interface IndexOptions {
  readonly lexicon: PhraseGroups;
  readonly dictionary?: Dictionary;
  /** What members ask in vain, as the editor wrote it down. */
  readonly notCovered?: readonly string[];
  /** Those of the folder; its own where there is none. */
  readonly terms?: SharedTerms;
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
  const { dictionary, lexicon, terms, notCovered = [], weights = DEFAULT_WEIGHTS } = options;
  const vocabulary = new Vocabulary(terms);
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
  // Few questions need these, and most interviews are never asked one: made when they are.
  let words: readonly string[] | undefined;
  let names: NameIndex | undefined;
  return {
    ...measures,
    passages,
    vocabulary,
    get sortedWords() {
      words ??= sortedWordsOf(vocabulary);
      return words;
    },
    runs,
    postings,
    wordings,
    concepts,
    alternatives: alternativesOf(concepts, isHeld),
    phrases,
    sentenceFrequency: counted,
    dictionary,
    get names() {
      names ??= dictionary && indexNames({ dictionary, vocabulary, runs, postings });
      return names;
    },
    weights,
  };
}

function sortedWordsOf(vocabulary: Vocabulary): readonly string[] {
  return vocabulary
    .terms()
    .filter((term) => /^\p{L}/u.test(term) && !isIdeograph(term))
    .sort();
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

/** Each group lists phrases of one meaning (Chinese: found as a run of characters; English: as a run of stems). */
export type PhraseGroups = readonly (readonly string[])[];

/** A group as the runs of units that its phrases are. */
export type Concept = readonly (readonly number[])[];

export interface ConceptPhrase {
  readonly concept: number;
  readonly units: readonly number[];
}

function unitsOf(phrase: string, vocabulary: Vocabulary): readonly number[] {
  const units = new Numbers(phrase.length + 1);
  appendUnits(phrase, vocabulary, units);
  const appended = Array.from(units.toArray());
  return appended.at(-1) === NO_UNIT ? appended.slice(0, -1) : appended;
}

function conceptsOf(lexicon: PhraseGroups, vocabulary: Vocabulary): readonly Concept[] {
  return lexicon.map((group) =>
    group.map((phrase) => unitsOf(phrase, vocabulary)).filter((units) => units.length > 0),
  );
}

/** For each concept its phrases that some text holds: a question is compared with no other. */
function alternativesOf(
  concepts: readonly Concept[],
  isHeld: (units: readonly number[]) => boolean,
): readonly (readonly Alternative[])[] {
  return concepts.map((group) => group.filter(isHeld).map((units) => ({ units, weight: 1 })));
}

/** The phrases of all concepts by their first unit. */
export type PhraseTable = ReadonlyMap<number, readonly ConceptPhrase[]>;

function phraseTable(concepts: readonly Concept[]): PhraseTable {
  const table = new Map<number, ConceptPhrase[]>();
  concepts.forEach((group, concept) => {
    for (const units of group) {
      const first = units[0] ?? NO_UNIT;
      const there = table.get(first) ?? [];
      table.set(first, there);
      there.push({ concept, units });
    }
  });
  return table;
}

/** The phrases that stand at a place of a text's units. */
export function phrasesAt(table: PhraseTable, units: Units, at: number): readonly ConceptPhrase[] {
  const phrases = table.get(units[at] ?? NO_UNIT);
  return phrases?.filter((phrase) => foundAt(units, at, phrase.units)) ?? [];
}

export interface SentenceFrequency {
  readonly sentences: number;
  /** By term number. A sentence and its translation count once. */
  readonly terms: Int32Array;
  /** By concept number. */
  readonly concepts: Int32Array;
}

interface Lexical {
  readonly postings: Postings;
  readonly concepts: readonly Concept[];
  readonly phrases: PhraseTable;
}

function sentenceFrequency(runs: Runs, lexical: Lexical): SentenceFrequency {
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

// How rare each term and concept is. A handful of passages cannot tell a common word from a rare one by counting
// passages; their sentences can.
import type { Concept, ConceptPhrase } from './lexicon.ts';
import { documentFrequency, type Postings, termOf } from './postings.ts';
import { NO_UNIT, type Runs } from './runs.ts';

/** In how many of the collection's documents something is found; documents are passages, or their sentences. */
export interface Rarity {
  readonly documents: number;
  found(term: number): number;
  /** Undefined where concepts were not counted. */
  foundConcept(concept: number): number | undefined;
}

/** Passages from which document frequencies tell common words from rare ones; below, sentences are counted instead. */
const FEWEST_PASSAGES = 40;

export function rarityOf(runs: Runs, passages: number, lexical: Lexical): Rarity {
  if (passages < FEWEST_PASSAGES) return countSentences(runs, passages, lexical);
  return {
    documents: passages,
    found: (term) => documentFrequency(lexical.postings, term),
    foundConcept: () => undefined,
  };
}

/** Inverse document frequency (BM25's, never negative) of what so many documents hold. */
export function inverseFrequency({ documents }: Rarity, found: number): number {
  return Math.log(1 + (documents - Math.min(found, documents) + 0.5) / (found + 0.5));
}

interface Lexical {
  readonly postings: Postings;
  readonly concepts: readonly Concept[];
  readonly conceptsByUnit: ReadonlyMap<number, readonly ConceptPhrase[]>;
}

function countSentences(runs: Runs, passages: number, lexical: Lexical): Rarity {
  const terms = new Counter(lexical.postings.starts.length - 1);
  const concepts = new Counter(lexical.concepts.length);
  let sentences = 0;
  for (let passage = 0; passage < passages; passage += 1) {
    const first = runs.firstSentence[passage] ?? 0;
    const translation = runs.firstTranslation[passage] ?? 0;
    const end = runs.firstTitle[passage + 1] ?? 0;
    for (let sentence = first; sentence < translation; sentence += 1) {
      sentences += 1;
      const translated = translation + sentence - first;
      for (const run of translated < end ? [sentence, translated] : [sentence]) {
        visitTerms(runs, run, lexical.postings, (term) => terms.add(term, sentences));
        visitConcepts(runs, run, lexical.conceptsByUnit, (concept) => concepts.add(concept, sentences));
      }
    }
  }
  return {
    documents: sentences,
    found: (term) => (term < 0 ? 0 : (terms.counts[term] ?? 0)),
    foundConcept: (concept) => concepts.counts[concept],
  };
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

function visitTerms(runs: Runs, run: number, postings: Postings, visit: (term: number) => void): void {
  let previous = NO_UNIT;
  const end = runs.starts[run + 1] ?? 0;
  for (let at = runs.starts[run] ?? 0; at < end; at += 1) {
    const unit = runs.units[at] ?? NO_UNIT;
    if (unit !== NO_UNIT) {
      visit(termOf(postings, unit, NO_UNIT));
      if (previous !== NO_UNIT) visit(termOf(postings, previous, unit));
    }
    previous = unit;
  }
}

function visitConcepts(
  { units, starts }: Runs,
  run: number,
  conceptsByUnit: Lexical['conceptsByUnit'],
  visit: (concept: number) => void,
): void {
  const end = starts[run + 1] ?? 0;
  for (let at = starts[run] ?? 0; at < end; at += 1) {
    for (const { concept, units: phrase } of conceptsByUnit.get(units[at] ?? NO_UNIT) ?? []) {
      if (phrase.every((unit, offset) => units[at + offset] === unit)) visit(concept);
    }
  }
}

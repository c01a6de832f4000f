// How many sentences hold each term and each concept. A handful of passages cannot tell a common word from a rare one by
// counting passages; their sentences can.
import { type Concept, type PhraseTable, phrasesAt } from './lexicon.ts';
import { type Postings, termOf } from './postings.ts';
import { NO_UNIT, type Run, type Runs, runAt } from './runs.ts';

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

export function sentenceFrequency(runs: Runs, lexical: Lexical): SentenceFrequency {
  const terms = new Counter(lexical.postings.starts.length - 1);
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

// The lexicon in an index: groups of phrases as concepts, where their phrases stand, and in how many sentences each concept and
// each term stands.
import { Numbers } from '../../dictionary/numbers.ts';
import { type Postings, termOf } from './postings.ts';
import {
  type Alternative,
  appendUnits,
  foundAt,
  NO_UNIT,
  type Run,
  type Runs,
  runAt,
  type Units,
} from './runs.ts';
import type { Vocabulary } from './vocabulary.ts';

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

export function conceptsOf(lexicon: PhraseGroups, vocabulary: Vocabulary): readonly Concept[] {
  return lexicon.map((group) =>
    group.map((phrase) => unitsOf(phrase, vocabulary)).filter((units) => units.length > 0),
  );
}

/** For each concept its phrases that some text holds: a question is compared with no other. */
export function alternativesOf(
  concepts: readonly Concept[],
  isHeld: (units: readonly number[]) => boolean,
): readonly (readonly Alternative[])[] {
  return concepts.map((group) => group.filter(isHeld).map((units) => ({ units, weight: 1 })));
}

/** The phrases of all concepts by their first unit. */
export type PhraseTable = ReadonlyMap<number, readonly ConceptPhrase[]>;

export function phraseTable(concepts: readonly Concept[]): PhraseTable {
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

/** At most places none stands. */
const NO_PHRASES: readonly ConceptPhrase[] = [];

/** The phrases that stand at a place of a text's units. */
export function phrasesAt(table: PhraseTable, units: Units, at: number): readonly ConceptPhrase[] {
  let found = NO_PHRASES;
  for (const phrase of table.get(units[at] ?? NO_UNIT) ?? NO_PHRASES)
    if (foundAt(units, at, phrase.units)) found = [...found, phrase];
  return found;
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

export function sentenceFrequency(runs: Runs, lexical: Lexical): SentenceFrequency {
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

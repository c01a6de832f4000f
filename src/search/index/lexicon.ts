// The lexicon: groups of phrases that mean the same in this collection, in any language. A group is one concept.
import { Numbers } from '../../dictionary/numbers.ts';
import { appendUnits, foundAt, NO_UNIT, type Vocabulary } from './runs.ts';

/** Each group lists phrases of one meaning (Chinese: found as a run of characters; English: as a run of stems). */
export type Lexicon = readonly (readonly string[])[];

/** A group as the runs of units that its phrases are. */
export type Concept = readonly (readonly number[])[];

/** A run of units that may stand for a concept. */
export interface Alternative {
  readonly units: readonly number[];
  /** 0..1: how surely it means the same. */
  readonly weight: number;
}

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

export function conceptsOf(lexicon: Lexicon, vocabulary: Vocabulary): readonly Concept[] {
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

/** The phrases that stand at a place of a text's units. */
export function phrasesAt(table: PhraseTable, units: Int32Array, at: number): readonly ConceptPhrase[] {
  const phrases = table.get(units[at] ?? NO_UNIT);
  return phrases?.filter((phrase) => foundAt(units, at, phrase.units)) ?? [];
}

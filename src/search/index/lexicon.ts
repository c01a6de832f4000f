// The lexicon: groups of phrases that mean the same in this collection, in any language. A group is one concept.

import { Numbers } from '../../dictionary/numbers.ts';
import { PairTable } from './pair-table.ts';
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

/** The phrases of all concepts: of one unit by that, longer ones by their first two, as many begin with the same. */
export interface PhraseTable {
  readonly byUnit: ReadonlyMap<number, readonly ConceptPhrase[]>;
  readonly pairs: PairTable;
  /** By the number of the pair. */
  readonly byPair: readonly (readonly ConceptPhrase[])[];
}

export function phraseTable(concepts: readonly Concept[]): PhraseTable {
  const byUnit = new Map<number, ConceptPhrase[]>();
  const pairs = new PairTable();
  const byPair: ConceptPhrase[][] = [];
  const placeOf = ([first = NO_UNIT, second]: readonly number[]): ConceptPhrase[] => {
    if (second !== undefined) {
      const pair = pairs.add(first, second);
      byPair[pair] ??= [];
      return byPair[pair];
    }
    const known = byUnit.get(first) ?? [];
    byUnit.set(first, known);
    return known;
  };
  concepts.forEach((group, concept) => {
    for (const units of group) placeOf(units).push({ concept, units });
  });
  return { byUnit, pairs, byPair };
}

/** The phrases that stand at a place of a text's units. */
export function phrasesAt(table: PhraseTable, units: Int32Array, at: number): readonly ConceptPhrase[] {
  const { byUnit, pairs, byPair } = table;
  const first = units[at] ?? NO_UNIT;
  const short = byUnit.get(first) ?? [];
  const longer = byPair[pairs.get(first, units[at + 1] ?? NO_UNIT)] ?? [];
  if (longer.length === 0) return short;
  return [...short, ...longer.filter((phrase) => foundAt(units, at, phrase.units))];
}

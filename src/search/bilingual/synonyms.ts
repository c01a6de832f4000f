// Synonyms: words that share translations, by both dictionaries.

import type { Dictionary } from '../../dictionary/dictionary.ts';
import { isIdeograph } from '../../language/tokenise.ts';
import type { SearchIndex } from '../index/index.ts';
import type { Alternative } from '../index/lexicon.ts';
import { knownUnits } from '../query/concepts.ts';

/** A single character has too many meanings to be a synonym of anything. */
const SHORTEST_WORD = 2;
/** Glosses of a word that are used: its common meanings. */
const MOST_GLOSSES = 6;
/** How much less each further meaning of the one word, and of the other, makes them alike. */
const RANK_DECAY = 0.3;

function decayed(rank: number): number {
  return 1 / (1 + RANK_DECAY * rank);
}

/** How surely other words mean the same as one: the more, and the commoner, the meanings that they share. */
class Surenesses {
  readonly #sure = new Map<string, number>();

  add(word: string, sureness: number): void {
    this.#sure.set(word, Math.min(1, (this.#sure.get(word) ?? 0) + sureness));
  }

  /** The words that the collection holds. */
  heldBy(index: SearchIndex, termsOf: (word: string) => readonly string[]): readonly Alternative[] {
    return [...this.#sure].flatMap(([word, weight]): Alternative[] => {
      const units = knownUnits(index, termsOf(word));
      return units === undefined ? [] : [{ units, weight }];
    });
  }
}

function glossesOf(dictionary: Dictionary, word: string): readonly (readonly string[])[] {
  return (dictionary.glossesOf(word) ?? []).slice(0, MOST_GLOSSES);
}

/** A Chinese word means what others mean that have its glosses. */
function ofChinese(index: SearchIndex, dictionary: Dictionary, word: string): readonly Alternative[] {
  const surenesses = new Surenesses();
  const add = (other: string, ranks: readonly [number, number]) => {
    if (other !== word && other.length >= SHORTEST_WORD && ranks[1] < MOST_GLOSSES)
      surenesses.add(other, decayed(ranks[0]) * decayed(ranks[1]));
  };
  glossesOf(dictionary, word).forEach((stems, rank) => {
    for (const other of dictionary.translate(stems, stems.length)) add(other.word, [rank, other.rank]);
    dictionary.translationsOf(stems).forEach((other, otherRank) => {
      add(other, [rank, otherRank]);
    });
  });
  return surenesses.heldBy(index, Array.from);
}

/** An English word means what the other glosses of its translations say in one word. */
function ofEnglish(index: SearchIndex, dictionary: Dictionary, stem: string): readonly Alternative[] {
  const surenesses = new Surenesses();
  for (const { word, rank } of dictionary.translate([stem], 1)) {
    glossesOf(dictionary, word).forEach(([other = '', ...more], otherRank) => {
      if (more.length === 0 && other !== stem) surenesses.add(other, decayed(rank) * decayed(otherRank));
    });
  }
  return surenesses.heldBy(index, (word) => [word]);
}

/** What else the collection may call it; the word as a term: a Chinese word, or an English one's stem. */
export function synonymsOf(index: SearchIndex, word: string): readonly Alternative[] {
  const { dictionary } = index;
  if (dictionary === undefined) return [];
  if (!isIdeograph(word[0] ?? '')) return ofEnglish(index, dictionary, word);
  return word.length < SHORTEST_WORD ? [] : ofChinese(index, dictionary, word);
}

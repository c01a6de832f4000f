// Synonyms: words that share translations with a word of the question, by both dictionaries.

import type { SearchIndex } from '../index/index.ts';
import type { Alternative } from '../index/lexicon.ts';
import { knownUnits } from '../query/concepts.ts';
import { BREAK, isIdeograph } from '../text/tokenise.ts';
import type { Dictionary } from './dictionary.ts';
import { wordsOf } from './headword.ts';
import { remembering } from './remember.ts';

/** A word of the question with the others of the collection that may mean the same, the surest first. */
export interface Synonymous {
  /** As a term: a Chinese word, or an English one's stem. */
  readonly text: string;
  readonly synonyms: readonly Alternative[];
}

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
    const held = [...this.#sure].flatMap(([word, weight]): Alternative[] => {
      const units = knownUnits(index, termsOf(word));
      return units === undefined ? [] : [{ units, weight }];
    });
    return held.toSorted((a, b) => b.weight - a.weight);
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

const REMEMBERED_WORDS = 10_000;

const synonymsOf = remembering(REMEMBERED_WORDS, (index, word): readonly Alternative[] => {
  const { dictionary } = index;
  if (dictionary === undefined) return [];
  return isIdeograph(word[0] ?? '') ? ofChinese(index, dictionary, word) : ofEnglish(index, dictionary, word);
});

/** The words among terms that have synonyms in the collection, each once; a break stands for what is no topic. */
export function synonymous(index: SearchIndex, terms: readonly string[]): readonly Synonymous[] {
  const { dictionary } = index;
  if (dictionary === undefined) return [];
  const words = wordsOf(terms, (word) => dictionary.has(word) || undefined);
  const texts = new Set(words.map(({ start, end }) => terms.slice(start, end).join('')));
  return [...texts].flatMap((text) => {
    if (isIdeograph(text[0] ?? '') ? text.length < SHORTEST_WORD : text === BREAK) return [];
    const synonyms = synonymsOf(index, text);
    return synonyms.length === 0 ? [] : [{ text, synonyms }];
  });
}

// What was looked up for an index is remembered: a collection's readers ask with the same words again and again.
import type { SearchIndex } from '../index/index.ts';

/** Nobody asks twice with longer ones, in UTF-16 code units. */
const LONGEST_REMEMBERED = 60;

type LookUp<Found> = (index: SearchIndex, words: string) => Found;

/** The same look-up, which keeps what it finds for the first `most` words or phrases of each index. */
export function remembering<Found>(most: number, lookUp: LookUp<Found>): LookUp<Found> {
  const foundIn = new WeakMap<SearchIndex, Map<string, Found>>();
  return (index, words) => {
    const known = foundIn.get(index) ?? new Map<string, Found>();
    foundIn.set(index, known);
    const before = known.get(words);
    if (before !== undefined) return before;
    const found = lookUp(index, words);
    if (known.size < most && words.length <= LONGEST_REMEMBERED) known.set(words, found);
    return found;
  };
}

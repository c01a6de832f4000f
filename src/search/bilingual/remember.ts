// What was looked up for an index is remembered: a collection's readers ask with the same words again and again.
import type { SearchIndex } from '../index/index.ts';

type LookUp<Found> = (index: SearchIndex, words: string) => Found;

/**
 * The same look-up, which keeps what it finds for the first `most` words or phrases of each index. What it does not find
 * (undefined) is not kept: names and slips that members type are no words of a dictionary, and theirs to keep.
 */
export function remembering<Found>(
  most: number,
  lookUp: LookUp<Found | undefined>,
): LookUp<Found | undefined> {
  const foundIn = new WeakMap<SearchIndex, Map<string, Found>>();
  return (index, words) => {
    const known = foundIn.get(index) ?? new Map<string, Found>();
    foundIn.set(index, known);
    const before = known.get(words);
    if (before !== undefined) return before;
    const found = lookUp(index, words);
    if (found !== undefined && known.size < most) known.set(words, found);
    return found;
  };
}

// What was looked up for an index is remembered: a collection's readers ask with the same words again and again. Not the
// words themselves, which are the members': only a hash of them.
import type { SearchIndex } from '../index/index.ts';

type LookUp<Found> = (index: SearchIndex, words: string) => Found;

/** FNV-1a's offset and prime, and MurmurHash's prime, so that the two halves differ. */
const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;
const MURMUR_PRIME = 0x5bd1e995;
const HIGH_BITS = 0x1fffff;
const LOW_SIZE = 0x100000000;

/** 53 bits: two of a million strings share one with a chance of one in twenty thousand. */
function hashOf(words: string): number {
  let low = FNV_OFFSET;
  let high = words.length;
  for (let at = 0; at < words.length; at += 1) {
    low = Math.imul(low ^ words.charCodeAt(at), FNV_PRIME);
    high = Math.imul(high ^ words.charCodeAt(at), MURMUR_PRIME);
    high ^= high >>> 15;
  }
  return (high & HIGH_BITS) * LOW_SIZE + (low >>> 0);
}

/** The same look-up, which keeps the results for the last `most` words or phrases that were new to each index. */
export function remembering<Found>(most: number, lookUp: LookUp<Found>): LookUp<Found> {
  const results = new WeakMap<SearchIndex, Map<number, { readonly found: Found }>>();
  return (index, words) => {
    const ofIndex = results.get(index) ?? new Map<number, { readonly found: Found }>();
    results.set(index, ofIndex);
    const hash = hashOf(words);
    const known = ofIndex.get(hash);
    if (known !== undefined) return known.found;
    const found = lookUp(index, words);
    const [oldest] = ofIndex.keys();
    if (ofIndex.size >= most && oldest !== undefined) ofIndex.delete(oldest);
    ofIndex.set(hash, { found });
    return found;
  };
}

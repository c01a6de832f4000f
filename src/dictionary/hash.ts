// Stands for a text where the text itself must not be kept: what members ask is theirs.

/** FNV-1a's offset and prime, and MurmurHash's prime, so that the two halves differ. */
const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;
const MURMUR_PRIME = 0x5bd1e995;
const HIGH_BITS = 0x1fffff;
const LOW_SIZE = 0x100000000;

/** 53 bits: two of a million strings share one with a chance of one in twenty thousand. */
export function hashOf(words: string): number {
  let low = FNV_OFFSET;
  let high = words.length;
  for (let at = 0; at < words.length; at += 1) {
    low = Math.imul(low ^ words.charCodeAt(at), FNV_PRIME);
    high = Math.imul(high ^ words.charCodeAt(at), MURMUR_PRIME);
    high ^= high >>> 15;
  }
  return (high & HIGH_BITS) * LOW_SIZE + (low >>> 0);
}

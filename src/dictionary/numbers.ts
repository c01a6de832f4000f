// Whole numbers: a list that grows in a typed array, millions of them without a box for each; and the hash that stands for a
// text which itself must not be kept, as what members ask is theirs.

const FIRST_CAPACITY = 1024;

export class Numbers {
  #values: Int32Array;
  #length = 0;

  /** `capacity` is how many numbers are expected. */
  constructor(capacity = FIRST_CAPACITY) {
    this.#values = new Int32Array(capacity);
  }

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#values.length) {
      const larger = new Int32Array(this.#length * 2);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.#length] = value;
    this.#length += 1;
  }

  /** The last number, or `otherwise` while there is none. */
  last(otherwise: number): number {
    return this.#length === 0 ? otherwise : (this.#values[this.#length - 1] ?? otherwise);
  }

  toArray(): Int32Array {
    return this.#values.slice(0, this.#length);
  }
}

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

// A growing table from pairs of small integers to dense numbers (0, 1, 2 … in the order of insertion), in typed arrays:
// an index of ten thousand passages holds about a million pairs, too many for a Map of strings.

const FIRST_CAPACITY = 256;
/** Slots in use before the table doubles: half, so that a search for an absent pair ends soon. */
const FULLEST = 0.5;
/** Odd multipliers that spread neighbouring numbers over the table (the golden ratio and another 32-bit prime). */
const SPREAD_FIRST = 0x9e3779b1;
const SPREAD_SECOND = 0x85ebca77;

function doubled(values: Int32Array): Int32Array {
  const larger = new Int32Array(Math.max(FIRST_CAPACITY, values.length * 2));
  larger.set(values);
  return larger;
}

export class PairTable {
  #firsts: Int32Array = new Int32Array(FIRST_CAPACITY);
  #seconds: Int32Array = new Int32Array(FIRST_CAPACITY);
  /** Number + 1 of the pair in each slot; 0 where the slot is free. */
  #slots: Int32Array = new Int32Array(FIRST_CAPACITY * 2);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  #slotOf(first: number, second: number): number {
    const mask = this.#slots.length - 1;
    const mixed = Math.imul(first, SPREAD_FIRST) ^ Math.imul(second, SPREAD_SECOND);
    let slot = (mixed ^ (mixed >>> 15)) & mask;
    for (;;) {
      const entry = (this.#slots[slot] ?? 0) - 1;
      if (entry < 0 || (this.#firsts[entry] === first && this.#seconds[entry] === second)) return slot;
      slot = (slot + 1) & mask;
    }
  }

  /** The pair's number, or -1 where it was never added. */
  get(first: number, second: number): number {
    return (this.#slots[this.#slotOf(first, second)] ?? 0) - 1;
  }

  /** The pair's number, which is `size` before the call where the pair is new. */
  add(first: number, second: number): number {
    const slot = this.#slotOf(first, second);
    const known = (this.#slots[slot] ?? 0) - 1;
    if (known >= 0) return known;
    if (this.#size === this.#firsts.length) {
      this.#firsts = doubled(this.#firsts);
      this.#seconds = doubled(this.#seconds);
    }
    this.#firsts[this.#size] = first;
    this.#seconds[this.#size] = second;
    this.#size += 1;
    this.#slots[slot] = this.#size;
    if (this.#size > this.#slots.length * FULLEST) this.#rehash();
    return this.#size - 1;
  }

  /** Gives back what was kept for pairs to come. */
  trim(): void {
    this.#firsts = this.#firsts.slice(0, this.#size);
    this.#seconds = this.#seconds.slice(0, this.#size);
  }

  #rehash(): void {
    this.#slots = new Int32Array(this.#slots.length * 2);
    for (let entry = 0; entry < this.#size; entry += 1) {
      this.#slots[this.#slotOf(this.#firsts[entry] ?? 0, this.#seconds[entry] ?? 0)] = entry + 1;
    }
  }
}

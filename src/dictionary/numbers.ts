// Numbers in typed arrays, millions of them without a box for each: a list that grows, a table of places, short lists.

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

/** Numbers of a block: tens of short lists. A larger one stays in memory as long as any of its lists is needed. */
const BLOCK = 2_048;
/** What is left of the block that lists are taken from. */
let block = { buffer: new ArrayBuffer(0), used: 0 };

/** So many zeros. A block of memory for each short list, of which a question takes thousands, would cost ten times as much. */
export function zeros(count: number): Float32Array {
  const bytes = count * Float32Array.BYTES_PER_ELEMENT;
  if (bytes > BLOCK) return new Float32Array(count);
  if (block.used + bytes > block.buffer.byteLength)
    block = { buffer: new ArrayBuffer(BLOCK * Float32Array.BYTES_PER_ELEMENT), used: 0 };
  const list = new Float32Array(block.buffer, block.used, count);
  block.used += bytes;
  return list;
}

/** For each item a number. */
export function numbersOf<Item>(
  items: readonly Item[],
  numberOf: (item: Item, at: number) => number,
): Float32Array {
  const numbers = zeros(items.length);
  for (let at = 0; at < items.length; at += 1) numbers[at] = numberOf(items[at] as Item, at);
  return numbers;
}

const FIRST_PLACES = 256;
const LARGEST_SHORT = 65_535;
/** Slots to a number at least, so that a search for an absent one ends soon. */
const ROOM = 2;
/** An odd multiplier that spreads neighbouring numbers over the table (the golden ratio). */
const SPREAD = 0x9e3779b1;

/** Some of many numbers, each with its place from 1 in the order in which they came; in typed arrays. */
export class NumberTable {
  #numbers = new Int32Array(FIRST_PLACES);
  /** The place of the number in each slot; 0 where the slot is free. */
  #slots: Int32Array | Uint16Array = new Int32Array(FIRST_PLACES * ROOM);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  at(place: number): number {
    return this.#numbers[place - 1] ?? 0;
  }

  #slotOf(number: number): number {
    const mask = this.#slots.length - 1;
    const mixed = Math.imul(number, SPREAD);
    let slot = (mixed ^ (mixed >>> 15)) & mask;
    for (;;) {
      const place = this.#slots[slot] ?? 0;
      if (place === 0 || this.#numbers[place - 1] === number) return slot;
      slot = (slot + 1) & mask;
    }
  }

  /** The number's place, or 0. */
  get(number: number): number {
    return this.#slots[this.#slotOf(number)] ?? 0;
  }

  add(number: number): number {
    const slot = this.#slotOf(number);
    const known = this.#slots[slot] ?? 0;
    if (known > 0) return known;
    if (this.#size === this.#numbers.length) {
      const larger = new Int32Array(this.#size * 2);
      larger.set(this.#numbers);
      this.#numbers = larger;
    }
    this.#numbers[this.#size] = number;
    this.#size += 1;
    this.#slots[slot] = this.#size;
    if (this.#size * ROOM > this.#slots.length) this.#rehash();
    return this.#size;
  }

  /** Gives back what was kept for numbers to come. */
  trim(): void {
    this.#numbers = this.#numbers.slice(0, this.#size);
    if (this.#size <= LARGEST_SHORT) this.#slots = Uint16Array.from(this.#slots);
  }

  #rehash(): void {
    this.#slots = new Int32Array(this.#slots.length * 2);
    for (let place = 1; place <= this.#size; place += 1) this.#slots[this.#slotOf(this.at(place))] = place;
  }
}

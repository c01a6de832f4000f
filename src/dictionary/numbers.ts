// Numbers in typed arrays: a list of whole ones that grows, millions of them without a box for each; and short lists of zeros.

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

/** Numbers of a block: enough for hundreds of short lists. */
const BLOCK = 16_384;
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

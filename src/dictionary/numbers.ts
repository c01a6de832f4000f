// A list of whole numbers that grows in a typed array: millions of them without a box for each.

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

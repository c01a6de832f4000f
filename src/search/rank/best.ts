// The best few of many: what passages and wordings are narrowed down to before a closer look.

/** At most so many numbers, each worth more than nothing, the best first; of equals the one that came first. */
export class Best {
  readonly numbers: number[] = [];
  readonly #worths: number[] = [];
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  /** What a further number must be worth more than. */
  get least(): number {
    return this.numbers.length < this.#most ? 0 : (this.#worths[this.#most - 1] ?? 0);
  }

  add(number: number, worth: number): void {
    if (worth <= this.least) return;
    if (this.numbers.length === this.#most) {
      this.numbers.pop();
      this.#worths.pop();
    }
    let at = this.numbers.length;
    while (at > 0 && worth > (this.#worths[at - 1] ?? 0)) at -= 1;
    this.numbers.splice(at, 0, number);
    this.#worths.splice(at, 0, worth);
  }
}

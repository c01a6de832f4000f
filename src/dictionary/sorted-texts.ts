// What keeps the dictionaries small in memory: a list of whole numbers that grows in a typed array, a sorted list of texts
// that is searched by halving, and the English-Chinese phrase book that is made of both.

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

export interface Sorted {
  readonly size: number;
  /** The first place of the texts that begin with each code unit; one more entry for each closes the one before. */
  readonly firstOf: Int32Array;
  textAt(place: number): string;
}

const CODE_UNITS = 65_536;

export function sorted(
  size: number,
  textAt: (place: number) => string,
  codeAt: (place: number) => number,
): Sorted {
  const firstOf = new Int32Array(CODE_UNITS + 1);
  for (let place = 0; place < size; place += 1) {
    const next = codeAt(place) + 1;
    firstOf[next] = (firstOf[next] ?? 0) + 1;
  }
  for (let code = 0; code < CODE_UNITS; code += 1)
    firstOf[code + 1] = (firstOf[code + 1] ?? 0) + (firstOf[code] ?? 0);
  return { size, firstOf, textAt };
}

/** The place of a key among sorted texts, or -1. */
export function placeOf(key: string, { firstOf, textAt }: Sorted): number {
  if (key === '') return -1;
  const code = key.charCodeAt(0);
  let low = firstOf[code] ?? 0;
  let high = (firstOf[code + 1] ?? 0) - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const text = textAt(middle);
    if (text === key) return middle;
    if (text < key) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

export interface PhraseBook {
  /** The folded Chinese translations of one stem or of several side by side, the commonest first; [] where unknown. */
  translationsOf(stems: readonly string[]): readonly string[];
}

const ENTRIES_EXPECTED = 50_000;

function lineStarts(text: string): Int32Array {
  const starts = new Numbers(ENTRIES_EXPECTED);
  for (let at = 0; at < text.length; at = text.indexOf('\n', at) + 1) starts.push(at);
  return starts.toArray();
}

/** Parses lines "stem stem TAB translation,translation" in the order of their stems; each ends with a newline. */
export function parsePhraseBook(source: string | Uint8Array): PhraseBook {
  const text = typeof source === 'string' ? source : new TextDecoder().decode(source);
  const starts = lineStarts(text);
  const entries = sorted(
    starts.length,
    (place) => text.slice(starts[place], text.indexOf('\t', starts[place])),
    (place) => text.charCodeAt(starts[place] ?? 0),
  );
  return {
    translationsOf: (stems) => {
      const start = starts[placeOf(stems.join(' '), entries)];
      if (start === undefined) return [];
      return text.slice(text.indexOf('\t', start) + 1, text.indexOf('\n', start)).split(',');
    },
  };
}

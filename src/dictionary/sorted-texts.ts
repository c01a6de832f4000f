// A sorted list of texts that is searched by halving, from the first character on that a key begins with.

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

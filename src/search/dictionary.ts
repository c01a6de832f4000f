// The Chinese-English dictionary in its compact form: Chinese words by the stems of their English glosses, and back.

/** The radix of the stem numbers in the compact form. */
const RADIX = 36;

export interface Translation {
  /** A folded Chinese word. */
  readonly word: string;
  /** The gloss's place among those of its word, from 0: the common meanings come first. */
  readonly rank: number;
  /** How many stems the gloss has: more than were asked for where it says more. */
  readonly stems: number;
}

export interface Dictionary {
  /** Number of Chinese words. */
  readonly size: number;
  /** The Chinese words with a gloss that holds all of these stems. */
  translate(stems: readonly string[]): readonly Translation[];
  /** The glosses of a folded Chinese word as stems, in order; [] where it is not a headword. */
  glossesOf(word: string): readonly (readonly string[])[];
  has(word: string): boolean;
  /** How a Chinese character is read, without tones; [] where unknown. */
  readingsOf(character: string): readonly string[];
  /** The characters that foreign names are written with. */
  readonly transliterators: string;
  /** All stems of the glosses in alphabetical order. */
  readonly sortedStems: readonly string[];
}

/** Words, their glosses and the glosses' stems, each a run in the next list; one more entry closes the last run. */
interface Columns {
  readonly words: readonly string[];
  readonly firstGloss: Int32Array;
  readonly firstStem: Int32Array;
  readonly stems: Uint16Array;
  readonly wordOfGloss: Int32Array;
  readonly readings: ReadonlyMap<string, readonly string[]>;
}

function readColumns(lines: readonly string[]): Columns {
  const words: string[] = [];
  const firstGloss: number[] = [];
  const firstStem: number[] = [];
  const stems: number[] = [];
  const wordOfGloss: number[] = [];
  const readings = new Map<string, readonly string[]>();
  for (const line of lines) {
    const [word = '', glosses = '', sounds] = line.split('\t');
    firstGloss.push(firstStem.length);
    for (const gloss of glosses === '' ? [] : glosses.split(',')) {
      firstStem.push(stems.length);
      wordOfGloss.push(words.length);
      for (const stem of gloss.split(' ')) stems.push(Number.parseInt(stem, RADIX));
    }
    words.push(word);
    if (sounds !== undefined) readings.set(word, sounds.split(' '));
  }
  firstGloss.push(firstStem.length);
  firstStem.push(stems.length);
  return {
    words,
    firstGloss: Int32Array.from(firstGloss),
    firstStem: Int32Array.from(firstStem),
    stems: Uint16Array.from(stems),
    wordOfGloss: Int32Array.from(wordOfGloss),
    readings,
  };
}

/** For each stem the glosses that hold it. */
interface Inverted {
  readonly starts: Int32Array;
  readonly glosses: Int32Array;
}

function invert({ firstStem, stems }: Columns, stemCount: number): Inverted {
  const starts = new Int32Array(stemCount + 1);
  for (const stem of stems) starts[stem + 1] = (starts[stem + 1] ?? 0) + 1;
  for (let stem = 0; stem < stemCount; stem += 1)
    starts[stem + 1] = (starts[stem + 1] ?? 0) + (starts[stem] ?? 0);
  const next = starts.slice();
  const glosses = new Int32Array(stems.length);
  for (let gloss = 0; gloss + 1 < firstStem.length; gloss += 1) {
    for (let at = firstStem[gloss] ?? 0; at < (firstStem[gloss + 1] ?? 0); at += 1) {
      const stem = stems[at] ?? 0;
      const place = next[stem] ?? 0;
      glosses[place] = gloss;
      next[stem] = place + 1;
    }
  }
  return { starts, glosses };
}

function translator(columns: Columns, stemNumbers: ReadonlyMap<string, number>): Dictionary['translate'] {
  const { starts, glosses } = invert(columns, stemNumbers.size);
  const { firstGloss, firstStem, stems, wordOfGloss, words } = columns;
  const frequency = (stem: number) => (starts[stem + 1] ?? 0) - (starts[stem] ?? 0);
  return (asked) => {
    const numbers = asked.map((stem) => stemNumbers.get(stem) ?? -1);
    if (numbers.length === 0 || numbers.includes(-1)) return [];
    const rarest = numbers.reduce((a, b) => (frequency(b) < frequency(a) ? b : a));
    const found: Translation[] = [];
    for (let at = starts[rarest] ?? 0; at < (starts[rarest + 1] ?? 0); at += 1) {
      const gloss = glosses[at] ?? 0;
      const held = stems.subarray(firstStem[gloss] ?? 0, firstStem[gloss + 1] ?? 0);
      if (!numbers.every((number) => held.includes(number))) continue;
      const word = wordOfGloss[gloss] ?? 0;
      found.push({ word: words[word] ?? '', rank: gloss - (firstGloss[word] ?? 0), stems: held.length });
    }
    return found;
  };
}

/** Parses the compact form: a line of stems, one of transliterating characters, then a line for each word with its glosses and, of characters, readings. */
export function parseDictionary(source: string | Uint8Array): Dictionary {
  const text = typeof source === 'string' ? source : new TextDecoder().decode(source);
  const [stemLine = '', transliterators = '', ...lines] = text.trimEnd().split('\n');
  const stemTexts = stemLine.split(' ');
  const columns = readColumns(lines);
  const numbers = new Map(columns.words.map((word, number) => [word, number]));
  const { firstGloss, firstStem, stems } = columns;
  return {
    size: columns.words.length,
    translate: translator(columns, new Map(stemTexts.map((stem, number) => [stem, number]))),
    glossesOf: (word) => {
      const number = numbers.get(word);
      if (number === undefined) return [];
      const first = firstGloss[number] ?? 0;
      return Array.from({ length: (firstGloss[number + 1] ?? 0) - first }, (_, rank) =>
        Array.from(
          stems.subarray(firstStem[first + rank], firstStem[first + rank + 1]),
          (stem) => stemTexts[stem] ?? '',
        ),
      );
    },
    transliterators,
    sortedStems: stemTexts.slice().sort(),
    has: (word) => numbers.has(word),
    readingsOf: (character) => columns.readings.get(character) ?? [],
  };
}

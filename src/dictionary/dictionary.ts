// The dictionary in its compact forms: Chinese words by the stems of their English glosses and back, and a phrase book of
// what English words become in Chinese.
import { Numbers, type PhraseBook, parsePhraseBook, placeOf, type Sorted, sorted } from './sorted-texts.ts';

export interface Translation {
  /** A folded Chinese word. */
  readonly word: string;
  /** The gloss's place among those of its word, from 0: the common meanings come first. */
  readonly rank: number;
  /** How many stems the gloss has: more than were asked for where it says more. */
  readonly stems: number;
}

export interface Dictionary extends PhraseBook {
  /** Number of Chinese words. */
  readonly size: number;
  /** All stems of the glosses in alphabetical order. */
  readonly stems: readonly string[];
  /** The characters that foreign names are written with. */
  readonly transliterators: string;
  /** The Chinese words with a gloss that holds all of these stems and at most `most` stems. */
  translate(stems: readonly string[], most: number): readonly Translation[];
  /** How many glosses hold the stem. */
  frequencyOf(stem: string): number;
  /** Whether a folded Chinese word is a headword. */
  has(word: string): boolean;
  /** The glosses of a folded Chinese word as stems, in order; undefined where it is not a headword. */
  glossesOf(word: string): readonly (readonly string[])[] | undefined;
  /** How a Chinese character is read, without tones, the commonest first; [] where unknown. */
  readingsOf(character: string): readonly string[];
}

/** Words, their glosses and the glosses' stems, each a run in the next list; one more entry closes the last run. */
interface Columns {
  readonly text: string;
  readonly wordStarts: Int32Array;
  readonly wordEnds: Int32Array;
  readonly firstGloss: Int32Array;
  readonly firstStem: Int32Array;
  readonly stems: Int32Array;
  readonly wordOfGloss: Int32Array;
  readonly readings: ReadonlyMap<string, string>;
}

const CODE = { tab: 9, newline: 10, space: 32, comma: 44, zero: 48, nine: 57, a: 97 } as const;
/** Stems are numbered in this radix: digits, then small letters. */
const RADIX = 36;

function digitOf(code: number): number {
  return code <= CODE.nine ? code - CODE.zero : code - CODE.a + 10;
}

/** Reads "number number,number …" from a place to the next tab or line end, which it returns. */
function readGlosses(
  text: string,
  from: number,
  gloss: { readonly starts: Numbers; readonly stems: Numbers },
): number {
  let at = from;
  let number = 0;
  if (text.charCodeAt(at) > CODE.newline) gloss.starts.push(gloss.stems.length);
  for (; text.charCodeAt(at) > CODE.newline; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= CODE.zero) {
      number = number * RADIX + digitOf(code);
      continue;
    }
    gloss.stems.push(number);
    number = 0;
    if (code === CODE.comma) gloss.starts.push(gloss.stems.length);
  }
  if (at > from) gloss.stems.push(number);
  return at;
}

/** Reads the lines "word TAB glosses [TAB readings]" in one pass over the characters. */
function readColumns(text: string, from: number): Columns {
  const wordStarts = new Numbers();
  const wordEnds = new Numbers();
  const firstGloss = new Numbers();
  const wordOfGloss = new Numbers();
  const gloss = { starts: new Numbers(), stems: new Numbers() };
  const readings = new Map<string, string>();
  for (let at = from; at < text.length; at += 1) {
    const wordEnd = text.indexOf('\t', at);
    const end = readGlosses(text, wordEnd + 1, { starts: gloss.starts, stems: gloss.stems });
    firstGloss.push(wordOfGloss.length);
    while (wordOfGloss.length < gloss.starts.length) wordOfGloss.push(wordStarts.length);
    wordStarts.push(at);
    wordEnds.push(wordEnd);
    const lineEnd = text.charCodeAt(end) === CODE.tab ? text.indexOf('\n', end) : end;
    if (lineEnd > end) readings.set(text.slice(at, wordEnd), text.slice(end + 1, lineEnd));
    at = lineEnd;
  }
  firstGloss.push(wordOfGloss.length);
  gloss.starts.push(gloss.stems.length);
  return {
    text,
    wordStarts: wordStarts.toArray(),
    wordEnds: wordEnds.toArray(),
    firstGloss: firstGloss.toArray(),
    firstStem: gloss.starts.toArray(),
    stems: gloss.stems.toArray(),
    wordOfGloss: wordOfGloss.toArray(),
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

function wordAt({ text, wordStarts, wordEnds }: Columns, word: number): string {
  return text.slice(wordStarts[word], wordEnds[word]);
}

function sortedWords(columns: Columns): Sorted {
  const { text, wordStarts } = columns;
  return sorted(
    wordStarts.length,
    (place) => wordAt(columns, place),
    (place) => text.charCodeAt(wordStarts[place] ?? 0),
  );
}

function glossesAt(
  { firstGloss, firstStem, stems }: Columns,
  word: number,
  stemTexts: readonly string[],
): readonly (readonly string[])[] {
  const first = firstGloss[word] ?? 0;
  return Array.from({ length: (firstGloss[word + 1] ?? 0) - first }, (_, rank) =>
    Array.from(
      stems.subarray(firstStem[first + rank], firstStem[first + rank + 1]),
      (stem) => stemTexts[stem] ?? '',
    ),
  );
}

function holdsAll({ firstStem, stems }: Columns, gloss: number, numbers: readonly number[]): boolean {
  const end = firstStem[gloss + 1] ?? 0;
  return numbers.every((number) => {
    for (let at = firstStem[gloss] ?? 0; at < end; at += 1) if (stems[at] === number) return true;
    return false;
  });
}

interface Glosses {
  readonly columns: Columns;
  readonly inverted: Inverted;
}

/** The words whose glosses hold all of these stems, by number, and at most so many. */
function translations(
  { columns, inverted }: Glosses,
  numbers: readonly number[],
  most: number,
): readonly Translation[] {
  const { starts, glosses } = inverted;
  const { firstGloss, firstStem, wordOfGloss } = columns;
  const frequency = (stem: number) => (starts[stem + 1] ?? 0) - (starts[stem] ?? 0);
  const rarest = numbers.reduce((a, b) => (frequency(b) < frequency(a) ? b : a));
  const found: Translation[] = [];
  for (let at = starts[rarest] ?? 0; at < (starts[rarest + 1] ?? 0); at += 1) {
    const gloss = glosses[at] ?? 0;
    const length = (firstStem[gloss + 1] ?? 0) - (firstStem[gloss] ?? 0);
    if (length > most || length < numbers.length) continue;
    if (numbers.length > 1 && !holdsAll(columns, gloss, numbers)) continue;
    const word = wordOfGloss[gloss] ?? 0;
    found.push({ word: wordAt(columns, word), rank: gloss - (firstGloss[word] ?? 0), stems: length });
  }
  return found;
}

/** Parses a line of stems, one of transliterating characters, then a line for each Chinese word; and the phrase book. */
export function parseDictionary(source: string | Uint8Array, phraseBook: string | Uint8Array): Dictionary {
  const text = typeof source === 'string' ? source : new TextDecoder().decode(source);
  const stemsEnd = text.indexOf('\n');
  const charactersEnd = text.indexOf('\n', stemsEnd + 1);
  const stemTexts = text.slice(0, stemsEnd).split(' ');
  const columns = readColumns(text, charactersEnd + 1);
  const inverted = invert(columns, stemTexts.length);
  const stemList = sorted(
    stemTexts.length,
    (place) => stemTexts[place] ?? '',
    (place) => stemTexts[place]?.charCodeAt(0) ?? 0,
  );
  const wordList = sortedWords(columns);
  const numberOf = (stem: string) => placeOf(stem, stemList);
  return {
    ...parsePhraseBook(phraseBook),
    size: columns.wordStarts.length,
    stems: stemTexts,
    transliterators: text.slice(stemsEnd + 1, charactersEnd),
    translate: (asked, most) => {
      const numbers = asked.map(numberOf);
      return numbers.length === 0 || numbers.includes(-1)
        ? []
        : translations({ columns, inverted }, numbers, most);
    },
    frequencyOf: (stem) => {
      const number = numberOf(stem);
      return number < 0 ? 0 : (inverted.starts[number + 1] ?? 0) - (inverted.starts[number] ?? 0);
    },
    has: (word) => placeOf(word, wordList) >= 0,
    glossesOf: (word) => {
      const number = placeOf(word, wordList);
      return number < 0 ? undefined : glossesAt(columns, number, stemTexts);
    },
    readingsOf: (character) => columns.readings.get(character)?.split(' ') ?? [],
  };
}

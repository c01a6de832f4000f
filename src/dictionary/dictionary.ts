// The dictionary in its compact forms, asked as they lie in their files: Chinese words by the stems of their English glosses
// and back, and a phrase book of what English words become in Chinese. It remembers what it said, not of which text.
import {
  bytesOf,
  glossesIn,
  glossesWith,
  keyAt,
  linesByStem,
  NEWLINE,
  readStems,
  type SortedLines,
  type StemLines,
  seek,
  TAB,
  textBetween,
} from './glosses.ts';

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
  /** The stems of the glosses that begin with these two letters, in alphabetical order. */
  stemsFrom(letters: string): readonly string[];
  /** The characters that foreign names are written with. */
  readonly transliterators: string;
  /** The Chinese words with a gloss that holds all of these stems and at most `most` stems. */
  translate(stems: readonly string[], most: number): readonly Translation[];
  /** How many glosses hold the stem. */
  frequencyOf(stem: string): number;
  /** Whether a folded Chinese word is a headword. */
  has(word: string): boolean;
  /** Whether longer headwords begin with it. */
  goesOn(word: string): boolean;
  /** The glosses of a folded Chinese word as stems, in order; undefined where it is not a headword. */
  glossesOf(word: string): readonly (readonly string[])[] | undefined;
  /** How a Chinese character is read, without tones, the commonest first; [] where unknown. */
  readingsOf(character: string): readonly string[];
}

/** Of what hundreds of words may be found for: enough for the words of some questions. */
const FEW = 512;

/** The words whose glosses hold all of these stems, by number, and at most so many. */
function translations(
  bytes: Uint8Array,
  { starts, lines }: StemLines,
  { numbers, most }: { readonly numbers: readonly number[]; readonly most: number },
): readonly Translation[] {
  const frequency = (stem: number) => (starts[stem + 1] ?? 0) - (starts[stem] ?? 0);
  const rarest = numbers.reduce((a, b) => (frequency(b) < frequency(a) ? b : a));
  const sought = [...new Set([rarest, ...numbers])];
  const found: Translation[] = [];
  let last = -1;
  for (const line of lines.subarray(starts[rarest], starts[rarest + 1])) {
    // A word stands there once for each of its glosses that hold the stem.
    if (line === last) continue;
    last = line;
    for (const { rank, stems, times } of glossesWith(bytes, line, sought)) {
      if (stems > most || stems < numbers.length) continue;
      const translation = { word: keyAt(bytes, line), rank, stems };
      // A gloss that says a stem twice counts twice.
      for (let time = 0; time < times; time += 1) found.push(translation);
    }
  }
  return found;
}

function readingsAt(bytes: Uint8Array, line: number): readonly string[] {
  const glosses = bytes.indexOf(TAB, line) + 1;
  const end = bytes.indexOf(NEWLINE, glosses);
  const tab = bytes.subarray(glosses, end).indexOf(TAB);
  return tab < 0 ? [] : textBetween(bytes, glosses + tab + 1, end).split(' ');
}

/** Of a line of sorted stems, one of transliterating characters, a line for each Chinese word; and of the phrase book. */
export function parseDictionary(source: string | Uint8Array, phraseBook: string | Uint8Array): Dictionary {
  const bytes = bytesOf(source);
  const stemsEnd = bytes.indexOf(NEWLINE);
  const charactersEnd = bytes.indexOf(NEWLINE, stemsEnd + 1);
  const stems = textBetween(bytes, 0, stemsEnd).split(' ');
  const words: SortedLines = { bytes, from: charactersEnd + 1 };
  const held = readStems(words);
  const byStem = linesByStem(held, { count: stems.length, wholeOnly: false });
  const wholeByStem = linesByStem(held, { count: stems.length, wholeOnly: true });
  const book = openPhraseBook(phraseBook);
  let byLetters: ReadonlyMap<string, readonly string[]> | undefined;
  const soughtWord = remembered((word) => seek(word, words));
  const lineOfWord = (word: string) => soughtWord(word).line;
  const glossesOfWord = remembered((word) => {
    const line = lineOfWord(word);
    if (line < 0) return undefined;
    return glossesIn(bytes, line).map((gloss) => gloss.map((stem) => stems[stem] ?? ''));
  });
  const translated = remembered((key) => {
    const [most, ...asked] = key.split(' ');
    const numbers = asked.map((stem) => numberOf(stem, stems));
    if (numbers.includes(-1)) return [];
    return translations(bytes, most === '1' ? wholeByStem : byStem, { numbers, most: Number(most) });
  }, FEW);
  const booked = remembered((key) => book.translationsOf([key]));
  return {
    translationsOf: (asked) => booked(asked.join(' ')),
    size: held.words,
    stemsFrom: (letters) => {
      byLetters ??= inGroups(stems);
      return byLetters.get(letters) ?? [];
    },
    transliterators: textBetween(bytes, stemsEnd + 1, charactersEnd),
    translate: (asked, most) => (asked.length === 0 ? [] : translated([most, ...asked].join(' '))),
    frequencyOf: (stem) => {
      const number = numberOf(stem, stems);
      return number < 0 ? 0 : (byStem.starts[number + 1] ?? 0) - (byStem.starts[number] ?? 0);
    },
    has: (word) => lineOfWord(word) >= 0,
    goesOn: (word) => soughtWord(word).goesOn,
    glossesOf: glossesOfWord,
    readingsOf: remembered((character) => {
      const line = lineOfWord(character);
      return line < 0 ? [] : readingsAt(bytes, line);
    }),
  };
}

/** Stems by their first two letters. */
function inGroups(stems: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const stem of stems) {
    const own = groups.get(stem.slice(0, 2)) ?? [];
    own.push(stem);
    groups.set(stem.slice(0, 2), own);
  }
  return groups;
}

/** The place of a stem among all, which are sorted, or -1. */
function numberOf(sought: string, stems: readonly string[]): number {
  let low = 0;
  let high = stems.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const stem = stems[middle] ?? '';
    if (stem === sought) return middle;
    if (stem < sought) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

export interface PhraseBook {
  /** The folded Chinese translations of one stem or of several side by side, the commonest first; [] where unknown. */
  translationsOf(stems: readonly string[]): readonly string[];
}

/** Of lines "stem stem TAB translation,translation" in the order of their stems; each ends with a newline. */
function openPhraseBook(source: string | Uint8Array): PhraseBook {
  const bytes = bytesOf(source);
  return {
    translationsOf: (stems) => {
      const { line } = seek(stems.join(' '), { bytes, from: 0 });
      if (line < 0) return [];
      const start = bytes.indexOf(TAB, line) + 1;
      return textBetween(bytes, start, bytes.indexOf(NEWLINE, start)).split(',');
    },
  };
}

/** Texts kept: those of a few long questions. */
const CAPACITY = 4_096;

/**
 * @param find says the same of the same text at any time, and nobody changes what it says
 * @param capacity texts kept: fewer where much is found for each
 */
export function remembered<T>(find: (text: string) => T, capacity = CAPACITY): (text: string) => T {
  const known = new Map<number, { readonly found: T }>();
  return (text) => {
    const hash = hashOf(text);
    const kept = known.get(hash);
    if (kept) return kept.found;
    if (known.size >= capacity) known.clear();
    const found = find(text);
    known.set(hash, { found });
    return found;
  };
}

/** The same of an object, for as long as that is there: what is made of it is made once. */
export function rememberedOf<Of extends object, Made>(make: (of: Of) => Made): (of: Of) => Made {
  const known = new WeakMap<Of, { readonly made: Made }>();
  return (of) => {
    const kept = known.get(of);
    if (kept) return kept.made;
    const made = make(of);
    known.set(of, { made });
    return made;
  };
}

/** What lives for one question, and carries what is made of it: a WeakMap would keep both until the next full collection. */
export interface Noted {
  readonly notes: Map<unknown, unknown>;
}

/** The same of such an object, made once. */
export function notedOf<Of extends Noted, Made>(make: (of: Of) => Made): (of: Of) => Made {
  return (of) => {
    if (!of.notes.has(make)) of.notes.set(make, make(of));
    return of.notes.get(make) as Made;
  };
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

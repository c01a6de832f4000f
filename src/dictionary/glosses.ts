// The glosses of Chinese words as they lie in the dictionary's file, numbers of stems in radix 36: "word TAB 1 2,3 TAB
// readings" says that the word has two glosses; and for each stem the words whose glosses hold it.

const CODE = { comma: 44, zero: 48, nine: 57, a: 97 } as const;
/** Digits, then small letters. */
const RADIX = 36;

/** The numbers of the stems of each gloss, in order. */
export function glossesIn(bytes: Uint8Array, line: number): readonly (readonly number[])[] {
  const glosses: number[][] = [];
  let at = endOfKey(bytes, line) + 1;
  for (let opens = true; (bytes[at] ?? 0) > NEWLINE; at += 1) {
    if (opens) glosses.push([]);
    const end = endOfNumber(bytes, at);
    glosses.at(-1)?.push(numberBetween(bytes, at, end));
    at = end;
    opens = bytes[at] === CODE.comma;
    if ((bytes[at] ?? 0) <= NEWLINE) break;
  }
  return glosses;
}

export interface HeldGloss {
  /** Its place among those of the line. */
  readonly rank: number;
  readonly stems: number;
  /** How often it says the first of the stems that were sought. */
  readonly times: number;
}

/** The glosses of a line that hold all of some stems, each sought once; most lines that are looked at have none. */
export function glossesWith(
  bytes: Uint8Array,
  line: number,
  sought: readonly number[],
): readonly HeldGloss[] {
  const all = (1 << sought.length) - 1;
  const found: HeldGloss[] = [];
  let at = endOfKey(bytes, line) + 1;
  for (let rank = 0; (bytes[at] ?? 0) > NEWLINE; rank += 1) {
    let [stems, times, held] = [0, 0, 0];
    for (let isWithin = true; isWithin; at += 1) {
      const end = endOfNumber(bytes, at);
      const place = sought.indexOf(numberBetween(bytes, at, end));
      stems += 1;
      if (place >= 0) held |= 1 << place;
      if (place === 0) times += 1;
      at = end;
      isWithin = (bytes[at] ?? 0) > NEWLINE && bytes[at] !== CODE.comma;
    }
    if (held === all) found.push({ rank, stems, times });
    if (bytes[at - 1] !== CODE.comma) break;
  }
  return found;
}

function endOfNumber(bytes: Uint8Array, from: number): number {
  let at = from;
  while ((bytes[at] ?? 0) >= CODE.zero) at += 1;
  return at;
}

function numberBetween(bytes: Uint8Array, start: number, end: number): number {
  let number = 0;
  for (let at = start; at < end; at += 1) {
    const code = bytes[at] ?? 0;
    number = number * RADIX + (code <= CODE.nine ? code - CODE.zero : code - CODE.a + 10);
  }
  return number;
}

/** For each stem the lines of its glosses, one for each gloss that holds it, in the file's order. */
export interface StemLines {
  /** Where the lines of each stem begin; one more entry closes the last. */
  readonly starts: Int32Array;
  readonly lines: Int32Array;
}

interface Held {
  /** The stem and the line of each place in a gloss. */
  readonly stems: Int32Array;
  readonly lines: Int32Array;
  /** 1 for each that is a gloss by itself. */
  readonly isWhole: Uint8Array;
  /** Number of words. */
  readonly words: number;
}

/** In one pass over the bytes. */
export function readStems({ bytes, from }: SortedLines): Held {
  // A number and what stands behind it take two bytes at least.
  const stems = new Int32Array((bytes.length - from) >> 1);
  const lines = new Int32Array(stems.length);
  const isWhole = new Uint8Array(stems.length);
  let held = 0;
  let words = 0;
  for (let at = from; at < bytes.length; at += 1) {
    const line = at;
    while (bytes[at] !== TAB) at += 1;
    at += 1;
    while ((bytes[at] ?? 0) > NEWLINE) {
      const end = endOfNumber(bytes, at);
      stems[held] = numberBetween(bytes, at, end);
      lines[held] = line;
      if (bytes[at - 1] !== SPACE && bytes[end] !== SPACE) isWhole[held] = 1;
      held += 1;
      at = (bytes[end] ?? 0) > NEWLINE ? end + 1 : end;
    }
    while (bytes[at] !== NEWLINE) at += 1;
    words += 1;
  }
  return { stems: stems.subarray(0, held), lines: lines.subarray(0, held), isWhole, words };
}

/** The lines of all glosses, or of those alone that are one stem. */
export function linesByStem(
  { stems, lines, isWhole }: Held,
  { count, wholeOnly }: { readonly count: number; readonly wholeOnly: boolean },
): StemLines {
  const starts = new Int32Array(count + 1);
  for (let at = 0; at < stems.length; at += 1) {
    const stem = stems[at] ?? 0;
    if (!wholeOnly || isWhole[at] === 1) starts[stem + 1] = (starts[stem + 1] ?? 0) + 1;
  }
  for (let stem = 0; stem < count; stem += 1)
    starts[stem + 1] = (starts[stem + 1] ?? 0) + (starts[stem] ?? 0);
  const next = starts.slice();
  const sorted = new Int32Array(starts[count] ?? 0);
  for (let at = 0; at < stems.length; at += 1) {
    if (wholeOnly && isWhole[at] === 0) continue;
    const place = next[stems[at] ?? 0] ?? 0;
    sorted[place] = lines[at] ?? 0;
    next[stems[at] ?? 0] = place + 1;
  }
  return { starts, lines: sorted };
}

export interface SortedLines {
  readonly bytes: Uint8Array;
  /** Where the first line begins; each ends with a newline. */
  readonly from: number;
}

export const TAB = 9;
export const NEWLINE = 10;
const SPACE = 32;

const ENCODER = new TextEncoder();
const DECODER = new TextDecoder();

export interface Sought {
  /** Where the line of the key begins, or -1. */
  readonly line: number;
  /** Whether longer keys begin with it. */
  readonly goesOn: boolean;
}

export function seek(key: string, lines: SortedLines): Sought {
  const { bytes } = lines;
  const sought = ENCODER.encode(key);
  const line = firstFrom(sought, lines);
  const isKey = startsWith(bytes, line, sought) && bytes[line + sought.length] === TAB;
  const next = isKey ? lineAfter(bytes, line) : line;
  return { line: isKey ? line : -1, goesOn: startsWith(bytes, next, sought) };
}

function startsWith(bytes: Uint8Array, line: number, sought: Uint8Array): boolean {
  for (let at = 0; at < sought.length; at += 1) if (bytes[line + at] !== sought[at]) return false;
  return true;
}

/** Where the line of a key begins, or the first one of those that come behind it. */
function firstFrom(sought: Uint8Array, { bytes, from }: SortedLines): number {
  let low = from;
  let high = bytes.length;
  while (low < high) {
    let line = (low + high) >> 1;
    while (line > low && bytes[line - 1] !== NEWLINE) line -= 1;
    const order = orderOf(bytes, line, sought);
    if (order === 0) return line;
    if (order < 0) high = line;
    else low = lineAfter(bytes, line);
  }
  return low;
}

function lineAfter(bytes: Uint8Array, line: number): number {
  let at = line;
  while (at < bytes.length && bytes[at] !== NEWLINE) at += 1;
  return at + 1;
}

/** Below 0 where the sought key comes before that of the line, 0 where it is the same. */
function orderOf(bytes: Uint8Array, line: number, sought: Uint8Array): number {
  for (let at = 0; at < sought.length; at += 1) {
    const held = bytes[line + at] ?? TAB;
    if (held === TAB) return 1;
    const difference = (sought[at] ?? 0) - held;
    if (difference !== 0) return difference;
  }
  return bytes[line + sought.length] === TAB ? 0 : -1;
}

export function keyAt(bytes: Uint8Array, line: number): string {
  return textBetween(bytes, line, endOfKey(bytes, line));
}

/** By hand: a key has a few bytes, and a call of the system's search costs more than they do. */
function endOfKey(bytes: Uint8Array, line: number): number {
  let at = line;
  while (at < bytes.length && bytes[at] !== TAB) at += 1;
  return at;
}

/** The text of a half-open range of bytes. */
export function textBetween(bytes: Uint8Array, start: number, end: number): string {
  return DECODER.decode(bytes.subarray(start, end));
}

/** A file's bytes; a text is for tests and tools. */
export function bytesOf(source: string | Uint8Array): Uint8Array {
  return typeof source === 'string' ? ENCODER.encode(source) : source;
}

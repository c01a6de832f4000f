// Lines "key TAB rest", sorted by the bytes of their keys: searched by halving as they lie in the file, without reading the
// others.

export interface SortedLines {
  readonly bytes: Uint8Array;
  /** Where the first line begins; each ends with a newline. */
  readonly from: number;
}

export const TAB = 9;
export const NEWLINE = 10;

const ENCODER = new TextEncoder();
const DECODER = new TextDecoder();

/** Where the line of a key begins, or -1. */
export function lineOf(key: string, { bytes, from }: SortedLines): number {
  const sought = ENCODER.encode(key);
  let low = from;
  let high = bytes.length;
  while (low < high) {
    let line = (low + high) >> 1;
    while (line > low && bytes[line - 1] !== NEWLINE) line -= 1;
    const order = orderOf(bytes, line, sought);
    if (order === 0) return line;
    if (order < 0) high = line;
    else low = bytes.indexOf(NEWLINE, line) + 1;
  }
  return -1;
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
  return textBetween(bytes, line, bytes.indexOf(TAB, line));
}

/** The text of a half-open range of bytes. */
export function textBetween(bytes: Uint8Array, start: number, end: number): string {
  return DECODER.decode(bytes.subarray(start, end));
}

/** A file's bytes; a text is for tests and tools. */
export function bytesOf(source: string | Uint8Array): Uint8Array {
  return typeof source === 'string' ? ENCODER.encode(source) : source;
}

// Where the words of a question lie, as far as the dictionary tells: the longest headwords from left to right. A question is
// compared by its characters and pairs of characters; few of these are words of their own.
import type { Dictionary } from '../../dictionary/dictionary.ts';
import { isCommonest } from '../../language/common-words.ts';
import { isIdeograph, type Token } from '../../language/tokenise.ts';

/** Characters of the longest headword that is looked for in a question. */
const LONGEST_HEADWORD = 6;

/** The terms from the start up to (not including) the end. */
export interface Word<Found> {
  readonly start: number;
  readonly end: number;
  /** Undefined for a single term that is no headword. */
  readonly found: Found | undefined;
}

/** `lookUp` gives undefined for what is no headword; what is no ideograph ends the run. */
function longestHeadword<Found>(
  terms: readonly string[],
  start: number,
  lookUp: (word: string) => Found | undefined,
): Word<Found> {
  let word = '';
  let longest: Word<Found> = { start, end: start + 1, found: undefined };
  for (let end = start + 1; end <= start + LONGEST_HEADWORD; end += 1) {
    const term = terms[end - 1] ?? '';
    if (!isIdeograph(term)) break;
    word += term;
    const found = lookUp(word);
    if (found !== undefined) longest = { start, end, found };
  }
  return longest;
}

/** All terms as words: headwords, and the other terms one by one. */
export function wordsOf<Found>(
  terms: readonly string[],
  lookUp: (word: string) => Found | undefined,
): readonly Word<Found>[] {
  const words: Word<Found>[] = [];
  for (let start = 0; start < terms.length; start = words.at(-1)?.end ?? terms.length)
    words.push(longestHeadword(terms, start, lookUp));
  return words;
}

export interface WordBorders {
  /** 1 for each token that is a part of a longer word. */
  readonly within: Uint8Array;
  /** 1 for each token that begins another word than the one that ends before it. */
  readonly across: Uint8Array;
}

/** Neighbours that are no words may be a name that the dictionary does not know: no border is seen between them. */
export function wordBorders(dictionary: Dictionary | undefined, tokens: readonly Token[]): WordBorders {
  const within = new Uint8Array(tokens.length);
  const across = new Uint8Array(tokens.length);
  if (dictionary === undefined) return { within, across };
  const terms = tokens.map(({ term }) => term);
  let endsWord = false;
  for (const { start, end } of wordsOf(terms, (word) => dictionary.has(word) || undefined)) {
    const term = terms[start] ?? '';
    const isLong = end - start > 1;
    const isWord = isLong || isCommonest(term);
    if (isLong) within.fill(1, start, end);
    const followsIdeograph = isIdeograph(terms[start - 1] ?? '');
    if (followsIdeograph && isIdeograph(term) && (isWord || endsWord)) across[start] = 1;
    endsWord = isWord;
  }
  return { within, across };
}

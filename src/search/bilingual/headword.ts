// Where the words of a question lie, as far as the dictionary tells: the longest headwords from left to right.

import { isIdeograph } from '../../language/tokenise.ts';

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

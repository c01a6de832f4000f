// The longest word of the dictionary that begins at a place of a question.

import { isIdeograph } from '../text/tokenise.ts';

/** Characters of the longest headword that is looked for in a question. */
const LONGEST_HEADWORD = 6;

export interface Headword<Found> {
  /** Terms. */
  readonly length: number;
  readonly found: Found;
}

/** `lookUp` gives undefined for what is no headword; what is no ideograph ends the run. */
export function longestHeadword<Found>(
  terms: readonly string[],
  first: number,
  lookUp: (word: string) => Found | undefined,
): Headword<Found> | undefined {
  let word = '';
  let longest: Headword<Found> | undefined;
  for (let length = 1; length <= LONGEST_HEADWORD; length += 1) {
    const term = terms[first + length - 1] ?? '';
    if (!isIdeograph(term)) break;
    word += term;
    const found = lookUp(word);
    if (found !== undefined) longest = { length, found };
  }
  return longest;
}

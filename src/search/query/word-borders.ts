// Where the words of a Chinese question begin and end, as far as the dictionary tells: the longest headwords from left to
// right. A question is compared by its characters and pairs of characters; few of these are words of their own.

import type { Dictionary } from '../bilingual/dictionary.ts';
import { longestHeadword } from '../bilingual/headword.ts';
import { isIdeograph, type Token } from '../text/tokenise.ts';
import { isCommonest } from '../words/common-words.ts';

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
  const isHeadword = (word: string) => dictionary.has(word) || undefined;
  let endsWord = false;
  for (let first = 0; first < terms.length; ) {
    const term = terms[first] ?? '';
    const length = longestHeadword(terms, first, isHeadword)?.length ?? 1;
    const isWord = length > 1 || isCommonest(term);
    if (length > 1) within.fill(1, first, first + length);
    const followsIdeograph = isIdeograph(terms[first - 1] ?? '');
    if (followsIdeograph && isIdeograph(term) && (isWord || endsWord)) across[first] = 1;
    endsWord = isWord;
    first += length;
  }
  return { within, across };
}

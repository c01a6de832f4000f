// Where the words of a Chinese question begin and end, as far as the dictionary tells: the longest headwords from left to
// right. A question is compared by its characters and pairs of characters; few of these are words of their own.

import type { Dictionary } from '../../dictionary/dictionary.ts';
import { isCommonest } from '../../language/common-words.ts';
import { isIdeograph, type Token } from '../../language/tokenise.ts';
import { wordsOf } from '../bilingual/headword.ts';

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

// Where the words of a Chinese question begin and end, as far as the dictionary tells: the longest headwords from left to
// right. A question is compared by its characters and pairs of characters; few of these are words of their own.

import { type Dictionary, LONGEST_HEADWORD } from '../bilingual/dictionary.ts';
import { isIdeograph, type Token } from '../text/tokenise.ts';
import { isCommonest } from '../words/common-words.ts';

export interface WordBorders {
  /** 1 for each token that is a part of a longer word. */
  readonly within: Uint8Array;
  /** 1 for each token that begins another word than the one that ends before it. */
  readonly across: Uint8Array;
}

function wordFrom(dictionary: Dictionary, tokens: readonly Token[], first: number): number {
  let text = '';
  let length = 1;
  for (let at = first; at < Math.min(tokens.length, first + LONGEST_HEADWORD); at += 1) {
    const term = tokens[at]?.term ?? '';
    if (!isIdeograph(term)) break;
    text += term;
    if (at > first && dictionary.has(text)) length = at - first + 1;
  }
  return length;
}

/** Neighbours that are no words may be a name that the dictionary does not know: no border is seen between them. */
export function wordBorders(dictionary: Dictionary | undefined, tokens: readonly Token[]): WordBorders {
  const within = new Uint8Array(tokens.length);
  const across = new Uint8Array(tokens.length);
  if (dictionary === undefined) return { within, across };
  let endsWord = false;
  for (let first = 0; first < tokens.length; ) {
    const term = tokens[first]?.term ?? '';
    const length = wordFrom(dictionary, tokens, first);
    const isWord = length > 1 || isCommonest(term);
    if (length > 1) within.fill(1, first, first + length);
    const followsIdeograph = isIdeograph(tokens[first - 1]?.term ?? '');
    if (followsIdeograph && isIdeograph(term) && (isWord || endsWord)) across[first] = 1;
    endsWord = isWord;
    first += length;
  }
  return { within, across };
}

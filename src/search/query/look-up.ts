// Looking words up: where the words of a question lie, as far as the dictionary tells (the longest headwords from left to
// right); which known words one may be a slip or another ending of. What was looked up for an index is remembered: readers ask
// with the same words.
import { type Dictionary, hashOf, rememberedOf } from '../../dictionary/dictionary.ts';
import { isCommonest } from '../../language/question-words.ts';
import { isIdeograph, type Token } from '../../language/tokenise.ts';
import type { SearchIndex } from '../index/index.ts';
import type { SharedTerms } from '../index/vocabulary.ts';

/** Characters of the longest headword that is looked for in a question. */
const LONGEST_HEADWORD = 6;

/** The terms from the start up to (not including) the end. */
export interface Word<Found> {
  readonly start: number;
  readonly end: number;
  /** Undefined for a single term that is no headword. */
  readonly found: Found | undefined;
}

export interface Headwords<Found> {
  readonly dictionary: Dictionary;
  /** Gives undefined for what is no headword, and for one that is not wanted. */
  readonly lookUp: (word: string) => Found | undefined;
}

/** What is no ideograph ends the run, and what no headword begins with. */
function longestHeadword<Found>(
  terms: readonly string[],
  start: number,
  { dictionary, lookUp }: Headwords<Found>,
): Word<Found> {
  let word = '';
  let longest: Word<Found> = { start, end: start + 1, found: undefined };
  for (let end = start + 1; end <= start + LONGEST_HEADWORD; end += 1) {
    const term = terms[end - 1] ?? '';
    if (!isIdeograph(term)) break;
    word += term;
    const found = lookUp(word);
    if (found !== undefined) longest = { start, end, found };
    if (!dictionary.goesOn(word)) break;
  }
  return longest;
}

/** All terms as words: headwords, and the other terms one by one. */
export function headwordsIn<Found>(
  terms: readonly string[],
  headwords: Headwords<Found>,
): readonly Word<Found>[] {
  const words: Word<Found>[] = [];
  for (let start = 0; start < terms.length; start = words.at(-1)?.end ?? terms.length)
    words.push(longestHeadword(terms, start, headwords));
  return words;
}

export interface WordBorders {
  /** 1 for each token that is a part of a longer word. */
  readonly within: Uint8Array;
  /** 1 for each token that begins another word than the one that ends before it. */
  readonly across: Uint8Array;
}

/** Those of a question, which every interview asks for. */
const bordersIn = rememberedOf((dictionary: Dictionary) =>
  rememberedOf((tokens: readonly Token[]) => findBorders(dictionary, tokens)),
);

/** Neighbours that are no words may be a name that the dictionary does not know: no border is seen between them. */
export function wordBorders(dictionary: Dictionary | undefined, tokens: readonly Token[]): WordBorders {
  if (dictionary) return bordersIn(dictionary)(tokens);
  return { within: new Uint8Array(tokens.length), across: new Uint8Array(tokens.length) };
}

function findBorders(dictionary: Dictionary, tokens: readonly Token[]): WordBorders {
  const within = new Uint8Array(tokens.length);
  const across = new Uint8Array(tokens.length);
  const terms = tokens.map(({ term }) => term);
  let endsWord = false;
  const lookUp = (word: string) => dictionary.has(word) || undefined;
  for (const { start, end } of headwordsIn(terms, { dictionary, lookUp })) {
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

type LookUp<Found> = (index: SearchIndex, words: string) => Found;

/** Tells the indexes apart: a number for each. */
const numberOf = new WeakMap<SearchIndex, number>();
let indexes = 0;

/** Spreads the numbers of indexes over the hashes (the golden ratio of 53 bits). */
const SPREAD = 5_566_755_282_872_655;

/** Words or phrases that each look-up is remembered for. */
const MOST_REMEMBERED = 3_000;

/**
 * The same look-up, which keeps the results for the last `most` words or phrases that were new to one of all indexes of a
 * folder, for as long as those are asked: what an editor has replaced leaves nothing behind.
 */
export function remembering<Found>(lookUp: LookUp<Found>, most = MOST_REMEMBERED): LookUp<Found> {
  const folders = new WeakMap<SharedTerms, Map<number, { readonly found: Found }>>();
  return (index, words) => {
    const results = folders.get(index.vocabulary.shared) ?? new Map<number, { readonly found: Found }>();
    folders.set(index.vocabulary.shared, results);
    const number = numberOf.get(index) ?? ++indexes;
    numberOf.set(index, number);
    const key = (hashOf(words) + ((number * SPREAD) % Number.MAX_SAFE_INTEGER)) % Number.MAX_SAFE_INTEGER;
    const known = results.get(key);
    if (known !== undefined) return known.found;
    const found = lookUp(index, words);
    const [oldest] = results.keys();
    if (results.size >= most && oldest !== undefined) results.delete(oldest);
    results.set(key, { found });
    return found;
  };
}

/** A shorter word is too easily another word. */
const SHORTEST_WORD = 5;
/** Longer words may hold two slips. */
const TWO_SLIPS_FROM = 9;
/** Both words begin with at least so many letters in common. */
const COMMON_BEGINNING = 2;
/** Share of the longer word that an agreeing beginning must fill when the endings differ. */
const AGREEING_SHARE = 0.7;

/** Insertions, deletions, replacements and swaps of neighbours that turn one word into the other. */
function editDistance(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  let beforeLast = new Uint8Array(b.length + 1);
  let last = Uint8Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let row = 1; row <= a.length; row += 1) {
    const next = new Uint8Array(b.length + 1);
    next[0] = row;
    for (let column = 1; column <= b.length; column += 1) {
      const replaced = (last[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
      const swapped =
        row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]
          ? (beforeLast[column - 2] ?? 0) + 1
          : replaced;
      next[column] = Math.min(replaced, swapped, (last[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1);
    }
    beforeLast = last;
    last = next;
  }
  return last[b.length] ?? 0;
}

function commonBeginning(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
}

/**
 * The edits between two words, or more than `most` where there are more: lengths that differ more are not compared, and of
 * others only what differs between their ends.
 */
export function differByEdits(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  const beginning = commonBeginning(a, b);
  const longest = Math.min(a.length, b.length) - beginning;
  let ending = 0;
  while (ending < longest && a[a.length - 1 - ending] === b[b.length - 1 - ending]) ending += 1;
  // One edit changes one letter, or swaps two: most words that are compared differ by more.
  if (most === 1 && longest - ending > 2) return most + 1;
  return editDistance(a.slice(beginning, a.length - ending), b.slice(beginning, b.length - ending));
}

function isNear(word: string, known: string): boolean {
  if (known.length < SHORTEST_WORD || Math.abs(known.length - word.length) > 3) return false;
  const agreeing = commonBeginning(word, known);
  if (agreeing >= SHORTEST_WORD && agreeing >= AGREEING_SHARE * Math.max(word.length, known.length))
    return true;
  const slips = word.length >= TWO_SLIPS_FROM ? 2 : 1;
  return differByEdits(word, known, slips) <= slips;
}

function firstAtLeast(sorted: readonly string[], key: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? '') < key) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The words of a sorted list that are near a word not in it; [] for short words. */
export function nearWords(sorted: readonly string[], word: string): readonly string[] {
  if (word.length < SHORTEST_WORD) return [];
  const beginning = word.slice(0, COMMON_BEGINNING);
  const near: string[] = [];
  for (let at = firstAtLeast(sorted, beginning); sorted[at]?.startsWith(beginning); at += 1) {
    const known = sorted[at] ?? '';
    if (isNear(word, known)) near.push(known);
  }
  return near;
}

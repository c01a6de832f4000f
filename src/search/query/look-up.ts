// Looking words up: where the words of a question lie, as far as the dictionary tells (the longest headwords from left to
// right), and what else the collection may call them, by what both dictionaries translate alike, with what each is worth in
// place of the word. What was looked up for an index is remembered: readers ask with the same words.
import {
  type Dictionary,
  hashOf,
  type Noted,
  notedOf,
  remembered,
  rememberedOf,
} from '../../dictionary/dictionary.ts';
import { isCommonest } from '../../language/question-words.ts';
import { glossStem, isIdeograph, stem, type Token } from '../../language/tokenise.ts';
import { inverseFrequencyOfTerm, type SearchIndex } from '../index/index.ts';
import { rarestTerm } from '../index/postings.ts';
import type { Alternative } from '../index/runs.ts';
import type { SharedTerms } from '../index/vocabulary.ts';
import { glossUnits, knownUnits } from './concepts.ts';
import type { Phrase, SynonymTerm } from './query.ts';

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

interface Tokenised extends Noted {
  readonly tokens: readonly Token[];
}

/** Those of a question, which every interview asks for. */
const bordersIn = rememberedOf((dictionary: Dictionary) =>
  notedOf(({ tokens }: Tokenised) => findBorders(dictionary, tokens)),
);

/** Neighbours that are no words may be a name that the dictionary does not know: no border is seen between them. */
export function wordBorders(dictionary: Dictionary | undefined, asked: Tokenised): WordBorders {
  if (dictionary) return bordersIn(dictionary)(asked);
  const { length } = asked.tokens;
  return { within: new Uint8Array(length), across: new Uint8Array(length) };
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

/** A single character has too many meanings to be a synonym of anything. */
const SHORTEST_WORD = 2;
/** Glosses of a word that are used: its common meanings. */
const MOST_GLOSSES = 6;
/** How much less each further meaning of the one word, and of the other, makes them alike. */
const MEANING_DECAY = 0.3;

function decayed(rank: number): number {
  return 1 / (1 + MEANING_DECAY * rank);
}

/** A word that shares a meaning, and how surely the two mean the same by it: less for each meaning before it. */
type Alike = readonly [word: string, sureness: number];

function glossesOf(dictionary: Dictionary, word: string): readonly (readonly string[])[] {
  return (dictionary.glossesOf(word) ?? []).slice(0, MOST_GLOSSES);
}

/** A Chinese word means what others mean that have its glosses. */
function* ofChinese(dictionary: Dictionary, word: string): Generator<Alike> {
  for (const [rank, stems] of glossesOf(dictionary, word).entries()) {
    const booked = dictionary.translationsOf(stems).map((other, at) => ({ word: other, rank: at }));
    for (const other of [...dictionary.translate(stems, stems.length), ...booked]) {
      if (other.word !== word && other.word.length >= SHORTEST_WORD && other.rank < MOST_GLOSSES)
        yield [other.word, decayed(rank) * decayed(other.rank)];
    }
  }
}

/** An English word means what the other glosses of its translations say in one word. */
function* ofEnglish(dictionary: Dictionary, english: string): Generator<Alike> {
  const gloss = glossStem(english);
  for (const { word, rank } of dictionary.translate([gloss], 1)) {
    for (const [otherRank, [other = '', ...more]] of glossesOf(dictionary, word).entries())
      if (more.length === 0 && other !== gloss) yield [other, decayed(rank) * decayed(otherRank)];
  }
}

/** A word that may mean the same, by its characters where it is Chinese, and how surely it does (0..1). */
interface SameMeaning {
  readonly terms: readonly string[];
  readonly weight: number;
}

/** Words whose synonyms are kept, for each of which there may be hundreds: those of a question to many interviews. */
const FEW_WORDS = 128;

/** What a dictionary says of a word is the same for every interview. */
const sameMeanings = rememberedOf((dictionary: Dictionary) =>
  remembered((word) => sameMeaningsOf(dictionary, word), FEW_WORDS),
);

function sameMeaningsOf(dictionary: Dictionary, text: string): readonly SameMeaning[] {
  const isChinese = isIdeograph(text);
  const surenesses = new Map<string, number>();
  for (const [word, sureness] of isChinese ? ofChinese(dictionary, text) : ofEnglish(dictionary, text))
    surenesses.set(word, Math.min(1, (surenesses.get(word) ?? 0) + sureness));
  return [...surenesses].map(([word, weight]) => ({ terms: isChinese ? Array.from(word) : [word], weight }));
}

/** What else the collection may call a folded word. */
function synonymsOf(index: SearchIndex, text: string): readonly Alternative[] {
  const { dictionary } = index;
  const isChinese = isIdeograph(text);
  if (dictionary === undefined || (isChinese && text.length < SHORTEST_WORD)) return [];
  const found: Alternative[] = [];
  for (const { terms, weight } of sameMeanings(dictionary)(text)) {
    if (!isChinese) for (const units of glossUnits(index, terms)) found.push({ units, weight });
    const units = isChinese ? knownUnits(index, terms) : undefined;
    if (units !== undefined) found.push({ units, weight });
  }
  return found;
}

function phraseOf({ postings }: SearchIndex, units: readonly number[]): Phrase {
  return { units, term: rarestTerm(postings, units) };
}

/** Synonyms of a word that are looked for: the others are too rare or too unsure to tell passages apart. */
const MOST_SYNONYMS = 32;

/** Undefined where a word has no synonym in the collection. */
const synonymTermOf = remembering((index, text): SynonymTerm | undefined => {
  const found = synonymsOf(index, text);
  if (found.length === 0) return undefined;
  const isChinese = isIdeograph(text);
  const term = isChinese ? text : stem(text);
  const itself = phraseOf(index, knownUnits(index, isChinese ? Array.from(text) : [term]) ?? []);
  const rarity = inverseFrequencyOfTerm(index, itself.term);
  const synonyms = found.map(({ units, weight }) => {
    const phrase = phraseOf(index, units);
    return { ...phrase, worth: weight * Math.min(rarity, inverseFrequencyOfTerm(index, phrase.term)) };
  });
  const worthiest = synonyms.toSorted((a, b) => b.worth - a.worth).slice(0, MOST_SYNONYMS);
  return { text: term, titleOnly: !isChinese, itself, synonyms: worthiest };
});

/** Of the words of a question, each once; BREAK stands for what is left out. */
export function synonymTerms(index: SearchIndex, words: readonly string[]): readonly SynonymTerm[] {
  const { dictionary } = index;
  if (dictionary === undefined) return [];
  const lookUp = (word: string) => dictionary.has(word) || undefined;
  const headwords = headwordsIn(words, { dictionary, lookUp });
  const texts = headwords.map(({ start, end }) => words.slice(start, end).join(''));
  const distinct = new Map(texts.map((text) => [stem(text), text]));
  return [...distinct.values()].flatMap((text) => synonymTermOf(index, text) ?? []);
}

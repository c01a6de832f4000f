// Translation of a query's Chinese words: each becomes a concept, the word itself or one of its English glosses.

import type { SearchIndex } from '../index/index.ts';
import type { Alternative } from '../index/lexicon.ts';
import {
  coveredTexts,
  type FoundConcept,
  knownUnits,
  merged,
  phraseText,
  type QueryToken,
} from '../query/concepts.ts';
import { isIdeograph } from '../text/tokenise.ts';
import { isEnglishQuestionWord } from '../words/question-words.ts';

/** Longest headword tried, in characters. */
const LONGEST_WORD = 6;
/** Glosses of a word that are used: its common meanings. */
const MOST_GLOSSES = 5;
const RANK_DECAY = 0.15;

interface Word {
  readonly start: number;
  readonly end: number;
  /** What the collection holds of its English glosses. */
  readonly english: readonly Alternative[];
}

/** An index's headwords, and strings that are none, are remembered: a collection's readers ask with the same words. */
const REMEMBERED_WORDS = 20_000;
const remembered = new WeakMap<SearchIndex, Map<string, readonly Alternative[] | null>>();

function lookUp(index: SearchIndex, word: string): readonly Alternative[] | null {
  const glosses = index.dictionary?.glossesOf(word);
  if (glosses === undefined) return null;
  return glosses.slice(0, MOST_GLOSSES).flatMap((stems, rank) => {
    if (stems.every(isEnglishQuestionWord)) return [];
    const units = knownUnits(index, stems);
    return units === undefined ? [] : [{ units, weight: 1 / (1 + RANK_DECAY * rank) }];
  });
}

/** Null where the word is no headword. */
function englishOf(index: SearchIndex, word: string): readonly Alternative[] | null {
  const ofIndex = remembered.get(index) ?? new Map<string, readonly Alternative[] | null>();
  remembered.set(index, ofIndex);
  const known = ofIndex.get(word);
  if (known !== undefined) return known;
  const english = lookUp(index, word);
  if (ofIndex.size < REMEMBERED_WORDS) ofIndex.set(word, english);
  return english;
}

/** The longest headword that begins with one token. */
function headwordFrom(index: SearchIndex, tokens: readonly QueryToken[], start: number): Word | undefined {
  let text = '';
  let longest: Word | undefined;
  for (let end = start; end < Math.min(tokens.length, start + LONGEST_WORD); end += 1) {
    const token = tokens[end];
    if (token === undefined || token.dropped || !isIdeograph(token.term)) break;
    text += token.term;
    const english = englishOf(index, text);
    if (english !== null) longest = { start, end: end + 1, english };
  }
  return longest;
}

/** Headwords from left to right, the longest at each place. */
function segment(index: SearchIndex, tokens: readonly QueryToken[]): readonly Word[] {
  const words: Word[] = [];
  for (let start = 0; start < tokens.length; ) {
    const word = headwordFrom(index, tokens, start);
    if (word !== undefined) words.push(word);
    start = word?.end ?? start + 1;
  }
  return words;
}

/** The Chinese words of a query as concepts, where the collection holds an English gloss. */
export function translateChinese(index: SearchIndex, tokens: readonly QueryToken[]): readonly FoundConcept[] {
  if (index.dictionary === undefined || !index.hasEnglish) return [];
  return segment(index, tokens).flatMap(({ start, end, english }): readonly FoundConcept[] => {
    if (english.length === 0) return [];
    const phrase = tokens.slice(start, end);
    const own = knownUnits(
      index,
      phrase.map(({ term }) => term),
    );
    const alternatives = merged([own === undefined ? [] : [{ units: own, weight: 1 }], english]);
    return [
      {
        text: phraseText(phrase),
        covers: coveredTexts(phrase),
        alternatives,
        source: 'dictionary',
        groups: [],
        places: [],
      },
    ];
  });
}

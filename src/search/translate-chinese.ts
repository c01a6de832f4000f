// Translation of a query's Chinese words: each becomes a concept, the word itself or one of its English glosses.

import {
  coveredTexts,
  type FoundConcept,
  knownUnits,
  merged,
  phraseText,
  type QueryToken,
} from './concepts.ts';
import type { SearchIndex } from './index.ts';
import { isIdeograph } from './tokenise.ts';

/** Longest headword tried, in characters. */
const LONGEST_WORD = 6;
/** Glosses of a word that are used: its common meanings. */
const MOST_GLOSSES = 5;
const RANK_DECAY = 0.15;

interface Word {
  readonly start: number;
  readonly end: number;
  readonly glosses: readonly (readonly string[])[];
}

/** The longest headword that begins with one token. */
function headwordFrom(index: SearchIndex, tokens: readonly QueryToken[], start: number): Word | undefined {
  let text = '';
  let longest = '';
  for (let end = start; end < Math.min(tokens.length, start + LONGEST_WORD); end += 1) {
    const token = tokens[end];
    if (token === undefined || token.dropped || !isIdeograph(token.term)) break;
    text += token.term;
    if (index.dictionary?.has(text)) longest = text;
  }
  const glosses = index.dictionary?.glossesOf(longest);
  return glosses && { start, end: start + Array.from(longest).length, glosses };
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
  return segment(index, tokens).flatMap(({ start, end, glosses }): readonly FoundConcept[] => {
    const phrase = tokens.slice(start, end);
    const english = glosses.slice(0, MOST_GLOSSES).flatMap((stems, rank) => {
      const units = knownUnits(index, stems);
      return units === undefined ? [] : [{ units, weight: 1 / (1 + RANK_DECAY * rank) }];
    });
    if (english.length === 0) return [];
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

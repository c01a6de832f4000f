// The synonyms of a question's words: where each can be found, and what it is worth in place of the word.

import { BREAK, isIdeograph } from '../../language/tokenise.ts';
import { wordsOf } from '../bilingual/headword.ts';
import { remembering } from '../bilingual/remember.ts';
import { synonymsOf } from '../bilingual/synonyms.ts';
import { inverseFrequencyOfTerm, type SearchIndex } from '../index/index.ts';
import { rarestTerm } from '../index/postings.ts';
import { knownUnits, type QueryToken } from './concepts.ts';
import type { Phrase, SynonymTerm } from './query.ts';

function phraseOf({ postings }: SearchIndex, units: readonly number[]): Phrase {
  return { units, term: rarestTerm(postings, units) };
}

/** Synonyms of a word that are looked for: the others are too rare or too unsure to tell passages apart. */
const MOST_SYNONYMS = 32;
const REMEMBERED_WORDS = 10_000;

/** Undefined where a word has no synonym in the collection. */
const termOf = remembering(REMEMBERED_WORDS, (index, text): SynonymTerm | undefined => {
  const found = synonymsOf(index, text);
  if (found.length === 0) return undefined;
  const isChinese = isIdeograph(text);
  const itself = phraseOf(index, knownUnits(index, isChinese ? Array.from(text) : [text]) ?? []);
  const rarity = inverseFrequencyOfTerm(index, itself.term);
  const synonyms = found.map(({ units, weight }) => {
    const phrase = phraseOf(index, units);
    return { ...phrase, worth: weight * Math.min(rarity, inverseFrequencyOfTerm(index, phrase.term)) };
  });
  const worthiest = synonyms.toSorted((a, b) => b.worth - a.worth).slice(0, MOST_SYNONYMS);
  return { text, titleOnly: !isChinese, itself, synonyms: worthiest };
});

/** Of the words of a question, each once, but for those at places that a phrase of the lexicon stands for. */
export function synonymTerms(
  index: SearchIndex,
  tokens: readonly QueryToken[],
  inLexicon: ReadonlySet<number>,
): readonly SynonymTerm[] {
  const { dictionary } = index;
  if (dictionary === undefined) return [];
  const terms = tokens.map(({ term, dropped }, at) => (dropped || inLexicon.has(at) ? BREAK : term));
  const words = wordsOf(terms, (word) => dictionary.has(word) || undefined);
  const texts = new Set(words.map(({ start, end }) => terms.slice(start, end).join('')));
  return [...texts].flatMap((text) => termOf(index, text) ?? []);
}

// The synonyms of a question's words: where each can be found, and what it is worth in place of the word.

import { synonymous } from '../bilingual/synonyms.ts';
import { inverseFrequencyOfTerm, type SearchIndex } from '../index/index.ts';
import { rarestTerm } from '../index/postings.ts';
import { BREAK, isIdeograph } from '../text/tokenise.ts';
import { knownUnits, type QueryToken } from './concepts.ts';

/** A run of units, and the rarest term within it: -1 where no passage holds it. */
export interface Phrase {
  readonly units: readonly number[];
  readonly term: number;
}

export interface Synonym extends Phrase {
  /** How surely it means the same (0..1) times the inverse document frequency of the word or its own, whichever is less. */
  readonly worth: number;
}

export interface SynonymTerm {
  readonly text: string;
  /** An English word has too many meanings: its synonyms count in titles only. */
  readonly titleOnly: boolean;
  readonly itself: Phrase;
  /** The worthiest first. */
  readonly synonyms: readonly Synonym[];
}

function phraseOf({ postings }: SearchIndex, units: readonly number[]): Phrase {
  return { units, term: rarestTerm(postings, units) };
}

/** Of the words of a question, but for those at places that a phrase of the lexicon stands for. */
export function synonymTerms(
  index: SearchIndex,
  tokens: readonly QueryToken[],
  inLexicon: ReadonlySet<number>,
): readonly SynonymTerm[] {
  const terms = tokens.map(({ term, dropped }, at) => (dropped || inLexicon.has(at) ? BREAK : term));
  return synonymous(index, terms).map(({ text, synonyms }) => {
    const isChinese = isIdeograph(text);
    const itself = phraseOf(index, knownUnits(index, isChinese ? Array.from(text) : [text]) ?? []);
    const rarity = inverseFrequencyOfTerm(index, itself.term);
    const worths = synonyms.map(({ units, weight }) => {
      const phrase = phraseOf(index, units);
      const own = inverseFrequencyOfTerm(index, phrase.term);
      return { ...phrase, worth: weight * Math.min(rarity, own) };
    });
    return { text, titleOnly: !isChinese, itself, synonyms: worths.toSorted((a, b) => b.worth - a.worth) };
  });
}

// Synonyms: words that share translations, by both dictionaries; where each can be found, and what it is worth in place of
// the word of the question.
import type { Dictionary } from '../../dictionary/dictionary.ts';
import { glossStem, stem } from '../../language/stem.ts';
import { BREAK, isIdeograph } from '../../language/tokenise.ts';
import { inverseFrequencyOfTerm, type SearchIndex } from '../index/index.ts';
import { rarestTerm } from '../index/postings.ts';
import type { Alternative } from '../index/runs.ts';
import { glossUnits, heldAs, knownUnits, type QueryToken } from './concepts.ts';
import { headwordsIn, remembering } from './look-up.ts';
import type { Phrase, SynonymTerm } from './query.ts';

/** A single character has too many meanings to be a synonym of anything. */
const SHORTEST_WORD = 2;
/** Glosses of a word that are used: its common meanings. */
const MOST_GLOSSES = 6;
/** How much less each further meaning of the one word, and of the other, makes them alike. */
const RANK_DECAY = 0.3;

function decayed(rank: number): number {
  return 1 / (1 + RANK_DECAY * rank);
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

/** What else the collection may call a folded word. */
function synonymsOf(index: SearchIndex, text: string): readonly Alternative[] {
  const { dictionary } = index;
  const isChinese = isIdeograph(text);
  if (dictionary === undefined || (isChinese && text.length < SHORTEST_WORD)) return [];
  const surenesses = new Map<string, number>();
  for (const [word, sureness] of isChinese ? ofChinese(dictionary, text) : ofEnglish(dictionary, text))
    surenesses.set(word, Math.min(1, (surenesses.get(word) ?? 0) + sureness));
  return [...surenesses].flatMap(([word, weight]) => {
    if (!isChinese) return glossUnits(index, [word]).map((units) => ({ units, weight }));
    return heldAs(index, Array.from(word), weight);
  });
}

function phraseOf({ postings }: SearchIndex, units: readonly number[]): Phrase {
  return { units, term: rarestTerm(postings, units) };
}

/** Synonyms of a word that are looked for: the others are too rare or too unsure to tell passages apart. */
const MOST_SYNONYMS = 32;
const REMEMBERED_WORDS = 10_000;

/** Undefined where a word has no synonym in the collection. */
const synonymTermOf = remembering(REMEMBERED_WORDS, (index, text): SynonymTerm | undefined => {
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

/** Of the words of a question, each once, but for those at places that a phrase of the lexicon stands for. */
export function synonymTerms(
  index: SearchIndex,
  tokens: readonly QueryToken[],
  inLexicon: ReadonlySet<number>,
): readonly SynonymTerm[] {
  const { dictionary } = index;
  if (dictionary === undefined) return [];
  const terms = tokens.map(({ word, dropped }, at) => (dropped || inLexicon.has(at) ? BREAK : word));
  const words = headwordsIn(terms, (word) => dictionary.has(word) || undefined);
  const texts = words.map(({ start, end }) => terms.slice(start, end).join(''));
  const byTerm = new Map(texts.map((text) => [stem(text), text]));
  return [...byTerm.values()].flatMap((text) => synonymTermOf(index, text) ?? []);
}

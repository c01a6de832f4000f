// Synonyms: what else the collection may call a word of a question, by what both dictionaries translate alike, and what each is
// worth in place of it.
import { type Dictionary, remembered, rememberedOf } from '../../dictionary/dictionary.ts';
import { glossStem, isIdeograph, stem } from '../../language/tokenise.ts';
import { inverseFrequencyOfTerm, type SearchIndex } from '../index/index.ts';
import { rarestTerm } from '../index/postings.ts';
import type { Alternative } from '../index/runs.ts';
import { glossUnits, knownUnits } from './concepts.ts';
import { headwordsIn, remembering } from './look-up.ts';
import type { Phrase, SynonymTerm } from './query.ts';

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

/** Words whose synonyms are kept, for each of which there may be hundreds: those of some questions. */
const FEW_WORDS = 512;

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

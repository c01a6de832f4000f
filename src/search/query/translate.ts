// What else a question's words may stand for, each word a concept: an English word itself or any of its Chinese translations, a
// Chinese word itself or one of its English glosses, either the words of its family.
import { relativesOf } from '../../language/families.ts';
import { numeralsSought } from '../../language/numerals.ts';
import { isCommonest, isEnglishQuestionWord } from '../../language/question-words.ts';
import { BREAK, glossStem, isIdeograph, stem, tokenise } from '../../language/tokenise.ts';
import { writtenInChinese } from '../../language/written-numbers.ts';
import type { SearchIndex } from '../index/index.ts';
import { chineseNames } from '../index/names.ts';
import { documentFrequency, rarestTerm } from '../index/postings.ts';
import { type Alternative, NO_UNIT } from '../index/runs.ts';
import { isSure, phraseTranslations, surenessAt, wordTranslations } from './as-held.ts';
import { type FoundConcept, glossUnits, heldAs, isWithin, merged, phraseText } from './concepts.ts';
import { headwordsIn, remembering } from './look-up.ts';
import type { Mention, QueryToken } from './query.ts';

/** Longest English phrase looked up as one, in words. */
const LONGEST_PHRASE = 4;
/** Shorter words are not taken for names. */
const SHORTEST_NAME = 4;
/** Translations of each of two neighbours that are tried side by side. */
const COMBINED = 8;

/** The words from the start up to (not including) the end, and what stands for them together. */
type Translated = {
  readonly start: number;
  readonly end: number;
  readonly alternatives: readonly Alternative[];
};

function isTopicWord(token: QueryToken | undefined): token is QueryToken {
  return token !== undefined && isWord(token) && !token.dropped;
}

function isWord({ term }: QueryToken): boolean {
  return term !== BREAK && !isIdeograph(term) && !/^\d/.test(term);
}

/** Phrases from one word on that the dictionary translates as a whole. */
function phrasesFrom(
  index: SearchIndex,
  tokens: readonly QueryToken[],
  start: number,
): readonly Translated[] {
  const found: Translated[] = [];
  for (let end = start + 2; end <= Math.min(tokens.length, start + LONGEST_PHRASE); end += 1) {
    const phrase = tokens.slice(start, end);
    if (!phrase.every(isWord) || !isTopicWord(phrase.at(-1))) continue;
    const stems = phrase.filter(isTopicWord).map(({ word }) => glossStem(word));
    const alternatives = phraseTranslations(index, stems.join(' '));
    if (alternatives.length > 0) found.push({ start, end, alternatives });
  }
  return found;
}

/** Numbers, months and centuries as the collection writes them. */
function numerals(index: SearchIndex, tokens: readonly QueryToken[]): readonly Translated[] {
  return writtenInChinese(tokens).flatMap(({ start, end, written }) => {
    const alternatives = written.flatMap((terms) => heldAs(index, terms));
    return alternatives.length === 0 ? [] : [{ start, end, alternatives }];
  });
}

function itself(tokens: readonly QueryToken[]): readonly Alternative[] {
  return tokens.every(({ unit }) => unit > NO_UNIT)
    ? [{ units: tokens.map(({ unit }) => unit), weight: 1 }]
    : [];
}

/** What a word may stand for beside itself. */
const englishAlternatives = remembering((index, word): readonly Alternative[] => {
  const { dictionary } = index;
  if (dictionary === undefined) return [];
  const translated = wordTranslations({ index, dictionary }, glossStem(word));
  const name = word.replace(/['’]s?$/, '');
  const mayBeName = !translated.some(isSure) && name.length >= SHORTEST_NAME;
  return merged([translated, mayBeName ? chineseNames(index, name) : []]);
});

function sideBySide(
  index: SearchIndex,
  first: readonly Alternative[],
  second: readonly Alternative[],
): readonly Alternative[] {
  return first.slice(0, COMBINED).flatMap((left) =>
    second.slice(0, COMBINED).flatMap((right) => {
      if (rarestTerm(index.postings, [left.units.at(-1) ?? NO_UNIT, right.units[0] ?? NO_UNIT]) < 0)
        return [];
      const units = [...left.units, ...right.units];
      return rarestTerm(index.postings, units) < 0 ? [] : [{ units, weight: left.weight * right.weight }];
    }),
  );
}

function conceptOf(
  tokens: readonly QueryToken[],
  { start, end }: Mention,
  alternatives: readonly Alternative[],
): FoundConcept {
  const text = phraseText(tokens.slice(start, end));
  const coversParts = isIdeograph(tokens[start]?.term ?? BREAK);
  return { text, coversParts, alternatives, source: 'dictionary', groups: [], mentions: [{ start, end }] };
}

/** Whether there is more to look for than the words themselves. */
function says(alternatives: readonly Alternative[], tokens: readonly QueryToken[]): boolean {
  return alternatives.length > itself(tokens).length;
}

/** The English words and pairs of words of a query as concepts, where the collection holds a translation. */
function translateWords(index: SearchIndex, tokens: readonly QueryToken[]): readonly FoundConcept[] {
  const { dictionary, hasChinese } = index;
  if (dictionary === undefined || !hasChinese) return [];
  const phrases = [
    ...tokens.flatMap((token, at) => (isTopicWord(token) ? phrasesFrom(index, tokens, at) : [])),
    ...numerals(index, tokens),
  ];
  const phrasesOver = (first: number, last: number) =>
    phrases.filter(({ start, end }) => start <= first && end > last).map(({ alternatives }) => alternatives);
  const words = tokens.map((token, at) =>
    isTopicWord(token)
      ? merged([itself([token]), englishAlternatives(index, token.word), ...phrasesOver(at, at)])
      : [],
  );
  const found: FoundConcept[] = [];
  tokens.forEach((token, start) => {
    const next = tokens[start + 1];
    const own = words[start] ?? [];
    if (says(own, [token])) found.push(conceptOf(tokens, { start, end: start + 1 }, own));
    if (!isTopicWord(token) || !isTopicWord(next)) return;
    const combinations = sideBySide(index, own, words[start + 1] ?? []);
    const pair = merged([itself([token, next]), ...phrasesOver(start, start + 1), combinations]);
    if (says(pair, [token, next])) found.push(conceptOf(tokens, { start, end: start + 2 }, pair));
  });
  return found;
}

/** Glosses of a word that are used: its common meanings. */
const MOST_GLOSSES = 5;

/** The word itself and those of its English glosses that the collection holds; undefined where it is no headword. */
const chineseAlternatives = remembering((index, word): readonly Alternative[] | undefined => {
  const glosses = index.dictionary?.glossesOf(word);
  if (glosses === undefined) return undefined;
  const english = glosses.slice(0, MOST_GLOSSES).flatMap((stems, rank) => {
    if (stems.every(isEnglishQuestionWord)) return [];
    return glossUnits(index, stems).map((units) => ({ units, weight: surenessAt(rank) }));
  });
  return english.length === 0 ? [] : merged([heldAs(index, Array.from(word)), english]);
});

/** The Chinese words of a query as concepts, where the collection holds an English gloss. */
function translateChinese(index: SearchIndex, tokens: readonly QueryToken[]): readonly FoundConcept[] {
  const { dictionary, hasEnglish } = index;
  if (dictionary === undefined || !hasEnglish) return [];
  // A question word belongs to no headword.
  const terms = tokens.map(({ term, dropped }) => (dropped ? BREAK : term));
  const lookUp = (word: string) => chineseAlternatives(index, word);
  return headwordsIn(terms, { dictionary, lookUp }).flatMap(({ start, end, found = [] }) =>
    found.length === 0 ? [] : [conceptOf(tokens, { start, end }, found)],
  );
}

/** Chinese numbers with what they count: of 三十五岁, 五岁 is a part. */
function wholeNumbers(tokens: readonly QueryToken[]): readonly FoundConcept[] {
  return numeralsSought(tokens).flatMap(({ start, end }): readonly FoundConcept[] => {
    if (end === start + 1 || !isIdeograph(tokens[start]?.term ?? BREAK)) return [];
    const counted = tokens[end];
    const isCounted = counted !== undefined && isIdeograph(counted.term) && !counted.dropped;
    const whole = { start, end: isCounted ? end + 1 : end };
    return [{ ...conceptOf(tokens, whole, itself(tokens.slice(start, whole.end))), source: 'number' }];
  });
}

/** How surely another word of the family is meant, and not itself. */
const FAMILY = 0.75;
/** Passages: a word that more of them hold is found without its family. */
const COMMON = 3;
/** Characters that a verb may have with others within it. */
const PARTED = [3, 4, 5, 6];
/** Letters of the shortest half of a compound. */
const SHORTEST_HALF = 3;

/** Candle light for candlelight, and the other way round: as the collection has it. */
function compoundsOf(index: SearchIndex, tokens: readonly QueryToken[]): readonly Alternative[] {
  const [first, second, third] = tokens;
  if (!first || third || !tokens.every(isWord)) return [];
  if (second) return heldAs(index, [stem(first.word + second.word)]);
  if (first.unit > NO_UNIT) return [];
  const places = Array.from(
    { length: Math.max(0, first.word.length - 2 * SHORTEST_HALF + 1) },
    (_, at) => at + SHORTEST_HALF,
  );
  return places.flatMap((at) => heldAs(index, [stem(first.word.slice(0, at)), stem(first.word.slice(at))]));
}

/** The words of a query as concepts, where the collection holds another word of the family, or parts a compound otherwise. */
function familyConcepts(index: SearchIndex, tokens: readonly QueryToken[]): readonly FoundConcept[] {
  const { dictionary, postings, weights } = index;
  if (!dictionary || weights.families === 0) return [];
  const terms = tokens.map(({ term, dropped }) => (dropped ? BREAK : term));
  // 有空调 is 有 and 空调, not 有空 and 调.
  const lookUp = (word: string) =>
    relativesOf(word).length > 0 || (!isCommonest(word.charAt(0)) && dictionary.has(word)) || undefined;
  const words: readonly Mention[] = headwordsIn(terms, { dictionary, lookUp });
  const passagesOf = (units: readonly number[]) => documentFrequency(postings, rarestTerm(postings, units));
  const longer = terms
    .flatMap((term, start) =>
      (isIdeograph(term) ? PARTED : [2]).map((length) => ({ start, end: start + length })),
    )
    .filter(({ end }) => end <= terms.length);
  return [...words, ...longer].flatMap((mention) => {
    const within = tokens.slice(mention.start, mention.end);
    if (within[0]?.dropped || within.at(-1)?.dropped || within.some(({ word }) => word === BREAK)) return [];
    const own = itself(within);
    const weight = own.length > 0 ? FAMILY : 1;
    const named = relativesOf(within.map(({ word }) => word).join('')).flatMap((name) => {
      const parts = tokenise(name).map(({ term }) => term);
      return heldAs(index, parts, weight);
    });
    const others = [...named, ...compoundsOf(index, within)];
    if (others.length === 0 || own.some(({ units }) => passagesOf(units) > COMMON)) return [];
    return [{ ...conceptOf(tokens, mention, merged([own, others])), source: 'family' }];
  });
}

/** All but the lexicon's: what that covers is not looked up elsewhere. */
export function otherConcepts(
  index: SearchIndex,
  tokens: readonly QueryToken[],
  fromLexicon: readonly FoundConcept[],
): readonly FoundConcept[] {
  const inLexicon = fromLexicon.flatMap(({ mentions }) => mentions);
  const others = new Map<string, FoundConcept>();
  for (const concept of [
    ...translateWords(index, tokens),
    ...translateChinese(index, tokens),
    ...wholeNumbers(tokens),
    ...familyConcepts(index, tokens),
  ]) {
    if (concept.mentions.every((own) => inLexicon.some((other) => isWithin(own, other)))) continue;
    const known = others.get(concept.text) ?? { ...concept, alternatives: [], mentions: [] };
    const alternatives = merged([known.alternatives, concept.alternatives]);
    others.set(concept.text, { ...known, alternatives, mentions: [...known.mentions, ...concept.mentions] });
  }
  return [...others.values()];
}

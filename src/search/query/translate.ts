// What else a question's words may stand for, each word a concept: an English word itself or any of its Chinese translations, a
// Chinese word itself or one of its English glosses, a slip the words that it may be a slip of.
import { capitalsFor, meaningsOf } from '../../language/fold.ts';
import { isEnglishQuestionWord } from '../../language/question-words.ts';
import { nearWords } from '../../language/spelling.ts';
import { BREAK, glossStem, isIdeograph, tokenise } from '../../language/tokenise.ts';
import { writtenInChinese } from '../../language/written-numbers.ts';
import { type SearchIndex, sortedWords } from '../index/index.ts';
import { chineseNames } from '../index/names.ts';
import { rarestTerm } from '../index/postings.ts';
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

/** Words that capitals make other words, as the names that they stand for: US is 美国. */
function capitalConcepts(index: SearchIndex, tokens: readonly QueryToken[]): readonly FoundConcept[] {
  if (index.weights.capitals === 0) return [];
  return tokens.flatMap((token, start) => {
    if (!isTopicWord(token)) return [];
    const names = [capitalsFor(token.word) ?? [], meaningsOf(token.word)].flat();
    const termsOf = (name: string) => tokenise(name).map(({ term }) => term);
    const alternatives = names.flatMap((name) => heldAs(index, termsOf(name)));
    if (alternatives.length === 0) return [];
    return [conceptOf(tokens, { start, end: start + 1 }, merged([itself([token]), alternatives]))];
  });
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
  english.push(...[capitalsFor(word) ?? []].flat().flatMap((name) => heldAs(index, [name])));
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

/** How surely a word spelled nearly the same is meant. */
const NEAR_WORD = 0.7;

/** Words that no passage holds, as the words that they may be a slip of. */
function nearConcepts(index: SearchIndex, tokens: readonly QueryToken[]): readonly FoundConcept[] {
  return tokens.flatMap(({ term, unit, dropped }, at): readonly FoundConcept[] => {
    if (unit >= 0 || dropped || isIdeograph(term)) return [];
    const alternatives = nearWords(sortedWords(index), term).flatMap((near) =>
      heldAs(index, [near], NEAR_WORD),
    );
    if (alternatives.length === 0) return [];
    const mentions = [{ start: at, end: at + 1 }];
    return [{ text: term, coversParts: false, alternatives, source: 'near', groups: [], mentions }];
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
    ...nearConcepts(index, tokens),
    ...capitalConcepts(index, tokens),
    ...translateWords(index, tokens),
    ...translateChinese(index, tokens),
  ]) {
    if (concept.mentions.every((own) => inLexicon.some((other) => isWithin(own, other)))) continue;
    const known = others.get(concept.text) ?? { ...concept, alternatives: [], mentions: [] };
    const alternatives = merged([known.alternatives, concept.alternatives]);
    others.set(concept.text, { ...known, alternatives, mentions: [...known.mentions, ...concept.mentions] });
  }
  return [...others.values()];
}

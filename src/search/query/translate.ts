// Translation of a query's English words: each becomes a concept, the word itself or any of its Chinese translations.
import { capitalsFor, meaningsOf } from '../../language/capitals.ts';
import { numeralsIn } from '../../language/numerals.ts';
import { glossStem } from '../../language/stem.ts';
import { BREAK, isIdeograph, tokenise } from '../../language/tokenise.ts';
import type { SearchIndex } from '../index/index.ts';
import { chineseNames } from '../index/names.ts';
import { rarestTerm } from '../index/postings.ts';
import { type Alternative, NO_UNIT } from '../index/runs.ts';
import { type FoundConcept, knownUnits, merged, phraseText, type QueryToken } from './concepts.ts';
import { remembering } from './remember.ts';
import { isSure, phraseTranslations, wordTranslations } from './translations.ts';

/** Longest English phrase looked up as one, in words. */
const LONGEST_PHRASE = 4;
/** Shorter words are not taken for names. */
const SHORTEST_NAME = 4;
/** A longer run of characters is rarely found by chance. */
const LONG = 3;
const LONG_FACTOR = 1.5;
/** Translations of each of two neighbours that are tried side by side. */
const COMBINED = 8;

type Phrase = { readonly start: number; readonly end: number; readonly alternatives: readonly Alternative[] };

function isTopicWord(token: QueryToken | undefined): token is QueryToken {
  return token !== undefined && isWord(token) && !token.dropped;
}

function isWord({ term }: QueryToken): boolean {
  return term !== BREAK && !isIdeograph(term) && !/^\d/.test(term);
}

/** Phrases from one word on that the dictionary translates as a whole. */
function phrasesFrom(index: SearchIndex, tokens: readonly QueryToken[], start: number): readonly Phrase[] {
  const found: Phrase[] = [];
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
function numerals(index: SearchIndex, tokens: readonly QueryToken[]): readonly Phrase[] {
  return numeralsIn(tokens).flatMap(({ start, end, written }) => {
    const alternatives = written.flatMap((terms) => {
      const units = knownUnits(index, terms);
      return units === undefined ? [] : [{ units, weight: 1 }];
    });
    return alternatives.length === 0 ? [] : [{ start, end, alternatives }];
  });
}

function itself(tokens: readonly QueryToken[]): readonly Alternative[] {
  return tokens.every(({ unit }) => unit > NO_UNIT)
    ? [{ units: tokens.map(({ unit }) => unit), weight: 1 }]
    : [];
}

function surerIfLong(alternative: Alternative): Alternative {
  const { units, weight } = alternative;
  return units.length < LONG ? alternative : { units, weight: Math.min(1, weight * LONG_FACTOR) };
}

/** Words that are remembered for each index. */
const REMEMBERED_WORDS = 10_000;

/** What a word may stand for beside itself. */
const wordAlternatives = remembering(REMEMBERED_WORDS, (index, word): readonly Alternative[] => {
  const { dictionary } = index;
  if (dictionary === undefined) return [];
  const translated = wordTranslations({ index, dictionary }, glossStem(word));
  const name = word.replace(/['’]s?$/, '');
  const mayBeName = !translated.some(isSure) && name.length >= SHORTEST_NAME;
  return merged([translated.map(surerIfLong), mayBeName ? chineseNames(index, name) : []]);
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

function conceptOf(phrase: readonly QueryToken[], alternatives: readonly Alternative[]): FoundConcept {
  const text = phraseText(phrase);
  return { text, covers: new Set([text]), alternatives, source: 'dictionary', groups: [], places: [] };
}

/** Whether there is more to look for than the words themselves. */
function says(alternatives: readonly Alternative[], tokens: readonly QueryToken[]): boolean {
  return alternatives.length > itself(tokens).length;
}

/** Words that capitals make other words, as the names that they stand for: US is 美国. */
export function capitalConcepts(index: SearchIndex, tokens: readonly QueryToken[]): readonly FoundConcept[] {
  return tokens.flatMap((token) => {
    if (!isTopicWord(token)) return [];
    const names = [capitalsFor(token.word) ?? [], meaningsOf(token.word)].flat();
    const alternatives = names.flatMap((name) => {
      const units = knownUnits(
        index,
        tokenise(name).map(({ term }) => term),
      );
      return units === undefined ? [] : [{ units, weight: 1 }];
    });
    return alternatives.length === 0 ? [] : [conceptOf([token], merged([itself([token]), alternatives]))];
  });
}

/** The English words and pairs of words of a query as concepts, where the collection holds a translation. */
export function translateWords(index: SearchIndex, tokens: readonly QueryToken[]): readonly FoundConcept[] {
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
      ? merged([itself([token]), wordAlternatives(index, token.word), ...phrasesOver(at, at)])
      : [],
  );
  const found = new Map<string, FoundConcept>();
  tokens.forEach((token, at) => {
    const next = tokens[at + 1];
    const own = words[at] ?? [];
    if (says(own, [token])) found.set(token.term, conceptOf([token], own));
    if (!isTopicWord(token) || !isTopicWord(next)) return;
    const combinations = sideBySide(index, own, words[at + 1] ?? []);
    const pair = merged([itself([token, next]), ...phrasesOver(at, at + 1), combinations]);
    if (says(pair, [token, next])) found.set(phraseText([token, next]), conceptOf([token, next], pair));
  });
  return [...found.values()];
}

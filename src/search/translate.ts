// Translation of a query's English words: each becomes a concept, the word itself or any of its Chinese translations.

import {
  type Alternative,
  type FoundConcept,
  knownUnits,
  merged,
  phraseText,
  type QueryToken,
} from './concepts.ts';
import type { Dictionary, Translation } from './dictionary.ts';
import type { SearchIndex } from './index.ts';
import { chineseNames } from './names.ts';
import { nearWords } from './near-words.ts';
import { rarestTerm } from './postings.ts';
import { NO_UNIT } from './runs.ts';
import { BREAK, isIdeograph } from './tokenise.ts';

/** Longest English phrase looked up as one, in words. */
const LONGEST_PHRASE = 4;
/** Most translations of one word that are looked for. */
const MOST_ALTERNATIVES = 40;
/** How sure a translation is: each further gloss less, and less where the gloss says more than was asked. */
const RANK_DECAY = 0.15;
const PARTIAL_GLOSS = 0.5;
/** Longest gloss, in stems, that may stand for one of its words; none for a word that very many glosses hold. */
const LONGEST_GLOSS = 4;
const COMMON_STEM = 600;
/** How sure a translation of a word spelled nearly the same is. */
const NEAR_WORD = 0.6;
/** Shorter words are not taken for names. */
const SHORTEST_NAME = 4;
/** Translations of each of two neighbours that are tried side by side. */
const COMBINED = 8;

type Phrase = { readonly start: number; readonly end: number; readonly alternatives: readonly Alternative[] };

function sureness(asked: number, { rank, stems }: Translation): number {
  const partial = stems > asked ? PARTIAL_GLOSS * (asked / stems) : 1;
  return partial / (1 + RANK_DECAY * rank);
}

function alternativesOf(
  index: SearchIndex,
  stems: readonly string[],
  translations: readonly Translation[],
): readonly Alternative[] {
  const best = new Map<string, Alternative>();
  for (const translation of translations) {
    const weight = sureness(stems.length, translation);
    const known = best.get(translation.word);
    if (weight <= (known?.weight ?? 0)) continue;
    const units = known?.units ?? knownUnits(index, Array.from(translation.word));
    if (units !== undefined) best.set(translation.word, { units, weight });
  }
  return [...best.values()].sort((a, b) => b.weight - a.weight).slice(0, MOST_ALTERNATIVES);
}

function translated(index: SearchIndex, dictionary: Dictionary, stem: string): readonly Alternative[] {
  const most = dictionary.frequencyOf(stem) > COMMON_STEM ? 1 : LONGEST_GLOSS;
  return alternativesOf(index, [stem], dictionary.translate([stem], most));
}

/** An index's translations of at most so many stems are remembered: a collection's readers ask with the same words. */
const REMEMBERED_STEMS = 10_000;
const remembered = new WeakMap<SearchIndex, Map<string, readonly Alternative[]>>();

function translatedOrNear(index: SearchIndex, dictionary: Dictionary, stem: string): readonly Alternative[] {
  const ofIndex = remembered.get(index) ?? new Map<string, readonly Alternative[]>();
  remembered.set(index, ofIndex);
  const alternatives = ofIndex.get(stem) ?? lookUp(index, dictionary, stem);
  if (ofIndex.size < REMEMBERED_STEMS) ofIndex.set(stem, alternatives);
  return alternatives;
}

function lookUp(index: SearchIndex, dictionary: Dictionary, stem: string): readonly Alternative[] {
  const own = translated(index, dictionary, stem);
  if (own.length > 0) return own;
  return nearWords(dictionary.stems, stem).flatMap((near) =>
    translated(index, dictionary, near).map(({ units, weight }) => ({ units, weight: weight * NEAR_WORD })),
  );
}

function isTopicWord(token: QueryToken | undefined): token is QueryToken {
  return token !== undefined && isWord(token) && !token.dropped;
}

function isWord({ term }: QueryToken): boolean {
  return term !== BREAK && !isIdeograph(term) && !/^\d/.test(term);
}

/** Phrases from one word on that the dictionary translates as a whole. */
function phrasesFrom(
  index: SearchIndex,
  dictionary: Dictionary,
  tokens: readonly QueryToken[],
  start: number,
): readonly Phrase[] {
  const found: Phrase[] = [];
  for (let end = start + 2; end <= Math.min(tokens.length, start + LONGEST_PHRASE); end += 1) {
    const phrase = tokens.slice(start, end);
    if (!phrase.every(isWord) || !isTopicWord(phrase.at(-1))) continue;
    const stems = phrase.filter(isTopicWord).map(({ term }) => term);
    const alternatives = alternativesOf(index, stems, dictionary.translate(stems, stems.length));
    if (alternatives.length > 0) found.push({ start, end, alternatives });
  }
  return found;
}

function itself(tokens: readonly QueryToken[]): readonly Alternative[] {
  return tokens.every(({ unit }) => unit > 0) ? [{ units: tokens.map(({ unit }) => unit), weight: 1 }] : [];
}

function wordAlternatives(
  index: SearchIndex,
  dictionary: Dictionary,
  token: QueryToken,
): readonly Alternative[] {
  const glossed = translatedOrNear(index, dictionary, token.term);
  const isKnown = glossed.some(({ weight }) => weight > PARTIAL_GLOSS);
  const name = token.word.replace(/['’]s?$/, '');
  const mayBeName = !isKnown && name.length >= SHORTEST_NAME;
  return merged([itself([token]), glossed, mayBeName ? chineseNames(index, name) : []]);
}

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

/** The English words and pairs of words of a query as concepts, where the collection holds a translation. */
export function translateWords(index: SearchIndex, tokens: readonly QueryToken[]): readonly FoundConcept[] {
  const { dictionary, hasChinese } = index;
  if (dictionary === undefined || !hasChinese) return [];
  const phrases = tokens.flatMap((token, at) =>
    isTopicWord(token) ? phrasesFrom(index, dictionary, tokens, at) : [],
  );
  const phrasesOver = (first: number, last: number) =>
    phrases.filter(({ start, end }) => start <= first && end > last).map(({ alternatives }) => alternatives);
  const words = tokens.map((token, at) =>
    isTopicWord(token) ? merged([wordAlternatives(index, dictionary, token), ...phrasesOver(at, at)]) : [],
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

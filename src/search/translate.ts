// Translation of a query's words into the language of the passages, by the dictionary's glosses.

import { type Alternative, type FoundConcept, phraseText } from './concepts.ts';
import type { Translation } from './dictionary.ts';
import type { SearchIndex } from './index.ts';
import { chineseNames } from './names.ts';
import { nearWords } from './near-words.ts';
import { rarestTerm } from './postings.ts';
import { BREAK, isIdeograph, tokenise } from './tokenise.ts';

export interface TranslatedToken {
  readonly term: string;
  readonly unit: number;
  readonly dropped: boolean;
  readonly word: string;
  /** Written with a capital where a sentence would not ask for one. */
  readonly capitalised: boolean;
}

/** Longest English phrase looked up as one, in words. */
const LONGEST_PHRASE = 4;
/** Most translations of one word that are looked for. */
const MOST_ALTERNATIVES = 40;
/** How sure a translation is: each further gloss less, and less where the gloss says more than was asked. */
const RANK_DECAY = 0.15;
const PARTIAL_GLOSS = 0.5;

function sureness(asked: number, { rank, stems }: Translation): number {
  const partial = stems > asked ? PARTIAL_GLOSS * (asked / stems) : 1;
  return partial / (1 + RANK_DECAY * rank);
}

function unitsOfWord(index: SearchIndex, word: string): readonly number[] | undefined {
  const units = tokenise(word).map(({ term }) => index.vocabulary.get(term) ?? -1);
  return units.includes(-1) || rarestTerm(index.postings, units) < 0 ? undefined : units;
}

function alternativesOf(
  index: SearchIndex,
  stems: readonly string[],
  exact: boolean,
): readonly Alternative[] {
  const best = new Map<string, number>();
  for (const translation of index.dictionary?.translate(stems) ?? []) {
    if (exact && translation.stems !== stems.length) continue;
    const weight = sureness(stems.length, translation);
    if (weight > (best.get(translation.word) ?? 0)) best.set(translation.word, weight);
  }
  return [...best]
    .flatMap(([word, weight]) => {
      const units = unitsOfWord(index, word);
      return units === undefined ? [] : [{ units, weight }];
    })
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MOST_ALTERNATIVES);
}

function isWord(token: TranslatedToken | undefined): token is TranslatedToken {
  return token !== undefined && token.term !== BREAK && !isIdeograph(token.term) && !/^\d/.test(token.term);
}

function phrasesFrom(index: SearchIndex, tokens: readonly TranslatedToken[], start: number) {
  const found: {
    readonly start: number;
    readonly end: number;
    readonly alternatives: readonly Alternative[];
  }[] = [];
  for (let end = start + 2; end <= start + LONGEST_PHRASE; end += 1) {
    const phrase = tokens.slice(start, end);
    if (phrase.length < end - start || !phrase.every(isWord) || phrase.at(-1)?.dropped) continue;
    const stems = phrase.filter(({ dropped }) => !dropped).map(({ term }) => term);
    const alternatives = alternativesOf(index, stems, true);
    if (alternatives.length > 0) found.push({ start, end, alternatives });
  }
  return found;
}

function merged(lists: readonly (readonly Alternative[])[]): readonly Alternative[] {
  const best = new Map<string, Alternative>();
  for (const alternative of lists.flat()) {
    const key = alternative.units.join(' ');
    if (alternative.weight > (best.get(key)?.weight ?? 0)) best.set(key, alternative);
  }
  return [...best.values()];
}

const COMBINED = 8;
function combined(
  index: SearchIndex,
  first: readonly Alternative[],
  second: readonly Alternative[],
): readonly Alternative[] {
  return first.slice(0, COMBINED).flatMap((left) =>
    second.slice(0, COMBINED).flatMap((right) => {
      const units = [...left.units, ...right.units];
      return rarestTerm(index.postings, units) < 0 ? [] : [{ units, weight: left.weight * right.weight }];
    }),
  );
}

/** How sure a translation of a near word is, beside one of the word itself. */
const NEAR_WORD = 0.6;

function glossedWord(index: SearchIndex, stem: string): readonly Alternative[] {
  const own = alternativesOf(index, [stem], false);
  if (own.length > 0 || index.dictionary === undefined) return own;
  return nearWords(index.dictionary.sortedStems, stem).flatMap((near) =>
    alternativesOf(index, [near], false).map(({ units, weight }) => ({ units, weight: weight * NEAR_WORD })),
  );
}

/** English words of the query as concepts: the word itself or any of its Chinese translations. */
export function translateWords(
  index: SearchIndex,
  tokens: readonly TranslatedToken[],
): readonly FoundConcept[] {
  if (index.dictionary === undefined || !index.hasChinese) return [];
  const singles = new Map<number, readonly Alternative[]>();
  const phrases = tokens.flatMap((token, at) =>
    isWord(token) && !token.dropped ? phrasesFrom(index, tokens, at) : [],
  );
  tokens.forEach((token, at) => {
    if (!isWord(token) || token.dropped) return;
    const within = phrases
      .filter(({ start, end }) => at >= start && at < end)
      .map(({ alternatives }) => alternatives);
    const itself = token.unit > 0 ? [{ units: [token.unit], weight: 1 }] : [];
    const glossed = glossedWord(index, token.term);
    const exact = glossed.some(({ weight }) => weight > PARTIAL_GLOSS);
    const name = token.word.replace(/['’]s?$/, '');
    const named = (token.capitalised || !exact) && name.length > 3 ? chineseNames(index, name) : [];
    singles.set(at, merged([itself, glossed, ...within, named]));
  });
  const found = new Map<string, FoundConcept>();
  for (const [at, alternatives] of singles) {
    const token = tokens[at];
    const next = tokens[at + 1];
    if (token === undefined) continue;
    const n = index.dictionary.translate([token.term]).length;
    const S0 = +(process.env['SP'] ?? 30);
    const specificity = Math.max(0.1, Math.min(1, Math.log(113000 / (n + 1)) / Math.log(113000 / S0)));
    if (alternatives.length > 0)
      found.set(token.term, {
        text: token.term,
        covers: new Set([token.term]),
        specificity,
        alternatives,
        source: 'dictionary',
      });
    if (next === undefined || !singles.has(at + 1)) continue;
    const text = phraseText([token, next]);
    const itself = token.unit > 0 && next.unit > 0 ? [{ units: [token.unit, next.unit], weight: 1 }] : [];
    const pair = merged([
      itself,
      ...phrases
        .filter(({ start, end }) => start <= at && end > at + 1)
        .map(({ alternatives: known }) => known),
      combined(index, alternatives, singles.get(at + 1) ?? []),
    ]);
    if (pair.length > 0)
      found.set(text, { text, covers: new Set([text]), alternatives: pair, source: 'dictionary' });
  }
  return [...found.values()];
}

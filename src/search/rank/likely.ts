// Of many collections those that may have something to say of a question, by the words that they hold: a quick look before the
// close one, which no bot could afford for each of a thousand.
import type { Dictionary } from '../../dictionary/dictionary.ts';
import { BREAK, glossStem, isIdeograph, type Token } from '../../language/tokenise.ts';
import type { SearchIndex } from '../index/index.ts';
import { rarity } from '../index/measures.ts';
import { NO_UNIT } from '../index/runs.ts';
import { headwordsIn } from '../query/look-up.ts';
import { Best } from './nearest.ts';

/** One thing that a question says, in any of the ways in which a collection may say it. */
interface Saying {
  readonly ways: readonly (readonly string[])[];
  /** What it counts beside its rarity among the collections. */
  readonly factor: number;
}

/** A single character says little, and a word by the dictionary may be another one. */
const FACTORS = { ideograph: 0.3, pair: 1, word: 2, translated: 1 };
/** Ways of the dictionary that are looked for, the commonest first. */
const MOST_WAYS = 6;

/** The places of the likeliest collections, in their order: at most so many. All belong to one folder. */
export function likelyCollections(
  collections: readonly SearchIndex[],
  tokens: readonly Token[],
  most: number,
): readonly number[] {
  const [any] = collections;
  if (any === undefined) return [];
  const scores = new Float32Array(collections.length);
  const isHeld = new Uint8Array(collections.length);
  for (const { ways, factor } of sayingsOf(tokens, any.dictionary)) {
    const known = ways.map((way) => way.map((term) => any.vocabulary.numberOf(term)));
    const numbers = known.filter((way) => !way.includes(0));
    collections.forEach((index, at) => {
      isHeld[at] = numbers.some((way) => isSaid(index, way)) ? 1 : 0;
    });
    const held = isHeld.reduce((sum, is) => sum + is, 0);
    const worth = factor * rarity(collections.length, held);
    for (let at = 0; at < scores.length; at += 1)
      if (isHeld[at] === 1) scores[at] = (scores[at] ?? 0) + worth;
  }
  const best = new Best(most);
  for (const [at, score] of scores.entries()) best.add(at, score);
  return best.numbers.toSorted((a, b) => a - b);
}

/** Whether the answers of a collection may say it. */
function isSaid({ vocabulary, postings }: SearchIndex, way: readonly number[]): boolean {
  let before = NO_UNIT;
  for (const number of way) {
    const unit = vocabulary.unitOf(number);
    if (unit === NO_UNIT || (before !== NO_UNIT && postings.pairs.get(before, unit) < 0)) return false;
    before = unit;
  }
  return true;
}

function sayingsOf(tokens: readonly Token[], dictionary: Dictionary | undefined): readonly Saying[] {
  const sayings = new Map<string, Saying>();
  const add = (ways: readonly (readonly string[])[], factor: number) => {
    if (ways.length > 0) sayings.set(ways.map((way) => way.join(' ')).join('|'), { ways, factor });
  };
  tokens.forEach(({ term }, at) => {
    if (term === BREAK) return;
    add([[term]], isIdeograph(term) ? FACTORS.ideograph : FACTORS.word);
    const next = tokens[at + 1]?.term ?? BREAK;
    if (next !== BREAK) add([[term, next]], FACTORS.pair);
  });
  if (dictionary) for (const ways of translatedWays(tokens, dictionary)) add(ways, FACTORS.translated);
  return [...sayings.values()];
}

/** English words in Chinese, and Chinese ones in English. */
function translatedWays(
  tokens: readonly Token[],
  dictionary: Dictionary,
): readonly (readonly (readonly string[])[])[] {
  const english = tokens.map(({ term, word }) => {
    if (term === BREAK || isIdeograph(term)) return [];
    const stems = [glossStem(word)];
    const glossed = dictionary.translate(stems, 1).map((translation) => translation.word);
    const words = [...dictionary.translationsOf(stems), ...glossed].slice(0, MOST_WAYS);
    return words.map((chinese) => Array.from(chinese));
  });
  const terms = tokens.map(({ term }) => term);
  const chinese = headwordsIn(terms, (word) => dictionary.glossesOf(word));
  return [...english, ...chinese.map(({ found = [] }) => found.slice(0, MOST_WAYS))];
}

// Of many collections those that may have something to say of a question, by the words that they hold: a quick look before the
// close one, which no bot could afford for each of a thousand.
import type { Dictionary } from '../../dictionary/dictionary.ts';
import { BREAK, glossStem, isIdeograph, type Token } from '../../language/tokenise.ts';
import type { SearchIndex } from '../index/index.ts';
import { rarity } from '../index/measures.ts';
import { type Postings, pairOf } from '../index/postings.ts';
import { NO_UNIT } from '../index/runs.ts';
import { headwordsIn } from '../query/look-up.ts';

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

/** How much each collection holds of what is asked, rare things more. All belong to one folder. */
export function heldByEach(collections: readonly SearchIndex[], tokens: readonly Token[]): Float32Array {
  const [any] = collections;
  if (any === undefined) return new Float32Array(0);
  const places: Places = new Map();
  const sayings = sayingsOf(tokens, any.dictionary).flatMap((saying) => placed(saying, any, places));
  const holders = sayings.map((): number[] => []);
  const numbers = [...places.keys()];
  // Collection by collection: the tables of one are far from those of another.
  collections.forEach(({ vocabulary, postings }, at) => {
    const units = numbers.map((number) => vocabulary.unitOf(number));
    sayings.forEach(({ ways }, saying) => {
      if (ways.some((way) => stands(postings, way, units))) holders[saying]?.push(at);
    });
  });
  const scores = new Float32Array(collections.length);
  sayings.forEach(({ factor }, saying) => {
    const own = holders[saying] ?? [];
    const worth = factor * rarity(collections.length, own.length);
    for (const at of own) scores[at] = (scores[at] ?? 0) + worth;
  });
  return scores;
}

/** The terms that are looked for, by their numbers in the folder: each is looked up once in each collection. */
type Places = Map<number, number>;

/** A saying by the places of its terms. */
interface Placed {
  readonly ways: readonly (readonly number[])[];
  readonly factor: number;
}

/** Without the ways that no collection of the folder knows; [] where none is left. */
function placed({ ways, factor }: Saying, { vocabulary }: SearchIndex, places: Places): readonly Placed[] {
  const placeOf = (number: number) => {
    const place = places.get(number) ?? places.size;
    places.set(number, place);
    return place;
  };
  const known = ways
    .map((way) => way.map((term) => vocabulary.numberOf(term)))
    .filter((way) => !way.includes(0));
  return known.length === 0 ? [] : [{ ways: known.map((way) => way.map(placeOf)), factor }];
}

/** Whether the answers of a collection may say some terms side by side. */
function stands({ pairs }: Postings, way: readonly number[], units: readonly number[]): boolean {
  let before = NO_UNIT;
  for (const place of way) {
    const unit = units[place] ?? NO_UNIT;
    if (unit === NO_UNIT || (before !== NO_UNIT && pairOf(pairs, before, unit) < 0)) return false;
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
  const chinese = headwordsIn(terms, { dictionary, lookUp: dictionary.glossesOf });
  return [...english, ...chinese.map(({ found = [] }) => found.slice(0, MOST_WAYS))];
}

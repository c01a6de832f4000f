// Of many collections those that may have something to say of a question, by the words that they hold: a quick look before the
// close one, which no bot could afford for each of a thousand.
import { type Dictionary, rememberedOf } from '../../dictionary/dictionary.ts';
import { Numbers } from '../../dictionary/numbers.ts';
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
  const { sayings, numbers } = numbered(sayingsOf(tokens, any.dictionary), any);
  const size = collections.length;
  const isHeld = new Uint8Array(sayings.length * size);
  const units = unitsOf(holdersIn(collections), numbers, size);
  // Collection by collection: the tables of one are far from those of another.
  collections.forEach(({ postings }, at) => {
    const own = units.subarray(at * numbers.length, (at + 1) * numbers.length);
    for (let saying = 0; saying < sayings.length; saying += 1)
      if (isSaid(postings, own, sayings[saying]?.ways ?? [])) isHeld[saying * size + at] = 1;
  });
  return scoresOf(sayings, isHeld, size);
}

/** Which collections hold each term, by its number in their folder, and as which unit. */
interface Holders {
  /** Where the holders of each term begin; one more entry closes the last. */
  readonly starts: Int32Array;
  readonly collections: Int32Array;
  readonly units: Int32Array;
}

const holdersIn = rememberedOf(findHolders);

function findHolders(collections: readonly SearchIndex[]): Holders {
  const counts = new Numbers();
  const visit = (see: (number: number, collection: number, unit: number) => void) => {
    collections.forEach(({ vocabulary }, at) => {
      for (let unit = 1; unit <= vocabulary.size; unit += 1) see(vocabulary.numberAt(unit), at, unit);
    });
  };
  visit((number) => {
    while (counts.length < number + 2) counts.push(0);
    counts.add(number + 1, 1);
  });
  const starts = counts.toArray();
  for (let number = 1; number < starts.length; number += 1)
    starts[number] = (starts[number] ?? 0) + (starts[number - 1] ?? 0);
  const next = starts.slice();
  const all = starts.at(-1) ?? 0;
  const holders = { starts, collections: new Int32Array(all), units: new Int32Array(all) };
  visit((number, collection, unit) => {
    const at = next[number] ?? 0;
    next[number] = at + 1;
    holders.collections[at] = collection;
    holders.units[at] = unit;
  });
  return holders;
}

/** For each collection the units of some terms, in their order; NO_UNIT for those that it does not hold. */
function unitsOf({ starts, collections, units }: Holders, numbers: readonly number[], size: number) {
  const found = new Int32Array(numbers.length * size);
  numbers.forEach((number, place) => {
    for (let at = starts[number] ?? 0; at < (starts[number + 1] ?? 0); at += 1)
      found[(collections[at] ?? 0) * numbers.length + place] = units[at] ?? NO_UNIT;
  });
  return found;
}

/** What collections hold, rare things more. */
function scoresOf(sayings: readonly Numbered[], isHeld: Uint8Array, size: number): Float32Array {
  const scores = new Float32Array(size);
  sayings.forEach(({ factor }, saying) => {
    const own = isHeld.subarray(saying * size, (saying + 1) * size);
    let holders = 0;
    for (const is of own) holders += is;
    const worth = factor * rarity(size, holders);
    for (let at = 0; at < size; at += 1) if (own[at] === 1) scores[at] = (scores[at] ?? 0) + worth;
  });
  return scores;
}

/** A saying whose ways are places in a list of terms. */
interface Numbered {
  readonly ways: readonly (readonly number[])[];
  readonly factor: number;
}

/** Without what no collection of the folder says; `numbers` are those of the terms in the folder. */
function numbered(all: readonly Saying[], { vocabulary }: SearchIndex) {
  const places = new Map<number, number>();
  const placeOf = (term: string) => {
    const number = vocabulary.numberOf(term);
    if (number === 0) return -1;
    const place = places.get(number) ?? places.size;
    places.set(number, place);
    return place;
  };
  const sayings = all.flatMap(({ ways, factor }): readonly Numbered[] => {
    const known = ways.map((way) => way.map(placeOf)).filter((way) => !way.includes(-1));
    return known.length === 0 ? [] : [{ ways: known, factor }];
  });
  return { sayings, numbers: [...places.keys()] };
}

/** Whether the answers of a collection may say it in one of its ways. */
function isSaid(postings: Postings, units: Int32Array, ways: Numbered['ways']): boolean {
  for (const way of ways) if (stands(postings, units, way)) return true;
  return false;
}

function stands({ pairs }: Postings, units: Int32Array, way: readonly number[]): boolean {
  for (const place of way) if (units[place] === NO_UNIT) return false;
  for (let at = 1; at < way.length; at += 1) {
    const [before = 0, next = 0] = [way[at - 1], way[at]];
    if (pairOf(pairs, units[before] ?? NO_UNIT, units[next] ?? NO_UNIT) < 0) return false;
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

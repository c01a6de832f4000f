// Names across scripts: 卡万 stands for Kawann. Chinese pairs of characters that transliterate are indexed by their sound.

import type { Alternative } from './concepts.ts';
import type { Dictionary } from './dictionary.ts';
import type { SearchIndex } from './index.ts';
import { beginningCost, likeness, skeleton, soundsOfName, soundsOfSyllable } from './phonetics.ts';
import type { Postings } from './postings.ts';
import { NO_UNIT, type Runs, type Vocabulary } from './runs.ts';

export interface NameIndex {
  /** The sound of each unit that transliterates. */
  readonly sounds: ReadonlyMap<number, string>;
  /** Pairs of such units (as terms of the postings) by their joint sound. */
  readonly pairs: ReadonlyMap<string, readonly NamePair[]>;
}

interface NamePair {
  readonly term: number;
  readonly first: number;
  readonly second: number;
}

/** A pair may begin a name when turning its sound into the name's beginning costs at most this. */
const NEAR_BEGINNING = 0.5;
/** Least likeness of a whole name; names of few consonants must agree better. */
const LEAST_LIKENESS = 0.75;
const SHORT_NAME = 2;
const LEAST_LIKENESS_SHORT = 0.85;
const LONGEST_NAME = 7;
/** Most passages that one name is looked for in. */
const MOST_PASSAGES = 400;
const MOST_NAMES = 12;

function transliterating(dictionary: Dictionary, vocabulary: Vocabulary): ReadonlyMap<number, string> {
  const sounds = new Map<number, string>();
  for (const character of dictionary.transliterators) {
    const unit = vocabulary.get(character);
    const [reading] = dictionary.readingsOf(character);
    if (unit !== undefined && reading !== undefined) sounds.set(unit, soundsOfSyllable(reading));
  }
  return sounds;
}

export function indexNames(
  dictionary: Dictionary,
  vocabulary: Vocabulary,
  runs: Runs,
  postings: Postings,
): NameIndex {
  const sounds = transliterating(dictionary, vocabulary);
  const flags = new Uint8Array(vocabulary.size + 1);
  for (const unit of sounds.keys()) flags[unit] = 1;
  const seen = new Uint8Array(postings.terms.size);
  const pairs = new Map<string, NamePair[]>();
  for (let at = 1; at < runs.units.length; at += 1) {
    const first = runs.units[at - 1] ?? NO_UNIT;
    const second = runs.units[at] ?? NO_UNIT;
    if (flags[first] !== 1 || flags[second] !== 1) continue;
    const term = postings.terms.get(first, second);
    if (seen[term] === 1) continue;
    seen[term] = 1;
    const sound = skeleton((sounds.get(first) ?? '') + (sounds.get(second) ?? ''));
    const others = pairs.get(sound);
    if (others === undefined) pairs.set(sound, [{ term, first, second }]);
    else others.push({ term, first, second });
  }
  return { sounds, pairs };
}

function leastLikeness(name: string): number {
  return skeleton(name).length <= SHORT_NAME ? LEAST_LIKENESS_SHORT : LEAST_LIKENESS;
}

/** The run of transliterating characters from one place that sounds most like the name. */
function bestRun(names: NameIndex, units: Int32Array, start: number, name: string): Alternative {
  let syllables = '';
  let best: Alternative = { units: [], weight: 0 };
  for (let length = 1; length <= LONGEST_NAME; length += 1) {
    const sound = names.sounds.get(units[start + length - 1] ?? NO_UNIT);
    if (sound === undefined) break;
    syllables += sound;
    if (length === 1) continue;
    const weight = likeness(name, syllables);
    if (weight > best.weight) best = { units: Array.from(units.subarray(start, start + length)), weight };
  }
  return best;
}

function placesOf(
  index: SearchIndex,
  pair: NamePair,
  visit: (start: number) => void,
  budget: number,
): number {
  const { starts, passages } = index.postings;
  const { runs } = index;
  let left = budget;
  for (let at = starts[pair.term] ?? 0; at < (starts[pair.term + 1] ?? 0) && left > 0; at += 1, left -= 1) {
    const passage = passages[at] ?? 0;
    const end = runs.starts[runs.firstTitle[passage + 1] ?? 0] ?? 0;
    for (let unit = runs.starts[runs.firstTitle[passage] ?? 0] ?? 0; unit + 1 < end; unit += 1) {
      if (runs.units[unit] === pair.first && runs.units[unit + 1] === pair.second) visit(unit);
    }
  }
  return left;
}

/** Runs of Chinese characters in the collection that sound like a folded Latin name, each with its likeness. */
export function chineseNames(index: SearchIndex, latinName: string): readonly Alternative[] {
  const { names } = index;
  const name = soundsOfName(latinName);
  const bones = skeleton(name);
  if (names === undefined || bones.length < SHORT_NAME) return [];
  const found = new Map<string, Alternative>();
  let budget = MOST_PASSAGES;
  for (const [sound, pairs] of names.pairs) {
    if (beginningCost(bones, sound) > NEAR_BEGINNING) continue;
    for (const pair of pairs) {
      const visit = (start: number) => {
        const run = bestRun(names, index.runs.units, start, name);
        if (run.weight >= leastLikeness(name)) found.set(run.units.join(' '), run);
      };
      budget = placesOf(index, pair, visit, budget);
    }
  }
  const best = [...found.values()].reduce((most, { weight }) => Math.max(most, weight), 0);
  return [...found.values()]
    .filter(({ weight }) => weight >= best - +(process.env['GAP'] ?? 0.06))
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MOST_NAMES);
}

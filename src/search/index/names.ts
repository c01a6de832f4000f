// Names across scripts: 卡万 stands for Kawann. Runs of characters that transliterate are indexed by their sound.
import { type Dictionary, rememberedOf } from '../../dictionary/dictionary.ts';
import { Numbers } from '../../dictionary/numbers.ts';
import { Hearing, skeleton, soundsOfName, soundsOfSyllable } from '../../language/sounds.ts';
import type { SearchIndex } from './index.ts';
import { termOf } from './postings.ts';
import { type Alternative, NO_UNIT, type Units } from './runs.ts';

export interface NameIndex {
  /** The sound of each unit that transliterates. */
  readonly sounds: ReadonlyMap<number, string>;
  /** By the consonants of two neighbours: places in the runs where they stand, one for each third neighbour. */
  readonly places: ReadonlyMap<string, Int32Array>;
}

/** Two characters may begin a name when turning their sound into the name's beginning costs at most this. */
const NEAR_BEGINNING = 0.5;
/** Least likeness of a whole name; a name of few consonants must agree better. */
const LEAST_LIKENESS = 0.75;
const FEW_CONSONANTS = 2;
const LEAST_LIKENESS_OF_FEW = 0.85;
/** Only runs nearly as like as the best one are taken for the name. */
const BEST_BY = 0.06;
const LONGEST_NAME = 7;
/** Most places that one name is compared with, and most runs that are kept for it. */
const MOST_PLACES = 800;
const MOST_NAMES = 12;
/** Most sounds stand in a few places only. */
const FEW_PLACES = 4;

/** The sound of each character that transliterates. */
const soundsIn = rememberedOf((dictionary: Dictionary): ReadonlyMap<string, string> => {
  const sounds = new Map<string, string>();
  for (const character of dictionary.transliterators) {
    const [reading] = dictionary.readingsOf(character);
    if (reading !== undefined) sounds.set(character, soundsOfSyllable(reading));
  }
  return sounds;
});

function transliterating(dictionary: Dictionary, { vocabulary }: SearchIndex): ReadonlyMap<number, string> {
  const sounds = new Map<number, string>();
  for (const [character, sound] of soundsIn(dictionary)) {
    const unit = vocabulary.get(character);
    if (unit !== undefined) sounds.set(unit, sound);
  }
  return sounds;
}

/** Undefined without a dictionary. Most interviews are never asked for a name: made when they are. */
const namesIn = rememberedOf((index: SearchIndex): NameIndex | undefined => {
  const { dictionary, runs, postings, vocabulary } = index;
  if (dictionary === undefined) return undefined;
  const sounds = transliterating(dictionary, index);
  const flags = new Uint8Array(vocabulary.size + 1);
  for (const unit of sounds.keys()) flags[unit] = 1;
  const triples = new Set<number>();
  const places = new Map<string, Numbers>();
  for (let at = 1; at < runs.units.length; at += 1) {
    const first = runs.units[at - 1] ?? NO_UNIT;
    const second = runs.units[at] ?? NO_UNIT;
    if (flags[first] !== 1 || flags[second] !== 1) continue;
    const third = runs.units[at + 1] ?? NO_UNIT;
    const triple = termOf(postings, first, second) * flags.length + third;
    if (triples.has(triple)) continue;
    triples.add(triple);
    const sound = skeleton((sounds.get(first) ?? '') + (sounds.get(second) ?? ''));
    const there = places.get(sound) ?? new Numbers(FEW_PLACES);
    places.set(sound, there);
    there.push(at - 1);
  }
  return { sounds, places: new Map([...places].map(([sound, there]) => [sound, there.toArray()])) };
});

/** Once each consonant of the name has cost more than this, no longer run can be like it. */
const HOPELESS = 0.25;

/** Where a name may begin. */
interface Place {
  readonly units: Units;
  readonly start: number;
}

/** The run of transliterating characters from one place that sounds most like the name. */
function bestRun({ sounds }: NameIndex, { units, start }: Place, name: Hearing): Alternative {
  const hopeless = Math.max(1, HOPELESS * name.consonants);
  name.start();
  let best = { length: 0, weight: 0 };
  for (let length = 1; length <= LONGEST_NAME && name.leastCost <= hopeless; length += 1) {
    const sound = sounds.get(units[start + length - 1] ?? NO_UNIT);
    if (sound === undefined) break;
    name.hear(sound);
    if (length > 1 && name.likeness > best.weight) best = { length, weight: name.likeness };
  }
  return { units: Array.from(units.subarray(start, start + best.length)), weight: best.weight };
}

function likelyPlaces(names: NameIndex, consonants: string): readonly number[] {
  const places: number[] = [];
  const name = new Hearing(consonants);
  for (const [sound, there] of names.places) {
    if (places.length >= MOST_PLACES) break;
    name.start();
    name.hear(sound);
    if (name.leastCost > NEAR_BEGINNING) continue;
    for (const place of there) places.push(place);
  }
  return places.slice(0, MOST_PLACES);
}

/** Runs of Chinese characters in the collection that sound like a folded Latin name, each with its likeness; none without names. */
export function chineseNames(index: SearchIndex, latinName: string): readonly Alternative[] {
  const name = soundsOfName(latinName);
  const consonants = skeleton(name);
  const names = consonants.length < FEW_CONSONANTS ? undefined : namesIn(index);
  if (names === undefined) return [];
  const least = consonants.length <= FEW_CONSONANTS ? LEAST_LIKENESS_OF_FEW : LEAST_LIKENESS;
  const found = new Map<string, Alternative>();
  let best = least;
  const hearing = new Hearing(name);
  for (const start of likelyPlaces(names, consonants)) {
    const run = bestRun(names, { units: index.runs.units, start }, hearing);
    if (run.weight < least) continue;
    found.set(run.units.join(' '), run);
    best = Math.max(best, run.weight);
  }
  return [...found.values()]
    .filter(({ weight }) => weight >= best - BEST_BY)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MOST_NAMES);
}

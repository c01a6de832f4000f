// The inverted index: for each unit and each pair of neighbouring units, the passages that hold it and how often.
import { NO_UNIT, type Runs, type Units } from './runs.ts';

/** Numbers in as few bytes as the largest of them needs. */
export type Narrow = Uint8Array | Units;

const LARGEST = { byte: 255, short: 65_535 };

function narrow(values: Int32Array, largest: number): Narrow {
  if (largest <= LARGEST.byte) return Uint8Array.from(values);
  return largest <= LARGEST.short ? Uint16Array.from(values) : values.slice();
}

/** Pairs of neighbouring units, numbered from 0 in the order of their first unit, then of their second. */
export interface Pairs {
  /** For each unit the number of the first pair that it begins; one more entry closes the last. */
  readonly starts: Narrow;
  readonly seconds: Narrow;
}

/** A pair's number, or -1 where the two stand nowhere side by side. */
export function pairOf({ starts, seconds }: Pairs, first: number, second: number): number {
  const end = starts[first + 1] ?? 0;
  let low = starts[first] ?? 0;
  let high = end;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((seconds[middle] ?? 0) < second) low = middle + 1;
    else high = middle;
  }
  return low < end && seconds[low] === second ? low : -1;
}

/** A posting's byte: the lower six bits count the term in the answer, the seventh says that a title holds it. */
export const COUNT_MASK = 63;
export const IN_TITLE = 64;

export interface Postings {
  /** Units are the first terms, in their order; the pairs follow in theirs. */
  readonly unitCount: number;
  readonly pairs: Pairs;
  /** Where each term's postings start; one more entry closes the last. */
  readonly starts: Narrow;
  readonly passages: Narrow;
  readonly places: Uint8Array;
}

/** The number of a unit (`second` is NO_UNIT) or of a pair of units as a term, or -1 where no passage holds it. */
export function termOf({ unitCount, pairs, starts }: Postings, first: number, second: number): number {
  // The vocabulary may hold units that other texts brought in.
  const isHeld = first > NO_UNIT && first <= unitCount && starts[first] !== starts[first - 1];
  if (second === NO_UNIT) return isHeld ? first - 1 : -1;
  const pair = pairOf(pairs, first, second);
  return pair < 0 ? -1 : unitCount + pair;
}

/** For each place in the runs twice its passage's number, and one more in a title. */
function placesIn({ units, starts, firstTitle, firstSentence }: Runs): Int32Array {
  const places = new Int32Array(units.length);
  for (let passage = 0; passage + 1 < firstTitle.length; passage += 1) {
    const title = starts[firstTitle[passage] ?? 0] ?? 0;
    const answer = starts[firstSentence[passage] ?? 0] ?? 0;
    const end = starts[firstTitle[passage + 1] ?? 0] ?? 0;
    places.fill(2 * passage + 1, title, answer).fill(2 * passage, answer, end);
  }
  return places;
}

/** For each unit how many places come before those of it; one more entry tells of all. */
function countsUpTo(units: Units, unitCount: number): Int32Array {
  const counts = new Int32Array(unitCount + 2);
  for (const unit of units) counts[unit + 1] = (counts[unit + 1] ?? 0) + 1;
  for (let unit = 0; unit <= unitCount; unit += 1)
    counts[unit + 1] = (counts[unit + 1] ?? 0) + (counts[unit] ?? 0);
  return counts;
}

/** The places of the runs by the unit that stands so far before each; of equals in the order given, or in theirs. */
function sorted(places: Int32Array | undefined, { units }: Runs, { before, counts }: Sorting): Int32Array {
  const next = counts.slice();
  const inOrder = new Int32Array(units.length);
  for (let number = 0; number < units.length; number += 1) {
    const place = places?.[number] ?? number;
    const unit = units[place - before] ?? NO_UNIT;
    const at = next[unit] ?? 0;
    next[unit] = at + 1;
    inOrder[at] = place;
  }
  return inOrder;
}

interface Sorting {
  readonly before: 0 | 1;
  readonly counts: Int32Array;
}

/** The postings of one term after another. */
interface Growing {
  readonly starts: Int32Array;
  readonly passages: Int32Array;
  readonly places: Uint8Array;
  terms: number;
  size: number;
}

function beginTerm(growing: Growing): void {
  growing.starts[growing.terms] = growing.size;
  growing.terms += 1;
}

function addPlace(growing: Growing, place: number): void {
  const { starts, passages, places, terms } = growing;
  const passage = place >> 1;
  let at = growing.size - 1;
  if (at < (starts[terms - 1] ?? 0) || passages[at] !== passage) {
    at += 1;
    passages[at] = passage;
    growing.size += 1;
  }
  const known = places[at] ?? 0;
  if ((place & 1) === 1) places[at] = known | IN_TITLE;
  else if ((known & COUNT_MASK) < COUNT_MASK) places[at] = known + 1;
}

/** By sorting the places of the runs twice: in the order of their units, and of their pairs. */
export function postingsOf(runs: Runs, unitCount: number): Postings {
  const { units } = runs;
  // Most interviews have no wordings: nothing is kept for these.
  if (units.length === 0) return { unitCount, ...NOTHING };
  const where = placesIn(runs);
  const counts = countsUpTo(units, unitCount);
  const byUnit = sorted(undefined, runs, { before: 0, counts });
  const growing = {
    starts: new Int32Array(unitCount + units.length + 1),
    passages: new Int32Array(2 * units.length),
    places: new Uint8Array(2 * units.length),
    ...{ terms: 0, size: 0 },
  };
  for (let unit = 1; unit <= unitCount; unit += 1) {
    beginTerm(growing);
    for (let at = counts[unit] ?? 0; at < (counts[unit + 1] ?? 0); at += 1)
      addPlace(growing, where[byUnit[at] ?? 0] ?? 0);
  }
  const pairs = addPairs(growing, { runs, unitCount, where }, sorted(byUnit, runs, { before: 1, counts }));
  const { starts, passages, places, terms, size } = growing;
  starts[terms] = size;
  return {
    ...{ unitCount, pairs },
    starts: narrow(starts.subarray(0, terms + 1), size),
    passages: narrow(passages.subarray(0, size), runs.firstTitle.length),
    places: places.slice(0, size),
  };
}

const NONE = new Uint8Array(0);
const NOTHING = { pairs: { starts: NONE, seconds: NONE }, starts: NONE, passages: NONE, places: NONE };

interface Numbered {
  readonly runs: Runs;
  readonly unitCount: number;
  readonly where: Int32Array;
}

function addPairs(growing: Growing, { runs, unitCount, where }: Numbered, inOrder: Int32Array): Pairs {
  const { units } = runs;
  const starts = new Int32Array(unitCount + 2);
  const seconds = new Int32Array(units.length);
  let [pairs, first, second] = [0, NO_UNIT, NO_UNIT];
  for (const place of inOrder) {
    const own = units[place - 1] ?? NO_UNIT;
    const next = units[place] ?? NO_UNIT;
    if (own === NO_UNIT || next === NO_UNIT) continue;
    if (own !== first || next !== second) {
      starts.fill(pairs, first + 1, own + 1);
      [first, second] = [own, next];
      seconds[pairs] = next;
      pairs += 1;
      beginTerm(growing);
    }
    addPlace(growing, where[place] ?? 0);
  }
  starts.fill(pairs, first + 1);
  return { starts: narrow(starts, pairs), seconds: narrow(seconds.subarray(0, pairs), unitCount) };
}

export function documentFrequency(postings: Postings, term: number): number {
  return term < 0 ? 0 : (postings.starts[term + 1] ?? 0) - (postings.starts[term] ?? 0);
}

/** Where a passage holds a term, as the posting's byte; 0 where it does not. A term's postings are in the passages' order. */
export function placeIn({ starts, passages, places }: Postings, term: number, passage: number): number {
  const end = starts[term + 1] ?? 0;
  let low = starts[term] ?? 0;
  let high = end;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((passages[middle] ?? 0) < passage) low = middle + 1;
    else high = middle;
  }
  return low < end && passages[low] === passage ? (places[low] ?? 0) : 0;
}

/** The term of a unit or pair that narrows a longer phrase down most: its rarest pair, or -1 where one is absent. */
export function rarestTerm(postings: Postings, units: readonly number[]): number {
  let rarest = -1;
  for (let at = 0; at < units.length; at += 1) {
    const unit = units[at] ?? NO_UNIT;
    const next = units[at + 1] ?? NO_UNIT;
    // The last of a stretch is part of a pair already; a break inside a phrase is no term.
    const isCounted = next === NO_UNIT && at > 0 && units[at - 1] !== NO_UNIT;
    if (unit === NO_UNIT || isCounted) continue;
    const term = termOf(postings, unit, next);
    if (term < 0) return -1;
    if (rarest < 0 || documentFrequency(postings, term) < documentFrequency(postings, rarest)) rarest = term;
  }
  return rarest;
}

// The inverted index: for each unit and each pair of neighbouring units, the passages that hold it and how often.
import { NO_UNIT, type Runs, type Units } from './runs.ts';

const FIRST_CAPACITY = 256;
/** Slots in use before the table doubles: half, so that a search for an absent pair ends soon. */
const FULLEST = 0.5;
/** Odd multipliers that spread neighbouring numbers over the table (the golden ratio and another 32-bit prime). */
const SPREAD_FIRST = 0x9e3779b1;
const SPREAD_SECOND = 0x85ebca77;

const LARGEST_SHORT = 65_535;

/** In two bytes each where they fit. */
function short(values: Units, largest: number): Units {
  return largest <= LARGEST_SHORT ? Uint16Array.from(values) : Int32Array.from(values);
}

function doubled(values: Units): Int32Array {
  const larger = new Int32Array(Math.max(FIRST_CAPACITY, values.length * 2));
  larger.set(values);
  return larger;
}

/**
 * From pairs of small integers to dense numbers (0, 1, 2 … in the order of insertion), in typed arrays: an index of ten
 * thousand passages holds about a million pairs, too many for a Map of strings.
 */
export class PairTable {
  #firsts: Units = new Int32Array(FIRST_CAPACITY);
  #seconds: Units = new Int32Array(FIRST_CAPACITY);
  /** Number + 1 of the pair in each slot; 0 where the slot is free. */
  #slots: Units = new Int32Array(FIRST_CAPACITY * 2);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  #slotOf(first: number, second: number): number {
    const mask = this.#slots.length - 1;
    const mixed = Math.imul(first, SPREAD_FIRST) ^ Math.imul(second, SPREAD_SECOND);
    let slot = (mixed ^ (mixed >>> 15)) & mask;
    for (;;) {
      const entry = (this.#slots[slot] ?? 0) - 1;
      if (entry < 0 || (this.#firsts[entry] === first && this.#seconds[entry] === second)) return slot;
      slot = (slot + 1) & mask;
    }
  }

  /** The pair's number, or -1 where it was never added. */
  get(first: number, second: number): number {
    return (this.#slots[this.#slotOf(first, second)] ?? 0) - 1;
  }

  /** The pair's number, which is `size` before the call where the pair is new. */
  add(first: number, second: number): number {
    const slot = this.#slotOf(first, second);
    const known = (this.#slots[slot] ?? 0) - 1;
    if (known >= 0) return known;
    if (this.#size === this.#firsts.length) {
      this.#firsts = doubled(this.#firsts);
      this.#seconds = doubled(this.#seconds);
    }
    this.#firsts[this.#size] = first;
    this.#seconds[this.#size] = second;
    this.#size += 1;
    this.#slots[slot] = this.#size;
    if (this.#size > this.#slots.length * FULLEST) this.#rehash();
    return this.#size - 1;
  }

  /** Visits, in their order, the pairs that begin with the one number or end with the other. */
  visitBeside(first: number, second: number, visit: (first: number, second: number) => void): void {
    for (let entry = 0; entry < this.#size; entry += 1) {
      const own = this.#firsts[entry] ?? 0;
      const next = this.#seconds[entry] ?? 0;
      if (own === first || next === second) visit(own, next);
    }
  }

  /** Gives back what was kept for pairs to come: none is added any more. `largest` is the largest number in them. */
  trim(largest: number): void {
    this.#firsts = short(this.#firsts.subarray(0, this.#size), largest);
    this.#seconds = short(this.#seconds.subarray(0, this.#size), largest);
    this.#slots = short(this.#slots, this.#size);
  }

  #rehash(): void {
    this.#slots = new Int32Array(this.#slots.length * 2);
    for (let entry = 0; entry < this.#size; entry += 1) {
      this.#slots[this.#slotOf(this.#firsts[entry] ?? 0, this.#seconds[entry] ?? 0)] = entry + 1;
    }
  }
}

/** A posting's byte: the lower six bits count the term in the answer, the seventh says that a title holds it. */
export const COUNT_MASK = 63;
export const IN_TITLE = 64;

export interface Postings {
  /** Units are the first terms, in their order; the pairs follow as this table numbers them. */
  readonly unitCount: number;
  readonly pairs: PairTable;
  /** Where each term's postings start; one more entry closes the last. */
  readonly starts: Units;
  readonly passages: Uint16Array | Uint32Array;
  readonly places: Uint8Array;
}

/** The number of a unit (`second` is NO_UNIT) or of a pair of units as a term, or -1 where no passage holds it. */
export function termOf({ unitCount, pairs, starts }: Postings, first: number, second: number): number {
  // The vocabulary may hold units that other texts brought in.
  const isHeld = first > NO_UNIT && first <= unitCount && starts[first] !== starts[first - 1];
  if (second === NO_UNIT) return isHeld ? first - 1 : -1;
  const pair = pairs.get(first, second);
  return pair < 0 ? -1 : unitCount + pair;
}

/** For each place in the runs the pair that ends there, or -1. */
function numberPairs({ units }: Runs, pairs: PairTable): Int32Array {
  const pairAt = new Int32Array(units.length).fill(-1);
  for (let at = 1; at < units.length; at += 1) {
    const first = units[at - 1] ?? NO_UNIT;
    const second = units[at] ?? NO_UNIT;
    if (first !== NO_UNIT && second !== NO_UNIT) pairAt[at] = pairs.add(first, second);
  }
  return pairAt;
}

interface Numbered {
  readonly runs: Runs;
  readonly pairAt: Int32Array;
  readonly unitCount: number;
  readonly passageCount: number;
}

/** Visits each term of each passage in order: titles first, then the answer and its translation. */
function visitTerms(
  numbered: Numbered,
  visit: (term: number, passage: number, isTitle: boolean) => void,
): void {
  const { runs, pairAt, unitCount, passageCount } = numbered;
  for (let passage = 0; passage < passageCount; passage += 1) {
    const answer = runs.starts[runs.firstSentence[passage] ?? 0] ?? 0;
    const end = runs.starts[runs.firstTitle[passage + 1] ?? 0] ?? 0;
    for (let at = runs.starts[runs.firstTitle[passage] ?? 0] ?? 0; at < end; at += 1) {
      const unit = runs.units[at] ?? NO_UNIT;
      if (unit === NO_UNIT) continue;
      visit(unit - 1, passage, at < answer);
      const pair = pairAt[at] ?? -1;
      if (pair >= 0) visit(unitCount + pair, passage, at < answer);
    }
  }
}

/** Where each term's postings will start, from how many passages hold it. */
function startsOf(numbered: Numbered, termCount: number): Int32Array {
  const starts = new Int32Array(termCount + 1);
  const lastSeen = new Int32Array(termCount).fill(-1);
  visitTerms(numbered, (term, passage) => {
    if (lastSeen[term] === passage) return;
    lastSeen[term] = passage;
    starts[term + 1] = (starts[term + 1] ?? 0) + 1;
  });
  for (let term = 0; term < termCount; term += 1)
    starts[term + 1] = (starts[term + 1] ?? 0) + (starts[term] ?? 0);
  return starts;
}

export function postingsOf(runs: Runs, unitCount: number): Postings {
  const pairs = new PairTable();
  const passageCount = runs.firstTitle.length - 1;
  const numbered = { runs, pairAt: numberPairs(runs, pairs), unitCount, passageCount };
  pairs.trim(unitCount);
  const termCount = unitCount + pairs.size;
  const starts = startsOf(numbered, termCount);
  const total = starts[termCount] ?? 0;
  const passages = passageCount > LARGEST_SHORT ? new Uint32Array(total) : new Uint16Array(total);
  const places = new Uint8Array(total);
  const next = starts.slice();
  visitTerms(numbered, (term, passage, isTitle) => {
    let at = (next[term] ?? 0) - 1;
    if (at < (starts[term] ?? 0) || passages[at] !== passage) {
      at += 1;
      passages[at] = passage;
      next[term] = at + 1;
    }
    const place = places[at] ?? 0;
    if (isTitle) places[at] = place | IN_TITLE;
    else if ((place & COUNT_MASK) < COUNT_MASK) places[at] = place + 1;
  });
  return { unitCount, pairs, starts: short(starts, total), passages, places };
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

// The inverted index: for each unit and each pair of neighbouring units, the passages that hold it and how often.

import { PairTable } from './pair-table.ts';
import { NO_UNIT, type Runs } from './runs.ts';

/** A posting's byte: the lower six bits count the term in the answer, the seventh says that a title holds it. */
export const COUNT_MASK = 63;
export const IN_TITLE = 64;

export interface Postings {
  readonly terms: PairTable;
  /** Where each term's postings start; one more entry closes the last. */
  readonly starts: Int32Array;
  readonly passages: Uint16Array | Uint32Array;
  readonly places: Uint8Array;
}

type Visit = (first: number, second: number, isTitle: boolean) => void;

function visitTerms(runs: Runs, passage: number, visit: Visit): void {
  const begin = runs.starts[runs.firstTitle[passage] ?? 0] ?? 0;
  const answer = runs.starts[runs.firstSentence[passage] ?? 0] ?? 0;
  const end = runs.starts[runs.firstTitle[passage + 1] ?? 0] ?? 0;
  let previous = NO_UNIT;
  for (let at = begin; at < end; at += 1) {
    const unit = runs.units[at] ?? NO_UNIT;
    if (unit !== NO_UNIT) {
      visit(unit, NO_UNIT, at < answer);
      if (previous !== NO_UNIT) visit(previous, unit, at < answer);
    }
    previous = unit;
  }
}

/** Document frequencies of all terms, found in one pass that also numbers the terms. */
function countPassages(runs: Runs, passageCount: number, terms: PairTable): Int32Array {
  let frequencies = new Int32Array(1024);
  let lastSeen = new Int32Array(1024).fill(-1);
  for (let passage = 0; passage < passageCount; passage += 1) {
    visitTerms(runs, passage, (first, second) => {
      const term = terms.add(first, second);
      if (term >= frequencies.length) {
        const seen = new Int32Array(lastSeen.length * 2).fill(-1);
        seen.set(lastSeen);
        lastSeen = seen;
        const larger = new Int32Array(frequencies.length * 2);
        larger.set(frequencies);
        frequencies = larger;
      }
      if (lastSeen[term] === passage) return;
      lastSeen[term] = passage;
      frequencies[term] = (frequencies[term] ?? 0) + 1;
    });
  }
  return frequencies;
}

function startsOf(frequencies: Int32Array, size: number): Int32Array {
  const starts = new Int32Array(size + 1);
  for (let term = 0; term < size; term += 1)
    starts[term + 1] = (starts[term] ?? 0) + (frequencies[term] ?? 0);
  return starts;
}

const LARGEST_SHORT = 65_535;

export function postingsOf(runs: Runs, passageCount: number): Postings {
  const terms = new PairTable();
  const frequencies = countPassages(runs, passageCount, terms);
  const starts = startsOf(frequencies, terms.size);
  const total = starts[terms.size] ?? 0;
  const passages = passageCount > LARGEST_SHORT ? new Uint32Array(total) : new Uint16Array(total);
  const places = new Uint8Array(total);
  const next = starts.slice();
  for (let passage = 0; passage < passageCount; passage += 1) {
    visitTerms(runs, passage, (first, second, isTitle) => {
      const term = terms.get(first, second);
      const start = starts[term] ?? 0;
      let at = (next[term] ?? 0) - 1;
      if (at < start || passages[at] !== passage) {
        at += 1;
        passages[at] = passage;
        next[term] = at + 1;
      }
      const place = places[at] ?? 0;
      if (isTitle) places[at] = place | IN_TITLE;
      else if ((place & COUNT_MASK) < COUNT_MASK) places[at] = place + 1;
    });
  }
  return { terms, starts, passages, places };
}

export function documentFrequency(postings: Postings, term: number): number {
  return term < 0 ? 0 : (postings.starts[term + 1] ?? 0) - (postings.starts[term] ?? 0);
}

/** The term of a unit or pair that narrows a longer phrase down most: its rarest pair, or -1 where one is absent. */
export function rarestTerm(postings: Postings, units: readonly number[]): number {
  if (units.length === 1) return postings.terms.get(units[0] ?? NO_UNIT, NO_UNIT);
  let rarest = -1;
  for (let at = 1; at < units.length; at += 1) {
    const term = postings.terms.get(units[at - 1] ?? NO_UNIT, units[at] ?? NO_UNIT);
    if (term < 0) return -1;
    if (rarest < 0 || documentFrequency(postings, term) < documentFrequency(postings, rarest)) rarest = term;
  }
  return rarest;
}

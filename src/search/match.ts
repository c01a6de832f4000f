// Matching: where in one passage each query term is found, title by title and sentence by sentence.

import type { SearchIndex } from './index.ts';
import type { Pattern, Query } from './query.ts';
import { NO_UNIT } from './runs.ts';

/** For each term (by number) how well one run of text holds it: 0, or up to 1 for the term itself. */
export type Presence = Float32Array;

export interface PassageMatch {
  /** The printed title, the translated title, then the other wordings. */
  readonly titles: readonly Presence[];
  readonly sentences: readonly Presence[];
  /** Aligned with `sentences`, or []. */
  readonly translations: readonly Presence[];
  /** For each term, its finds in the answer (or in its translation, where that holds more), each by its worth. */
  readonly counts: Float32Array;
}

function foundAt(units: Int32Array, at: number, pattern: readonly number[]): boolean {
  for (let offset = 1; offset < pattern.length; offset += 1) {
    if (units[at + offset] !== pattern[offset]) return false;
  }
  return true;
}

interface Tally {
  readonly presence: Presence;
  readonly counts: Float32Array;
}

function tally(
  patterns: readonly Pattern[],
  units: Int32Array,
  at: number,
  { presence, counts }: Tally,
): void {
  for (const { units: pattern, term, weight } of patterns) {
    if (!foundAt(units, at, pattern)) continue;
    if (weight > (presence[term] ?? 0)) presence[term] = weight;
    counts[term] = (counts[term] ?? 0) + weight;
  }
}

/** Most runs hold nothing of the question: they share one empty presence. */
function matchRun(index: SearchIndex, query: Query, run: number, counts: Float32Array): Presence {
  const { units, starts } = index.runs;
  let presence = query.nothing;
  const end = starts[run + 1] ?? 0;
  for (let at = starts[run] ?? 0; at < end; at += 1) {
    const unit = units[at] ?? NO_UNIT;
    if (query.opens[unit] !== 1) continue;
    if (presence === query.nothing) presence = new Float32Array(query.terms.length);
    tally(query.patterns.get(unit) ?? [], units, at, { presence, counts });
  }
  return presence;
}

interface RunRange {
  readonly first: number;
  readonly end: number;
}

function matchRuns(index: SearchIndex, query: Query, { first, end }: RunRange) {
  const counts = new Float32Array(query.terms.length);
  const presences: Presence[] = [];
  for (let run = first; run < end; run += 1) presences.push(matchRun(index, query, run, counts));
  return { counts, presences };
}

export function matchPassage(index: SearchIndex, query: Query, passage: number): PassageMatch {
  const { firstTitle, firstSentence, firstTranslation } = index.runs;
  const title = firstTitle[passage] ?? 0;
  const sentence = firstSentence[passage] ?? 0;
  const translation = firstTranslation[passage] ?? 0;
  const titles = matchRuns(index, query, { first: title, end: sentence });
  const sentences = matchRuns(index, query, { first: sentence, end: translation });
  const translations = matchRuns(index, query, { first: translation, end: firstTitle[passage + 1] ?? 0 });
  return {
    titles: titles.presences,
    sentences: sentences.presences,
    translations: translations.presences,
    counts: sentences.counts.map((count, term) => Math.max(count, translations.counts[term] ?? 0)),
  };
}

/** The better of several presences, term by term. */
export function strongest(presences: readonly (Presence | undefined)[], terms: number): Presence {
  const best = new Float32Array(terms);
  for (const presence of presences) {
    if (presence === undefined) continue;
    for (let term = 0; term < terms; term += 1) {
      const strength = presence?.[term] ?? 0;
      if (strength > (best[term] ?? 0)) best[term] = strength;
    }
  }
  return best;
}

/** The weight that a set of finds is worth. Of a concept and the literal terms it covers, the better counts. */
export function matchedWeight(query: Query, strengths: Float32Array): number {
  let sum = 0;
  for (let term = 0; term < query.terms.length; term += 1) {
    const { weight, titleOnly } = query.terms[term] ?? { weight: 0, titleOnly: true };
    if (!titleOnly) sum += weight * (strengths[term] ?? 0);
  }
  for (const { term, covers } of query.concepts) {
    const whole = (query.terms[term]?.weight ?? 0) * (strengths[term] ?? 0);
    const literal = covers.reduce(
      (total, at) => total + (query.terms[at]?.weight ?? 0) * (strengths[at] ?? 0),
      0,
    );
    sum -= Math.min(whole, literal);
  }
  return sum;
}

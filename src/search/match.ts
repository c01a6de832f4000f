// Matching: where in one passage each query term is found, title by title and sentence by sentence.

import type { SearchIndex } from './index.ts';
import { FILTER_MASK, type Pattern, type Query } from './query.ts';
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

interface Tally {
  readonly presences: readonly Presence[];
  readonly counts: Float32Array;
}

function foundAt(units: Int32Array, at: number, pattern: readonly number[]): boolean {
  for (let offset = 1; offset < pattern.length; offset += 1) {
    if (units[at + offset] !== pattern[offset]) return false;
  }
  return true;
}

function tally(
  patterns: readonly Pattern[],
  units: Int32Array,
  at: number,
  into: { presence: Presence; counts: Float32Array },
): void {
  for (const { units: pattern, term, weight } of patterns) {
    if (!foundAt(units, at, pattern)) continue;
    if (weight > (into.presence[term] ?? 0)) into.presence[term] = weight;
    into.counts[term] = (into.counts[term] ?? 0) + weight;
  }
}

function matchRuns(index: SearchIndex, query: Query, firstRun: number, endRun: number): Tally {
  const { units, starts } = index.runs;
  const { mayStart, byUnit } = query.patterns;
  const counts = new Float32Array(query.terms.length);
  const presences: Presence[] = [];
  for (let run = firstRun; run < endRun; run += 1) {
    const presence = new Float32Array(query.terms.length);
    const end = starts[run + 1] ?? 0;
    for (let at = starts[run] ?? 0; at < end; at += 1) {
      const unit = units[at] ?? NO_UNIT;
      if (mayStart[unit & FILTER_MASK] === 0) continue;
      const patterns = byUnit.get(unit);
      if (patterns !== undefined) tally(patterns, units, at, { presence, counts });
    }
    presences.push(presence);
  }
  return { presences, counts };
}

export function matchPassage(index: SearchIndex, query: Query, passage: number): PassageMatch {
  const { firstTitle, firstSentence, firstTranslation } = index.runs;
  const sentence = firstSentence[passage] ?? 0;
  const translation = firstTranslation[passage] ?? 0;
  const titles = matchRuns(index, query, firstTitle[passage] ?? 0, sentence);
  const sentences = matchRuns(index, query, sentence, translation);
  const translations = matchRuns(index, query, translation, firstTitle[passage + 1] ?? 0);
  return {
    titles: titles.presences,
    sentences: sentences.presences,
    translations: translations.presences,
    counts: sentences.counts.map((count, term) => Math.max(count, translations.counts[term] ?? 0)),
  };
}

/** The better of two presences, term by term. */
function stronger(a: Presence, b: Presence | undefined): Presence {
  return b === undefined ? a : a.map((strength, term) => Math.max(strength, b[term] ?? 0));
}

/** The better of several presences of so many terms, term by term. */
export function strongest(presences: readonly Presence[], terms: number): Presence {
  return presences.reduce(stronger, new Float32Array(terms));
}

/** Each sentence's finds, those of its translation included. */
export function sentencePresences({ sentences, translations }: PassageMatch): readonly Presence[] {
  return translations.length === 0 ? sentences : sentences.map((own, at) => stronger(own, translations[at]));
}

function better(a: Float32Array, b: Float32Array | undefined, term: number): number {
  const own = a[term] ?? 0;
  const other = b === undefined ? 0 : (b[term] ?? 0);
  return Math.max(own, other);
}

/** The weight of what one or two runs hold together. Of a concept and the literal terms it covers, the better counts. */
export function matchedWeight(query: Query, strengths: Float32Array, others?: Float32Array): number {
  const weights = query.topicWeights;
  let sum = 0;
  for (let term = 0; term < weights.length; term += 1)
    sum += (weights[term] ?? 0) * better(strengths, others, term);
  for (const { term, covers } of query.concepts) {
    const worth = weights[term] ?? 0;
    const whole = worth * better(strengths, others, term);
    let literal = 0;
    for (const at of covers) literal += (weights[at] ?? 0) * better(strengths, others, at);
    sum += Math.max(whole, Math.min(literal, worth)) - whole - literal;
  }
  return sum;
}

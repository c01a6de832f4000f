// Matching: where in one passage each query term is found, title by title and sentence by sentence.

import type { SearchIndex } from '../index/index.ts';
import type { Query } from '../query/query.ts';
import { type Presence, visitFinds } from './match-run.ts';

export interface PassageMatch {
  /** The printed title and its translation. */
  readonly titles: readonly Presence[];
  readonly sentences: readonly Presence[];
  /** Aligned with `sentences`, or []. */
  readonly translations: readonly Presence[];
  /** For each term, its finds in the answer (or in its translation, where that holds more), each by its worth. */
  readonly counts: Float32Array;
  /** For each term, its finds in each sort of text. */
  readonly finds: Finds;
  /** What stands in the lists above for every run that holds no term. */
  readonly nothing: Presence;
}

interface Finds {
  readonly printed: Float32Array;
  readonly answer: Float32Array;
  readonly translation: Float32Array;
}

interface Tally {
  readonly presences: readonly Presence[];
  readonly counts: Float32Array;
}

/** The runs from the first up to (not including) the end. */
interface Stretch {
  readonly first: number;
  readonly end: number;
  /** Stands for the presence of a run without finds, so that not every one has its own. */
  readonly nothing: Presence;
}

function matchRuns({ runs }: SearchIndex, query: Query, { first, end, nothing }: Stretch): Tally {
  const counts = first < end ? new Float32Array(nothing.length) : nothing;
  const presences: Presence[] = [];
  for (let run = first; run < end; run += 1) {
    let presence = nothing;
    visitFinds(runs, query, run, ({ term, weight }) => {
      if (presence === nothing) presence = new Float32Array(nothing.length);
      if (weight > (presence[term] ?? 0)) presence[term] = weight;
      counts[term] = (counts[term] ?? 0) + weight;
    });
    presences.push(presence);
  }
  return { presences, counts };
}

export function matchPassage(index: SearchIndex, query: Query, passage: number): PassageMatch {
  const { firstTitle, firstSentence, firstTranslation } = index.runs;
  const nothing = new Float32Array(query.terms.length);
  const title = firstTitle[passage] ?? 0;
  const sentence = firstSentence[passage] ?? 0;
  const translation = firstTranslation[passage] ?? 0;
  const end = firstTitle[passage + 1] ?? 0;
  const printed = matchRuns(index, query, { first: title, end: sentence, nothing });
  const sentences = matchRuns(index, query, { first: sentence, end: translation, nothing });
  const translations = matchRuns(index, query, { first: translation, end, nothing });
  return {
    titles: printed.presences,
    sentences: sentences.presences,
    translations: translations.presences,
    counts: strongest([sentences.counts, translations.counts], nothing.length),
    finds: {
      printed: printed.counts,
      answer: sentences.counts,
      translation: translations.counts,
    },
    nothing,
  };
}

/** The better of several presences of so many terms, term by term. */
export function strongest(presences: readonly Presence[], terms: number): Presence {
  const best = new Float32Array(terms);
  for (const presence of presences) {
    for (let term = 0; term < terms; term += 1) {
      const strength = presence[term] ?? 0;
      if (strength > (best[term] ?? 0)) best[term] = strength;
    }
  }
  return best;
}

/** Each sentence's finds, those of its translation included. */
export function sentencePresences({ sentences, translations, nothing }: PassageMatch): readonly Presence[] {
  if (translations.length === 0) return sentences;
  return sentences.map((own, at) => {
    const translated = translations[at] ?? nothing;
    if (translated === nothing) return own;
    return own === nothing ? translated : strongest([own, translated], nothing.length);
  });
}

function better(a: Float32Array, b: Float32Array, term: number): number {
  return Math.max(a[term] ?? 0, b[term] ?? 0);
}

/** The weight of what one or two runs hold together. Of a concept and the literal terms it covers, the better counts. */
export function matchedWeight(query: Query, strengths: Float32Array, others = strengths): number {
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

// The score of one passage: a sum of named parts, each a weight times something a reader can check.

import type { SearchIndex } from '../index/index.ts';
import { factorOf, type Query } from '../query/query.ts';
import { matchedWeight, type PassageMatch, sentencePresences } from './match.ts';
import type { Resemblance } from './resemblance.ts';
import { bestTitle } from './titles.ts';

export type PartName =
  | 'answer'
  | 'distinction'
  | 'sentence'
  | 'window'
  | 'joint'
  | 'title'
  | 'titleCoverage'
  | 'titlePrecision'
  | 'wordings';

export interface Part {
  readonly name: PartName;
  readonly value: number;
}

export interface Candidate {
  readonly passage: number;
  readonly match: PassageMatch;
  /** To the wordings of the passage; undefined where it has none. */
  readonly resemblance: Resemblance | undefined;
  /** How much further its wordings lean towards the question than those that lean least; 0 where it has none. */
  readonly lean: number;
}

export interface PassageScore {
  readonly parts: readonly Part[];
  /** Shares (0..1) of the query's weight found in the best single sentence, and in the best title. */
  readonly coverage: number;
  readonly titleCoverage: number;
}

/** For each term how few of the candidates hold it in their answers: what tells sister passages apart. */
export function rarityAmong(
  candidates: readonly Candidate[],
  query: Query,
  index: SearchIndex,
): Float32Array {
  return Float32Array.from(query.terms, ({ kind, titleOnly }, term) => {
    if (titleOnly) return 0;
    let found = 0;
    for (const { match } of candidates) if ((match.counts[term] ?? 0) > 0) found += 1;
    return index.weights[factorOf(kind)] * Math.log(1 + (candidates.length - found + 0.5) / (found + 0.5));
  });
}

function saturated({ weights, damping }: SearchIndex, { match, passage }: Candidate): Float32Array {
  const ofPassage = damping[passage] ?? 0;
  const finds = match.counts.slice();
  for (let term = 0; term < finds.length; term += 1) {
    const count = finds[term] ?? 0;
    if (count > 0) finds[term] = (count * (weights.saturation + 1)) / (count + ofPassage);
  }
  return finds;
}

function largest(values: readonly number[]): number {
  return values.reduce((best, value) => Math.max(best, value), 0);
}

/** How much the answer's text counts: in a list of frequent questions the titles say nearly all. */
function answerShare({ weights, questionList }: SearchIndex): number {
  return 1 - weights.questionListAnswer * questionList;
}

export function scorePassage(
  index: SearchIndex,
  query: Query,
  candidate: Candidate,
  rarity: Float32Array,
): PassageScore {
  const { weights } = index;
  const { match, lean } = candidate;
  const fit = bestTitle(index, query, candidate);
  const sentences = sentencePresences(match);
  const finds = saturated(index, candidate);
  const worth = (strengths: Float32Array, others?: Float32Array) => matchedWeight(query, strengths, others);
  const ofOne = sentences.map((presence) => (presence === match.nothing ? 0 : worth(presence)));
  const sentence = largest(ofOne);
  const ofTitle = worth(fit.presence);
  let window = sentence;
  let joint = Math.max(sentence, ofTitle);
  sentences.forEach((presence, at) => {
    const own = ofOne[at] ?? 0;
    const next = sentences[at + 1];
    // Two runs together hold no more than both hold alone: most pairs cannot be the best one.
    if (next !== undefined && own + (ofOne[at + 1] ?? 0) > window)
      window = Math.max(window, worth(presence, next));
    if (own + ofTitle > joint) joint = Math.max(joint, worth(presence, fit.presence));
  });
  const share = answerShare(index);
  const distinction = finds.reduce((sum, find, term) => sum + find * (rarity[term] ?? 0), 0);
  return {
    parts: [
      { name: 'answer', value: share * weights.answer * worth(finds) },
      { name: 'distinction', value: share * weights.distinction * distinction },
      { name: 'sentence', value: share * weights.sentence * sentence },
      { name: 'window', value: share * weights.window * window },
      { name: 'joint', value: share * weights.joint * joint },
      { name: 'title', value: fit.title },
      { name: 'titleCoverage', value: fit.titleCoverage },
      { name: 'titlePrecision', value: fit.titlePrecision },
      { name: 'wordings', value: weights.wordings * lean },
    ],
    coverage: query.weight > 0 ? sentence / query.weight : 0,
    titleCoverage: query.weight > 0 ? ofTitle / query.weight : 0,
  };
}

// The score of one passage: a sum of named parts, each a weight times something a reader can check.

import type { SearchIndex } from '../index/index.ts';
import { factorOf, type Query } from '../query/query.ts';
import { matchedWeight, type PassageMatch, strongest } from './match.ts';
import type { Presence } from './match-run.ts';
import type { Resemblance } from './resemblance.ts';
import type { FoundSynonym } from './synonyms.ts';
import { bestTitle } from './titles.ts';

export type PartName =
  | 'answer'
  | 'distinction'
  | 'sentence'
  | 'window'
  | 'joint'
  | 'synonyms'
  | 'titleSynonyms'
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
  readonly synonyms: readonly FoundSynonym[];
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
export function rarityAmong(candidates: readonly Candidate[], { index, terms }: Query): Float32Array {
  return Float32Array.from(terms, ({ kind, titleOnly }, term) => {
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

/** What the title holds, and the most that one sentence, two neighbours, and one sentence with the title do; in weight. */
interface Held {
  readonly ofTitle: number;
  readonly sentence: number;
  readonly window: number;
  readonly joint: number;
}

function heldBy(
  query: Query,
  { match, title }: { readonly match: PassageMatch; readonly title: Presence },
): Held {
  const { sentences } = match;
  const together = (one: Presence, other: Presence) =>
    matchedWeight(query, strongest([one, other], one.length));
  const ofOne = sentences.map((own) => (own === match.nothing ? 0 : matchedWeight(query, own)));
  const ofTitle = matchedWeight(query, title);
  let sentence = 0;
  for (const own of ofOne) sentence = Math.max(sentence, own);
  let window = sentence;
  let joint = Math.max(sentence, ofTitle);
  for (let at = 0; at < sentences.length; at += 1) {
    const own = sentences[at] ?? match.nothing;
    const next = sentences[at + 1] ?? match.nothing;
    // Two runs together hold no more than both hold alone: most pairs cannot be the best one.
    if ((ofOne[at] ?? 0) + (ofOne[at + 1] ?? 0) > window) window = Math.max(window, together(own, next));
    if ((ofOne[at] ?? 0) + ofTitle > joint) joint = Math.max(joint, together(own, title));
  }
  return { ofTitle, sentence, window, joint };
}

function distinctionOf(finds: Float32Array, rarity: Float32Array): number {
  let sum = 0;
  for (let term = 0; term < finds.length; term += 1) sum += (finds[term] ?? 0) * (rarity[term] ?? 0);
  return sum;
}

/** What the words that are said only in other words add. */
function synonymParts({ index }: Query, { synonyms }: Candidate): readonly Part[] {
  const { weights, questionTitles } = index;
  const sumOf = (where: 'inPassage' | 'inTitle') => synonyms.reduce((sum, found) => sum + found[where], 0);
  return [
    { name: 'synonyms', value: answerShare(index) * weights.synonym * sumOf('inPassage') },
    { name: 'titleSynonyms', value: questionTitles * weights.titleSynonym * sumOf('inTitle') },
  ];
}

/** How much the answer's text counts: in a list of frequent questions the titles say nearly all. */
function answerShare({ weights, questionList }: SearchIndex): number {
  return 1 - weights.questionListAnswer * questionList;
}

export function scorePassage(query: Query, candidate: Candidate, rarity: Float32Array): PassageScore {
  const { index } = query;
  const { weights } = index;
  const { match, lean } = candidate;
  const fit = bestTitle(query, candidate);
  const { ofTitle, sentence, window, joint } = heldBy(query, { match, title: fit.presence });
  const finds = saturated(index, candidate);
  const share = answerShare(index);
  return {
    parts: [
      { name: 'answer', value: share * weights.answer * matchedWeight(query, finds) },
      { name: 'distinction', value: share * weights.distinction * distinctionOf(finds, rarity) },
      { name: 'sentence', value: share * weights.sentence * sentence },
      { name: 'window', value: share * weights.window * window },
      { name: 'joint', value: share * weights.joint * joint },
      ...synonymParts(query, candidate),
      { name: 'title', value: fit.title },
      { name: 'titleCoverage', value: fit.titleCoverage },
      { name: 'titlePrecision', value: fit.titlePrecision },
      { name: 'wordings', value: weights.wordings * lean },
    ],
    coverage: query.weight > 0 ? sentence / query.weight : 0,
    titleCoverage: query.weight > 0 ? ofTitle / query.weight : 0,
  };
}

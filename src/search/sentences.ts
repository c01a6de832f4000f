// Sentences: how well each sentence of a passage answers the query, and which neighbours to quote together.

import { showsExpected } from './expected-answer.ts';
import { fold } from './fold.ts';
import type { SearchIndex } from './index.ts';
import { matchedWeight, matchPassage, type PassageMatch, sentencePresences } from './match.ts';
import type { Presence } from './match-run.ts';
import { FAR, factorOf, type Query } from './query.ts';

export interface SentenceScore {
  readonly sentence: number;
  /** The logarithm of the odds that this sentence, not another of its passage, holds the answer. */
  readonly score: number;
}

/** Inclusive places of the first and last sentence to quote. */
export interface SentenceRange {
  readonly first: number;
  readonly last: number;
}

/** A term's worth within one passage: what few of its own sentences hold tells them apart. */
interface LocalTerm {
  readonly worth: number;
  readonly support: number;
}

function sentenceFrequencies(sentences: readonly Presence[], terms: number): Float32Array {
  const frequencies = new Float32Array(terms);
  for (const presence of sentences) {
    for (let term = 0; term < terms; term += 1)
      if ((presence[term] ?? 0) > 0) frequencies[term] = (frequencies[term] ?? 0) + 1;
  }
  return frequencies;
}

/** Literal terms of a concept that the passage holds: the concept already counts. */
function coveredTerms(query: Query, frequencies: Float32Array): ReadonlySet<number> {
  return new Set(query.concepts.flatMap(({ term, covers }) => ((frequencies[term] ?? 0) > 0 ? covers : [])));
}

function isInTitle({ finds }: PassageMatch, term: number): boolean {
  return (finds.printed[term] ?? 0) > 0;
}

function localTerms(
  index: SearchIndex,
  query: Query,
  match: PassageMatch,
  sentences: readonly Presence[],
): readonly LocalTerm[] {
  const frequencies = sentenceFrequencies(sentences, query.terms.length);
  const covered = coveredTerms(query, frequencies);
  return query.terms.map(({ kind, titleOnly, distance }, term) => {
    const frequency = frequencies[term] ?? 0;
    if (titleOnly || frequency === 0 || covered.has(term)) return { worth: 0, support: 0 };
    const rarity = Math.log(1 + (sentences.length - frequency + 0.5) / (frequency + 0.5));
    const support = rarity * index.weights[factorOf(kind)];
    const nearness = distance >= FAR ? 0 : index.weights.nearQuestionWord / (1 + distance);
    const own = kind === 'ideographPair' || kind === 'wordPair' ? 0 : index.weights.own;
    const title = isInTitle(match, term) ? index.weights.inTitle : 0;
    return { worth: support * (own + nearness + title), support };
  });
}

function sum(presence: Presence, terms: readonly LocalTerm[], of: keyof LocalTerm): number {
  return terms.reduce((total, term, at) => total + term[of] * (presence[at] ?? 0), 0);
}

function kindBonus({ weights }: SearchIndex, query: Query, sentence: string): number {
  if (query.expected === 'anything' || !showsExpected(fold(sentence), query.expected)) return 0;
  if (query.expected === 'date') return weights.expectedKind + weights.expectedDate;
  return weights.expectedKind + (query.expected === 'number' ? weights.expectedNumber : 0);
}

/** One score for each sentence of the passage, in order. */
export function scoreSentences(index: SearchIndex, query: Query, passage: number): readonly SentenceScore[] {
  const match = matchPassage(index, query, passage);
  const sentences = sentencePresences(match);
  const terms = localTerms(index, query, match, sentences);
  const supports = sentences.map((presence) => sum(presence, terms, 'support'));
  const most = Math.max(0, ...supports);
  return sentences.map((presence, sentence) => ({
    sentence,
    score:
      sum(presence, terms, 'worth') +
      index.weights.before * (supports[sentence - 1] ?? 0) +
      index.weights.after * (supports[sentence + 1] ?? 0) +
      index.weights.excerptCoverage * (query.weight > 0 ? matchedWeight(query, presence) / query.weight : 0) +
      (most > 0 && supports[sentence] === most ? index.weights.bestSupported : 0) +
      kindBonus(index, query, index.passages[passage]?.sentences[sentence] ?? ''),
  }));
}

/** The chance of each sentence to hold the answer, if one of them does. */
function chances(scores: readonly SentenceScore[]): readonly number[] {
  const highest = Math.max(...scores.map(({ score }) => score));
  const odds = scores.map(({ score }) => Math.exp(score - highest));
  const total = odds.reduce((all, one) => all + one, 0);
  return odds.map((one) => one / total);
}

const LONGEST_EXCERPT = 3;

/** The run of one to three sentences whose chance, less the price of its further sentences, is greatest. */
export function chooseSentences(index: SearchIndex, query: Query, passage: number): SentenceRange {
  const chance = chances(scoreSentences(index, query, passage));
  const price = index.weights.furtherSentence / Math.max(1, chance.length);
  let best = { first: 0, last: 0, value: Number.NEGATIVE_INFINITY };
  for (let first = 0; first < chance.length; first += 1) {
    let value = price;
    for (let last = first; last < Math.min(chance.length, first + LONGEST_EXCERPT); last += 1) {
      value += (chance[last] ?? 0) - price;
      if (value > best.value) best = { first, last, value };
    }
  }
  return { first: best.first, last: best.last };
}

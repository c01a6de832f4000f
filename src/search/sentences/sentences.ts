// Sentences: how well each sentence of a passage answers the query, and which neighbours to quote together.

import { fold } from '../../language/fold.ts';
import type { SearchIndex } from '../index/index.ts';
import type { Passage } from '../index/passage.ts';
import { NO_UNIT } from '../index/runs.ts';
import type { Query } from '../query/query.ts';
import { matchedWeight, matchPassage } from '../rank/match.ts';
import { signsOfAnswer } from './answer-signs.ts';
import { worthOfNeighbours } from './neighbours.ts';
import { held, localTerms } from './sentence-terms.ts';

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

/** Terms of one sentence. */
function lengthOf({ runs }: SearchIndex, run: number): number {
  const end = runs.starts[run + 1] ?? 0;
  let length = 0;
  for (let at = runs.starts[run] ?? 0; at < end; at += 1) if (runs.units[at] !== NO_UNIT) length += 1;
  return length;
}

/** The sentences of passages as they were met, folded: a question is asked of the same few again and again. */
const foldedOf = new WeakMap<Passage, readonly string[]>();

function foldedSentences(passage: Passage): readonly string[] {
  const known = foldedOf.get(passage) ?? passage.sentences.map(fold);
  foldedOf.set(passage, known);
  return known;
}

/** One score for each sentence of the passage, in order; `match` where it is known already. */
export function scoreSentences(
  query: Query,
  number: number,
  match = matchPassage(query, number),
): readonly SentenceScore[] {
  const { index } = query;
  const { weights } = index;
  const passage = index.passages[number];
  const folded = passage ? foldedSentences(passage) : [];
  const { sentences } = match;
  const terms = localTerms(query, match);
  const supports = sentences.map((presence) => held(presence, terms, 'support'));
  const most = Math.max(0, ...supports);
  const signs = signsOfAnswer(weights, query);
  const firstRun = index.runs.firstSentence[number] ?? 0;
  return sentences.map((presence, sentence) => ({
    sentence,
    score:
      held(presence, terms, 'worth') +
      (sentence === 0 ? weights.opening * held(presence, terms, 'ofTitle') : 0) +
      worthOfNeighbours(query, { folded, supports, most }, sentence) +
      weights.support * (most > 0 ? (supports[sentence] ?? 0) / most : 0) +
      weights.excerptCoverage * (query.weight > 0 ? matchedWeight(query, presence) / query.weight : 0) +
      weights.sentenceLength * Math.log(1 + lengthOf(index, firstRun + sentence)) +
      signs(passage?.sentences[sentence] ?? '', folded[sentence] ?? ''),
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
export function chooseSentences(index: SearchIndex, scores: readonly SentenceScore[]): SentenceRange {
  const chance = chances(scores);
  const price = index.weights.furtherSentence / Math.max(1, chance.length) ** index.weights.furtherExponent;
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

// Sentences: how well each sentence of a passage answers the query, by what few of its sentences hold and by its neighbours,
// and which of them to quote together.
import { fold } from '../../language/fold.ts';
import { goesOnAbout, type Kind, PLAIN_KINDS, showsKind } from '../../language/kinds.ts';
import { FAR } from '../../language/question-words.ts';
import type { SearchIndex } from '../index/index.ts';
import { type Passage, termsIn } from '../index/runs.ts';
import type { Weights } from '../index/weights.ts';
import { factorOf, type Query } from '../query/query.ts';
import { matchedWeight, matchPassage, type PassageMatch, type Presence } from './match.ts';

/** Adjacent sentences of one section by their places, the last included. */
export interface SentenceRun {
  readonly first: number;
  readonly last: number;
}

/** The sentences of passages as they were met, folded: a question is asked of the same few again and again. */
const foldedOf = new WeakMap<Passage, readonly string[]>();

/** The folded sentences of a passage, in order. */
export function foldedSentences({ passages }: SearchIndex, number: number): readonly string[] {
  const passage = passages[number];
  if (passage === undefined) return [];
  const known = foldedOf.get(passage) ?? passage.sentences.map(fold);
  foldedOf.set(passage, known);
  return known;
}

/** Written in digits. */
const YEAR = /\d{3,4}/;

/** A passage's sentences. */
interface Supported {
  readonly folded: readonly string[];
  /** How much each holds of the question, and the most that one does. */
  readonly supports: readonly number[];
  readonly most: number;
}

/** Whether the next sentence happened in the year that this one names. */
function givesYear(folded: readonly string[], sentence: number): boolean {
  const next = folded[sentence + 1];
  return next !== undefined && YEAR.test(folded[sentence] ?? '') && !YEAR.test(next);
}

/**
 * What its neighbours add to the logarithm of a sentence's odds: an answer often stands just before the sentence that has the
 * question's words, above all where that one only refers back to it.
 */
function worthOfNeighbours(query: Query, { folded, supports, most }: Supported, sentence: number): number {
  const { weights } = query.index;
  const before = supports[sentence - 1] ?? 0;
  const after = supports[sentence + 1] ?? 0;
  if (before + after === 0) return 0;
  const isReferredTo = goesOnAbout(folded[sentence + 1] ?? '');
  const isDated = query.expected === 'date' && givesYear(folded, sentence);
  return (
    weights.before * before +
    (weights.after + (isReferredTo ? weights.referredTo : 0)) * after +
    (isDated && most > 0 ? (weights.datedBefore * after) / most : 0)
  );
}

/** Names of works stand in such marks; not folded. */
const NAMED_WORK = /[《“"「『]/;
/** The surest signs; of the other kinds those that a text plainly has count like a number. */
const SIGNS: { readonly [Of in Kind]?: Exclude<keyof Weights, 'rank'> } = {
  date: 'expectedDate',
  number: 'expectedNumber',
  person: 'expectedPerson',
};

function kindSign(weights: Weights, expected: Kind, folded: string): number {
  // Nearly every sentence has the words that a definition has.
  if (expected === 'definition' || !showsKind(folded, expected)) return 0;
  const sign = SIGNS[expected] ?? (PLAIN_KINDS.includes(expected) ? 'expectedNumber' : undefined);
  return weights.expectedKind + (sign ? weights[sign] : 0);
}

/** What a sentence adds to the logarithm of its odds by what it shows: the kind of thing asked for, a work's name. */
function worthOfSigns({ index: { weights }, expected, asksForWork }: Query, printed: string, folded: string) {
  const named = asksForWork && NAMED_WORK.test(printed) ? weights.namedWork : 0;
  return kindSign(weights, expected, folded) + named;
}

/**
 * For each sentence of the passage, in order, the logarithm of the odds that it, not another, holds the answer; `match` where
 * it is known already.
 */
export function scoreSentences(
  query: Query,
  number: number,
  match = matchPassage(query, number),
): readonly number[] {
  const { index } = query;
  const { weights } = index;
  const passage = index.passages[number];
  const folded = foldedSentences(index, number);
  const { sentences } = match;
  const terms = localTerms(query, match);
  const supports = sentences.map((presence) => held(presence, terms, 'support'));
  const most = Math.max(0, ...supports);
  const firstRun = index.runs.firstSentence[number] ?? 0;
  return sentences.map(
    (presence, sentence) =>
      held(presence, terms, 'worth') +
      (sentence === 0 ? weights.opening * held(presence, terms, 'ofTitle') : 0) +
      worthOfNeighbours(query, { folded, supports, most }, sentence) +
      weights.support * (most > 0 ? (supports[sentence] ?? 0) / most : 0) +
      weights.excerptCoverage * (query.weight > 0 ? matchedWeight(query, presence) / query.weight : 0) +
      weights.sentenceLength *
        Math.log(1 + termsIn(index.runs, firstRun + sentence, firstRun + sentence + 1)) +
      worthOfSigns(query, passage?.sentences[sentence] ?? '', folded[sentence] ?? ''),
  );
}

/** The chance of each sentence to hold the answer, if one of them does. */
export function chances(scores: readonly number[]): readonly number[] {
  const highest = Math.max(...scores);
  const odds = scores.map((score) => Math.exp(score - highest));
  const total = odds.reduce((all, one) => all + one, 0);
  return odds.map((one) => one / total);
}

const LONGEST_EXCERPT = 3;

/** The run of one to three sentences whose chance, less the price of its further sentences, is greatest. */
export function chooseSentences(index: SearchIndex, scores: readonly number[]): SentenceRun {
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

interface LocalTerm {
  /** What it adds to a sentence's odds. */
  readonly worth: number;
  /** Its rarity among the passage's sentences times its kind's factor. */
  readonly support: number;
  /** Its support where a title holds it, else 0. */
  readonly ofTitle: number;
}

const ABSENT: LocalTerm = { worth: 0, support: 0, ofTitle: 0 };

/** Terms from the question word after which its nearness counts e times less. */
const NEARNESS = 4;

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

function localTerms(query: Query, match: PassageMatch): readonly LocalTerm[] {
  const { weights } = query.index;
  const { sentences } = match;
  const frequencies = sentenceFrequencies(sentences, query.terms.length);
  const covered = coveredTerms(query, frequencies);
  return query.terms.map(({ kind, titleOnly, distance }, term) => {
    const frequency = frequencies[term] ?? 0;
    if (titleOnly || frequency === 0 || covered.has(term)) return ABSENT;
    const rarity = Math.log(1 + (sentences.length - frequency + 0.5) / (frequency + 0.5));
    const support = rarity * weights[factorOf(kind)];
    const nearness = distance >= FAR ? 0 : weights.nearQuestionWord * Math.exp(-distance / NEARNESS);
    const own = kind === 'ideographPair' || kind === 'wordPair' ? 0 : weights.own;
    const inTitle = (match.finds.printed[term] ?? 0) > 0;
    const worth = support * (own + nearness + (inTitle ? weights.inTitle : 0));
    return { worth, support, ofTitle: inTitle ? support : 0 };
  });
}

/** What a sentence holds of the terms, by one of their values. */
function held(presence: Presence, terms: readonly LocalTerm[], value: keyof LocalTerm): number {
  return terms.reduce((total, term, at) => total + term[value] * (presence[at] ?? 0), 0);
}

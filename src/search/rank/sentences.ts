// Sentences: how well each sentence of a passage answers the query, by what few of its sentences hold and by its neighbours,
// and which of them to quote together.
import { rememberedOf } from '../../dictionary/dictionary.ts';
import { zeros } from '../../dictionary/numbers.ts';
import { fold } from '../../language/fold.ts';
import { type Asking, type Shown, showsKind } from '../../language/kinds.ts';
import { FAR } from '../../language/question-words.ts';
import type { SearchIndex } from '../index/index.ts';
import { type Passage, termsIn } from '../index/runs.ts';
import { SENTENCE_FEATURES, type SentenceFeatures } from '../index/weights.ts';
import { factorOf, type Query } from '../query/query.ts';
import { matchedWeight, matchPassage, type PassageMatch, type Presence } from './match.ts';
import type { CloseWording } from './nearest.ts';

/** Adjacent sentences of one section by their places, the last included. */
export interface SentenceRun {
  readonly first: number;
  readonly last: number;
}

/** The sentences of passages as they were met, folded: a question is asked of the same few again and again. */
const foldedOf = rememberedOf(({ sentences }: Passage) => sentences.map(fold));

/** The folded sentences of a passage, in order. */
export function foldedSentences({ passages }: SearchIndex, number: number): readonly string[] {
  const passage = passages[number];
  return passage === undefined ? [] : foldedOf(passage);
}

/** The kind of thing asked for, where a sentence shows it: dates and numbers are the surest signs. */
function ofKind({ kind, isSharp, isGivenBy }: Asking, text: Shown) {
  // Nearly every sentence has the words that a definition has.
  const isDate = kind === 'date' || kind === 'year';
  const shows = kind !== 'definition' && showsKind(text, kind);
  return {
    kind: Number(shows),
    date: Number(shows && isDate),
    number: Number(isSharp && !isDate && kind !== 'name' && isGivenBy(text)),
  };
}

/** What is known of each sentence of the passage, in order; `match` where it is known already. */
export function sentenceFeatures(
  query: Query,
  number: number,
  match = matchPassage(query, number),
): readonly SentenceFeatures[] {
  const { index } = query;
  const folded = foldedSentences(index, number);
  const printed = index.passages[number]?.sentences ?? [];
  const { sentences, nothing } = match;
  const terms = localTerms(query, match);
  // Most sentences of a long passage hold no term.
  const held = sentences.map((presence) => (presence === nothing ? ABSENT : heldIn(presence, terms)));
  const most = held.reduce((best, { support }) => Math.max(best, support), 0);
  const firstRun = index.runs.firstSentence[number] ?? 0;
  return sentences.map((presence, sentence) => {
    const { own, near, ofTitle, support } = held[sentence] ?? ABSENT;
    const isPart = presence !== nothing && query.weight > 0;
    return {
      own,
      nearQuestionWord: near,
      inTitle: ofTitle,
      opening: sentence === 0 ? ofTitle : 0,
      before: held[sentence - 1]?.support ?? 0,
      after: held[sentence + 1]?.support ?? 0,
      support: most > 0 ? support / most : 0,
      coverage: isPart ? matchedWeight(query, presence) / query.weight : 0,
      length: Math.log(1 + termsIn(index.runs, firstRun + sentence, firstRun + sentence + 1)),
      ...ofKind(query.words.asking, { printed: printed[sentence] ?? '', folded: folded[sentence] ?? '' }),
      askedFor: 0,
    };
  });
}

/** With how much the nearest wordings that ask for each sentence are the question, added up. */
export function withAsked(
  features: readonly SentenceFeatures[],
  closest: readonly CloseWording[],
): readonly SentenceFeatures[] {
  return features.map((own, at) => {
    const asking = closest.filter(({ sentence }) => sentence === at);
    return { ...own, askedFor: asking.reduce((sum, { sameness }) => sum + sameness, 0) };
  });
}

/** The logarithm of the odds that a sentence, not another of its passage, holds the answer. */
export function oddsOfSentence({ weights }: SearchIndex, features: SentenceFeatures): number {
  let odds = 0;
  for (const name of SENTENCE_FEATURES) odds += weights.sentence[name] * features[name];
  return odds;
}

/** These odds for each sentence of the passage, in order. */
export function scoreSentences(query: Query, number: number, match?: PassageMatch): readonly number[] {
  return sentenceFeatures(query, number, match).map((features) => oddsOfSentence(query.index, features));
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

/** What a term is worth within one passage, or all that one sentence holds. */
interface LocalTerm {
  /** Its rarity among the passage's sentences times its kind's factor. */
  readonly support: number;
  /** The same where it is of one unit, where a title holds it, and by how near it is to the question word; else 0. */
  readonly own: number;
  readonly ofTitle: number;
  readonly near: number;
}

const ABSENT: LocalTerm = { support: 0, own: 0, ofTitle: 0, near: 0 };

/** Terms from the question word after which its nearness counts e times less. */
const NEARNESS = 4;

function sentenceFrequencies(sentences: readonly Presence[], terms: number): Float32Array {
  const frequencies = zeros(terms);
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
    const isPair = kind === 'ideographPair' || kind === 'wordPair';
    const inTitle = (match.finds.printed[term] ?? 0) > 0;
    const near = distance >= FAR ? 0 : support * Math.exp(-distance / NEARNESS);
    return { support, own: isPair ? 0 : support, ofTitle: inTitle ? support : 0, near };
  });
}

/** What a sentence holds of the terms. */
function heldIn(presence: Presence, terms: readonly LocalTerm[]): LocalTerm {
  let [support, own, ofTitle, near] = [0, 0, 0, 0];
  terms.forEach((term, at) => {
    const strength = presence[at] ?? 0;
    if (strength === 0) return;
    support += term.support * strength;
    own += term.own * strength;
    ofTitle += term.ofTitle * strength;
    near += term.near * strength;
  });
  return { support, own, ofTitle, near };
}

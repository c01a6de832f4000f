// What the score needs to know of a whole collection: lengths, rarities, and what its titles and languages are like.

import { expectedAnswer } from '../../language/expected-answer.ts';
import { fold } from '../../language/fold.ts';
import { looksLikeQuestion } from '../../language/question-words.ts';
import { isIdeograph } from '../../language/tokenise.ts';
import type { Passage } from './passage.ts';
import { questionList } from './question-list.ts';
import { NO_UNIT, type Runs, type Vocabulary } from './runs.ts';
import { type TitleFactors, titleFactors } from './title-worth.ts';
import type { Weights } from './weights.ts';

export interface Measures {
  /** 1 for each unit that is an ideograph. */
  readonly ideographs: Uint8Array;
  /** The weight of each unit as a term: its kind's factor times its inverse document frequency. */
  readonly unitWeights: Float32Array;
  /** For each passage BM25's damping of a count: the saturation, more of it for a long answer. */
  readonly damping: Float32Array;
  readonly titleFactors: TitleFactors;
  /** The weight of each title run's distinct terms, by the run's number. */
  readonly titleWeights: Float32Array;
  /** Whether the title of each passage asks for a definition, and whether its translation does. */
  readonly definitionTitles: readonly (readonly boolean[])[];
  /** Share (0..1) of the titles that are questions: how far a member's question will resemble a title. */
  readonly questionTitles: number;
  /** 0..1: how far this is a list of frequent questions, each with an answer that says little beyond what was asked. */
  readonly questionList: number;
  /** Whether a fair share of the text is Chinese, and whether a fair share is not. */
  readonly hasChinese: boolean;
  readonly hasEnglish: boolean;
}

/** Shares of the text from which on a language counts as one of the collection's: names and terms alone stay below. */
const LEAST_CHINESE = 0.1;
const LEAST_ENGLISH = 0.3;

/** Inverse document frequency of what `found` of `size` texts hold (BM25's, never negative). */
export function rarity(size: number, found: number): number {
  return Math.log(1 + (size - Math.min(found, size) + 0.5) / (found + 0.5));
}

function ideographsOf(vocabulary: Vocabulary): Uint8Array {
  const ideographs = new Uint8Array(vocabulary.size + 1);
  for (const [term, unit] of vocabulary.terms()) if (isIdeograph(term)) ideographs[unit] = 1;
  return ideographs;
}

function shareOfChinese(runs: Runs, ideographs: Uint8Array): number {
  let count = 0;
  let all = 1;
  for (const unit of runs.units) {
    count += ideographs[unit] ?? 0;
    if (unit !== NO_UNIT) all += 1;
  }
  return count / all;
}

function answerLength({ units, starts, firstSentence, firstTranslation }: Runs, passage: number): number {
  let length = 0;
  const end = starts[firstTranslation[passage] ?? 0] ?? 0;
  for (let at = starts[firstSentence[passage] ?? 0] ?? 0; at < end; at += 1)
    if (units[at] !== NO_UNIT) length += 1;
  return length;
}

function mean(values: readonly number[]): number {
  const sum = values.reduce((total, value) => total + value, 0);
  return values.length === 0 ? 1 : Math.max(1, sum / values.length);
}

function dampingOf(lengths: readonly number[], { saturation, lengthNormalisation }: Weights): Float32Array {
  const meanLength = mean(lengths);
  return Float32Array.from(
    lengths,
    (length) => saturation * (1 - lengthNormalisation + (lengthNormalisation * length) / meanLength),
  );
}

/** Terms of a title run, its closing break left out. */
export function titleLength({ starts }: Runs, run: number): number {
  return (starts[run + 1] ?? 0) - (starts[run] ?? 0) - 1;
}

/** Each run's distinct terms count once; `seen` remembers in which run each unit was met last. */
export function titleWeightsOf(runs: Runs, unitWeights: Float32Array): Float32Array {
  const { units, starts, firstTitle, firstSentence } = runs;
  const weights = new Float32Array(starts.length);
  const seen = new Int32Array(unitWeights.length).fill(-1);
  firstSentence.forEach((end, passage) => {
    for (let run = firstTitle[passage] ?? 0; run < end; run += 1) {
      for (let at = starts[run] ?? 0; at < (starts[run + 1] ?? 0); at += 1) {
        const unit = units[at] ?? NO_UNIT;
        if (seen[unit] === run) continue;
        seen[unit] = run;
        weights[run] = (weights[run] ?? 0) + (unitWeights[unit] ?? 0);
      }
    }
  });
  return weights;
}

interface Collection {
  readonly passages: readonly Passage[];
  readonly vocabulary: Vocabulary;
  readonly runs: Runs;
  /** The rarity of a term by its number. */
  weigh(term: number): number;
}

export function measure({ passages, vocabulary, runs, weigh }: Collection, weights: Weights): Measures {
  const size = passages.length;
  const ideographs = ideographsOf(vocabulary);
  const unitWeights = new Float32Array(vocabulary.size + 1);
  for (let unit = 1; unit <= vocabulary.size; unit += 1) {
    // Units are the first terms of the postings, in their order.
    unitWeights[unit] = weights[ideographs[unit] === 1 ? 'ideograph' : 'word'] * weigh(unit - 1);
  }
  const chinese = shareOfChinese(runs, ideographs);
  const questions = passages.filter(({ title }) => looksLikeQuestion(title)).length;
  const questionTitles = questions / Math.max(1, size);
  const lengths = passages.map((_, passage) => answerLength(runs, passage));
  const meanTitleLength = mean(
    passages.map((_, passage) => titleLength(runs, runs.firstTitle[passage] ?? 0)),
  );
  const titleWeights = titleWeightsOf(runs, unitWeights);
  const meanTitleWeight = mean(
    passages.map((_, passage) => titleWeights[runs.firstTitle[passage] ?? 0] ?? 0),
  );
  const titles = { questions: questionTitles, meanLength: meanTitleLength, meanWeight: meanTitleWeight };
  return {
    ideographs,
    unitWeights,
    damping: dampingOf(lengths, weights),
    titleWeights,
    titleFactors: titleFactors(weights, titles),
    definitionTitles: passages.map(({ title, translatedTitle }) =>
      [title, translatedTitle].map((text) => expectedAnswer(fold(text)) === 'definition'),
    ),
    questionTitles,
    questionList: questionList(questionTitles, mean(lengths) / meanTitleLength),
    hasChinese: chinese >= LEAST_CHINESE,
    hasEnglish: chinese <= 1 - LEAST_ENGLISH,
  };
}

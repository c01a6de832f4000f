// What the score needs to know of a whole collection: lengths, rarities, what its titles and languages are like; and what
// members ask, as the editor wrote it down, each wording measured as a title is.
import { fold } from '../../language/fold.ts';
import { kindAsked } from '../../language/kinds.ts';
import { isQuestion, readQuestion } from '../../language/question-words.ts';
import { isIdeograph } from '../../language/tokenise.ts';
import { type Postings, postingsOf } from './postings.ts';
import { NO_UNIT, type Passage, type Runs, runsOf, termsIn } from './runs.ts';
import type { Vocabulary } from './vocabulary.ts';
import type { Weights } from './weights.ts';

export interface Measures {
  /** 1 for each unit that is an ideograph. */
  readonly ideographs: Uint8Array;
  /** The weight of each unit as a term: its kind's factor times its inverse document frequency. */
  readonly unitWeights: Float32Array;
  /** For each passage BM25's damping of a count: the saturation, more of it for a long answer. */
  readonly damping: Float32Array;
  readonly meanTitleLength: number;
  /** What a question word of a title counts, 0..1: only in a list of frequent questions it tells titles apart. */
  readonly askingShare: number;
  /** The weight of the distinct terms of each passage's title, and of its translation. */
  readonly titleWeights: readonly (readonly number[])[];
  /** Weight that is added to each title's: one of a single word would be held too easily. */
  readonly titlePrior: number;
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

/** Passages from which on a collection may be a list of frequent questions. */
const SHORTEST_LIST = 20;
/** Share of titles that are questions from which on a list of frequent questions begins. */
const LEAST_QUESTIONS = 0.8;
/** An answer up to so many times its question's length says little more; of twice that, as in interviews, much. */
const TERSE_ANSWER = 8;

/** 0..1, from the share of titles that are questions and the mean answer's length in mean titles. */
function questionListOf(questionTitles: number, lengthRatio: number): number {
  const asked = (questionTitles - LEAST_QUESTIONS) / (1 - LEAST_QUESTIONS);
  const terse = 2 - lengthRatio / TERSE_ANSWER;
  return Math.max(0, asked) * Math.min(1, Math.max(0, terse));
}

/** Inverse document frequency of what `found` of `size` texts hold (BM25's, never negative). */
export function rarity(size: number, found: number): number {
  return Math.log(1 + (size - Math.min(found, size) + 0.5) / (found + 0.5));
}

function ideographsOf(vocabulary: Vocabulary): Uint8Array {
  const ideographs = new Uint8Array(vocabulary.size + 1);
  for (let unit = 1; unit <= vocabulary.size; unit += 1)
    if (isIdeograph(vocabulary.termOf(unit))) ideographs[unit] = 1;
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

/** What it takes to weigh a title as a question is weighed. */
export interface TitleScale extends Pick<Measures, 'unitWeights' | 'askingShare'> {
  readonly vocabulary: Vocabulary;
  /** Whether light words are set aside like question words. */
  readonly dropsLight: boolean;
}

/** The weight of a title's distinct terms; those that only ask count by their share. */
export function titleWeightOf(
  { vocabulary, unitWeights, askingShare, dropsLight }: TitleScale,
  title: string,
): number {
  const seen = new Set<number>();
  let sum = 0;
  for (const { term, isAsking, isLight } of readQuestion(fold(title))) {
    const unit = vocabulary.get(term) ?? NO_UNIT;
    if (seen.has(unit)) continue;
    seen.add(unit);
    sum += (unitWeights[unit] ?? 0) * (isAsking || (dropsLight && isLight) ? askingShare : 1);
  }
  return sum;
}

interface Collection {
  readonly passages: readonly Passage[];
  readonly vocabulary: Vocabulary;
  readonly runs: Runs;
  readonly dropsLight: boolean;
  /** The rarity of a term by its number. */
  weigh(term: number): number;
}

function unitWeightsOf(
  { vocabulary, weigh }: Collection,
  ideographs: Uint8Array,
  weights: Weights,
): Float32Array {
  const unitWeights = new Float32Array(vocabulary.size + 1);
  for (let unit = 1; unit <= vocabulary.size; unit += 1) {
    // Units are the first terms of the postings, in their order.
    unitWeights[unit] = weights[ideographs[unit] === 1 ? 'ideograph' : 'word'] * weigh(unit - 1);
  }
  return unitWeights;
}

export function measure(collection: Collection, weights: Weights): Measures {
  const { passages, vocabulary, runs, dropsLight } = collection;
  const ideographs = ideographsOf(vocabulary);
  const unitWeights = unitWeightsOf(collection, ideographs, weights);
  const chinese = shareOfChinese(runs, ideographs);
  const questions = passages.filter(({ title }) => isQuestion(title)).length;
  const questionTitles = questions / Math.max(1, passages.length);
  const { firstSentence, firstTranslation } = runs;
  const lengths = passages.map((_, passage) =>
    termsIn(runs, firstSentence[passage] ?? 0, firstTranslation[passage] ?? 0),
  );
  const titleLengths = passages.map((_, passage) => titleLength(runs, runs.firstTitle[passage] ?? 0));
  const meanTitleLength = mean(titleLengths);
  const isLong = passages.length >= SHORTEST_LIST;
  const questionList = isLong ? questionListOf(questionTitles, mean(lengths) / meanTitleLength) : 0;
  const askingShare = Math.min(1, questionList / weights.questionListAsking);
  const scale = { vocabulary, unitWeights, askingShare, dropsLight };
  const titles = passages.map(({ title, translatedTitle }) => [title, translatedTitle]);
  const titleWeights = titles.map((own) => own.map((title) => titleWeightOf(scale, title)));
  return {
    ...{ ideographs, unitWeights, questionTitles, questionList, askingShare, meanTitleLength, titleWeights },
    damping: dampingOf(lengths, weights),
    titlePrior: weights.titlePrior * mean(titleWeights.map(([printed = 0]) => printed)),
    definitionTitles: titles.map((own) => own.map((title) => kindAsked(fold(title)) === 'definition')),
    hasChinese: chinese >= LEAST_CHINESE,
    hasEnglish: chinese <= 1 - LEAST_ENGLISH,
  };
}

/** All wordings: list after list, a list for each passage and then that of what is not covered. */
export interface Wordings extends WordingNumbers {
  readonly texts: readonly string[];
  /** The weight of a wording's distinct terms, by its number; made when it is first asked for. */
  readonly weightOf: (wording: number) => number;
}

export interface WordingNumbers {
  /** Each wording is the printed title of a passage of its own. */
  readonly runs: Runs;
  readonly postings: Postings;
  /** The first wording of each list; one more entry closes the last. */
  readonly firsts: Int32Array;
  /** The list of each wording. */
  readonly listOf: Int32Array;
  /** Of each wording in terms. */
  readonly lengths: Float32Array;
}

const NOTHING = { translatedTitle: '', wordings: [], sentences: [], translation: [] };

export type WordingLists = readonly (readonly string[])[];

/** The runs of the wordings, whose words join the vocabulary. */
export function wordingRuns(lists: WordingLists, vocabulary: Vocabulary): Runs {
  return runsOf(
    lists.flat().map((title): Passage => ({ ...NOTHING, title })),
    vocabulary,
  );
}

export function indexWordings(lists: WordingLists, runs: Runs, unitCount: number): WordingNumbers {
  const firsts = new Int32Array(lists.length + 1);
  lists.forEach((list, at) => {
    firsts[at + 1] = (firsts[at] ?? 0) + list.length;
  });
  return {
    ...{ runs, firsts, postings: postingsOf(runs, unitCount) },
    listOf: Int32Array.from(lists.flatMap((list, at) => list.map(() => at))),
    lengths: Float32Array.from(lists.flat(), (_, wording) =>
      titleLength(runs, runs.firstTitle[wording] ?? 0),
    ),
  };
}

/** The weight of a wording that nobody has asked for yet. */
const UNKNOWN = -1;

export function openWordings(numbers: WordingNumbers, lists: WordingLists, scale: TitleScale): Wordings {
  const texts = lists.flat();
  const weights = new Float32Array(texts.length).fill(UNKNOWN);
  const weightOf = (wording: number) => {
    if (weights[wording] === UNKNOWN) weights[wording] = titleWeightOf(scale, texts[wording] ?? '');
    return weights[wording] ?? 0;
  };
  return { ...numbers, texts, weightOf };
}

// The techniques of the search, each with what is left when it is taken away, and the figures of one judged collection.
import { Converter } from 'opencc-js';
import { DECISION_WEIGHTS, type DecisionFeature } from '../answer/decide.ts';
import type { Dictionary } from '../dictionary/dictionary.ts';
import { buildIndex } from '../search/index/index.ts';
import type { Passage } from '../search/index/runs.ts';
import {
  DEFAULT_WEIGHTS,
  type RankFeatures,
  type SentenceFeatures,
  type Weights,
} from '../search/index/weights.ts';
import { analyse } from '../search/query/analyse.ts';
import { search } from '../search/rank/search.ts';
import { chooseSentences, scoreSentences } from '../search/rank/sentences.ts';

export interface JudgedQuery {
  readonly text: string;
  readonly relevant: readonly number[];
  /** A right excerpt holds one of these to the letter. */
  readonly answers: readonly string[];
}

export interface JudgedCollection {
  readonly name: string;
  readonly passages: readonly Passage[];
  readonly queries: readonly JudgedQuery[];
}

export interface Technique {
  readonly name: string;
  readonly weights?: Partial<Omit<Weights, 'rank' | 'sentence'>>;
  readonly rank?: Partial<RankFeatures>;
  readonly sentence?: Partial<SentenceFeatures>;
  readonly dictionary?: 'none' | 'no names' | 'no phrase book';
  /** What is taken from the interviews and from the way to a reply; it says nothing about a public set. */
  readonly interviews?: WithoutInInterviews;
}

export interface WithoutInInterviews {
  /** A feature of the decision. */
  readonly decide?: DecisionFeature;
  /** Mended slips. */
  readonly slips?: true;
  readonly lists?: true;
  readonly lexicon?: true;
  /** The sentences that list lines ask for. */
  readonly listSentences?: true;
  /** The question as it is asked instead. */
  readonly asked?: (question: string) => string;
}

/** Shares 0..1 of all questions; `sentences` is the mean length of an excerpt. */
export interface TechniqueFigures {
  readonly top1: number;
  readonly excerpt: number;
  readonly sentences: number;
}

export const TECHNIQUES: readonly Technique[] = [
  { name: 'everything' },
  { name: 'without the dictionary', dictionary: 'none' },
  { name: 'without names by their sound', dictionary: 'no names' },
  { name: 'without the phrase book', dictionary: 'no phrase book' },
  { name: 'without pairs of ideographs', weights: { ideographPair: 0 } },
  { name: 'without pairs of words', weights: { wordPair: 0 } },
  { name: 'without the words of the question', weights: { withinWord: 1, acrossWords: 1 } },
  { name: 'without length normalisation', weights: { lengthNormalisation: 0 } },
  { name: 'without the whole answer', rank: { answer: 0 } },
  { name: 'without distinction among candidates', rank: { distinction: 0 } },
  { name: 'without sentence and title together', rank: { joint: 0 } },
  { name: 'without synonyms', rank: { synonyms: 0 } },
  { name: 'without synonyms in titles', rank: { titleSynonyms: 0 } },
  { name: 'without title weight', rank: { title: 0 } },
  { name: 'without title coverage', rank: { titleCoverage: 0 } },
  { name: 'without title precision', rank: { titlePrecision: 0 } },
  { name: 'without precision of headings', rank: { headingPrecision: 0 } },
  { name: 'without a prior for short titles', weights: { titlePrior: 0 } },
  { name: 'without less weight for light words in titles', weights: { titleLight: 0 } },
  { name: 'without less weight for answers in a list of questions', weights: { questionListAnswer: 0 } },
  { name: 'question words of titles never count', weights: { questionListAsking: 1e9 } },
  { name: 'keywords match definitions like other titles', weights: { definition: 0 } },
  { name: 'excerpt: title terms count in full', sentence: { inTitle: 0 } },
  { name: 'excerpt: first sentence not taken for an introduction', sentence: { opening: 0 } },
  { name: 'excerpt: distance to the question word ignored', sentence: { nearQuestionWord: 0 } },
  { name: 'excerpt: neighbours ignored', sentence: { before: 0, after: 0 } },
  {
    name: 'excerpt: kind of answer ignored',
    sentence: { kind: 0, date: 0, number: 0 },
  },
  { name: 'excerpt: share of the best support ignored', sentence: { support: 0 } },
  { name: 'excerpt: length of the sentence ignored', sentence: { length: 0 } },
  { name: 'numbers only as they are typed', weights: { numerals: 0 } },
  { name: 'without families of words', weights: { families: 0 } },
];

const SIMPLIFIED = Converter({ from: 't', to: 'cn' });

export const INTERVIEW_TECHNIQUES: readonly Technique[] = [
  { name: 'without lists', interviews: { lists: true } },
  { name: 'without lexicon', interviews: { lexicon: true } },
  { name: 'without the sentences that list lines ask for', interviews: { listSentences: true } },
  { name: 'slips not mended', interviews: { slips: true } },
  {
    name: "Taiwan's words of the question not mapped",
    interviews: { asked: (question) => SIMPLIFIED(question) },
  },
  { name: 'capitals of the question ignored', interviews: { asked: (question) => question.toLowerCase() } },
  { name: 'excerpt: may open by pointing back', weights: { standingAlone: 0 }, interviews: {} },
  { name: 'excerpt: lists not whole', weights: { wholeList: 0 }, interviews: {} },
  { name: 'excerpt: a printed question like any other', weights: { printedOpening: 0 }, interviews: {} },
  ...(Object.keys(DECISION_WEIGHTS) as DecisionFeature[]).map((decide) => ({
    name: `decision: without ${decide}`,
    interviews: { decide },
  })),
];

export function dictionaryFor(
  { dictionary: left }: Technique,
  dictionary: Dictionary,
): Dictionary | undefined {
  if (left === 'none') return undefined;
  if (left === 'no names') return { ...dictionary, transliterators: '' };
  return left === 'no phrase book' ? { ...dictionary, translationsOf: () => [] } : dictionary;
}

export function weightsFor({ weights, rank, sentence }: Technique): Weights {
  return {
    ...DEFAULT_WEIGHTS,
    ...weights,
    rank: { ...DEFAULT_WEIGHTS.rank, ...rank },
    sentence: { ...DEFAULT_WEIGHTS.sentence, ...sentence },
  };
}

function holdsAnswer(excerpt: readonly string[], answers: readonly string[]): boolean {
  return answers.some((answer) => excerpt.join('').includes(answer) || excerpt.join(' ').includes(answer));
}

export function measureTechnique(
  collection: JudgedCollection,
  technique: Technique,
  dictionary: Dictionary,
): TechniqueFigures {
  const left = dictionaryFor(technique, dictionary);
  const options = { lexicon: [], weights: weightsFor(technique) };
  const index = buildIndex(
    collection.passages,
    left === undefined ? options : { ...options, dictionary: left },
  );
  const counts = { top1: 0, excerpt: 0, sentences: 0 };
  for (const { text, relevant, answers } of collection.queries) {
    const query = analyse(text, index);
    const [hit] = search(query, 1).hits;
    if (hit === undefined) continue;
    const { first, last } = chooseSentences(index, scoreSentences(query, hit.passage));
    counts.sentences += last - first + 1;
    if (!relevant.includes(hit.passage)) continue;
    counts.top1 += 1;
    const excerpt = collection.passages[hit.passage]?.sentences.slice(first, last + 1) ?? [];
    if (holdsAnswer(excerpt, answers)) counts.excerpt += 1;
  }
  const questions = Math.max(1, collection.queries.length);
  return {
    top1: counts.top1 / questions,
    excerpt: counts.excerpt / questions,
    sentences: counts.sentences / questions,
  };
}

// The techniques of the search, each with what is left when it is taken away, and the figures of one judged collection.

import type { Dictionary } from '../dictionary/dictionary.ts';
import { buildIndex } from '../search/index/index.ts';
import type { Passage } from '../search/index/passage.ts';
import { DEFAULT_WEIGHTS, type Weights } from '../search/index/weights.ts';
import { analyse } from '../search/query/analyse.ts';
import { search } from '../search/rank/search.ts';
import { chooseSentences, scoreSentences } from '../search/sentences/sentences.ts';

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
  readonly weights?: Partial<Weights>;
  readonly dictionary?: 'none' | 'no names' | 'no phrase book';
}

/** Shares 0..1 of all questions; `sentences` is the mean length of an excerpt. */
export interface Figures {
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
  { name: 'without the whole answer', weights: { answer: 0 } },
  { name: 'without distinction among candidates', weights: { distinction: 0 } },
  { name: 'without the best sentence', weights: { sentence: 0 } },
  { name: 'without the best two sentences', weights: { window: 0 } },
  { name: 'without sentence and title together', weights: { joint: 0 } },
  { name: 'without synonyms', weights: { synonym: 0 } },
  { name: 'without synonyms in titles', weights: { titleSynonym: 0 } },
  { name: 'without title weight', weights: { title: 0, questionTitle: 0 } },
  { name: 'without title coverage', weights: { titleCoverage: 0, questionTitleCoverage: 0 } },
  { name: 'without title precision', weights: { titlePrecision: 0, questionTitlePrecision: 0 } },
  { name: 'without a prior for short titles', weights: { titlePrior: 0 } },
  { name: 'without less weight for light words in question titles', weights: { questionTitleLight: 0 } },
  { name: 'without less weight for answers in a list of questions', weights: { questionListAnswer: 0 } },
  {
    name: 'without more weight for question titles',
    weights: { questionTitle: 0, questionTitleCoverage: 0, questionTitlePrecision: 0 },
  },
  { name: 'keywords match definitions like other titles', weights: { definition: 0 } },
  { name: 'excerpt: title terms count in full', weights: { inTitle: 0 } },
  { name: 'excerpt: first sentence not taken for an introduction', weights: { opening: 0 } },
  { name: 'excerpt: distance to the question word ignored', weights: { nearQuestionWord: 0 } },
  { name: 'excerpt: neighbours ignored', weights: { before: 0, after: 0 } },
  { name: 'excerpt: references back ignored', weights: { referredTo: 0 } },
  { name: 'excerpt: a year in the sentence before ignored', weights: { datedBefore: 0 } },
  {
    name: 'excerpt: kind of answer ignored',
    weights: { expectedKind: 0, expectedDate: 0, expectedNumber: 0, expectedPerson: 0 },
  },
  { name: 'excerpt: names of works ignored', weights: { namedWork: 0 } },
  { name: 'excerpt: brackets ignored', weights: { bracket: 0 } },
  { name: 'excerpt: share of the best support ignored', weights: { support: 0 } },
  { name: 'excerpt: length of the sentence ignored', weights: { sentenceLength: 0 } },
];

function dictionaryFor({ dictionary: left }: Technique, dictionary: Dictionary): Dictionary | undefined {
  if (left === 'none') return undefined;
  if (left === 'no names') return { ...dictionary, transliterators: '' };
  return left === 'no phrase book' ? { ...dictionary, translationsOf: () => [] } : dictionary;
}

function holdsAnswer(excerpt: readonly string[], answers: readonly string[]): boolean {
  return answers.some((answer) => excerpt.join('').includes(answer) || excerpt.join(' ').includes(answer));
}

export function figuresOf(
  collection: JudgedCollection,
  technique: Technique,
  dictionary: Dictionary,
): Figures {
  const left = dictionaryFor(technique, dictionary);
  const weights = { ...DEFAULT_WEIGHTS, ...technique.weights };
  const options = { lexicon: [], weights };
  const index = buildIndex(
    collection.passages,
    left === undefined ? options : { ...options, dictionary: left },
  );
  const counts = { top1: 0, excerpt: 0, sentences: 0 };
  for (const { text, relevant, answers } of collection.queries) {
    const query = analyse(text, index);
    const [hit] = search(query, 1);
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

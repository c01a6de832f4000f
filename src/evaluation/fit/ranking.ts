// Judged questions -> examples for the ranking: the passages scored closely, each a row of its features.
import type { Dictionary } from '../../dictionary/dictionary.ts';
import { buildIndex } from '../../search/index/index.ts';
import type { RankFeature, RankFeatures } from '../../search/index/weights.ts';
import { DEFAULT_WEIGHTS } from '../../search/index/weights.ts';
import { analyse } from '../../search/query/analyse.ts';
import { type Hit, search } from '../../search/rank/search.ts';
import type { JudgedCollection } from '../technique.ts';
import type { Setting } from '../test-interviews.ts';
import type { Example } from './softmax.ts';

export const RANK_FEATURES = Object.keys(DEFAULT_WEIGHTS.rank) as readonly RankFeature[];
/** Candidates of one example. */
const MOST = 20;

function rowOf(features: RankFeatures): readonly number[] {
  return RANK_FEATURES.map((name) => features[name]);
}

function exampleOf(hits: readonly Hit[], isRight: (hit: Hit) => boolean, weight: number): readonly Example[] {
  const right = hits.map(isRight);
  if (!right.includes(true)) return [];
  return [{ candidates: hits.map(({ features }) => rowOf(features)), right, weight }];
}

/** A public set as one collection; `weight` is that of the whole set. */
export function publicExamples(
  { passages, queries }: JudgedCollection,
  dictionary: Dictionary,
  weight: number,
): readonly Example[] {
  const index = buildIndex(passages, { lexicon: [], dictionary });
  return queries.flatMap(({ text, relevant }) => {
    const { hits } = search(analyse(text, index), MOST);
    return exampleOf(hits, ({ passage }) => relevant.includes(passage), weight / queries.length);
  });
}

/** An interview's judged questions that its sections answer. */
export function interviewExamples(
  { interview, questions, libraryFor }: Setting,
  weight: number,
): readonly Example[] {
  return questions.flatMap(({ question, source, also }) => {
    const open = libraryFor(question).open.find((own) => own.interview.id === interview);
    if (!open || source === null) return [];
    const { hits } = search(analyse(question, open.index), MOST);
    const isRight = ({ passage }: Hit) => {
      const section = open.interview.sections[passage];
      const name = section?.kind === 'exchange' ? section.number : section?.kind;
      return name !== undefined && [source, ...also].includes(name);
    };
    return exampleOf(hits, isRight, weight / questions.length);
  });
}

/** Share (0..1) of the examples in which the likeliest candidate is right. */
export function firstRight(examples: readonly Example[], weights: readonly number[]): number {
  const right = examples.filter((example) => {
    const scores = example.candidates.map((row) =>
      row.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0),
    );
    return example.right[scores.indexOf(Math.max(...scores))] === true;
  });
  return right.length / Math.max(1, examples.length);
}

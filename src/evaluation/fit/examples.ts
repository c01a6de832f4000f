// Judged questions -> examples to fit weights to: for the ranking, and for the decision.
import { ask } from '../../answer/ask.ts';
import { DECISION_WEIGHTS, type DecisionFeature } from '../../answer/decide.ts';
import { find } from '../../answer/find.ts';
import { read } from '../../answer/read.ts';
import type { Dictionary } from '../../dictionary/dictionary.ts';
import { quote } from '../../knowledge/interview.ts';
import { buildIndex } from '../../search/index/index.ts';
import {
  DEFAULT_WEIGHTS,
  type RankFeature,
  SENTENCE_FEATURES,
  type SentenceFeatures,
} from '../../search/index/weights.ts';
import { analyse } from '../../search/query/analyse.ts';
import { type Hit, search } from '../../search/rank/search.ts';
import { sentenceFeatures, withAsked } from '../../search/rank/sentences.ts';
import { type JudgedQuestion, judgeQuotation } from '../judged-question.ts';
import type { JudgedCollection } from '../technique.ts';
import type { JudgedSetting } from '../test-interviews.ts';
import type { Example } from './softmax.ts';

export const RANK_FEATURES = Object.keys(DEFAULT_WEIGHTS.rank) as readonly RankFeature[];
/** Candidates of one example. */
const MOST = 20;

function rowOf<Feature extends string>(
  names: readonly Feature[],
  features: Readonly<Record<Feature, number>>,
): readonly number[] {
  return names.map((name) => features[name]);
}

function exampleOf(hits: readonly Hit[], isRight: (hit: Hit) => boolean, weight: number): readonly Example[] {
  const right = hits.map(isRight);
  if (!right.includes(true)) return [];
  return [{ candidates: hits.map(({ features }) => rowOf(RANK_FEATURES, features)), right, weight }];
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
export function interviewExamples(setting: JudgedSetting, weight: number): readonly Example[] {
  return setting.questions.flatMap((judged) => {
    const { hits, isRight } = hitsOf(setting, judged);
    return exampleOf(hits, isRight, weight / setting.questions.length);
  });
}

function hitsOf({ interview, libraryFor }: JudgedSetting, { question, source, also }: JudgedQuestion) {
  const open = libraryFor(question).open.find((own) => own.interview.id === interview);
  const query = open && source !== null ? analyse(question, open.index) : undefined;
  const isRight = ({ passage }: Hit) => {
    const section = open?.interview.sections[passage];
    const name = section?.kind === 'exchange' ? section.number : section?.kind;
    return source !== null && name !== undefined && [source, ...also].includes(name);
  };
  return { open, query, hits: query ? search(query, MOST).hits : [], isRight };
}

function sentenceExample(
  features: readonly SentenceFeatures[],
  right: readonly boolean[],
  weight: number,
): readonly Example[] {
  if (!right.includes(true) || !right.includes(false)) return [];
  return [{ candidates: features.map((own) => rowOf(SENTENCE_FEATURES, own)), right, weight }];
}

/** The sentences of the passages that a public set's questions find first, rightly. */
export function publicSentences(
  { passages, queries }: JudgedCollection,
  dictionary: Dictionary,
  weight: number,
): readonly Example[] {
  const index = buildIndex(passages, { lexicon: [], dictionary });
  return queries.flatMap(({ text, relevant, answers }) => {
    const query = analyse(text, index);
    const [hit] = search(query, 1).hits;
    if (!hit || !relevant.includes(hit.passage)) return [];
    const sentences = passages[hit.passage]?.sentences ?? [];
    const right = sentences.map((sentence) => answers.some((answer) => sentence.includes(answer)));
    return sentenceExample(sentenceFeatures(query, hit.passage), right, weight / queries.length);
  });
}

/** The sentences of the right sections: those that have a part of a decisive text. */
export function interviewSentences(setting: JudgedSetting, weight: number): readonly Example[] {
  return setting.questions.flatMap((judged) => {
    const { open, query, hits, isRight } = hitsOf(setting, judged);
    const hit = hits.find(isRight);
    const section = hit && open?.interview.sections[hit.passage];
    if (!query || !section) return [];
    const right = section.sentences.map((range) =>
      judged.must.some(
        (text) => text.includes(quote(section, range)) || quote(section, range).includes(text),
      ),
    );
    const features = sentenceFeatures(query, hit.passage, hit.match);
    const asked = withAsked(features, hit.nearness?.likeliest() ?? []);
    return sentenceExample(asked, right, weight / setting.questions.length);
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

/** Found only where several interviews are asked, so no interview alone can tell what it weighs. */
export const ALONE: readonly DecisionFeature[] = (Object.keys(DECISION_WEIGHTS) as DecisionFeature[]).filter(
  (name) => !['aside', 'strange', 'foreign'].includes(name),
);

export interface DecisionExample extends Example {
  readonly interview: string;
  readonly setting: string;
  readonly isCovered: boolean;
}

/** `weight` is that of all questions. They are those that the sections decide: the candidates are those found and, last, "not covered" with a constant of its own. */
export function decisionExamples(
  { name, interview, questions, libraryFor }: JudgedSetting,
  weight: number,
): readonly DecisionExample[] {
  return questions.flatMap((judged): DecisionExample[] => {
    const library = libraryFor(judged.question);
    if (ask(library, { question: judged.question }).reasoning.basis !== 'terms') return [];
    const found = find(read(library, { question: judged.question }));
    const rows = found.map(({ features }) => [...rowOf(ALONE, features), 0]);
    const right = found.map(({ quotation }) => judgeQuotation(quotation, judged, interview) !== 'wrong');
    const none = [...ALONE.map(() => 0), 1];
    return [
      {
        candidates: [...rows, none],
        right: [...right, !right.includes(true)],
        weight: weight / questions.length,
        ...{ interview, setting: name, isCovered: judged.source !== null },
      },
    ];
  });
}

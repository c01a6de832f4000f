// Search: the passages that answer a query best, each with the features of its score, how much of the question it covers, and
// why: which terms were found where, and the named parts that add up to the score.
import { numbersOf, zeros } from '../../dictionary/numbers.ts';
import type { SearchIndex } from '../index/index.ts';
import type { RankFeature, RankFeatures } from '../index/weights.ts';
import { type ConceptSource, factorOf, type Query } from '../query/query.ts';
import { candidates, type FoundSynonym, synonymsIn } from './candidates.ts';
import {
  FULL_WEIGHT,
  matchedWeight,
  matchPassage,
  NO_TITLE,
  type PassageMatch,
  type Presence,
  strongest,
  sumOf,
  type TitleFeatures,
  type TitleFit,
  titleFits,
} from './match.ts';
import { type Nearness, nearness } from './nearest.ts';

export interface Hit {
  /** The passage's place in the list that the index was built from. */
  readonly passage: number;
  readonly score: number;
  readonly features: RankFeatures;
  /** Share (0..1) of the query's weight found in the passage's best single sentence. */
  readonly coverage: number;
  /** The printed title or its translation that fits best, and the best of these and of the members' wordings. */
  readonly printed: TitleFit | undefined;
  readonly title: TitleFit | undefined;
  /** Made when somebody asks: most hits are never explained. */
  readonly explain: () => Explanation;
  readonly match: PassageMatch;
  /** To the wordings of this passage; undefined where it has none. */
  readonly nearness: Nearness | undefined;
}

export interface Found {
  /** Best first; equal scores by passage number. Empty where no topic word is found. */
  readonly hits: readonly Hit[];
  /** To the wordings that no passage answers; undefined where there are none. */
  readonly notCovered: Nearness | undefined;
}

/** A passage that may answer. */
interface Candidate {
  readonly passage: number;
  readonly match: PassageMatch;
  readonly synonyms: readonly FoundSynonym[];
  readonly nearness: Nearness | undefined;
}

/** Passages scored closely: the right one is among the first 20 of the rough order for 99 of 100 questions. */
const CLOSELY_SCORED = 20;

export function search(query: Query, top: number): Found {
  const near = nearness(query);
  const passages = candidates(query, near, Math.max(CLOSELY_SCORED, top));
  const found = passages.map(
    (passage): Candidate => ({
      passage,
      match: matchPassage(query, passage),
      synonyms: synonymsIn(query, passage),
      nearness: near.get(passage),
    }),
  );
  const leastLean = Math.min(...found.flatMap((own) => own.nearness?.lean ?? []));
  const among = { rarity: rarityAmong(found, query), leastLean };
  const hits = found
    .map((candidate) => hitOf(query, candidate, among))
    .sort((a, b) => b.score - a.score || a.passage - b.passage)
    .slice(0, top);
  return { hits, notCovered: near.get(query.index.passages.length) };
}

/** What can only be told of all candidates together. */
interface Among {
  readonly rarity: Float32Array;
  readonly leastLean: number;
}

function hitOf(query: Query, candidate: Candidate, among: Among): Hit {
  const { passage, match, nearness: near } = candidate;
  const best = (fits: readonly TitleFit[]) =>
    fits.reduce<TitleFit | undefined>((a, b) => (a === undefined || b.value > a.value ? b : a), undefined);
  const printed = best(titleFits(query, passage, match));
  const title = best([...(printed ? [printed] : []), ...(near?.closest ? [near.closest] : [])]);
  const held = heldBy(query, match, title?.presence ?? match.nothing);
  const features = featuresOf(query, candidate, {
    ...among,
    joint: held.joint,
    title: title?.features ?? NO_TITLE,
  });
  return {
    ...{ passage, features, match, printed, title, nearness: near },
    score: sumOf(features, query.index.weights.rank),
    coverage: query.weight > 0 ? held.sentence / query.weight : 0,
    explain: () => explain(query, candidate, features),
  };
}

/** Every feature from 0 to 1 but for a title's, which light words may lower. */
function featuresOf(
  query: Query,
  candidate: Candidate,
  { rarity, leastLean, joint, title }: Among & { readonly joint: number; readonly title: TitleFeatures },
): RankFeatures {
  const { index } = query;
  const { synonyms, nearness: near } = candidate;
  const share = (sum: number) => Math.min(1, sum / FULL_WEIGHT);
  const finds = saturated(index, candidate);
  const ofAnswer = 1 - index.weights.questionListAnswer * index.questionList;
  const sumOfSynonyms = (where: 'inPassage' | 'inTitle') =>
    synonyms.reduce((sum, found) => sum + found[where], 0);
  return {
    answer: (ofAnswer * share(matchedWeight(query, finds))) / (index.weights.saturation + 1),
    distinction: ofAnswer * share(distinctionOf(finds, rarity)),
    joint: ofAnswer * share(joint),
    synonyms: ofAnswer * share(sumOfSynonyms('inPassage')),
    wordings: share(near === undefined ? 0 : near.lean - leastLean),
    ...title,
    titleSynonyms: index.questionTitles * share(sumOfSynonyms('inTitle')),
  };
}

/** For each term how few of the candidates hold it in their answers: what tells sister passages apart. */
function rarityAmong(found: readonly Candidate[], { index, terms }: Query): Float32Array {
  return numbersOf(terms, ({ kind, titleOnly }, term) => {
    if (titleOnly) return 0;
    let holders = 0;
    for (const { match } of found) if ((match.counts[term] ?? 0) > 0) holders += 1;
    return index.weights[factorOf(kind)] * Math.log(1 + (found.length - holders + 0.5) / (holders + 0.5));
  });
}

/** Each term's finds by BM25's saturation. */
function saturated({ weights, damping }: SearchIndex, { match, passage }: Candidate): Float32Array {
  const ofPassage = damping[passage] ?? 0;
  const { counts } = match;
  const finds = zeros(counts.length);
  for (let term = 0; term < finds.length; term += 1) {
    const count = counts[term] ?? 0;
    if (count > 0) finds[term] = (count * (weights.saturation + 1)) / (count + ofPassage);
  }
  return finds;
}

function distinctionOf(finds: Float32Array, rarity: Float32Array): number {
  let sum = 0;
  for (let term = 0; term < finds.length; term += 1) sum += (finds[term] ?? 0) * (rarity[term] ?? 0);
  return sum;
}

/** The most of the question's weight that one sentence holds, and that one sentence holds together with the title. */
function heldBy(query: Query, { sentences, nothing }: PassageMatch, title: Presence) {
  const ofTitle = matchedWeight(query, title);
  let sentence = 0;
  let joint = ofTitle;
  for (const own of sentences) {
    if (own === nothing) continue;
    const held = matchedWeight(query, own);
    sentence = Math.max(sentence, held);
    // Two runs together hold no more than both hold alone: most pairs cannot be the best one.
    if (held + ofTitle > joint)
      joint = Math.max(joint, matchedWeight(query, strongest([own, title], own.length)));
  }
  return { sentence, joint: Math.max(sentence, joint) };
}

/** A feature's value times its weight: the parts add up to the score. */
export interface Part {
  readonly name: RankFeature;
  readonly value: number;
}

const PLACES = ['question', 'asked-as', 'answer', 'translation'] as const;
export type Place = (typeof PLACES)[number] | 'synonym' | ConceptSource;

export interface MatchedTerm {
  readonly text: string;
  readonly weight: number;
  readonly places: readonly Place[];
}

export interface Explanation {
  /** Heaviest first; question words are left out. */
  readonly terms: readonly MatchedTerm[];
  readonly parts: readonly Part[];
}

function placesOf(query: Query, { match: { finds }, nearness }: Candidate, term: number): readonly Place[] {
  const { printed: question, answer, translation } = finds;
  const texts = { question, 'asked-as': nearness?.counts, answer, translation };
  const places = PLACES.filter((place) => (texts[place]?.[term] ?? 0) > 0);
  const concept = query.concepts.find((candidate) => candidate.term === term);
  return concept !== undefined && places.length > 0 ? [...places, concept.source] : places;
}

function explain(query: Query, candidate: Candidate, features: RankFeatures): Explanation {
  const terms: MatchedTerm[] = [];
  query.terms.forEach(({ text, titleOnly }, term) => {
    const places = titleOnly ? [] : placesOf(query, candidate, term);
    if (places.length > 0) terms.push({ text, weight: query.topicWeights[term] ?? 0, places });
  });
  const { weights, questionTitles } = query.index;
  for (const { text, inPassage, inTitle } of candidate.synonyms) {
    const weight =
      (weights.rank.synonyms * inPassage + questionTitles * weights.rank.titleSynonyms * inTitle) /
      FULL_WEIGHT;
    if (weight > 0) terms.push({ text, weight, places: ['synonym'] });
  }
  const parts = (Object.keys(features) as RankFeature[]).map((name) => ({
    name,
    value: features[name] * weights.rank[name],
  }));
  return { terms: terms.sort((a, b) => b.weight - a.weight), parts };
}

// The score of one passage: a sum of named parts, each a weight times something a reader can check.

import type { SearchIndex } from './index.ts';
import { matchedWeight, type PassageMatch, type Presence, strongest } from './match.ts';
import type { Query } from './query.ts';

export interface Part {
  readonly name: 'answer' | 'sentence' | 'window' | 'joint' | 'title' | 'titleCoverage' | 'titlePrecision';
  readonly value: number;
}

export interface PassageScore {
  readonly parts: readonly Part[];
  readonly coverage: number;
  readonly titleCoverage: number;
  /** The title or wording that matched best, by its place among the passage's titles. */
  readonly bestTitle: number;
}

function saturated(index: SearchIndex, match: PassageMatch, passage: number): Float32Array {
  const { saturation, lengthNormalisation } = index.weights;
  const length = (index.lengths[passage] ?? 0) / index.meanLength;
  const damping = saturation * (1 - lengthNormalisation + lengthNormalisation * length);
  return match.counts.map((count) => (count * (saturation + 1)) / (count + damping));
}

/** Each sentence's finds, those of its translation included. */
export function sentencePresences(query: Query, match: PassageMatch): readonly Presence[] {
  if (match.translations.length === 0) return match.sentences;
  return match.sentences.map((presence, at) =>
    strongest([presence, match.translations[at]], query.terms.length),
  );
}

interface TitleScore {
  readonly weight: number;
  readonly coverage: number;
  readonly precision: number;
  readonly run: number;
}

function isSingle(query: Query, term: number): boolean {
  const kind = query.terms[term]?.kind;
  return kind === 'ideograph' || kind === 'word';
}

function singlesWeight(query: Query, presence: Presence): number {
  let sum = 0;
  for (let term = 0; term < presence.length; term += 1) {
    if (isSingle(query, term)) sum += (query.terms[term]?.weight ?? 0) * (presence[term] ?? 0);
  }
  return sum;
}

function allWeight(query: Query, presence: Presence): number {
  let questionWords = 0;
  for (let term = 0; term < presence.length; term += 1) {
    if (query.terms[term]?.titleOnly)
      questionWords += (query.terms[term]?.weight ?? 0) * (presence[term] ?? 0);
  }
  return questionWords + matchedWeight(query, presence);
}

/** BM25's length normalisation of titles: half, as titles differ less in length than answers. */
const TITLE_NORMALISATION = 0.5;

function scoreTitle(
  index: SearchIndex,
  query: Query,
  { run, presence }: { run: number; presence: Presence },
): TitleScore {
  const { starts } = index.runs;
  const length = ((starts[run + 1] ?? 0) - (starts[run] ?? 0) - 1) / index.meanTitleLength;
  const { saturation } = index.weights;
  const damping = saturation * (1 - TITLE_NORMALISATION + TITLE_NORMALISATION * length);
  const singles = singlesWeight(query, presence);
  const whole = index.runWeights[run] ?? 0;
  return {
    weight: (allWeight(query, presence) * (saturation + 1)) / (1 + damping),
    coverage: query.titleWeight > 0 ? singles / query.titleWeight : 0,
    precision: whole > 0 ? singles / whole : 0,
    run,
  };
}

function titleParts(index: SearchIndex, { weight, coverage, precision }: TitleScore): readonly Part[] {
  const { weights, questionTitles } = index;
  return [
    { name: 'title', value: weight * (weights.title + weights.questionTitle * questionTitles) },
    {
      name: 'titleCoverage',
      value: coverage * (weights.titleCoverage + weights.questionTitleCoverage * questionTitles),
    },
    {
      name: 'titlePrecision',
      value: precision * (weights.titlePrecision + weights.questionTitlePrecision * questionTitles),
    },
  ];
}

function sumOf(parts: readonly Part[]): number {
  return parts.reduce((sum, { value }) => sum + value, 0);
}

interface BestTitle {
  readonly parts: readonly Part[];
  readonly at: number;
  readonly presence: Presence;
}

function bestTitle(
  index: SearchIndex,
  query: Query,
  titles: readonly Presence[],
  firstRun: number,
): BestTitle {
  let best: BestTitle = { parts: [], at: 0, presence: new Float32Array(query.terms.length) };
  titles.forEach((presence, at) => {
    if (presence === query.nothing) return;
    const parts = titleParts(index, scoreTitle(index, query, { run: firstRun + at, presence }));
    if (sumOf(parts) > sumOf(best.parts)) best = { parts, at, presence };
  });
  return best;
}

function largest(values: readonly number[]): number {
  return values.reduce((best, value) => Math.max(best, value), 0);
}

export function scorePassage(
  index: SearchIndex,
  query: Query,
  passage: number,
  match: PassageMatch,
): PassageScore {
  const { weights } = index;
  const count = query.terms.length;
  const sentences = sentencePresences(query, match);
  const title = bestTitle(index, query, match.titles, index.runs.firstTitle[passage] ?? 0);
  const single = largest(sentences.map((presence) => matchedWeight(query, presence)));
  const windows = sentences.map((presence, at) =>
    matchedWeight(query, strongest([presence, sentences[at + 1]], count)),
  );
  const joint = sentences.map((presence) =>
    matchedWeight(query, strongest([presence, title.presence], count)),
  );
  const answer = matchedWeight(query, saturated(index, match, passage));
  return {
    parts: [
      { name: 'answer', value: weights.answer * answer },
      { name: 'sentence', value: weights.sentence * single },
      { name: 'window', value: weights.window * largest(windows) },
      { name: 'joint', value: weights.joint * largest(joint) },
      ...title.parts,
    ],
    coverage: query.weight > 0 ? single / query.weight : 0,
    titleCoverage: query.weight > 0 ? matchedWeight(query, title.presence) / query.weight : 0,
    bestTitle: title.at,
  };
}

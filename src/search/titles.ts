// Titles: how well a question fits a passage's question as printed, its translation, or one of the other wordings.

import type { SearchIndex } from './index.ts';
import { matchedWeight, type PassageMatch, type Presence } from './match.ts';
import { titleLength } from './measures.ts';
import type { Query } from './query.ts';

/** What the best title adds to the score, by its matched weight and by two shares. */
export interface TitleFit {
  readonly title: number;
  /** For the share of the question's single terms that the title holds, and of the title's that the question holds. */
  readonly titleCoverage: number;
  readonly titlePrecision: number;
  readonly presence: Presence;
}

/** BM25's length normalisation of titles: half, as titles differ less in length than answers. */
const TITLE_NORMALISATION = 0.5;

/** What one title holds of a query, in weight. */
interface Held {
  /** Question words. */
  readonly asking: number;
  /** Topic terms, of which a concept and what it covers both count: never less than the matched weight. */
  readonly topic: number;
  /** Single terms, question words included. */
  readonly singles: number;
  /** Single topic terms that say little of what the question is about. */
  readonly light: number;
}

function heldBy(
  { askingWeights, topicWeights, singleWeights, lightWeights }: Query,
  presence: Presence,
): Held {
  let asking = 0;
  let topic = 0;
  let singles = 0;
  let light = 0;
  for (let term = 0; term < presence.length; term += 1) {
    const strength = presence[term] ?? 0;
    if (strength === 0) continue;
    asking += strength * (askingWeights[term] ?? 0);
    topic += strength * (topicWeights[term] ?? 0);
    singles += strength * (singleWeights[term] ?? 0);
    light += strength * (lightWeights[term] ?? 0);
  }
  return { asking, topic, singles, light };
}

/** What each unit of a title's score adds. Titles that are questions count for more. */
function factorsOf({ weights, questionTitles }: SearchIndex) {
  return {
    title: weights.title + weights.questionTitle * questionTitles,
    coverage: weights.titleCoverage + weights.questionTitleCoverage * questionTitles,
    precision: weights.titlePrecision + weights.questionTitlePrecision * questionTitles,
    light: weights.questionTitleLight * questionTitles,
  };
}

/** How much of a matched weight counts: saturated, and normalised by the title's length. */
function lengthFactor(index: SearchIndex, run: number): number {
  const { saturation } = index.weights;
  const length = titleLength(index.runs, run) / index.meanTitleLength;
  const damping = saturation * (1 - TITLE_NORMALISATION + TITLE_NORMALISATION * length);
  return (saturation + 1) / (1 + damping);
}

/** The title or wording that adds most to the score, with what it adds. */
export function bestTitle(
  index: SearchIndex,
  query: Query,
  { titles, nothing }: PassageMatch,
  firstRun: number,
): TitleFit {
  const factors = factorsOf(index);
  let best: TitleFit = { title: 0, titleCoverage: 0, titlePrecision: 0, presence: nothing };
  let most = 0;
  titles.forEach((presence, at) => {
    if (presence === nothing) return;
    const { asking, topic, singles, light } = heldBy(query, presence);
    const whole = index.titleWeights[firstRun + at] ?? 0;
    const perWeight = factors.title * lengthFactor(index, firstRun + at);
    const titleCoverage = query.titleWeight > 0 ? (factors.coverage * singles) / query.titleWeight : 0;
    const titlePrecision = whole > 0 ? (factors.precision * singles) / whole : 0;
    const shares = titleCoverage + titlePrecision;
    const ofLight = factors.light * light;
    if (perWeight * (asking + topic) + ofLight + shares <= most) return;
    const title = perWeight * (asking + matchedWeight(query, presence)) + ofLight;
    if (title + shares <= most) return;
    most = title + shares;
    best = { title, titleCoverage, titlePrecision, presence };
  });
  return best;
}
